"""What kind of matter a dispatch is about, and in which countries: war, disaster, election, sport.

Pure. Dispatches on one war's many fronts may have few words in common, and those on an earthquake
and on the war in the same country many. The kind of matter tells them apart, and with the country
joins them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from dateline.ledger import lexicons
from dateline.ledger.speakers.actors import plain, state_of
from dateline.records import Dispatch, Reading

WORD = re.compile(r"[^\W\d_]{4,}")
_LEAD = 2  # sentences of the lead, whose words count twice
_SURE = 2.0
"""So many words of a kind make its evidence count by half."""

_ENOUGH = 5.0
"""More words than these give a dispatch no more say in what its story is about."""

_LEAST = 0.15
"""Share of a dispatch that a matter in a country must make up to count."""


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    """From each word to the kinds of matter that it tells of."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for kind, words in lexicons.table("matters.toml").items():
        for word in words.split():
            found[word] += (kind,)
    return dict(found)


def kinds(dispatch: Dispatch, reading: Reading, counts: Mapping[str, int]) -> dict[str, float]:
    """How often a dispatch uses words of each kind of matter; those of its lead count twice.

    ``counts``: its words, without case and accents.
    """
    lead = _lead(dispatch, reading)
    known = _kinds()
    found: dict[str, float] = defaultdict(float)
    for word, count in counts.items():
        for kind in known.get(word, ()):
            found[kind] += count * (2 if word in lead else 1)
    return dict(found)


def _lead(dispatch: Dispatch, reading: Reading) -> frozenset[str]:
    text = reading.cased or dispatch.text
    spans = [s.span for s in reading.sentences if s.prose][:_LEAD]
    parts = [dispatch.headline or "", *(text[s.start : s.end] for s in spans)]
    return frozenset(WORD.findall(plain(" ".join(parts))))


def countries(dispatch: Dispatch, reading: Reading, counts: Mapping[str, int]) -> dict[str, int]:
    """How often each country (ISO code) is meant: by a place in it, or by a name of its own."""
    places = Counter(p.country for p in reading.places if p.country)
    said: Counter[str] = Counter()
    for word, count in counts.items():
        if code := state_of(word):
            said[code.upper()] += count
    head = dispatch.dateline.place if dispatch.dateline else None
    for word in WORD.findall(plain(head or "")):
        if code := state_of(word):
            said[code.upper()] += 1
    return {code: max(places[code], said[code]) for code in {*places, *said}}


def ground(kinds: Mapping[str, float], countries: Mapping[str, int]) -> dict[str, float]:
    """Shares of a dispatch by matter and country: ``{"g conflict UA": 0.6, ...}``."""
    total, places = sum(kinds.values()), sum(countries.values())
    if total < _SURE or not places:
        return {}
    shares = {
        f"g {kind} {code}": (count / total) * (often / places)
        for kind, count in kinds.items()
        for code, often in countries.items()
    }
    return {key: round(share, 3) for key, share in shares.items() if share >= _LEAST}


def together(some: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The kinds of several dispatches' matter; a long one has no more say than a short one."""
    found: dict[str, float] = defaultdict(float)
    for one in some:
        total = sum(one.values())
        for kind, count in one.items():
            found[kind] += count / total * min(_ENOUGH, total)
    return dict(found)


def fit(mine: Mapping[str, float], others: Mapping[str, float]) -> float:
    """How well a dispatch's kind of matter fits a story's, from 0 to 1; 1 if nothing tells."""
    one, two = sum(mine.values()), sum(others.values())
    if not one or not two:
        return 1.0
    most = max(others.values())
    shared = sum(n / one * min(1.0, others.get(kind, 0.0) / most) for kind, n in mine.items())
    sure = one / (one + _SURE) * two / (two + _SURE)
    return 1.0 - sure * (1.0 - shared)
