"""What ``dateline bench ledger`` finds, as records and in words. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds on the clock of some repetitions: median, 95 in 100 at most, longest; and the
    processor's time that 95 in 100 took at most, which a busy machine changes less.
    """

    median: float
    p95: float
    longest: float
    cpu_p95: float


@dataclass(frozen=True, slots=True)
class Filing:
    """The cost of filing one dispatch at one size: median milliseconds on the clock, that against
    the first size, and KiB of memory taken for it at once. ``bytes_per_dispatch``: of the database.
    """

    dispatches: int
    ingest_ms: float
    ratio: float
    memory_kib: int
    bytes_per_dispatch: int


@dataclass(frozen=True, slots=True)
class Kills:
    """Kills by ``named`` ("guid", "headline"): until all that the dispatch said is withdrawn, and
    until its story's page has been asked for again. ``rows``: most rows written by one of them;
    ``rows_for_each``: the same for each assertion that it withdrew, at most.
    """

    named: str
    kills: int
    withdrawn: Times
    to_page: Times
    rows: int
    rows_for_each: float


@dataclass(frozen=True, slots=True)
class Costs:
    """What ``measure`` found. ``page``: all that a story page asks the ledger for, for stories of
    every size, the largest (``largest`` dispatches) among them.
    """

    filing: tuple[Filing, ...]
    build_per_s: float | None
    stories: int
    largest: int
    page: Times
    kills: tuple[Kills, ...]


def filed(made: Filing) -> str:
    """Filing at one size, for people."""
    return (
        f"{made.dispatches:>9,} dispatches: {made.ingest_ms:6.2f} ms to file one, ratio "
        f"{made.ratio:.2f}, {made.memory_kib:,} KiB of memory for it, "
        f"{made.bytes_per_dispatch:,} bytes each in the database"
    )


def _spread(made: Times) -> str:
    return (
        f"median {made.median} ms, p95 {made.p95} ms ({made.cpu_p95} ms of processor time), "
        f"longest {made.longest} ms"
    )


def paged(page: Times, stories: int, largest: int) -> str:
    """Story pages, for people."""
    return f"story page, of {stories:,} stories of up to {largest:,} dispatches: {_spread(page)}"


def killed(made: Kills) -> str:
    """Kills, for people."""
    return (
        f"kill by {made.named} to claims withdrawn: {_spread(made.withdrawn)}; at most {made.rows} "
        f"rows written; to the page's data: p95 {made.to_page.p95} ms"
    )


def line(made: Costs) -> str:
    """The measurement for people."""
    built = f"built at {made.build_per_s} dispatches a second" if made.build_per_s else "as built"
    return "\n".join(
        [
            *map(filed, made.filing),
            paged(made.page, made.stories, made.largest),
            *map(killed, made.kills),
            built,
        ]
    )
