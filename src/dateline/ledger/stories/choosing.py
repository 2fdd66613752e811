"""Which story a dispatch belongs to, decided as it comes. Pure.

A dispatch is a short vector: its terms, names and places, weighted by how rare they are in this
ledger so far (general frequency of the language stands in while the ledger is young), cut to the
most telling ones; with it go the kind of matter (war, disaster, election ...) and the countries.
Its neighbours are earlier dispatches of nearby days that share such terms. A story's score is the
likeness of its members nearest to the dispatch, faded by the days that the story has been silent;
it gains if both tell of one kind of matter in one country that few other dispatches tell of, and
loses if they tell of different kinds. The best story is joined, or a new one begun. Cost depends
on how many dispatches a few days hold, not on the size of the archive.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp, log, sqrt

from dateline.ledger import lexicons
from dateline.ledger.speakers.actors import plain
from dateline.ledger.stories import matters
from dateline.records import Dispatch, Reading
from dateline.records.vocabulary import CORE_MEASURES

TERMS, INDEXED = 50, 20
"""How many telling terms a dispatch keeps, and by how many of them it may be found."""

WINDOW = 7
"""Days on either side within which dispatches may share a story."""

NEAREST = 40
"""Only so many dispatches, those that share most with a new one, have a say in where it goes; and
as many again that tell of the same matter in the same country.
"""

_JOIN = 0.06
"""Score from which a dispatch joins a story. This and the weights below: chosen on MUC's dev set
and on ``tests/data/ledger/three_stories.jsonl`` together (``tests/ledger/bcubed.py``,
``tests/desk/test_stories.py``).
"""

_SILENT, _MEMBER, _GROUND_FADE = 4.0, 16.0, 14.0
"""Days after which likeness counts for a third as much: since the story's last (or next) dispatch,
since the member itself, and for what rests on matter and country only.
"""

_BEST = 2
"""A story's likeness is the mean over this many of its nearest members: one odd member in common
does not tie two stories together.
"""

_GROUND = 0.1
"""Worth of telling of the same rare matter in the same country and nothing else."""

_UNLIKE = 2
"""Power to which the fit of the kinds of matter is taken."""

_FOREIGN = 0.3
"""Worth of names and places in common, against that of all terms, between two languages."""

_PRIOR = 300.0
"""Weight, in dispatches, of the language's own frequencies against the ledger's."""

_RARE = (
    0.01  # share of dispatches that a name, a place or a matter is taken to occur in, beforehand
)
_TELLING = 3  # a toll from which on two dispatches that give it may well mean one event
_WORDS = 150  # distinct content words of a usual dispatch, for the prior of a word


@dataclass(frozen=True, slots=True)
class Features:
    """Everything that tells what a dispatch is about: ``terms`` (words, people, places, with their
    worth), ``kinds`` of matter (counts) and ``ground`` (shares by matter and country).
    """

    terms: dict[str, float]
    kinds: dict[str, float]
    ground: dict[str, float]
    language: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What is kept of a dispatch to compare others with: weights of its telling terms, whose
    squares sum to one, and the rest of its features.
    """

    weights: dict[str, float]
    kinds: dict[str, float]
    ground: dict[str, float]
    language: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An earlier dispatch that shares telling terms: its story, profile, and days apart."""

    story: str
    profile: Profile
    days: int


def features(dispatch: Dispatch, reading: Reading) -> Features:
    """What a dispatch is about; what is said more often is worth more, by the log of its count."""
    counts = Counter(matters.WORD.findall(plain(reading.cased or dispatch.text)))
    words = [plain(w) for w in reading.terms] or list(counts)
    idle = {*matters.WORD.findall(plain(dispatch.agency or "")), *_calendar()}
    found = {w: _often(counts[w]) for w in words if w not in idle}
    names = Counter(plain(n.canonical) for n in reading.names if n.kind == "person")
    found |= {f"n {name}": _often(count) for name, count in names.items()}
    places = Counter(p.geonameid for p in reading.places if p.geonameid is not None)
    found |= {f"p {number}": _often(count) for number, count in places.items()}
    found |= {f"f {toll}": 1.0 for toll in _tolls(reading)}
    kinds = matters.kinds(dispatch, reading, counts)
    ground = matters.ground(kinds, matters.countries(dispatch, reading, counts))
    return Features(found, kinds, ground, reading.language)


@cache
def _calendar() -> frozenset[str]:
    """Names of days and months, which tell when but not of what."""
    return frozenset(
        plain(word) for line in lexicons.lines("calendar.txt") for word in line.split()
    )


def _tolls(reading: Reading) -> set[str]:
    """Tolls as they are told in any language: ``killed 30``; one or two are too common to tell."""
    return {
        f"{f.measure} {f.value:.0f}"
        for f in reading.figures
        if f.measure in CORE_MEASURES and f.value is not None and f.value >= _TELLING
    }


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


def _surprise(term: str, met: Mapping[str, int], total: int, language: str) -> float:
    share = (met.get(term, 0) + _PRIOR * _expected(term, language)) / (total + _PRIOR)
    return -log(min(1.0, share))


def vector(
    found: Mapping[str, float], met: Mapping[str, int], total: int, language: str
) -> dict[str, float]:
    """The telling terms, with weights whose squares sum to one."""
    return normal(weighed(found, met, total, language))


def weighed(
    found: Mapping[str, float], met: Mapping[str, int], total: int, language: str
) -> dict[str, float]:
    """How telling each term is: its worth by its surprise.

    ``met``: in how many of the ledger's ``total`` dispatches each term occurs.
    """
    return {
        term: worth * max(0.0, _surprise(term, met, total, language) - 1.0)
        for term, worth in found.items()
    }


def normal(weights: Mapping[str, float]) -> dict[str, float]:
    """The weightiest terms, so that the squares sum to one."""
    best = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:TERMS]
    length = sqrt(sum(w * w for _, w in best)) or 1.0
    return {term: round(w / length, 4) for term, w in best if w > 0}


def rarity(ground: Mapping[str, float], met: Mapping[str, int], total: int) -> dict[str, float]:
    """How little is told of each matter and country so far: 1 nothing yet, 0 a fifth of all."""
    rare = {key: (_surprise(key, met, total, "") - 1.5) / 4 for key in ground}
    return {key: min(1.0, worth) for key, worth in rare.items() if worth > 0.05}


def indexed(mine: Mapping[str, float]) -> dict[str, float]:
    """The most telling terms, by which a dispatch is found."""
    return dict(sorted(mine.items(), key=lambda pair: (-pair[1], pair[0]))[:INDEXED])


def likeness(mine: Profile, other: Profile) -> float:
    """Cosine of two vectors; between two languages, of what is the same in both: names, places."""
    shared = sum(w * other.weights.get(term, 0.0) for term, w in mine.weights.items())
    if mine.language == other.language or not mine.language or not other.language:
        return shared
    common = sum(w * other.weights.get(t, 0.0) for t, w in mine.weights.items() if t[1:2] == " ")
    lengths = _named(mine) * _named(other)
    return max(shared, _FOREIGN * common / lengths if lengths else 0.0)


def _named(one: Profile) -> float:
    return sqrt(sum(w * w for term, w in one.weights.items() if term[1:2] == " "))


def choose(mine: Profile, rare: Mapping[str, float], neighbours: Iterable[Neighbour]) -> str | None:
    """The story to join, or None to begin a new one. ``rare``: see ``rarity``."""
    by_story: dict[str, list[Neighbour]] = defaultdict(list)
    for n in neighbours:
        by_story[n.story].append(n)
    scores = {name: _score(mine, rare, some) for name, some in by_story.items()}
    chosen = max(scores.items(), key=lambda pair: (pair[1], pair[0]), default=None)
    return chosen[0] if chosen and chosen[1] >= _JOIN else None


def _score(mine: Profile, rare: Mapping[str, float], members: list[Neighbour]) -> float:
    silent = min(n.days for n in members)
    near = [likeness(mine, n.profile) * exp(-n.days / _MEMBER) for n in members]
    best = sorted(near, reverse=True)[:_BEST]
    ground = 0.0
    for key in rare:
        told = sum(n.profile.ground.get(key, 0.0) for n in members) / len(members)
        ground += rare[key] * min(mine.ground[key], told)
    score = sum(best) / len(best) * exp(-silent / _SILENT)
    score += _GROUND * ground * exp(-silent / _GROUND_FADE)
    unlike = matters.fit(mine.kinds, matters.together(n.profile.kinds for n in members))
    return float(score * unlike**_UNLIKE)
