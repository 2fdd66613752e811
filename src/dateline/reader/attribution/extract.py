"""From a parse to raw statements, in token numbers: cue, source and content chosen by the models."""

from dataclasses import dataclass

from dateline.reader.attribution import contents, heads, sources
from dateline.reader.attribution.contents import Cue, Range
from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.model import Models, score
from dateline.reader.attribution.quotes import Quote

SAME = 0.8  # contents that share more than this (Dice) are one statement found twice


@dataclass(frozen=True, slots=True)
class Raw:
    """A statement in token ranges. ``subject`` is the head token of the source, or -1."""

    head: int
    subject: int
    source: Range | None
    content: tuple[Range, ...]
    weight: float


def clause(grid: Grid, head: int, source: Range | None) -> Cue:
    """The cue with the stretch that it and its source take up in the sentence."""
    first = last = head
    for k in grid.kids[head]:
        if grid.dep[k] in ("aux", "auxpass", "neg", "prt") or (
            grid.dep[k] == "advmod" and abs(k - head) < 3 and grid.right[k] - grid.left[k] < 2
        ):
            first, last = min(first, k), max(last, k)
    beyond = last
    if source and grid.sent[source[0]] == grid.sent[head]:
        first, last = min(first, source[0]), max(last, source[1])
        beyond = max(last, max(grid.right[k] for k in range(source[0], source[1] + 1)))
    return Cue(head, source, first, last, beyond)


def best_source(grid: Grid, head: int, weights: dict[str, float]) -> int:
    """The head token of the likeliest source of a cue, or -1 for nobody."""
    quoted = sources.quoted_as(grid, head)
    if quoted is not None:
        return quoted
    some = sources.candidates(grid, head)
    return max(some, key=lambda one: score(weights, sources.features(grid, head, one))).token


def best_content(
    grid: Grid, quotes: list[Quote], cue: Cue, weights: dict[str, float]
) -> tuple[Range, ...]:
    """The likeliest content of a cue, empty if the parse offers none."""
    some = contents.candidates(grid, quotes, cue)
    if not some:
        return ()
    most = max(one.ranges[-1][1] for one in some)
    return max(
        some, key=lambda one: score(weights, contents.features(grid, cue, one, most=most))
    ).ranges


def _size(ranges: tuple[Range, ...]) -> int:
    return sum(last - first + 1 for first, last in ranges)


def _shared(a: tuple[Range, ...], b: tuple[Range, ...]) -> int:
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0]) + 1) for x in a for y in b)


def _distinct(found: list[Raw]) -> list[Raw]:
    """One statement where several cues nearby claim the same content: the likeliest."""
    kept: list[Raw] = []
    for one in sorted(found, key=lambda r: -r.weight):
        rivals = (k for k in kept if abs(k.head - one.head) < 200)
        if not any(
            2 * _shared(one.content, k.content) > SAME * (_size(one.content) + _size(k.content))
            for k in rivals
        ):
            kept.append(one)
    return sorted(kept, key=lambda r: (r.content[0][0], r.head))


def extract(grid: Grid, quotes: list[Quote], models: Models) -> list[Raw]:
    """The statements of a text, in text order."""
    found: list[Raw] = []
    for i in range(len(grid.word)):
        if not heads.is_candidate(grid, i, models.heads):
            continue
        weight = score(models.cue, heads.features(grid, i))
        if weight < models.threshold:
            continue
        subject = best_source(grid, i, models.source)
        source = sources.extent(grid, subject) if subject >= 0 else None
        content = best_content(grid, quotes, clause(grid, i, source), models.content)
        if content:
            found.append(Raw(i, subject, source, content, weight))
    inner = {grid.head[grid.head[r.head]] for r in found if sources.quoted_as(grid, r.head)}
    return _distinct([r for r in found if r.head not in inner])
