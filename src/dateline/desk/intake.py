"""From files and addresses to the ledger: take in, read, file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from dateline import wire
from dateline.config import worker_count
from dateline.desk.progress import bar
from dateline.ledger import Ledger
from dateline.reader.pool import read_many
from dateline.records import Dispatch, Failure, Intake, Reading

DAWN = datetime(1970, 1, 1, tzinfo=UTC)
"""Sorts before everything: a transmission that gives no time at all."""


@dataclass(slots=True)
class Taken:
    """What taking in some paths came to. ``failures`` are kept in the ledger too."""

    dispatches: int = 0
    added: int = 0
    latest: datetime | None = None
    failures: list[Failure] = field(default_factory=list)


def _sort(
    intakes: Iterator[Intake],
) -> tuple[list[tuple[Dispatch, bytes]], list[tuple[Failure, bytes]]]:
    """Dispatches in order of transmission, whatever the order of the files; and what failed."""
    dispatches: list[tuple[Dispatch, bytes]] = []
    failures: list[tuple[Failure, bytes]] = []
    for intake in intakes:
        for item in intake.items:
            if isinstance(item, Failure):
                failures.append((item, intake.data))
            else:
                dispatches.append((item, intake.data))
    dispatches.sort(key=lambda pair: (pair[0].received or DAWN, pair[0].guid, pair[0].version))
    return dispatches, failures


def readings(
    dispatches: Sequence[Dispatch], what: str = "reading"
) -> Iterator[tuple[Dispatch, Reading | Failure]]:
    """Each dispatch with its reading, or with the reason why it could not be read."""
    found = bar(read_many(dispatches, worker_count()), what, len(dispatches))
    yield from zip(dispatches, found, strict=True)


def take_in(
    ledger: Ledger,
    paths: Sequence[str],
    *,
    now: datetime,
    issued: datetime | None = None,
    language: str | None = None,
) -> Taken:
    """File everything at ``paths`` in the ledger. What it holds already is left alone, unread.

    Args:
        ledger: where to file.
        paths: files, folders, addresses, or ``-``.
        now: the learnt time where no transmission gives a time of its own (aware); one without
            a time among others that have one is learnt with the last of them.
        issued: the time of texts that give none (aware).
        language: the language of texts that declare none.

    """
    dispatches, failures = _sort(
        bar(wire.open_wire(paths, issued=issued, language=language), "taking in")
    )
    taken = Taken(dispatches=len(dispatches), failures=[f for f, _ in failures])
    for failure, raw in failures:
        ledger.fail(failure, raw, learnt=now)
    undated = max((d.received for d, _ in dispatches if d.received), default=now)
    fresh = [(d, raw) for d, raw in dispatches if not ledger.known(d)]
    for (item, raw), (_, reading) in zip(fresh, readings([d for d, _ in fresh]), strict=True):
        learnt = item.received or undated
        taken.latest = max(taken.latest or learnt, learnt)
        if isinstance(reading, Failure):
            taken.failures.append(reading)
            ledger.fail(reading, raw, learnt=learnt)
        else:
            filed = ledger.ingest(item, reading, raw, learnt=learnt)
            taken.added += filed.added
            taken.failures += [filed.failure] if filed.failure else []
    return taken
