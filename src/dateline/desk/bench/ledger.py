"""``dateline bench ledger``: what filing, asking and killing cost as the archive grows."""

import gc
import shutil
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from sqlalchemy import Engine, event

from dateline.desk.bench import long_wire
from dateline.desk.bench.ledger_costs import Costs, Filing, Kills, Times, filed, killed, paged
from dateline.desk.bench.long_wire import Text
from dateline.desk.progress import bar
from dateline.ledger import Ledger, open_ledger
from dateline.records import Dispatch, Reading, Reference

SIZES = (1_000, 10_000, 100_000)
_WARM = 50  # ingests before the clock runs: caches, prepared statements
_KILLS, _PAGES, _WEIGHED = 100, 100, 20
_RECENT = 2_000
"""Victims of kills are sought among so many of the latest dispatches."""


def measure(
    folder: Path,
    sizes: Sequence[int] = SIZES,
    ingests: int = 500,
    tell: Callable[[str], object] = lambda _: None,
) -> Costs:
    """Build ledgers of some sizes in a folder (those already there are used), and time them.

    ``tell`` is given each figure in words as soon as it is known.
    """
    kept, spared = long_wire.texts()
    rate = _build(folder, kept, sizes, tell)
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    paths = [Path(shutil.copy(_path(folder, size), work)) for size in sizes]
    ledgers = [open_ledger(str(path)) for path in paths]
    filing = _filing(ledgers, paths, sizes, _new(spared, ingests))
    for one in filing:
        tell(filed(one))
    last, at = ledgers[-1], long_wire.when(sizes[-1] + _RECENT)
    stories = sorted(last.stories(at), key=lambda s: (-len(s.dispatches), s.id))
    chosen = [s.id for s in stories[:: max(1, len(stories) // _PAGES)][:_PAGES]]
    page = _times([_timed(partial(_page, last, name, at)) for name in chosen])
    largest = len(stories[0].dispatches)
    tell(paged(page, len(stories), largest))
    kills = tuple(_kills(last, kept, sizes[-1], named) for named in ("guid", "headline"))
    for some in kills:
        tell(killed(some))
    for ledger in ledgers:
        ledger.close()
    shutil.rmtree(work)
    return Costs(filing, rate, len(stories), largest, page, kills)


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the clock and of the processor."""
    begun, used = perf_counter(), process_time()
    work()
    return (perf_counter() - begun) * 1000, (process_time() - used) * 1000


def _times(taken: Sequence[tuple[float, float]]) -> Times:
    clock, cpu = zip(*taken, strict=True)
    return Times(round(median(clock), 2), _p95(clock), round(max(clock), 1), _p95(cpu))


def _p95(values: Sequence[float]) -> float:
    return round(quantiles(values, n=20, method="inclusive")[-1], 1)


def _path(folder: Path, size: int) -> Path:
    return folder / f"{size}.db"


def _build(
    folder: Path, kept: Sequence[Text], sizes: Sequence[int], tell: Callable[[str], object]
) -> float | None:
    """One ledger filled step by step, set aside at each size; dispatches a second, if any.

    It begins with the largest that is there already.
    """
    there = [0, *(size for size in sizes if _path(folder, size).exists())]
    missing = [size for size in sizes if size not in there]
    if not missing:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    done = first = max(size for size in there if size < missing[0])
    growing = folder / "growing.db"
    for left in folder.glob("growing.db*"):
        left.unlink()
    if done:
        shutil.copy(_path(folder, done), growing)
    wire = bar(long_wire.archive(kept, done, missing[-1]), "building", missing[-1] - done)
    gc.freeze()  # the texts stay: no use in looking through them again and again
    begun = perf_counter()
    for size in missing:
        ledger = open_ledger(str(growing))
        for one, raw in islice(wire, size - done):
            ledger.ingest(one, long_wire.reading(one), raw, learnt=_sent(one))
        ledger.close()
        done = size
        shutil.copy(growing, _path(folder, size))
        rate = (done - first) / (perf_counter() - begun)
        tell(f"built {size:,} dispatches, {rate:.0f} a second")
    growing.unlink()
    gc.unfreeze()
    return round((done - first) / (perf_counter() - begun), 1)


def _sent(one: Dispatch) -> datetime:
    return one.issued or long_wire.when(0)


type _Next = Callable[[int], Iterator[tuple[Dispatch, Reading, bytes]]]


def _new(spared: Sequence[Text], ingests: int) -> _Next:
    """For a ledger of some size: new dispatches of texts that none holds, some of them to warm up
    and the last to be weighed.
    """

    def coming(size: int) -> Iterator[tuple[Dispatch, Reading, bytes]]:
        for n in range(_WARM + ingests + _WEIGHED):
            one, raw = long_wire.dispatch(spared[n % len(spared)], f"new:{n}", size + n)
            yield one, long_wire.reading(one), raw

    return coming


def _filing(
    ledgers: Sequence[Ledger], paths: Sequence[Path], sizes: Sequence[int], coming: _Next
) -> tuple[Filing, ...]:
    """What filing costs at each size: the same new texts, taken in turns."""
    each = [path.stat().st_size / size for path, size in zip(paths, sizes, strict=True)]
    taken: list[list[float]] = [[] for _ in sizes]
    turns = list(zip(*(list(coming(size)) for size in sizes), strict=True))
    gc.disable()
    for turn in bar(turns[:-_WEIGHED], "filing", len(turns) - _WEIGHED):
        for ledger, (one, read, raw), times in zip(ledgers, turn, taken, strict=True):
            begun = perf_counter()
            ledger.ingest(one, read, raw, learnt=_sent(one))
            times.append((perf_counter() - begun) * 1000)
        gc.collect(0)
    gc.enable()
    medians = [median(times[_WARM:]) for times in taken]
    weights = [_weighed(ledger, [turn[n] for turn in turns[-_WEIGHED:]])
               for n, ledger in enumerate(ledgers)]  # fmt: skip
    return tuple(
        Filing(size, round(ms, 2), round(ms / medians[0], 2), kib, round(held))
        for size, ms, kib, held in zip(sizes, medians, weights, each, strict=True)
    )


def _weighed(ledger: Ledger, some: Sequence[tuple[Dispatch, Reading, bytes]]) -> int:
    """KiB that filing one dispatch takes at most at once, the median of some."""
    taken = []
    tracemalloc.start()
    for one, read, raw in some:
        tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        ledger.ingest(one, read, raw, learnt=_sent(one))
        taken.append((tracemalloc.get_traced_memory()[1] - before) / 1024)
    tracemalloc.stop()
    return round(median(taken))


def _page(ledger: Ledger, story: str, at: datetime) -> None:
    """Ask for what a story's page is made of."""
    ledger.dossier(story, as_of=at, now=at)
    ledger.editions(story)


def _kills(ledger: Ledger, kept: Sequence[Text], size: int, named: str) -> Kills:
    """Kill dispatches of the last days, and ask for their stories' pages."""
    at = long_wire.when(size + _RECENT)
    written = _Written()
    alone, told, rows, each = [], [], 0, 0.0
    for n, victim in enumerate(_victims(kept, size, named == "guid")):
        which = Reference(**{named: victim.guid if named == "guid" else victim.headline})
        order = Dispatch(f"kill:{named}:{n}", "Kill.", agency=victim.agency, signal="kill",
                         issued=at, received=at, objects=(which,))  # fmt: skip
        empty = Reading(order.guid, 1, "pattern", "none", "en")
        before = written.rows
        begun, used = perf_counter(), process_time()
        done = ledger.ingest(order, empty, order.guid.encode(), learnt=at)
        alone.append(((perf_counter() - begun) * 1000, (process_time() - used) * 1000))
        for story in done.stories:
            _page(ledger, story, at)
        told.append(((perf_counter() - begun) * 1000, (process_time() - used) * 1000))
        rows = max(rows, written.rows - before)
        each = max(each, (written.rows - before) / max(1, done.withdrawn))
    written.stop()
    return Kills(named, len(alone), _times(alone), _times(told), rows, round(each, 1))


def _victims(kept: Sequence[Text], size: int, even: bool) -> list[Dispatch]:
    """Dispatches with headlines from the last days of the archive, every second of them."""
    last = long_wire.archive(kept, max(0, size - _RECENT), size)
    named = [one for one, _ in last if one.headline][even::2]
    return named[:: max(1, len(named) // _KILLS)][:_KILLS]


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
