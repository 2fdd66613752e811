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
    """Make every table, those that others point to first."""
    _alias()
    _dispatch()
    _edition()
    _failure()
    _frequency()
    _raw()
    _story()
    _suppression()
    _assertion()
    _bucket()
    _copy()
    _effect()
    _handle()
    _member()
    _notice()
    _notice_key()
    _posting()
    _reading()
    _vector()
    _judgement()
    _topic()


def _alias() -> None:
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


def _dispatch() -> None:
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


def _edition() -> None:
    op.create_table(
        "edition",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("story", "number"),
    )


def _failure() -> None:
    op.create_table(
        "failure",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("learnt", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _frequency() -> None:
    op.create_table(
        "frequency",
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("dispatches", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("term"),
    )


def _raw() -> None:
    op.create_table(
        "raw",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )


def _story() -> None:
    op.create_table(
        "story",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("begun", sa.BigInteger(), nullable=False),
        sa.Column("founder", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _suppression() -> None:
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


def _assertion() -> None:
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


def _bucket() -> None:
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


def _copy() -> None:
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


def _effect() -> None:
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


def _handle() -> None:
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


def _member() -> None:
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


def _notice() -> None:
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


def _notice_key() -> None:
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


def _posting() -> None:
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


def _reading() -> None:
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


def _vector() -> None:
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


def _judgement() -> None:
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


def _topic() -> None:
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
