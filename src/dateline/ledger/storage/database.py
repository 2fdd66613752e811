"""One thin layer over SQLite and PostgreSQL: engines, transactions, lookups in batches."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import batched
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError
from time import sleep
from typing import Any, Literal

from sqlalchemy import (
    BindParameter,
    Column,
    Connection,
    Dialect,
    Engine,
    Select,
    Table,
    bindparam,
    create_engine,
    event,
    literal_column,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Row, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from dateline.errors import LedgerError

_WRITE = {"dateline_mode": "IMMEDIATE"}
_LOCK = 0x6461_7465_6C69_6E65  # "dateline": PostgreSQL's advisory lock for the one writer
_TRIES, _PAUSE = 200, 0.02  # seconds between tries to put a new file into WAL mode
AMONG: BindParameter[Any] = bindparam("among", expanding=True)
"""Stands for the keys of ``asked``."""

_MOST = 500  # bound parameters in one IN list; SQLite's own limit is far above


def address(url: str) -> str:
    """A database URL for what a user gives: a URL, a path, or ``:memory:``."""
    if url in (":memory:", "sqlite://"):
        return "sqlite://"
    if url.startswith(("postgresql://", "postgres://")):
        return "postgresql+psycopg://" + url.split("://", 1)[1]
    return url if "://" in url else f"sqlite:///{url}"


def _keep_a_journal(connection: SqliteConnection) -> None:
    """Put a new file into WAL mode. SQLite does not wait where another process is doing so just now
    ("database is locked" at once, whatever the busy timeout), so we do.
    """
    for _ in range(_TRIES):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except OperationalError:
            sleep(_PAUSE)
        else:
            return
    connection.execute("PRAGMA journal_mode=WAL")


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: SqliteConnection, _record: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's begin event starts transactions below
        connection.execute("PRAGMA busy_timeout=60000")  # first: the next may have to wait
        _keep_a_journal(connection)
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute("PRAGMA cache_size=-64000")
        connection.execute("PRAGMA wal_autocheckpoint=8000")  # a page is written back less often

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("dateline_mode", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")


def masked(url: str) -> str:
    """What a user gave as the ledger, fit to be shown: without its password."""
    try:
        return make_url(url).render_as_string(hide_password=True) if "://" in url else url
    except SQLAlchemyError:
        return url.partition("://")[0] + "://..."


def reason(error: Exception) -> str:
    """Why a database could not be opened, in the driver's words, on one line."""
    return "; ".join(str(getattr(error, "orig", None) or error).split("\n")).strip(" .;")


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
            f"The ledger {masked(url)} cannot be opened: {reason(error)}.", "Check its URL."
        ) from error
    raise LedgerError(
        f"No ledger can be kept in {masked(url)}.", "Give a file, or a PostgreSQL URL."
    )


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
        _run(connection, _Insert(table, tuple(rows[0])), rows)


def add_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert those rows whose key is not there yet."""
    if rows:
        _run(connection, _Insert(table, tuple(rows[0]), "skip"), rows)


def count_up(connection: Connection, table: Table, key: str, counter: str,
             keys: Iterable[str]) -> None:  # fmt: skip
    """Add one to the counter of each key, starting at one."""
    rows = [{key: k, counter: 1} for k in sorted(keys)]
    if rows:
        _run(connection, _Insert(table, (key, counter), "count"), rows)


@dataclass(frozen=True, slots=True)
class _Insert:
    """An insert into some columns; ``clash``: what is done where the key is there already. To
    "count" is to add one to the last column.
    """

    table: Table
    columns: tuple[str, ...]
    clash: Literal["fail", "skip", "count"] = "fail"


@lru_cache(maxsize=200)
def _compiled(dialect: Dialect, wanted: _Insert) -> tuple[str, tuple[str, ...] | None]:
    """The SQL of an insert, and the order of its parameters where they go by position."""
    own = postgresql if dialect.name == "postgresql" else sqlite
    statement = own.insert(wanted.table)
    if wanted.clash == "skip":
        statement = statement.on_conflict_do_nothing()
    elif wanted.clash == "count":
        counter = wanted.table.c[wanted.columns[-1]]
        statement = statement.on_conflict_do_update(
            index_elements=list(wanted.table.primary_key),
            set_={counter.name: counter + literal_column("1")},
        )
    made = statement.compile(dialect=dialect, column_keys=list(wanted.columns))
    return str(made), tuple(made.positiontup or ()) or None


def _run(connection: Connection, wanted: _Insert, rows: Sequence[dict[str, Any]]) -> None:
    """Hand rows to the driver as they are: ours are text, bytes and whole numbers, which both
    drivers take; converting each value by its column's type takes longer than the insert.
    """
    sql, order = _compiled(connection.dialect, wanted)
    if order is None:
        connection.exec_driver_sql(sql, list(rows))
    else:
        connection.exec_driver_sql(sql, [tuple(row[name] for name in order) for row in rows])


def among(
    connection: Connection, query: Select[Any], column: Column[Any], keys: Iterable[Any],
    **values: object,
) -> list[Row[Any]]:  # fmt: skip
    """Rows of a query whose column is one of the keys, asked for in batches.

    ``values`` are the query's own parameters. Queries that are built once, at the top of a file,
    are compiled once too.
    """
    return asked(connection, _limited(query, column), keys, **values)


@lru_cache(maxsize=200)
def _limited(query: Select[Any], column: Column[Any]) -> Select[Any]:
    return query.where(column.in_(AMONG))


def asked(
    connection: Connection, query: Select[Any], keys: Iterable[Any], **values: object
) -> list[Row[Any]]:
    """Rows of a query that has ``column.in_(AMONG)`` in it, asked for in batches of keys."""
    found: list[Row[Any]] = []
    for some in batched(dict.fromkeys(keys), _MOST):
        found += connection.execute(query, {**values, "among": some})
    return found
