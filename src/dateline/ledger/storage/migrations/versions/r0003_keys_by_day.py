"""Keys by day, so that what is looked up does not grow with the archive; key tables kept once.

Handles and the keys of orders get the day of their dispatch. SQLite keeps tables that are all key
without a row number, which halves them. A kill's effect may be an echo. Times learnt are indexed.

Revision ID: 0003
Revises: 0002
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROWID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHENEVER = 0

DATED = """
    SELECT old.*, CASE WHEN old.key LIKE 'g %' OR dispatch.issued IS NULL THEN 0
                       ELSE dispatch.day END AS day
    FROM {table} AS old JOIN dispatch ON dispatch.seq = old.seq
"""
AS_IT_IS = "SELECT * FROM {table}"


def upgrade() -> None:
    """Make the key tables anew with what they hold; add what is missing."""
    seq, text, number = _seq, _text, _number
    _remake("handle", DATED, text("key"), number("day"), seq())
    _remake("notice_key", DATED, text("key"), number("day"), seq(), number("position"))
    _remake("frequency", AS_IT_IS, text("term"), rest=[number("dispatches")])
    _remake("posting", AS_IT_IS, text("term"), number("day"), seq(), rest=[number("weight")])
    _remake("bucket", AS_IT_IS, _column("key", sa.BigInteger()), number("day"), seq())
    _remake(
        "topic",
        AS_IT_IS,
        text("story", "story.id"),
        text("key"),
        number("day"),
        text("assertion", "assertion.id"),
    )
    op.add_column(
        "effect", sa.Column("echo", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index("dispatch_learnt", "dispatch", ["learnt"])


def _column(name: str, kind: sa.types.TypeEngine[Any], *refers: str) -> sa.Column[Any]:
    keys = [sa.ForeignKey(other) for other in refers]
    return sa.Column(name, kind, *keys, nullable=False, autoincrement=False)


def _seq() -> sa.Column[Any]:
    return _column("seq", ROWID, "dispatch.seq")


def _text(name: str, *refers: str) -> sa.Column[Any]:
    return _column(name, sa.Text(), *refers)


def _number(name: str) -> sa.Column[Any]:
    return _column(name, sa.Integer())


def _remake(
    table: str, query: str, *keys: sa.Column[Any], rest: list[sa.Column[Any]] | None = None
) -> None:
    """A table with these key columns and the rest, filled by a query on the table as it was."""
    columns = [*keys, *(rest or [])]
    names = ", ".join(f'"{c.name}"' for c in columns)
    op.execute(f"CREATE TEMPORARY TABLE kept AS {query.format(table=table)}")
    op.drop_table(table)
    op.create_table(
        table, *columns, sa.PrimaryKeyConstraint(*(c.name for c in keys)), sqlite_with_rowid=False
    )
    op.execute(f'INSERT INTO "{table}" ({names}) SELECT {names} FROM kept ORDER BY {names}')  # noqa: S608
    op.execute("DROP TABLE kept")
