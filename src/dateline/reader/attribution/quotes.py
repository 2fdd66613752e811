"""Quotations: stretches between quotation marks of any style, over several paragraphs if need be.

A mark's direction is told by its shape or, if it has none, by the space around it. Marks that have
no partner are common in agency copy: a quotation ends with its paragraph at the latest, unless the
next one opens with a mark again, which is how a long quotation is continued in print.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from dateline.reader.attribution.grid import Grid

MARK = re.compile(r"[“”„«»\"]|``|''|\n\s*")
LONGEST = 6000  # characters: what goes on longer than that is an error in the marks


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks: character interval, and first and last token."""

    start: int
    end: int
    first: int
    last: int


def _opens(text: str, start: int, end: int, inside: bool) -> bool:
    """Whether a mark opens a quotation: by its shape, else by the space beside it."""
    mark = text[start:end]
    if mark in ("“", "„", "«", "``"):
        return True
    if mark in ("”", "»"):
        return False
    spaced_before = start == 0 or text[start - 1].isspace() or text[start - 1] in "([—–-"
    spaced_after = end >= len(text) or text[end].isspace() or text[end] in ".,;:!?)]"
    return not inside if spaced_before == spaced_after else spaced_before


def stretches(text: str) -> list[tuple[int, int]]:
    """Character intervals of the quotations of a text, marks included, in order."""
    found: list[tuple[int, int]] = []
    begun: int | None = None  # where the open quotation began
    pending: int | None = None  # where its paragraph ended, when a paragraph break is being judged
    for match in MARK.finditer(text):
        start, end = match.span()
        if text[start] == "\n":
            if begun is not None and pending is None:
                pending = start
            continue
        opens = _opens(text, start, end, begun is not None and pending is None)
        if begun is None:
            begun = start if opens else None
        elif pending is not None:
            goes_on = opens and not text[pending:start].strip() and end - begun < LONGEST
            if not goes_on:
                found.append((begun, pending))
                begun = start if opens else None
            pending = None
        elif not opens:
            found.append((begun, end))
            begun = None
        elif start - begun > LONGEST:
            begun = start
    if begun is not None:
        found.append((begun, pending if pending is not None else len(text.rstrip())))
    return found


def mark_quotes(grid: Grid) -> list[Quote]:
    """The quotations of a text that hold at least one token; told to the grid too."""
    grid.quote = [-1] * len(grid.start)
    grid.quoted = set()
    quotes: list[Quote] = []
    for start, end in stretches(grid.text):
        first = max(0, bisect_right(grid.start, start) - 1)
        last = bisect_right(grid.start, end - 1) - 1
        while last > first and grid.pos[last] == "SPACE":
            last -= 1
        if last - first < 1:
            continue
        grid.quote[first : last + 1] = [len(quotes)] * (last - first + 1)
        grid.quoted.update(range(grid.sent[first], grid.sent[last] + 1))
        quotes.append(Quote(start, end, first, last))
    quote = grid.quote
    grid.commas = [i for i, word in enumerate(grid.word) if word == "," and quote[i] < 0]
    return quotes
