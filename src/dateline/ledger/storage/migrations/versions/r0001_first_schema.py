"""The first schema.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROWID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "alias",
        sa.Column("row", ROWID, autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("alias_name", "alias", ["name"], unique=False)
    op.create_table(
        "dispatch",
        sa.Column("seq", ROWID, autoincrement=True, nullable=False),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("declared", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=True),
        sa.Column("signal", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("issued", sa.BigInteger(), nullable=True),
        sa.Column("learnt", sa.BigInteger(), nullable=False),
        sa.Column("embargo", sa.BigInteger(), nullable=True),
        sa.Column("expires", sa.BigInteger(), nullable=True),
        sa.Column("tells", sa.Boolean(), nullable=False),
        sa.Column("watched", sa.Boolean(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("guid", "version"),
    )
    op.create_index(
        "dispatch_watched",
        "dispatch",
        ["watched"],
        unique=False,
        sqlite_where=sa.text("watched"),
        postgresql_where=sa.text("watched"),
    )
    op.create_table(
        "edition",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("story", "number"),
    )
    op.create_table(
        "failure",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("learnt", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "frequency",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("dispatches", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("term"),
    )
    op.create_table(
        "raw",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "story",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("begun", sa.BigInteger(), nullable=False),
        sa.Column("founder", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "suppression",
        sa.Column("row", ROWID, autoincrement=True, nullable=False),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("lifted", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("suppression_guid", "suppression", ["guid"], unique=False)
    op.create_table(
        "assertion",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", ROWID, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("assertion_seq", "assertion", ["seq"], unique=False)
    op.create_table(
        "bucket",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("seq", ROWID, nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.PrimaryKeyConstraint("key", "day", "seq"),
    )
    op.create_table(
        "copy",
        sa.Column("seq", ROWID, nullable=False),
        sa.Column("other", ROWID, nullable=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["other"],
            ["dispatch.seq"],
        ),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.PrimaryKeyConstraint("seq", "other"),
    )
    op.create_index("copy_other", "copy", ["other"], unique=False)
    op.create_table(
        "effect",
        sa.Column("seq", ROWID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("guid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.PrimaryKeyConstraint("seq", "position", "guid"),
    )
    op.create_index("effect_guid", "effect", ["guid"], unique=False)
    op.create_table(
        "handle",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("seq", ROWID, nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.PrimaryKeyConstraint("key", "seq"),
    )
    op.create_table(
        "member",
        sa.Column("row", ROWID, autoincrement=True, nullable=False),
        sa.Column("seq", ROWID, nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.ForeignKeyConstraint(
            ["story"],
            ["story.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
    )
    op.create_index("member_seq", "member", ["seq"], unique=False)
    op.create_index("member_story", "member", ["story"], unique=False)
    op.create_table(
        "notice",
        sa.Column("seq", ROWID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.PrimaryKeyConstraint("seq", "position"),
    )
    op.create_table(
        "notice_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("seq", ROWID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.PrimaryKeyConstraint("key", "seq", "position"),
    )
    op.create_table(
        "posting",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("seq", ROWID, nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.PrimaryKeyConstraint("term", "day", "seq"),
    )
    op.create_table(
        "reading",
        sa.Column("seq", ROWID, nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_table(
        "vector",
        sa.Column("seq", ROWID, nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["seq"],
            ["dispatch.seq"],
        ),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_table(
        "judgement",
        sa.Column("row", ROWID, autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("a", sa.Text(), nullable=False),
        sa.Column("b", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["a"],
            ["assertion.id"],
        ),
        sa.ForeignKeyConstraint(
            ["b"],
            ["assertion.id"],
        ),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("judgement_a", "judgement", ["a"], unique=False)
    op.create_index("judgement_b", "judgement", ["b"], unique=False)
    op.create_index("judgement_verdict", "judgement", ["verdict"], unique=False)
    op.create_table(
        "topic",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("assertion", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["assertion"],
            ["assertion.id"],
        ),
        sa.ForeignKeyConstraint(
            ["story"],
            ["story.id"],
        ),
        sa.PrimaryKeyConstraint("story", "key", "day", "assertion"),
    )
