"""Who is counted: two populations are the same, one part of the other, different, or open."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.ledger import lexicons
from dateline.ledger.actors import plain, state_of
from dateline.records import About

Fit = Literal["same", "open", "part", "different"]
"""``open``: the words don't settle it; ``part``: one counts a part of what the other counts."""


@dataclass(frozen=True, slots=True)
class Population:
    """Classes of people and the qualities that narrow them."""

    classes: frozenset[str]
    qualities: frozenset[str]


@cache
def _lexicon() -> tuple[frozenset[str], dict[str, str]]:
    data = lexicons.table("populations.toml")
    classes = {plain(w): name for name, words in data["class"].items() for w in words}
    return frozenset(plain(w) for w in data["anyone"]), classes


@cache
def population(key: str) -> Population:
    """Classes and qualities of a normalised population ("russian soldiers")."""
    anyone, classes = _lexicon()
    found: set[str] = set()
    qualities: set[str] = set()
    words = [w.strip(".,'\"") for w in plain(key).split()]
    for word in words:
        if word in classes:
            found.add(classes[word])
        elif state_of(word):
            qualities.add(str(state_of(word)))
        elif word and word not in anyone and word not in ("the", "of", "a", "and", "its", "their"):
            qualities.add(word.removesuffix("s"))
    return Population(frozenset(found), frozenset(qualities))


def _victims(a: About, b: About) -> Fit | None:
    """What the victims' kinds say by themselves."""
    pair = {a.victims, b.victims}
    if len(pair) == 1 or "unknown" in pair:
        return None
    return "part" if "mixed" in pair else "different"


def fit(a: About, b: About) -> Fit:
    """How two populations stand to each other."""
    kinds = _victims(a, b)
    if kinds:
        return kinds
    one, two = population(a.population_key or ""), population(b.population_key or "")
    if one == two:
        return "same"
    if one.classes != two.classes:
        if one.classes and two.classes:
            return "different"
        narrow = one if one.classes else two
        wide = two if one.classes else one
        return "part" if not wide.qualities - narrow.qualities else "different"
    if not one.qualities or not two.qualities:
        return "open" if one.classes else "part"
    return "open" if one.qualities & two.qualities else "different"
