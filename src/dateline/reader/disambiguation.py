"""Which place a name means here: population and kind at first, then what else the text names.

Two rounds of a linear ranker (weights: ``lexicon/place_rank.weights``). The first knows each name
alone and what the text says of it ("Paris, Texas"); the second also knows how near each reading
lies to the likely readings of the other names. After Lieberman and Samet (SIGIR 2012) and
Speriosu and Baldridge (ACL 2013), in few features.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.reader import linear
from dateline.reader.gazetteer import Entry

Floats = NDArray[np.float64]
RANKER = "place_rank.weights"
MOST = 40  # readings of one name that are weighed; further ones only if their division is named
NEAR_KM = (30, 161, 500, 1500)
EARTH_KM = 6371
DIVISIONS = frozenset({"ADM1", "ADM2"})
FAIR_SHARE = 20
SMALL = frozenset({"PPL", "ADM2"})
SMALL_TOWN = 100_000
FEW = 2
TOWNS = frozenset({"PPL", "PPLC"})
FEDERAL = frozenset({"US", "CA", "AU"})  # states as well known as the towns of their name
KINDS = ("sum", "highest", "share", "beside")


@dataclass(frozen=True, slots=True)
class Asked:
    """One name of a text to be resolved.

    ``above`` are the places that the text says it lies in ("Paris, Texas"), as all their readings;
    ``below`` those said to lie in it, ``division`` if it is called a state, province ...
    ``positions`` says which of the text's toponyms it is, counted from 0.
    """

    key: str
    entries: tuple[Entry, ...]
    above: tuple[Entry, ...]
    below: tuple[Entry, ...]
    division: bool
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """How often the text names countries, first-level divisions, peoples and any toponyms."""

    countries: Counter[str]
    divisions: Counter[int]
    peoples: Counter[str]
    total: int


def _tells(name: Asked) -> tuple[set[str], set[int]]:
    """The country and the first-level divisions that a name may itself be."""
    countries = {e.country for e in name.entries[:1] if e.feature == "PCLI"}
    return countries, {e.id for e in name.entries[:4] if e.feature == "ADM1" and e.own}


def evidence(asked: Sequence[Asked], peoples: Counter[str]) -> Evidence:
    """How often countries, first-level divisions and peoples are named."""
    countries: Counter[str] = Counter()
    divisions: Counter[int] = Counter()
    for name in asked:
        own_countries, own_divisions = _tells(name)
        countries.update(dict.fromkeys(own_countries, len(name.positions)))
        divisions.update(dict.fromkeys(own_divisions, len(name.positions)))
    total = sum(len(name.positions) for name in asked)
    return Evidence(countries, divisions, peoples, total)


def shortlist(name: Asked, seen: Evidence) -> tuple[Entry, ...]:
    """The readings worth weighing: the largest, and those in divisions that are named."""
    entries = _nested(name)
    if len(entries) <= MOST:
        return entries
    rest = [e for e in entries[MOST:] if e.admin1 in seen.divisions]
    inside = [e for e in entries[MOST:] if _inside(e, name.above)]
    return (*entries[:MOST], *dict.fromkeys([*inside[:MOST], *rest[:MOST]]))


def _nested(name: Asked) -> tuple[Entry, ...]:
    """Of namesakes that lie in one another, the one that a bare name means: the country, else the
    town; but the division where the text calls it one.
    """
    if name.division:
        divisions = tuple(e for e in name.entries if e.feature in DIVISIONS)
        return divisions or name.entries
    countries = {e.country for e in name.entries if e.feature == "PCLI"}
    towns = [e for e in name.entries if e.feature in TOWNS and e.country not in countries]
    around = {a: e.population for e in reversed(towns) for a in (e.admin1, e.admin2)}
    capitals = {e.country for e in towns if e.feature == "PPLC"}
    return tuple(
        e
        for e in name.entries
        if e.feature == "PCLI"
        or (
            e.country not in countries
            and (not _is_around(e, around) or e.country in FEDERAL)
            and (e.feature != "ADM1" or e.country not in capitals or bool(name.below))
        )
    )


def _is_around(entry: Entry, towns: dict[int, int]) -> bool:
    """True for a division whose namesake town has a fair share of its people."""
    return entry.feature in DIVISIONS and towns.get(entry.id, 0) * FAIR_SHARE >= entry.population


def _inside(entry: Entry, above: Sequence[Entry]) -> bool:
    return any(
        a.id in (entry.admin1, entry.admin2) or (a.feature == "PCLI" and a.country == entry.country)
        for a in above
        if a.id != entry.id
    )


def _alone(
    entry: Entry, name: Asked, seen: Evidence, largest: float, owned: bool
) -> dict[str, float]:
    """Features of a reading that need no other name's reading."""
    people = entry.weight
    itself = _tells(name)
    times = len(name.positions)
    country = seen.countries[entry.country] - times * (entry.country in itself[0])
    division = seen.divisions[entry.admin1] - times * (entry.admin1 in itself[1])
    peoples = seen.peoples[entry.country]
    above = _inside(entry, name.above)
    return {
        f"feature={entry.feature}": 1.0,
        "people": people,
        f"people:{entry.feature}": people,
        "less": people - largest,
        "own": float(entry.own),
        "alias": float(owned and not entry.own),
        "above": float(above),
        "notabove": float(bool(name.above) and not above),
        "below": float(any(_inside(b, (entry,)) for b in name.below)),
        "country": country / seen.total,
        "country:any": float(country > 0),
        "division": division / seen.total,
        "division:any": float(division > 0),
        "people:word": peoples / (peoples + seen.total),
        "people:any": float(peoples > 0),
    }


def _unit(entries: Sequence[Entry]) -> Floats:
    lat = np.radians([e.lat for e in entries])
    lon = np.radians([e.lon for e in entries])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _together(links: Floats, belief: Floats, laid: "Field") -> list[Floats]:
    """Per reading, how surely the other names have a linked reading: sum, highest, share, and the
    sum over those that stand beside it in the text.
    """
    own = laid.owner
    support = (links * belief) @ laid.member
    support[np.arange(len(own)), own] = 0.0
    others = max(1, laid.member.shape[1] - 1)
    total = support.sum(axis=1)
    beside = (support * laid.beside[own]).sum(axis=1)
    return [np.log1p(total), support.max(axis=1), total / others, beside]


@dataclass(frozen=True, slots=True)
class Field:
    """All readings of all names of a text side by side; ``owner`` says whose each is.

    ``beside[a, b]`` is 1 if names a and b stand next to each other somewhere in the text.
    """

    entries: list[Entry]
    owner: NDArray[np.int64]
    member: Floats
    beside: Floats
    links: list[tuple[str, Floats]]


def _beside(asked: Sequence[Asked]) -> Floats:
    owner = {at: i for i, name in enumerate(asked) for at in name.positions}
    table = np.zeros((len(asked), len(asked)))
    for at, i in owner.items():
        j = owner.get(at + 1, i)
        table[i, j] = table[j, i] = 1.0
    return table


def field(asked: Sequence[Asked], shortlists: Sequence[Sequence[Entry]]) -> Field:
    """Lay out the readings and which of them lie near each other or in one division."""
    entries = [e for some in shortlists for e in some]
    owner = np.repeat(np.arange(len(shortlists)), [len(some) for some in shortlists])
    member = np.zeros((len(entries), len(shortlists)))
    member[np.arange(len(entries)), owner] = 1.0
    unit = _unit(entries)
    cosine = unit @ unit.T
    links = [(f"near{km}", (cosine > math.cos(km / EARTH_KM)).astype(float)) for km in NEAR_KM]
    for what in ("admin2", "admin1", "country"):
        ids = [getattr(e, what) or -1 - i for i, e in enumerate(entries)]
        code = np.unique(np.array([str(i) for i in ids]), return_inverse=True)[1]
        links.append((what, (code[:, None] == code[None, :]).astype(float)))
    return Field(entries, owner, member, _beside(asked), links)


def softmax(scores: Floats, owner: NDArray[np.int64], member: Floats) -> Floats:
    """Probabilities of the readings of each name."""
    tops = np.full(member.shape[1], -np.inf)
    np.maximum.at(tops, owner, scores)
    raised = np.exp(scores - tops[owner])
    return np.asarray(raised / (raised @ member)[owner])


def company(laid: Field, belief: Floats) -> list[dict[str, float]]:
    """Features of each reading that come of the other names' likely readings."""
    columns: list[tuple[str, Floats]] = []
    for what, links in laid.links:
        table = _together(links, belief, laid)
        columns += zip((f"{what}:{k}" for k in KINDS), table, strict=True)
    return [{k: float(v[i]) for k, v in columns} for i in range(len(laid.entries))]


def alone(asked: Sequence[Asked], lists: Sequence[Sequence[Entry]],
          seen: Evidence) -> list[dict[str, float]]:  # fmt: skip
    """First-round features of all readings, in the order of ``field``."""
    rows = []
    for name, entries in zip(asked, lists, strict=True):
        largest = max((e.weight for e in entries), default=0.0)
        owned = any(e.own for e in entries)
        rows += [_alone(e, name, seen, largest, owned) for e in entries]
    return rows


def _scores(rows: list[dict[str, float]], weighed: dict[str, float], stage: str) -> Floats:
    return np.array(
        [sum(v * weighed.get(f"{stage}{k}", 0.0) for k, v in row.items()) for row in rows]
    )


def believe(laid: Field, first: list[dict[str, float]], weighed: dict[str, float]) -> Floats:
    """How likely each reading is after both rounds, from its first-round features."""
    belief = softmax(_scores(first, weighed, "1:"), laid.owner, laid.member)
    rows = [a | b for a, b in zip(first, company(laid, belief), strict=True)]
    return softmax(_scores(rows, weighed, "2:"), laid.owner, laid.member)


def resolve(
    asked: Sequence[Asked], peoples: Counter[str], weighed: dict[str, float] | None = None
) -> list[Entry | None]:
    """The likeliest place of each name; None for names that are not listed, or that would take a
    reader to a village of a country that nothing else in the text speaks of.

    ``weighed`` are the ranker's weights, by default those in the lexicon.
    """
    listed = [name for name in asked if name.entries]
    if not listed:
        return [None] * len(asked)
    seen = evidence(asked, peoples)
    weighed = linear.weights(RANKER) if weighed is None else weighed
    lists = [shortlist(name, seen) for name in listed]
    laid = field(listed, lists)
    belief = believe(laid, alone(listed, lists, seen), weighed)
    best = _best(laid, belief, len(listed))
    chosen = iter(None if _is_stray(i, listed, best, peoples) else e for i, e in enumerate(best))
    return [next(chosen) if name.entries else None for name in asked]


def _is_stray(at: int, listed: list[Asked], best: list[Entry], peoples: Counter[str]) -> bool:
    """True for a small place in a country of its own, among several of other countries."""
    entry = best[at]
    if listed[at].above or entry.feature not in SMALL or entry.population > SMALL_TOWN:
        return False
    others = {e.country for i, e in enumerate(best) if i != at and e.country} | peoples.keys()
    known = sum(1 for i, e in enumerate(best) if i != at and e.country)
    return known >= FEW and entry.country not in others


def _best(laid: Field, belief: Floats, count: int) -> list[Entry]:
    """The likeliest reading of each name."""
    order = np.lexsort((-belief, laid.owner))
    firsts = np.searchsorted(laid.owner[order], np.arange(count))
    return [laid.entries[order[at]] for at in firsts]
