"""A dispatch from its first sentence to its last: what is met where, and how often."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.records import Name
from dateline.report.ground import Sheet
from dateline.report.lines import fitness
from dateline.report.words import fold, keys


@dataclass(frozen=True, slots=True)
class Course:
    """``first``: the sentence in which each stem stands first; ``spread``: in how many it stands;
    ``named``: the sentence in which each name stands first, by its full form; ``mentions``: how
    often the dispatch has it; ``opening``: the sentence with its first news, and ``lede`` the stems
    of that; ``size``: sentences.
    """

    first: dict[str, int]
    spread: Counter[str]
    named: dict[str, int]
    mentions: Counter[str]
    opening: int
    lede: frozenset[str]
    size: int

    def is_new(self, name: Name, index: int) -> bool:
        """True if no sentence before the ``index``-th has a name."""
        return self.named.get(fold(name.canonical), index) >= index

    def is_told(self, stem: str, index: int) -> bool:
        """True if a sentence before the ``index``-th has a stem."""
        return self.first.get(stem, index) < index


def course(sheet: Sheet) -> Course:
    """The course of a dispatch."""
    sentences = sheet.reading.sentences
    told = [keys(sheet.shown[s.span.start : s.span.end]) for s in sentences]
    first: dict[str, int] = {}
    for index, words in enumerate(told):
        for word in words:
            first.setdefault(word, index)
    named: dict[str, int] = {}
    for index, name in _met(sheet):
        named.setdefault(name, index)
    opening = next((i for i, s in enumerate(sentences) if fitness.tells(sheet, s)), 0)
    return Course(
        first,
        spread=Counter(word for words in told for word in words),
        named=named,
        mentions=Counter(fold(name.canonical) for name in sheet.reading.names),
        opening=opening,
        lede=told[opening] if told else frozenset(),
        size=len(sentences),
    )


def _met(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """Each name of a dispatch in its full form, with the sentence in which it stands."""
    sentences = sheet.reading.sentences
    index = 0
    for name in sorted(sheet.reading.names, key=lambda n: n.span):
        while index + 1 < len(sentences) and sentences[index].span.end <= name.span.start:
            index += 1
        yield index, fold(name.canonical)
