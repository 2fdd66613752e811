"""What an editor tells the ledger: merges, splits, verdicts, suppressions, names."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Engine, select

from dateline.errors import LedgerError
from dateline.ledger.answers import listing
from dateline.ledger.filing import regrouping
from dateline.ledger.speakers.actors import speaker
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import add, add_new, writing
from dateline.ledger.storage.schema import alias, judgement, suppression
from dateline.records import Judgement, Regrouping, Signed


class Editing:
    """An editor's word: signed, dated, and undone only by a later one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def merge(self, into: str, away: str, *, by: str, at: datetime, why: str) -> Regrouping:
        """Make a story part of another; its address leads there from now on."""
        with writing(self._engine) as connection:
            return regrouping.merge(connection, into, away, Signed(by, at, why))

    def split(  # noqa: PLR0913 (what, whereto, and who signs)
        self, story: str, guids: Sequence[str], *, into: str | None = None, by: str, at: datetime,
        why: str,
    ) -> Regrouping:  # fmt: skip
        """Take dispatches out of a story, into another or into a new one of their own."""
        with writing(self._engine) as connection:
            signed = Signed(by, at, why)
            return regrouping.split(connection, story, guids, into, signed)

    def regroup_undo(self, name: str, *, by: str, at: datetime, why: str) -> Regrouping:
        """Take back a merge or a split."""
        with writing(self._engine) as connection:
            return regrouping.undo(connection, name, Signed(by, at, why))

    def regroupings(self) -> tuple[Regrouping, ...]:
        """Merges and splits by editors, and what was taken back, oldest first."""
        with self._engine.connect() as connection:
            return regrouping.history(connection)

    def overrule(self, made: Judgement) -> None:
        """Keep an editor's verdict (``by`` is ``editor:NAME``); it outranks any rule's.

        Raises:
            LedgerError: it is not signed by an editor, or the two are not of one story.

        """
        if not made.by.startswith("editor:"):
            raise LedgerError(f"A judgement by {made.by} cannot overrule.", "Sign it editor:NAME.")
        with self._engine.connect() as connection:
            listing.check_pair(connection, made.a, made.b)
        self._judge(made, undoes=None)

    def undo(self, judgement_id: str, reason: str, *, by: str, at: datetime) -> Judgement:
        """Take back a judgement, rule's or editor's; what it replaced holds again.

        Raises:
            LedgerError: there is no such judgement.

        """
        query = select(judgement).where(judgement.c.id == judgement_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            raise LedgerError(f"There is no judgement {judgement_id}.", "Look it up in the claims.")
        name = codec.digest("undo", judgement_id, codec.stamp(at))
        made = Judgement(name, row.a, row.b, row.verdict, reason, f"editor:{by}", at)
        self._judge(made, undoes=judgement_id)
        return made

    def _judge(self, made: Judgement, undoes: str | None) -> None:
        row = {f: getattr(made, f) for f in ("id", "a", "b", "verdict", "reason", "by", "origin")}
        with writing(self._engine) as connection:
            add_new(connection, judgement, [{**row, "at": codec.stamp(made.at), "undoes": undoes}])

    def suppress(self, guid: str, version: int | None = None, *, by: str, at: datetime,
                 lifted: bool = False) -> None:  # fmt: skip
        """An editor keeps a dispatch (or one version) from the public, or lifts that again."""
        row = {"guid": guid, "version": version, "lifted": lifted, "by": by}
        with writing(self._engine) as connection:
            add(connection, suppression, [{**row, "at": codec.stamp(at)}])

    def rename(self, name: str, actor: str | None, *, by: str, at: datetime) -> None:
        """An editor says that a speaker's name stands for an actor; None takes that back."""
        row = {"name": speaker(name).key, "actor": actor, "by": by, "at": codec.stamp(at)}
        with writing(self._engine) as connection:
            add(connection, alias, [row])
