"""Which words of a sentence are a cue: the verb, its helpers, what leads on to the content."""

from dateline.reader.attribution.extract import Raw
from dateline.reader.attribution.grid import Grid

SMALL = frozenset(("det", "amod", "prt", "poss", "advmod", "fixed"))
LEADING = frozenset(("aux", "auxpass", "neg", "advmod", "mark"))
LONGEST = 6  # tokens between a cue and its content that may still belong to the cue


def _top(grid: Grid, first: int, last: int) -> int:
    """The first token of a range whose head lies outside it."""
    inside = range(first, last + 1)
    return next((k for k in inside if not first <= grid.head[k] <= last), first)


def _leading_on(grid: Grid, head: int, first: int, last: int) -> set[int]:
    """Tokens on the way from a cue down to its content, such as "expressed concern about"."""
    path: set[int] = set()
    k = grid.head[_top(grid, first, last)]
    while k != head and grid.head[k] != k and len(path) < LONGEST:
        path.add(k)
        k = grid.head[k]
    return path | {c for k in (head, *path) for c in grid.kids[k] if grid.dep[c] in SMALL}


def cue_span(grid: Grid, raw: Raw) -> tuple[int, int]:
    """First and last token of a statement's cue."""
    first = last = raw.head
    kids = grid.kids[raw.head]
    while first - 1 in kids and grid.dep[first - 1] in LEADING:
        first -= 1
    begin, end = min(((a, b) for a, b in raw.content if a > last), default=(last, last))
    if last < begin <= last + LONGEST:
        path = _leading_on(grid, raw.head, begin, end)
        if all(k in path for k in range(last + 1, begin)):
            last = begin - 1
    return first, last
