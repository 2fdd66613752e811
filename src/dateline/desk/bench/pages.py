"""``dateline bench pages``: from one new dispatch in the ledger to the pages that it changes."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from dateline import wire
from dateline.desk.intake import readings
from dateline.desk.newsroom import edit, lay_out
from dateline.errors import ConfigError
from dateline.ledger import Ledger, open_ledger
from dateline.publish import publish
from dateline.records import Dispatch, Failure, Reading

_NOW = datetime(2100, 1, 1, tzinfo=UTC)
"""Later than any dispatch: nothing is embargoed."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Medians over the rounds, in seconds: on the clock, and of this process's own time.

    ``files`` were written for one dispatch, of ``of`` that the site has.
    """

    seconds: float
    cpu_s: float
    files: int
    of: int
    stories: int
    dispatches: int


def measure(paths: Sequence[str], stories: int, rounds: int) -> Pages:
    """File dispatches until there are so many stories, publish, then time one dispatch after
    another: composing, laying out and writing. Reading and filing are not in it.

    Raises:
        ConfigError: the dispatches make too few stories.

    """
    with tempfile.TemporaryDirectory() as folder:
        ledger = open_ledger(str(Path(folder) / "pages.db"))
        wired = _filed(ledger, paths)
        count = 0
        for count, _ in enumerate(wired, start=1):
            if count % 10 == 0 and len(ledger.stories()) >= stories:
                break
        out = Path(folder) / "site"
        size = len(_publish(ledger, out))
        timed = [_timed(ledger, out) for _, _ in zip(range(rounds), wired, strict=False)]
        held = len(ledger.stories())
        ledger.close()
    if held < stories or not timed:
        what = f"The dispatches make {held} stories, not {stories} with some to spare."
        raise ConfigError(what, "Give more dispatches, or a smaller --stories.")
    seconds, cpu, files = (median(column) for column in zip(*timed, strict=True))
    return Pages(round(seconds, 3), round(cpu, 3), int(files), size, held, count + len(timed))


def _filed(ledger: Ledger, paths: Sequence[str]) -> Iterator[Dispatch]:
    """Reads and files one dispatch after another, each time one is asked for."""
    given = [
        (item, intake.data)
        for intake in wire.open_wire(paths)
        for item in intake.items
        if isinstance(item, Dispatch) and item.received
    ]
    given.sort(key=lambda one: (one[0].received or _NOW, one[0].guid))
    for at in range(0, len(given), 50):
        some = given[at : at + 50]
        read = readings([item for item, _ in some])
        for (item, data), (_, reading) in zip(some, read, strict=True):
            if _file(ledger, item, reading, data):
                yield item


def _file(ledger: Ledger, item: Dispatch, reading: Reading | Failure, data: bytes) -> bool:
    if isinstance(reading, Failure) or item.received is None:
        return False
    return ledger.ingest(item, reading, data, learnt=item.received).added


def _publish(ledger: Ledger, out: Path) -> tuple[str, ...]:
    as_of = ledger.latest() or _NOW
    edit(ledger, as_of, _NOW)
    return publish(lay_out(ledger, "Bench", as_of, _NOW), out).written


def _timed(ledger: Ledger, out: Path) -> tuple[float, float, int]:
    begun, used = perf_counter(), process_time()
    written = _publish(ledger, out)
    return perf_counter() - begun, process_time() - used, len(written)


def line(made: Pages) -> str:
    """The measurement for people."""
    return (
        f"{made.stories} stories, {made.dispatches} dispatches, {made.of} files: one new dispatch "
        f"rewrites {made.files} files in {made.seconds} s ({made.cpu_s} s of processor time)"
    )
