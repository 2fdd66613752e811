"""Stretches of tokens offered as a cue's content: fitted to words and quotations, once each."""

from dataclasses import dataclass, field

from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.quotes import Quote

SOFT = frozenset((",", ";", "—", "–", "-", "--", ":", "...", "…", "."))

Range = tuple[int, int]


@dataclass(slots=True)
class Candidate:
    """Token ranges (inclusive) that may be the content, with what tells whether they are."""

    ranges: tuple[Range, ...]
    kind: str
    signs: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue head with what is known when its content is sought.

    ``first``/``last`` bound the words of the cue and its source in the sentence; ``beyond`` is the
    last token of the source with its relative clauses and asides.
    """

    head: int
    source: Range | None
    first: int
    last: int
    beyond: int


def trim(grid: Grid, first: int, last: int) -> Range:
    """A range without commas, spaces, conjunctions and lone marks at its ends."""
    quote, pos, word = grid.quote, grid.pos, grid.word
    while last > first and (
        pos[last] in ("SPACE", "CCONJ") or (word[last] in SOFT and quote[last] < 0)
    ):
        last -= 1
    while first < last and (pos[first] == "SPACE" or (word[first] in SOFT and quote[first] < 0)):
        first += 1
    return first, last


def _widen(grid: Grid, quotes: list[Quote], cue: Cue, span: Range) -> Range:
    """A range whose ends lie in a quotation grows to the quotation's ends, short of the cue."""
    (first, last), quote = span, grid.quote
    if quote[first] < 0 and quote[last] < 0:
        return span
    for end in span:
        number = quote[end]
        if number >= 0 and number != quote[cue.head]:
            whole = quotes[number]
            if not whole.first <= cue.head <= whole.last:
                first, last = min(first, whole.first), max(last, whole.last)
    return first, last


@dataclass(slots=True)
class Pool:
    """Distinct candidates, in the order of being offered."""

    grid: Grid
    quotes: list[Quote]
    cue: Cue
    found: dict[tuple[Range, ...], Candidate] = field(default_factory=dict)

    def _fitted(self, ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        """Ranges trimmed and widened to quotations; empty if they take in the cue or no word."""
        fitted: list[Range] = []
        grid, head = self.grid, self.cue.head
        for rough in ranges:
            first, last = span = _widen(grid, self.quotes, self.cue, trim(grid, *rough))
            if first <= head <= last or last < first:
                return ()
            if grid.word[first].isalnum() or any(
                word[:1].isalnum() for word in grid.word[first : min(last, first + 9) + 1]
            ):
                fitted.append(span)
        if len(fitted) == 2 and fitted[0][1] >= fitted[1][0]:
            return ()
        return tuple(fitted)

    def offer(self, one: Candidate) -> None:
        """Take a candidate in, or note that one known may be seen in another way too."""
        ranges = self._fitted(one.ranges)
        known = self.found.get(ranges)
        if ranges and known is None:
            one.ranges = ranges
            self.found[ranges] = one
        elif known is not None and one.kind != known.kind:
            known.signs = [*known.signs, f"also {one.kind}"]

    def continue_with(self, more: Range) -> None:
        """Offer every candidate that ends before a following quotation together with it."""
        for one in list(self.found.values()):
            if one.ranges[-1][1] < more[0]:
                ranges = (*one.ranges, more)
                self.found.setdefault(
                    ranges, Candidate(ranges, one.kind, [*one.signs, "continued"])
                )
