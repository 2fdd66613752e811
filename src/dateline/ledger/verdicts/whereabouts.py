"""How the places of two figures stand to each other. Pure."""

import re
from typing import Literal

from dateline.ledger.speakers.actors import plain, skeleton
from dateline.records import About, Assertion

Spot = Literal["same", "inside", "unknown", "apart"]


def whereabouts(a: About, b: About) -> Spot:
    """How two places stand to each other."""
    if a.place is None or b.place is None:
        return "unknown"
    if a.geonameid == b.geonameid is not None or plain(a.place) == plain(b.place):
        return "same"
    if (a.geonameid and a.geonameid in b.within) or (b.geonameid and b.geonameid in a.within):
        return "same" if _quarter(a, b) or _quarter(b, a) else "inside"
    if a.geonameid is None or b.geonameid is None:
        return "same" if alike(a.place, b.place) else "unknown"
    return "unknown" if a.guessed or b.guessed else "apart"


def alike(one: str, two: str) -> bool:
    """True for two spellings of one place's name: al-Watiya, Al-Wattiyah."""
    return spelt(one) == spelt(two)


def spelt(name: str) -> str:
    """A place's name without the differences that spelling makes."""
    return skeleton(_bare(name))


def _bare(name: str) -> str:
    """A name without the Arabic article and what it is a town, a base or an airport of."""
    words = [w for w in re.split(r"[\s-]+", plain(name)) if w not in _ARTICLES]
    return " ".join(words).removesuffix("h")


_ARTICLES = frozenset(("al", "el", "as", "ash", "ar", "az", "an", "ad", "at", "the"))


def town(about: About) -> bool:
    """True for a place within a country; what no gazetteer knows is none."""
    return len(about.within) > 0 or (about.place is not None and about.geonameid is None)


_IN_DIVISION = 2


def _quarter(small: About, town: About) -> bool:
    """True for a place that no gazetteer knows, inside a town: one of its quarters."""
    return small.geonameid is None and len(town.within) >= _IN_DIVISION


def province(a: Assertion, b: Assertion, spot: Spot) -> bool:
    """True for a town and the province around it."""
    return spot == "inside" and town(a.about) and town(b.about)
