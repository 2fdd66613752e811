"""When a newer reader went over a dispatch, and editors' judgements that lost a side by it.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column and a table; nothing that is kept changes."""
    op.add_column("reading", sa.Column("again", sa.BigInteger()))
    op.create_table(
        "loose",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("lost", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("undoes", sa.Text()),
    )
