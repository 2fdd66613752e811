"""``dateline bench speed``: reading time against the bare language-model pass on the same texts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time

from dateline import wire
from dateline.errors import ConfigError
from dateline.reader import pipeline
from dateline.records import Dispatch, Failure


@dataclass(frozen=True, slots=True)
class Speed:
    """Medians over the rounds, in seconds; ``ratio`` is that of the medians."""

    ratio: float
    bare_s: float
    reading_s: float
    words: int
    dispatches: int


def gather(paths: Sequence[str], limit: int) -> list[Dispatch]:
    """The first ``limit`` dispatches with words at some paths.

    Raises:
        ConfigError: there is none, so that there is nothing to measure.

    """
    found: list[Dispatch] = []
    failed: list[Failure] = []
    for intake in wire.open_wire(paths):
        failed += [item for item in intake.items if isinstance(item, Failure)]
        items = (item for item in intake.items if not isinstance(item, Failure))
        found += [item for item in items if item.text.strip()]
        if len(found) >= limit:
            break
    if not found[:limit]:
        why = f": {failed[0].path}: {failed[0].reason}" if failed else "."
        raise ConfigError(
            f"There is no dispatch to measure in {', '.join(paths)}{why}",
            "Give dispatches in a format that dateline reads, unpacked, and a limit above 0.",
        )
    return found[:limit]


def _seconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def measure(paths: Sequence[str], limit: int, rounds: int) -> Speed:
    """Alternate a bare pass and a reading, A B A B, in this process, after one warm-up of each."""
    dispatches = gather(paths, limit)
    texts = pipeline.prepare(dispatches)
    words = sum(len(text.split()) for some in texts.values() for text in some)
    pipeline.bare_pass(pipeline.prepare(dispatches[:50]))
    list(pipeline.read(dispatches[:50]))
    bare, reading = [], []
    for _ in range(rounds):
        bare.append(_seconds(lambda: pipeline.bare_pass(texts)))
        reading.append(_seconds(lambda: list(pipeline.read(dispatches))))
    return Speed(
        ratio=round(median(reading) / median(bare), 3),
        bare_s=round(median(bare), 2),
        reading_s=round(median(reading), 2),
        words=words,
        dispatches=len(dispatches),
    )


def line(made: Speed) -> str:
    """The measurement for people."""
    rate = made.words / made.reading_s if made.reading_s else 0.0
    return (
        f"{made.dispatches} dispatches, {made.words:,} words: model alone {made.bare_s} s, reading "
        f"{made.reading_s} s, ratio {made.ratio}, {rate:,.0f} words a second"
    )
