"""Editors merge and split stories; a dispatch's profile tells its matter and countries too.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROWID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AFTER = b',"kinds":{},"ground":{},"language":""}'
"""What is put behind the weights of a dispatch that came before its matter was looked at."""


def upgrade() -> None:
    """Add the table of regroupings; wrap the vectors that are there."""
    op.create_table(
        "regrouping",
        sa.Column("row", ROWID, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("into", sa.Text(), nullable=False),
        sa.Column("guids", sa.LargeBinary(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["story"], ["story.id"]),
        sa.ForeignKeyConstraint(["into"], ["story.id"]),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("regrouping_story", "regrouping", ["story"], unique=False)
    op.create_index("regrouping_into", "regrouping", ["into"], unique=False)
    vector = sa.table("vector", sa.column("seq", ROWID), sa.column("body", sa.LargeBinary()))
    connection = op.get_bind()
    change = sa.update(vector).where(vector.c.seq == sa.bindparam("key"))
    rows = connection.execute(sa.select(vector)).all()
    wrapped = [{"key": r.seq, "body": b'{"weights":' + r.body + AFTER} for r in rows]
    if wrapped:
        connection.execute(change, wrapped)
