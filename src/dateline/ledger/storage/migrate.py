"""Bringing a database to the current schema with Alembic, from the package itself."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import SQLAlchemyError

from dateline.errors import LedgerError
from dateline.ledger.storage.database import masked, reason, writing
from dateline.ledger.storage.schema import metadata


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "dateline.ledger.storage:migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run the migrations that are missing, up to a revision."""
    command.upgrade(_config(connection), revision)


def prepare(engine: Engine, url: str) -> None:
    """An up-to-date schema: made at once in a new in-memory database, else migrated.

    Raises:
        LedgerError: the database cannot be opened, holds other tables, or is newer than we are.

    """
    try:
        if engine.dialect.name == "sqlite" and not engine.url.database:
            metadata.create_all(engine)  # a test proves that this equals the migrations
            return
        with engine.connect() as connection:
            if _current(connection):
                return
        with writing(engine) as connection:
            if not _current(connection):  # another process may have been at it just now
                upgrade(connection)
    except SQLAlchemyError as error:
        raise LedgerError(
            f"The ledger {masked(url)} cannot be opened: {reason(error)}.",
            "Check its path, URL and rights.",
        ) from error


def _current(connection: Connection) -> bool:
    """True if there is nothing to migrate.

    Raises:
        LedgerError: the database holds tables that are not ours, or a schema we don't know.

    """
    script = ScriptDirectory.from_config(_config(connection))
    at = MigrationContext.configure(connection).get_current_revision()
    if at is None:
        if inspect(connection).get_table_names():
            raise LedgerError(
                "The database holds tables, but no ledger.", "Give a new file or an empty database."
            )
        return False
    if at not in {s.revision for s in script.walk_revisions()}:
        raise LedgerError(
            f"The ledger has schema {at}, newer than this program.", "Upgrade Dateline."
        )
    return at == script.get_current_head()
