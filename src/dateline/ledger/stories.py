"""Which story a dispatch belongs to, decided as it comes, from its telling terms. Pure.

A dispatch is a short vector: its terms, names and places, weighted by how rare they are in this
ledger so far (general frequency of the language stands in while the ledger is young), cut to the
most telling ones. Its neighbours are earlier dispatches of nearby days that share such terms; it
joins the story whose members are most like it, else it begins a new one. Cost depends on how many
dispatches a few days hold, not on the size of the archive.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt

from dateline.ledger.actors import plain
from dateline.records import Dispatch, Reading

TERMS, INDEXED = 50, 20
"""How many telling terms a dispatch keeps, and by how many of them it may be found."""

WINDOW = 5
"""Days on either side within which dispatches may share a story."""

_JOIN = 0.055
"""Likeness from which a dispatch joins a story: best on MUC (``tests/ledger/bcubed.py``)."""

NEAREST = 40
"""Only so many dispatches, those that share most with a new one, have a say in where it goes."""

_FADE = 3.0
"""Days after which likeness counts for a third as much."""

_BEST = 2
"""A story's likeness is the mean over this many of its nearest members: one odd member in common
does not tie two stories together.
"""

_PRIOR = 300.0
"""Weight, in dispatches, of the language's own frequencies against the ledger's."""

_RARE = 0.01  # share of dispatches that a name or place is taken to occur in, beforehand
_WORDS = 150  # distinct content words of a usual dispatch, for the prior of a word
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An earlier dispatch that shares telling terms: its story, likeness, and days apart."""

    story: str
    likeness: float
    days: int


def features(dispatch: Dispatch, reading: Reading) -> dict[str, float]:
    """Everything that tells what a dispatch is about, with its worth: words, people, places.

    What is said more often is worth more, by the logarithm of its count.
    """
    counts = Counter(_WORD.findall(plain(reading.cased or dispatch.text)))
    words = [plain(w) for w in reading.terms] or list(counts)
    found = {w: _often(counts[w]) for w in words}
    names = Counter(plain(n.canonical) for n in reading.names if n.kind == "person")
    found |= {f"n {name}": _often(count) for name, count in names.items()}
    places = Counter(p.geonameid for p in reading.places if p.geonameid is not None)
    found |= {f"p {number}": _often(count) for number, count in places.items()}
    return found


def _often(count: int) -> float:
    return 1.0 + log(max(1, count))


@lru_cache(maxsize=50_000)
def _expected(term: str, language: str) -> float:
    """Share of dispatches that a term may be expected in before any was seen."""
    if term[1:2] == " ":
        return _RARE
    from wordfreq import word_frequency  # noqa: PLC0415 (a third of a second, for ingest only)

    try:
        return max(1e-5, 1 - exp(-word_frequency(term, language) * _WORDS))
    except LookupError:
        return _RARE


def vector(
    found: Mapping[str, float], met: Mapping[str, int], total: int, language: str
) -> dict[str, float]:
    """The telling terms, with weights whose squares sum to one.

    ``met``: in how many of the ledger's ``total`` dispatches each term occurs.
    """
    weights = {}
    for term, worth in found.items():
        share = (met.get(term, 0) + _PRIOR * _expected(term, language)) / (total + _PRIOR)
        weights[term] = worth * max(0.0, -log(min(1.0, share)) - 1.0)
    best = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:TERMS]
    length = sqrt(sum(w * w for _, w in best)) or 1.0
    return {term: w / length for term, w in best if w > 0}


def indexed(mine: Mapping[str, float]) -> dict[str, float]:
    """The most telling terms, by which a dispatch is found."""
    return dict(sorted(mine.items(), key=lambda pair: (-pair[1], pair[0]))[:INDEXED])


def likeness(mine: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Cosine of two vectors."""
    return sum(weight * other.get(term, 0.0) for term, weight in mine.items())


def choose(neighbours: Iterable[Neighbour]) -> str | None:
    """The story to join, or None to begin a new one."""
    by_story: dict[str, list[float]] = defaultdict(list)
    for n in neighbours:
        by_story[n.story].append(n.likeness * exp(-n.days / _FADE))
    scores = {}
    for name, values in by_story.items():
        best = sorted(values, reverse=True)[:_BEST]
        scores[name] = sum(best) / len(best)
    chosen = max(scores.items(), key=lambda pair: (pair[1], pair[0]), default=None)
    return chosen[0] if chosen and chosen[1] >= _JOIN else None
