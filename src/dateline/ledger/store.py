"""The ledger as the desk sees it."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import DataError

from dateline.ledger.asking import Asking
from dateline.ledger.editing import Editing
from dateline.ledger.filing import ingest, rereading, verify
from dateline.ledger.storage import codec, migrate
from dateline.ledger.storage.database import add_new, open_engine, writing
from dateline.ledger.storage.schema import edition, failure, raw
from dateline.records import Dispatch, Edition, Failure, Ingested, Loose, Reading, Reread


class Ledger(Asking, Editing):
    """Dispatches, readings, assertions, judgements and editions; rows are only ever added.

    Times are aware. ``as_of=None`` asks for everything known.
    """

    def known(self, one: Dispatch) -> bool:
        """True if this very transmission is kept already."""
        try:
            with self._engine.connect() as connection:
                return ingest.known(connection, one) is not None
        except (UnicodeEncodeError, DataError):
            return False

    def ingest(self, one: Dispatch, reading: Reading, data: bytes, *, learnt: datetime) -> Ingested:
        """Keep a transmission and all that follows from it, in one transaction; once.

        One that no database can hold (half a surrogate pair, say) is kept as a failure.
        """
        try:
            with writing(self._engine) as connection:
                return ingest.ingest(connection, one, reading, data, learnt)
        except (UnicodeEncodeError, DataError) as error:
            failed = Failure(
                path=one.path,
                reason=f"Dispatch {one.guid} holds characters that cannot be stored: {error}",
                remedy="Have the agency send it again, or mend the file.",
                stage="ledger",
                guid=one.guid,
                sha256=one.sha256,
            )
        self.fail(failed, data, learnt=learnt)
        return Ingested(one.guid, one.version, added=False, failure=failed)

    def fail(self, failed: Failure, data: bytes, *, learnt: datetime) -> None:
        """Keep an input that could not be taken in or read, with its bytes; once."""
        kept = codec.mended(failed)
        name = codec.digest(kept.path, kept.stage, kept.guid, kept.sha256, kept.reason)
        row = {"id": name, "learnt": codec.stamp(learnt), "sha256": kept.sha256 or None}
        with writing(self._engine) as connection:
            if kept.sha256:
                add_new(connection, raw, [{"sha256": kept.sha256, "data": data}])
            add_new(connection, failure, [{**row, "body": codec.pack(kept)}])

    def failures(self) -> tuple[Failure, ...]:
        """Inputs that failed, oldest first."""
        query = select(failure.c.body).order_by(failure.c.learnt, failure.c.id)
        with self._engine.connect() as connection:
            return tuple(codec.unpack(Failure, b) for b in connection.execute(query).scalars())

    # Reading again

    def readers(self) -> tuple[tuple[str, str], ...]:
        """The readers, each with its language model, that the readings kept are of."""
        with self._engine.connect() as connection:
            return rereading.readers(connection)

    def read_by(self, some: Collection[tuple[str, str]]) -> tuple[int, ...]:
        """Dispatches, by their rows, that some readers (``readers``) read."""
        with self._engine.connect() as connection:
            return rereading.read_by(connection, some)

    def kept(self, rows: Sequence[int]) -> tuple[Dispatch, ...]:
        """Dispatches by their rows (``read_by``), in that order."""
        with self._engine.connect() as connection:
            return rereading.kept(connection, rows)

    def reread(self, read: Reading, *, at: datetime) -> Reread:
        """Put a new reading of a dispatch in the place of the one kept, in one transaction.

        What rules made of the old one is made anew. Editors' judgements follow their assertions, by
        id or by what says the same in the same place; ``loose`` has those that cannot.
        """
        with writing(self._engine) as connection:
            return rereading.reread(connection, read, codec.stamp(at))

    def loose(self) -> tuple[Loose, ...]:
        """Editors' judgements on words in which the present reader finds nothing, oldest first."""
        with self._engine.connect() as connection:
            return rereading.laid_aside(connection)

    # Editions

    def save_edition(self, made: Edition) -> None:
        """Keep an edition; a number once given is never given again."""
        row = {"story": made.story, "number": made.number, "body": codec.pack(made)}
        with writing(self._engine) as connection:
            add_new(connection, edition, [row])

    def editions(self, story: str) -> tuple[Edition, ...]:
        """The editions of a story, first to last."""
        query = select(edition.c.body).where(edition.c.story == story).order_by(edition.c.number)
        with self._engine.connect() as connection:
            return tuple(codec.unpack(Edition, b) for b in connection.execute(query).scalars())

    # Keeping house

    def verify(self) -> tuple[str, ...]:
        """Every offset and hash that does not fit the stored bytes, in words; empty if sound."""
        with self._engine.connect() as connection:
            return tuple(verify.faults(connection))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


def open_ledger(url: str) -> Ledger:
    """The ledger at a path or URL (``:memory:`` for a temporary one), brought up to date.

    Raises:
        LedgerError: it cannot be opened, or is no ledger.

    """
    engine = open_engine(url)
    migrate.prepare(engine, url)
    return Ledger(engine)
