"""Which versions bear the agency's own number, and which stand beside the text before them.

Older ledgers don't say whose number a version bears: there the times alone tell their order. An
effect's position gets room for versions that are counted in seconds; in SQLite it has that already.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add two columns and widen one. Notes of correction get theirs when they are read again."""
    for name in ("numbered", "beside"):
        made: sa.Column[bool] = sa.Column(
            name, sa.Boolean(), nullable=False, server_default=sa.false()
        )
        op.add_column("dispatch", made)
    op.execute(sa.text("UPDATE dispatch SET beside = true WHERE signal IN ('add', 'insert')"))
    if op.get_context().dialect.name == "postgresql":
        op.alter_column("effect", "position", type_=sa.BigInteger())
