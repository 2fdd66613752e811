"""From files and addresses to the ledger: take in, read, file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dateline import wire
from dateline.config import worker_count
from dateline.desk.misprints import undated
from dateline.desk.progress import bar
from dateline.ledger import Ledger
from dateline.reader.pool import read_many
from dateline.records import Dispatch, Failure, Intake, Reading


@dataclass(slots=True)
class Taken:
    """What taking in some paths came to. ``failures`` are kept in the ledger too; ``undated`` are
    those whose "today" or "Wednesday" has no date, since nothing tells when they were sent.
    """

    dispatches: int = 0
    added: int = 0
    undated: int = 0
    failures: list[Failure] = field(default_factory=list)


def _sort(
    intakes: Iterator[Intake], now: datetime
) -> tuple[list[tuple[Dispatch, bytes, datetime]], list[tuple[Failure, bytes]]]:
    """Dispatches in order of transmission, each with its bytes and the time at which it is learnt;
    and what failed.

    A transmission that gives no time is learnt with the one before it in the order of the files
    (the parts of a long text often have a date on the first only), else with the first dated one.
    """
    failures: list[tuple[Failure, bytes]] = []
    items: list[tuple[Dispatch, bytes]] = []
    for intake in intakes:
        for item in intake.items:
            if isinstance(item, Failure):
                failures.append((item, intake.data))
            else:
                items.append((item, intake.data))
    dispatches: list[tuple[Dispatch, bytes, datetime | None]] = []
    last: datetime | None = None
    for item, (_, data) in zip(undated([item for item, _ in items]), items, strict=True):
        last = item.received or last
        dispatches.append((item, data, last))
    first = next((learnt for _, _, learnt in dispatches if learnt), now)
    dated = [(item, data, learnt or first) for item, data, learnt in dispatches]
    dated.sort(key=lambda one: (one[2], one[0].guid, one[0].version))
    return dated, failures


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
        now: the learnt time where no transmission gives a time of its own (aware).
        issued: the time of texts that give none (aware).
        language: the language of texts that declare none.

    """
    given = wire.open_wire(paths, issued=issued, language=language)
    dispatches, failures = _sort(bar(given, "taking in"), now)
    taken = Taken(dispatches=len(dispatches), failures=[f for f, _ in failures])
    for failure, raw in failures:
        ledger.fail(failure, raw, learnt=now)
    fresh = [one for one in dispatches if not ledger.known(one[0])]
    read = readings([item for item, _, _ in fresh])
    for (item, raw, learnt), (_, reading) in zip(fresh, read, strict=True):
        if isinstance(reading, Failure):
            taken.failures.append(reading)
            ledger.fail(reading, raw, learnt=learnt)
        else:
            taken.undated += item.issued is None and any(not w.start for w in reading.dates)
            filed = ledger.ingest(item, reading, raw, learnt=learnt)
            taken.added += filed.added
            taken.failures += [filed.failure] if filed.failure else []
    return taken
