"""Whether two figures tell of one incident: by what was hit, with what, and the words around. Pure.

Place and day come first (``comparable``); many incidents share those.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.ledger import lexicons
from dateline.ledger.asserted.wording import content_words
from dateline.ledger.speakers.actors import plain
from dateline.records import Assertion, Figure

Scene = Literal["one", "mark", "alike", "open", "two"]
"""``one``: an account much like the other; ``mark``: both name what was hit; ``alike``: a few words
in common, enough only for the same town and day; ``two``: different things were hit.
"""

_SHARED, _SHARE = 3, 0.15
_FREE_SHARE = 0.35
"""Words in common, in number and as a share of the shorter account, that make one scene of two: of
the share more for a figure that is no toll.
"""

_STEM = 6


@dataclass(frozen=True, slots=True)
class _Signs:
    """Stems of targets and of means, with what they stand for; of many places; of no meaning."""

    target: dict[str, str]
    means: dict[str, str]
    spread: frozenset[str]
    empty: frozenset[str]


@cache
def _signs() -> _Signs:
    data = lexicons.table("scenes.toml")
    target, means = (
        {plain(w)[:_STEM]: kind for kind, words in data[part].items() for w in words}
        for part in ("target", "means")
    )
    spread, empty = (
        frozenset(plain(w)[:_STEM] for w in data[p]["words"]) for p in ("spread", "any")
    )
    return _Signs(target, means, spread, empty)


_COUNT = "="
"""Begins, among the words around a figure, another count of its sentence: ``=injured 35``."""

_FEWEST = 3
"""Smaller counts are equal by chance."""


def companion(figure: Figure) -> str | None:
    """How a count stands among the words around another; null for one that is too small."""
    number = figure.value if figure.value is not None else figure.low
    if figure.scope == "part" or number is None or number < _FEWEST:
        return None
    return f"{_COUNT}{figure.measure} {number:.0f}"


def _companions(a: Assertion) -> frozenset[str]:
    own = f"{_COUNT}{a.about.measure} "
    return frozenset(w for w in a.context if w.startswith(_COUNT) and not w.startswith(own))


def telling(a: Assertion) -> frozenset[str]:
    """Words around a figure that may tell one incident from another."""
    own = f"{a.about.measure} {a.about.place or ''}"
    said = " ".join(filter(None, (a.by, a.agency)))
    words = frozenset(w for w in a.context if not w.startswith(_COUNT))
    return words - content_words(own) - content_words(said) - _signs().empty


def scene(a: Assertion, b: Assertion, *, core: bool) -> Scene:
    """How the words around two figures compare. ``core``: both are tolls of people."""
    one, two = telling(a), telling(b)
    if core and _companions(a) & _companions(b):
        return "one"
    if not one or not two:
        return "open"
    target = _signs().target
    hit, struck = {target[w] for w in one & target.keys()}, {target[w] for w in two & target.keys()}
    shared = len(one & two)
    enough = _SHARED if core else _SHARED + 1
    if shared >= enough and shared >= (_SHARE if core else _FREE_SHARE) * min(len(one), len(two)):
        return "one"
    if hit and struck and not hit & struck:
        return "two"
    if hit & struck:
        return "mark"
    return "alike" if _means(one) & _means(two) or shared > 1 else "open"


_SPECIFIC = 3
"""So many words of a charge, beside its attack, tell which deed it is of."""


def other_deed(denier: Assertion, other: Assertion) -> bool:
    """True if a charge tells of a deed of which no word stands around a denial in another dispatch:
    of another victim than the one that is spoken of there.
    """
    if denier.guid == other.guid:
        return False
    names = (denier.by, other.by, denier.agency, other.agency)
    said = content_words(" ".join(filter(None, names)))
    own = content_words(other.text) - said - _signs().empty
    doers = content_words(" ".join((*denier.also, other.about.population or "")))
    return len(own - doers) >= _SPECIFIC and own.isdisjoint(denier.context)


def telling_attack(words: str) -> bool:
    """True if words speak of an attack or of what one is made with."""
    stems = content_words(words)
    return bool(_means(frozenset(stems))) or not _ATTACKS.isdisjoint(stems)


_ATTACKS = content_words(
    "attack strike shelling bombing bombardment raid massacre killing blast explosion assault"
)


def spread(a: Assertion) -> bool:
    """True for a toll of many places: "across the region", "in villages of the province"."""
    return not _signs().spread.isdisjoint(a.context)


def _means(words: frozenset[str]) -> set[str]:
    means = _signs().means
    return {means[w] for w in words & means.keys()}
