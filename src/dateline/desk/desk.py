"""The desk in one object, with a method for each verb of the command line."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from dateline import config, wire
from dateline.clock import Clock
from dateline.desk import actors, sample
from dateline.desk.intake import Taken, readings, take_in
from dateline.desk.newsroom import Publication, edit, lay_out, merged, summary
from dateline.errors import ConfigError
from dateline.ledger import Ledger, Ruling, consider, open_ledger
from dateline.publish import opened, publish
from dateline.records import Assertion, Claim, Dispatch, Failure, Reading
from dateline.report.gate import check_text
from dateline.report.gate.texts import Verdict

DEMO_NOTE = (
    "A demonstration: the dispatches were written for it, by agencies that do not exist. They "
    "restate what was reported between 28 February and 3 March 2022."
)


class Desk:
    """A ledger with the rooms around it.

    Args:
        db: the ledger: a file name, a database URL, or ``:memory:``.
        clock: what time it is.

    """

    def __init__(self, db: str = ":memory:", clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self.ledger: Ledger = open_ledger(db)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the ledger."""
        self.ledger.close()

    @staticmethod
    def read(
        paths: Sequence[str], *, issued: datetime | None = None, language: str | None = None
    ) -> Iterator[tuple[Dispatch, Reading | Failure] | Failure]:
        """Each dispatch with its reading; a failure alone where there is no dispatch."""
        dispatches: list[Dispatch] = []
        for intake in wire.open_wire(paths, issued=issued, language=language):
            for item in intake.items:
                if isinstance(item, Failure):
                    yield item
                else:
                    dispatches.append(item)
        yield from readings(dispatches)

    def ingest(
        self, paths: Sequence[str], *, issued: datetime | None = None, language: str | None = None
    ) -> Taken:
        """Take in, read and file everything at ``paths``."""
        return take_in(self.ledger, paths, now=self.clock.now(), issued=issued, language=language)

    def publish(  # noqa: PLR0913 (each option of the command is a keyword of its own)
        self,
        paths: Sequence[str],
        out: Path,
        *,
        as_of: datetime | None = None,
        issued: datetime | None = None,
        language: str | None = None,
        title: str = "Dateline",
        note: str | None = None,
        moments: Sequence[datetime] = (),
    ) -> Publication:
        """Take in ``paths``, compose every story and write the site.

        ``moments`` are earlier times at which editions are to be made too, oldest first.
        """
        web = config.web()
        opened(out)  # before the long part: a folder that is not ours is refused at once
        taken = self.ingest(paths, issued=issued, language=language)
        now = self.clock.now()
        moment = as_of or self.ledger.latest() or now
        for at in [m for m in moments if m < moment]:
            edit(self.ledger, at, now)
        made = edit(self.ledger, moment, now)
        site = lay_out(self.ledger, title, moment, now, note, passing=made.passing,
                       untold=made.untold)  # fmt: skip
        site = replace(site, address=web.address, desk=web.desk, contact=web.contact)
        written = len(publish(site, out).written)
        return summary(site, len(taken.failures), written, taken.undated, made.failures)

    def demo(self, out: Path) -> Publication:
        """Publish the built-in sample wire, with an edition every twelve hours."""
        with sample.folder() as folder:
            begun, ended = sample.BEGUN, sample.ENDED
            count = (ended - begun) // timedelta(hours=12)
            moments = [begun + timedelta(hours=12) * i for i in range(1, count + 1)]
            return self.publish(
                [str(folder)], out, title="Dateline demo", note=DEMO_NOTE, moments=moments
            )

    def claims(
        self,
        *,
        story: str | None = None,
        disputed: bool = False,
        as_of: datetime | None = None,
        changes_since: datetime | None = None,
    ) -> tuple[Claim, ...]:
        """Claims of the ledger, as known at ``as_of`` (by default: now).

        Raises:
            ConfigError: there is no such story.

        """
        if story is not None:
            actors.check(self.ledger, story, as_of)
        return tuple(
            self.ledger.claims(
                story=story, disputed=disputed, as_of=as_of, changes_since=changes_since
            )
        )

    def judge(
        self, paths: Sequence[str], *, issued: datetime | None = None, language: str | None = None
    ) -> tuple[Taken, Iterator[Ruling]]:
        """Every pair of assertions that share a measure or matter, with the verdict."""
        taken = self.ingest(paths, issued=issued, language=language)
        told, stories = self.told()
        return taken, consider(told, stories, self.ledger.filed())

    def told(self) -> tuple[tuple[Assertion, ...], dict[str, frozenset[str]]]:
        """All that stands asserted in the ledger, and the stories of each dispatch by its guid."""
        found: list[Assertion] = []
        stories: dict[str, set[str]] = {}
        for claim in self.claims():
            found += claim.assertions
            for a in claim.assertions:
                stories.setdefault(a.guid, set()).add(claim.story)
        return tuple(found), {guid: frozenset(some) for guid, some in stories.items()}

    def check(
        self, text: str, *, story: str | None = None, as_of: datetime | None = None
    ) -> tuple[Verdict, ...]:
        """The gate's verdict on each sentence of a text, against all that is public in the ledger.

        ``story`` limits it to one story's dispatches.

        Raises:
            ConfigError: the ledger holds nothing to check against.

        """
        now = self.clock.now()
        moment = as_of or self.ledger.latest()
        if moment is None:
            raise ConfigError("The ledger is empty.", "Ingest dispatches into it first.")
        ids = [story] if story else [s.id for s in self.ledger.stories(moment)]
        dossiers = [self.ledger.dossier(one, as_of=moment, now=now) for one in ids]
        return check_text(text, merged(dossiers))
