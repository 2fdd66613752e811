"""Names that the words beside them call a place: ``the town of Ariha``, ``retook Ramouseh``.

What stands there is a place whether or not the gazetteer lists it, and whatever the model takes it
for: towns of far countries look like persons to it. Words: ``lexicon/place_words.toml``.
"""

from collections.abc import Iterable, Sequence
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

    @property
    def of(self) -> str:
        """The "town" of "the town of" before the name or its "al-", in lower case; else empty."""
        first = self.start
        if first > 1 and self.words[first - 1] in ARTICLES:
            first -= 2
        if first < 2 or self.words[first - 1].casefold() not in _lists()["division_of"]:
            return ""
        return self.words[first - 2].casefold()

    def before(self, count: int) -> list[str]:
        """The words before, in lower case."""
        return [w.casefold() for w in self.words[max(0, self.start - count) : self.start]]


def may_be_called(words: Sequence[str], spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The few of some names of which a word right before or after can say what they are."""
    (before, after), size = _calling(), len(words)
    return [
        (start, end)
        for start, end in spans
        if (end < size and words[end] in after)
        or (start > 0 and words[start - 1].casefold() in before)
    ]


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
    return name.of in _lists()["settlements"] and name.whole


def _is_around(name: Named) -> bool:
    """``the airport of Goma``, ``the outskirts of Bakhmut``: what a town has."""
    told = name.of in _lists()["grounds"]
    return told and (not name.capital or name.whole) and (name.label != "PERSON" or name.one)


def _is_held(name: Named) -> bool:
    """``retook Ramouseh``, ``control of Ramouseh``; but a person, too, may be captured."""
    before = name.before(2)
    if before == ["control", "of"] or not _lists()["retaking"].isdisjoint(before[-1:]):
        held = name.label != "ORG" and (name.label != "PERSON" or name.one)
    else:
        held = name.label not in NO_PLACES and not _lists()["taking"].isdisjoint(before[-1:])
    return held and name.whole


def _is_set(name: Named) -> bool:
    """``near Ariha, in the province of Idlib``; if it is no body, ``in Douma, a suburb``."""
    after = [w.casefold() for w in name.words[name.end : name.end + 2]]
    if name.label == "PERSON" or after[:1] != [","]:
        return False
    before = name.before(1)
    if not before or before[0] not in _lists()["placing"]:
        return False
    return after[-1] in _lists()["setting"] or (name.label != "ORG" and after[-1] in ("a", "an"))


def _is_fallen(name: Named) -> bool:
    """``Orikhiv had fallen``, ``Bakhmut is not occupied``."""
    after = name.words[name.end : name.end + 4]
    if not after or after[0] not in _lists()["falling"]:
        return False
    return not _lists()["fallen"].isdisjoint(after) and (name.label != "PERSON" or name.one)
