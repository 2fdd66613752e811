"""Places' names inside other names: ``Ardenza battalion``, ``Kassel Street``, ``Olmedo y Damas``.

No place is meant by these. Words: ``lexicon/place_words.toml``.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from dateline.reader import gazetteer
from dateline.reader.lexicon_files import word_lists
from dateline.reader.parse import Parse
from dateline.reader.placenames import fold

AND = frozenset(("y", "Y"))  # joins the two surnames of a Spanish name
PERSONS = frozenset(("PERSON", "PER"))


@cache
def _lists() -> dict[str, frozenset[str]]:
    return word_lists("place_words.toml")


def is_within(words: Sequence[str], capital: Sequence[bool], start: int, end: int) -> bool:
    """True for a place's name in that of a unit, street or hotel.

    Streets and hotels need a capital: "a Kassel hotel" is one in Kassel.
    """
    after = words[end].casefold() if end < len(words) else ""
    return after in _lists()["units"] or (after in _lists()["streets"] and capital[end])


def is_half(words: Sequence[str], capital: Sequence[bool], start: int, end: int) -> bool:
    """True for one of the two names that "y" joins; English copy has that in names only."""
    if start > 1 and words[start - 1] in AND and capital[start - 2]:
        return True
    return end + 1 < len(words) and words[end] in AND and capital[end + 1]


def surnames(doc: Parse, places: Iterable[str]) -> set[str]:
    """The folded last words of the persons' full names in a text, but for those in ``places``: what
    the model takes for a place somewhere in the text. "Valle del Cauca" is no person to us. Of a
    double name, the last word whatever the model says.
    """
    full = [entity for entity in doc.ents if entity.label_ in PERSONS and len(entity) > 1]
    known = gazetteer.known(fold(entity.text) for entity in full)
    last = {fold(entity[-1].text) for entity in full if fold(entity.text) not in known}
    return last.difference(places) | _doubled(doc)


def _doubled(doc: Parse) -> set[str]:
    """The folded second halves of double names in a text that is not French."""
    if doc.lang_ == "fr":
        return set()
    words = doc.table.words
    inside = range(1, len(words) - 1)
    joining = [i for i in inside if words[i] in AND] if not AND.isdisjoint(words) else []
    return {
        fold(words[i + 1])
        for i in joining
        if words[i - 1][:1].isupper() and words[i + 1][:1].isupper()
    }
