"""One thin layer over SQLite and PostgreSQL: engines, transactions, lookups in batches."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import batched
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import Column, Connection, Engine, Select, Table, create_engine, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Row, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from dateline.errors import LedgerError

_WRITE = {"dateline_mode": "IMMEDIATE"}
_LOCK = 0x6461_7465_6C69_6E65  # "dateline": PostgreSQL's advisory lock for the one writer
_MOST = 500  # bound parameters in one IN list; SQLite's own limit is far above


def address(url: str) -> str:
    """A database URL for what a user gives: a URL, a path, or ``:memory:``."""
    if url in (":memory:", "sqlite://"):
        return "sqlite://"
    if url.startswith(("postgresql://", "postgres://")):
        return "postgresql+psycopg://" + url.split("://", 1)[1]
    return url if "://" in url else f"sqlite:///{url}"


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: SqliteConnection, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's begin event starts transactions below
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA busy_timeout=60000")
        connection.execute("PRAGMA cache_size=-32000")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("dateline_mode", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")


def open_engine(url: str) -> Engine:
    """An engine for a path or URL.

    Raises:
        LedgerError: the URL is none, or of a store that we don't support.

    """
    try:
        parsed = make_url(address(url))
        if parsed.get_backend_name() == "sqlite":
            memory = not parsed.database
            engine = create_engine(
                parsed,
                connect_args={"check_same_thread": False},
                **({"poolclass": StaticPool} if memory else {}),
            )
            _prepare_sqlite(engine)
            return engine
        if parsed.get_backend_name() == "postgresql":
            return create_engine(parsed)
    except (SQLAlchemyError, ImportError) as error:
        raise LedgerError(
            f"The ledger {url} cannot be opened: {error}.", "Check its URL."
        ) from error
    raise LedgerError(f"No ledger can be kept in {url}.", "Give a file, or a PostgreSQL URL.")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that no other writer runs beside: all of it happens, or nothing."""
    with engine.connect().execution_options(**_WRITE) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


def add(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows in one go."""
    if rows:
        connection.execute(table.insert(), rows)


def add_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert those rows whose key is not there yet."""
    if not rows:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def count_up(connection: Connection, table: Table, key: str, counter: str,
             keys: Iterable[str]) -> None:  # fmt: skip
    """Add one to the counter of each key, starting at one."""
    rows = [{key: k, counter: 1} for k in keys]
    if not rows:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[table.c[key]], set_={counter: table.c[counter] + 1}
        ),
        rows,
    )


def among(
    connection: Connection, query: Select[Any], column: Column[Any], keys: Iterable[Any]
) -> list[Row[Any]]:
    """Rows of a query whose column is one of the keys, asked for in batches."""
    found: list[Row[Any]] = []
    for some in batched(dict.fromkeys(keys), _MOST):
        found += connection.execute(query.where(column.in_(some)))
    return found
