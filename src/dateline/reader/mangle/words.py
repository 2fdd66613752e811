"""The words of a text, and whether a language has a word. The word list is loaded when asked."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from operator import itemgetter
from struct import pack

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
MARKED = re.compile(r"[\w'’-]+")
KNOWN = 2.8  # Zipf frequency from which a word is common enough to have stood there
MOST_KEPT, LONGEST = 50_000, 40  # stretches remembered, and characters of one
UNKNOWN = 1.6  # Zipf frequency below which a word may be a wreck


@dataclass(frozen=True)
class Row:
    """The words of a text: their ``forms`` in lower case with plain apostrophes.

    ``marks`` has eight bytes for each stretch of letters, digits and hyphens: the same for the same
    in whatever case.
    """

    text: str
    forms: list[str]
    marks: bytes

    @cached_property
    def found(self) -> list[re.Match[str]]:
        """Where the words stand: asked only where something is wrong with one."""
        return [match for match in WORD.finditer(self.text) if _form(match[0])]

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of a row of words, by the positions of its first and last."""
        return self.found[first].start(), self.found[last].end()


Piece = tuple[list[str], bytes]
"""What a stretch without space adds to the forms and the marks of a row."""


class _Pieces(dict[str, Piece]):
    """Stretches without space, remembered: most come up again and again."""

    def __missing__(self, piece: str) -> Piece:
        if len(self) > MOST_KEPT:
            self.clear()
        marks = [hash(word) for word in MARKED.findall(piece.lower())]
        made = [f for f in map(_form, WORD.findall(piece)) if f], pack(f"{len(marks)}q", *marks)
        if len(piece) <= LONGEST:
            self[piece] = made
        return made


@lru_cache(maxsize=50_000)
def _form(word: str) -> str:
    """A word in lower case with plain apostrophes; empty for a brand name with inner capitals."""
    plain = word.islower() or word[1:].islower() or len(word) == 1 or word.isupper()
    return word.lower().replace("’", "'") if plain else ""


_pieces = _Pieces()


def words(text: str) -> Row:
    """The words of a text, brand names with inner capitals left out."""
    pieces = [*map(_pieces.__getitem__, text.split())]
    forms = [*chain.from_iterable(map(itemgetter(0), pieces))]
    return Row(text, forms, b"".join(map(itemgetter(1), pieces)))


@lru_cache(maxsize=50_000)
def frequency(word: str, language: str) -> float:
    """Zipf frequency of a word (Speer, wordfreq 3.1), 0 if the language does not have it."""
    from wordfreq import zipf_frequency  # noqa: PLC0415 (takes most of a second to load)

    return float(zipf_frequency(word, language))
