"""Names that the words beside them call a place: ``the town of Ariha``, ``retook Ramouseh``.

What stands there is a place whether or not the gazetteer lists it, and whatever the model takes it
for: towns of far countries look like persons to it. Words: ``lexicon/place_words.toml``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.reader.lexicon_files import word_lists

NO_NAMES = frozenset({"DATE", "ORDINAL", "CARDINAL"})
ARTICLES = frozenset({"-", "’", "'"})  # end an "al-"
NO_PLACES = NO_NAMES | {"NORP", "PERSON", "ORG", "EVENT", "LAW", "PRODUCT"}


@cache
def _lists() -> dict[str, frozenset[str]]:
    return word_lists("place_words.toml")


@dataclass(frozen=True, slots=True)
class Named:
    """Tokens ``start`` to ``end`` (exclusive) of a text, and the model's label for just these.

    ``capital``: which words have one; empty if that was not looked at.
    """

    words: Sequence[str]
    capital: Sequence[bool]
    start: int
    end: int
    label: str

    @property
    def one(self) -> bool:
        """True for a single word, which a person's name mostly is not."""
        return self.end - self.start == 1

    @property
    def whole(self) -> bool:
        """True for capitalised words up to where the capitals end."""
        ends = self.end >= len(self.words) or not self.capital[self.end]
        return ends and all(self.capital[self.start : self.end])

    def before(self, count: int, *, article: bool = False) -> list[str]:
        """The words before, in lower case; ``article``: without an "al-" of the name."""
        first = self.start
        if article and first > 1 and self.words[first - 1] in ARTICLES:
            first -= 2
        return [w.casefold() for w in self.words[max(0, first - count) : first]]


def may_be_called(words: Sequence[str], start: int, end: int) -> bool:
    """False where no word right before or after a name can say what it is, so for nearly all."""
    before, after = _calling()
    return (end < len(words) and words[end] in after) or (
        start > 0 and words[start - 1].casefold() in before
    )


@cache
def _calling() -> tuple[frozenset[str], frozenset[str]]:
    """The words that may stand right before a name, and right after it, to say what it is."""
    lists = _lists()
    before = lists["division_of"] | lists["retaking"] | lists["taking"] | lists["placing"]
    return before | ARTICLES | {"of"}, lists["quarters"] | lists["falling"]


def is_called(name: Named) -> bool:
    """True if the words beside a name say that it is a place's."""
    if name.label in NO_NAMES:
        return False
    return _is_quarter(name) or _is_town(name) or _is_held(name) or is_loosely_called(name)


def is_loosely_called(name: Named) -> bool:
    """True if they say so of names that are known to be places."""
    return _is_set(name) or _is_fallen(name) or _is_around(name)


def is_surely_called(words: Sequence[str], start: int, end: int) -> bool:
    """True if they say so of any name."""
    return not is_loosely_called(Named(words, (), start, end, ""))


def _is_quarter(name: Named) -> bool:
    """``the Mayo neighbourhood``, ``Maslub district``."""
    after = name.words[name.end] if name.end < len(name.words) else ""
    return after in _lists()["quarters"] and not (name.start and name.capital[name.start - 1])


def _is_town(name: Named) -> bool:
    """``the town of Ariha``, ``the city of al-Bab``."""
    kind, of = (["", "", *name.before(2, article=True)])[-2:]
    told = of in _lists()["division_of"] and kind in _lists()["settlements"]
    return told and name.whole


def _is_around(name: Named) -> bool:
    """``the airport of Goma``, ``the outskirts of Bakhmut``: what a town has."""
    kind, of = (["", "", *name.before(2, article=True)])[-2:]
    told = of in _lists()["division_of"] and kind in _lists()["grounds"]
    return told and (not name.capital or name.whole) and (name.label != "PERSON" or name.one)


def _is_held(name: Named) -> bool:
    """``retook Ramouseh``, ``control of Ramouseh``; but a person, too, may be captured."""
    before = name.before(2)
    if not name.whole or not before:
        return False
    if before == ["control", "of"] or before[-1] in _lists()["retaking"]:
        return name.label != "ORG" and (name.label != "PERSON" or name.one)
    return before[-1] in _lists()["taking"] and name.label not in NO_PLACES


def _is_set(name: Named) -> bool:
    """``near Ariha, in the province of Idlib``; if it is no body, ``in Douma, a suburb``."""
    after = [w.casefold() for w in name.words[name.end : name.end + 2]]
    before = name.before(1)
    if name.label == "PERSON" or after[:1] != [","]:
        return False
    if not before or before[0] not in _lists()["placing"]:
        return False
    return after[-1] in _lists()["setting"] or (name.label != "ORG" and after[-1] in ("a", "an"))


def _is_fallen(name: Named) -> bool:
    """``Orikhiv had fallen``, ``Bakhmut is not occupied``."""
    after = name.words[name.end : name.end + 4]
    if not after or after[0] not in _lists()["falling"]:
        return False
    return not _lists()["fallen"].isdisjoint(after) and (name.label != "PERSON" or name.one)
