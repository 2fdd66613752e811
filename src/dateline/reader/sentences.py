"""The sentences of a parsed text."""

from collections.abc import Iterator

from dateline.reader.token_columns import Columns
from dateline.records import Sentence, Span

VERBS = frozenset(("VERB", "AUX"))
ENDS = frozenset(".!?:…\"”»')]")


def _ranges(table: Columns) -> Iterator[tuple[int, int]]:
    """The tokens of each sentence from first to last, outer space left out."""
    first, spaces = 0, table.spaces
    for after in [*table.bounds, len(spaces)]:
        last = after - 1
        while first <= last and spaces[first]:
            first += 1
        while first <= last and spaces[last]:
            last -= 1
        if first <= last:
            yield first, last
        first = after


def sentences(table: Columns, text: str) -> tuple[Sentence, ...]:
    """Sentences without surrounding space; prose if they have a verb and end like a sentence."""
    found: list[Sentence] = []
    paragraph = before = 0
    for first, last in _ranges(table):
        start, end = table.starts[first], table.starts[last] + table.sizes[last]
        if found and "\n" in text[before:start]:
            paragraph += 1
        verb = not VERBS.isdisjoint(table.pos[first : last + 1])
        found.append(Sentence(Span(start, end), paragraph, verb and text[end - 1] in ENDS))
        before = end
    return tuple(found)
