"""``dateline bench ledger``: what filing, asking and killing cost as the archive grows."""

import gc
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from sqlalchemy import Engine, event

from dateline.desk.bench import long_wire
from dateline.desk.bench.long_wire import Text
from dateline.desk.progress import bar
from dateline.ledger import Ledger, open_ledger
from dateline.records import Dispatch, Reading, Reference

SIZES = (1_000, 10_000, 100_000)
_WARM = 50  # ingests before the clock runs: caches, prepared statements
_KILLS, _PAGES = 100, 100


@dataclass(frozen=True, slots=True)
class Filing:
    """The median cost of filing one dispatch at one size, in milliseconds of wall time."""

    dispatches: int
    ingest_ms: float
    ratio: float
    bytes_per_dispatch: int


@dataclass(frozen=True, slots=True)
class Costs:
    """What ``measure`` found. Times in milliseconds; ``p95``: 95 in 100 were at most so long.

    ``page``: all that a story page asks the ledger for. ``kill``: until all that the killed
    dispatch said is withdrawn; ``kill_page``: and its story's page is asked for again.
    ``kill_rows``: most rows written by one kill.
    """

    filing: tuple[Filing, ...]
    build_per_s: float | None
    page_p95_ms: float
    page_max_ms: float
    kill_p95_ms: float
    kill_page_p95_ms: float
    kill_rows: int


def measure(folder: Path, sizes: Sequence[int] = SIZES, ingests: int = 500) -> Costs:
    """Build ledgers of some sizes in a folder (those already there are used), and time them."""
    kept, spared = long_wire.texts()
    rate = _build(folder, kept, sizes)
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    paths = [Path(shutil.copy(_path(folder, size), work)) for size in sizes]
    bytes_each = [path.stat().st_size / size for path, size in zip(paths, sizes, strict=True)]
    ledgers = [open_ledger(str(path)) for path in paths]
    medians = _filing(ledgers, sizes, spared, ingests)
    filing = tuple(
        Filing(size, round(ms, 2), round(ms / medians[0], 2), round(each))
        for size, ms, each in zip(sizes, medians, bytes_each, strict=True)
    )
    pages = _pages(ledgers[-1])
    kills, told, rows = _kills(ledgers[-1], kept, sizes[-1])
    for ledger in ledgers:
        ledger.close()
    shutil.rmtree(work)
    return Costs(filing, rate, _p95(pages), round(max(pages), 1), _p95(kills), _p95(told), rows)


def _p95(values: Sequence[float]) -> float:
    return round(quantiles(values, n=20)[-1], 1)


def _path(folder: Path, size: int) -> Path:
    return folder / f"{size}.db"


def _build(folder: Path, kept: Sequence[Text], sizes: Sequence[int]) -> float | None:
    """One ledger filled step by step, set aside at each size; dispatches a second, if any."""
    if all(_path(folder, size).exists() for size in sizes):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    growing = folder / "growing.db"
    growing.unlink(missing_ok=True)
    wire = iter(bar(islice(long_wire.archive(kept), sizes[-1]), "building", sizes[-1]))
    gc.freeze()  # the texts stay: no use in looking through them again and again
    begun, done = perf_counter(), 0
    for size in sizes:
        ledger = open_ledger(str(growing))
        for one, raw in islice(wire, size - done):
            ledger.ingest(one, long_wire.reading(one), raw, learnt=_sent(one))
        ledger.close()
        done = size
        shutil.copy(growing, _path(folder, size))
    growing.unlink()
    gc.unfreeze()
    return round(done / (perf_counter() - begun), 1)


def _sent(one: Dispatch) -> datetime:
    return one.issued or long_wire.when(0)


def _filing(
    ledgers: Sequence[Ledger], sizes: Sequence[int], spared: Sequence[Text], ingests: int
) -> list[float]:
    """Median milliseconds at each size: the same new texts, taken in turns."""
    taken: list[list[float]] = [[] for _ in sizes]
    gc.disable()
    for n in bar(range(_WARM + ingests), "filing", _WARM + ingests):
        for ledger, size, times in zip(ledgers, sizes, taken, strict=True):
            one, raw = long_wire.dispatch(spared[n % len(spared)], f"new:{n}", size + n)
            read = long_wire.reading(one)
            begun = perf_counter()
            ledger.ingest(one, read, raw, learnt=_sent(one))
            times.append((perf_counter() - begun) * 1000)
        gc.collect(0)
    gc.enable()
    return [median(times[_WARM:]) for times in taken]


def _pages(ledger: Ledger) -> list[float]:
    """Milliseconds for all that a page needs, for stories of every size, the largest among them."""
    at = ledger.latest() or long_wire.when(0)
    stories = sorted(ledger.stories(at), key=lambda s: (-len(s.dispatches), s.id))
    times = []
    for story in stories[:: max(1, len(stories) // _PAGES)][:_PAGES]:
        begun = perf_counter()
        _page(ledger, story.id, at)
        times.append((perf_counter() - begun) * 1000)
    return times


def _page(ledger: Ledger, story: str, at: datetime) -> None:
    """Ask for what a story's page is made of."""
    ledger.dossier(story, as_of=at, now=at)
    ledger.editions(story)


def _kills(ledger: Ledger, kept: Sequence[Text], size: int) -> tuple[list[float], list[float], int]:
    """Milliseconds of each kill, by guid and headline in turn, alone and with its story's page;
    the most rows that one wrote.
    """
    at = long_wire.when(size + 2000)
    written = _Written()
    times, told, most = [], [], 0
    for n, victim in enumerate(_victims(kept, size)):
        named = Reference(guid=victim.guid) if n % 2 else Reference(headline=victim.headline)
        order = Dispatch(f"kill:{n}", "Kill.", agency=victim.agency, signal="kill",
                         issued=at, received=at, objects=(named,))  # fmt: skip
        empty = Reading(order.guid, 1, "pattern", "none", "en")
        before = written.rows
        begun = perf_counter()
        done = ledger.ingest(order, empty, order.guid.encode(), learnt=at)
        times.append((perf_counter() - begun) * 1000)
        for story in done.stories:
            _page(ledger, story, at)
        told.append((perf_counter() - begun) * 1000)
        most = max(most, written.rows - before)
    written.stop()
    return times, told, most


def _victims(kept: Sequence[Text], size: int) -> Iterator[Dispatch]:
    """Dispatches with headlines from the last weeks of the archive."""
    last = islice(long_wire.archive(kept), max(0, size - 2000), size)
    named = [one for one, _ in last if one.headline]
    yield from named[:: max(1, len(named) // _KILLS)][:_KILLS]


class _Written:
    """Counts the rows that any engine writes."""

    def __init__(self) -> None:
        self.rows = 0
        event.listen(Engine, "after_cursor_execute", self._count)

    def _count(self, _connection: object, cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            self.rows += max(0, getattr(cursor, "rowcount", 0))

    def stop(self) -> None:
        """Count no longer."""
        event.remove(Engine, "after_cursor_execute", self._count)


def line(made: Costs) -> str:
    """The measurement for people."""
    filing = [
        f"{f.dispatches:>9,} dispatches: {f.ingest_ms:6.2f} ms to file one, ratio {f.ratio:.2f}, "
        f"{f.bytes_per_dispatch:,} bytes each"
        for f in made.filing
    ]
    built = f"built at {made.build_per_s} dispatches a second" if made.build_per_s else "as built"
    return "\n".join(
        [
            *filing,
            f"story page: p95 {made.page_p95_ms} ms, longest {made.page_max_ms} ms",
            f"kill to claims withdrawn: p95 {made.kill_p95_ms} ms, at most {made.kill_rows} rows "
            f"written; to the page's data: p95 {made.kill_page_p95_ms} ms",
            built,
        ]
    )
