"""Passages of wrap-ups that are of another story than their dispatch.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ROWID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add three tables; what is kept stays in the stories that it is in."""
    op.create_table(
        "passage",
        sa.Column("id", ROWID, primary_key=True, autoincrement=True),
        sa.Column("seq", ROWID, sa.ForeignKey("dispatch.seq"), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    op.create_index("passage_seq", "passage", ["seq"])
    op.create_table(
        "passage_posting",
        sa.Column("term", sa.Text(), primary_key=True),
        sa.Column("day", sa.Integer(), primary_key=True),
        sa.Column("seq", ROWID, sa.ForeignKey("passage.id"), primary_key=True),
        sa.Column("weight", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "placement",
        sa.Column("row", ROWID, primary_key=True, autoincrement=True),
        sa.Column("passage", ROWID, sa.ForeignKey("passage.id"), nullable=False),
        sa.Column("story", sa.Text(), sa.ForeignKey("story.id"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
    )
    op.create_index("placement_story", "placement", ["story"])
    op.create_index("placement_passage", "placement", ["passage"])
