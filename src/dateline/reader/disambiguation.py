"""Which place a name means here: population and kind at first, then what else the text names.

Two rounds of a linear ranker (weights: ``lexicon/place_rank.weights``). The first knows each name
alone and what the text says of it ("Paris, Texas"); the second also knows how near each reading
lies to the likely readings of the other names. After Lieberman and Samet (SIGIR 2012) and
Speriosu and Baldridge (ACL 2013), in few features.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import batched

import numpy as np

from dateline.reader import linear
from dateline.reader.gazetteer import Entry
from dateline.reader.place_company import (
    COMPANY,
    Field,
    Floats,
    company,
    field,
    kilometres,
    softmax,
)
from dateline.reader.place_readings import (
    TOWNS,
    Asked,
    Evidence,
    evidence,
    is_inside,
    shortlist,
    tells,
)

RANKER = "place_rank.weights"
AT_ONCE = 200  # names weighed together, and
HELD, FEWEST = 1200, 5  # readings of them: the square of it must fit into memory
NEARBY = frozenset({"PPL", "PPLC", "ADM2"})
SMALL = frozenset({"PPL", "ADM2"})
SMALL_TOWN = 100_000
FEW = 2
WORLD_CITY, TIMES = 100_000, 10  # whom a bare name means rather than a small town
SMALL_NAMESAKE = 25_000
HOME_KM = 161


PLAIN = (
    "people", "less", "own", "alias", "above", "notabove", "below", "country", "country:any",
    "division", "division:any", "people:word", "people:any",
)  # fmt: skip


STAGES = ("1:", "2:")
SECOND = tuple(f"2:{feature}" for feature in COMPANY)


class Ranker:
    """The ranker's weights as arrays: of ``PLAIN`` in both rounds, of ``COMPANY``, and of each kind
    of place what it weighs alone and by its people.
    """

    def __init__(self, weighed: Mapping[str, float]) -> None:
        self._weighed = weighed
        get = weighed.get
        self.plain = np.array([[get(stage + name, 0.0) for name in PLAIN] for stage in STAGES])
        self.company = np.array([get(feature, 0.0) for feature in SECOND])[:, None]
        self._kinds: dict[str, tuple[float, ...]] = {}

    def kinds(self, kinds: Sequence[str]) -> Floats:
        """What some kinds of place weigh, a column each: in both rounds alone, then by people."""
        known, get = self._kinds, self._weighed.get
        for kind in set(kinds).difference(known):
            names = (f"{s}{feature}{kind}" for feature in ("feature=", "people:") for s in STAGES)
            known[kind] = tuple(get(name, 0.0) for name in names)
        return np.array([known[kind] for kind in kinds]).T


@cache
def ranker() -> Ranker:
    """The ranker with the weights in the lexicon."""
    return Ranker(linear.weights(RANKER))


def _alone(name: Asked, entries: Sequence[Entry], seen: Evidence) -> list[tuple[float, ...]]:
    """Features of a name's readings that need no other name's, in the order of ``PLAIN``."""
    largest = max((e.weight for e in entries), default=0.0)
    owned, told = any(e.own for e in entries), bool(name.above)
    (countries, divisions), times, total = tells(name), len(name.positions), seen.total
    in_countries, in_divisions, of_peoples = seen.countries, seen.divisions, seen.peoples
    rows: list[tuple[float, ...]] = []
    for e in entries:
        country = in_countries.get(e.country, 0) - times * (e.country in countries)
        division = in_divisions.get(e.admin1, 0) - times * (e.admin1 in divisions)
        peoples = of_peoples.get(e.country, 0)
        above = told and is_inside(e, name.above)
        below = bool(name.below) and any(is_inside(b, (e,)) for b in name.below)
        rows.append((
            e.weight, e.weight - largest, e.own, owned and not e.own,
            above, told and not above, below,
            country / total, country > 0, division / total, division > 0,
            peoples / (peoples + total), peoples > 0,
        ))  # fmt: skip
    return rows


@dataclass(frozen=True, slots=True)
class Rows:
    """First-round features of all readings: ``PLAIN`` columns, and each reading's kind of place."""

    plain: Floats
    kinds: list[str]

    def named(self) -> list[dict[str, float]]:
        """By name, as the weights know them: the kind alone and with the population."""
        rows = [dict(zip(PLAIN, map(float, row), strict=True)) for row in self.plain]
        extra = [
            {f"feature={kind}": 1.0, f"people:{kind}": row["people"]}
            for kind, row in zip(self.kinds, rows, strict=True)
        ]
        return [a | b for a, b in zip(rows, extra, strict=True)]


def alone(asked: Sequence[Asked], lists: Sequence[Sequence[Entry]], seen: Evidence) -> Rows:
    """First-round features of all readings, in the order of ``field``."""
    rows: list[tuple[float, ...]] = []
    for name, entries in zip(asked, lists, strict=True):
        rows += _alone(name, entries, seen)
    return Rows(np.array(rows, dtype=float), [e.feature for some in lists for e in some])


def _scores(rows: Rows, by: Ranker) -> Floats:
    """What the first-round features weigh: a row for each of both rounds."""
    kinds = by.kinds(rows.kinds)
    return np.asarray(by.plain @ rows.plain.T + kinds[:2] + rows.plain[:, 0] * kinds[2:])


def believe(laid: Field, first: Rows, by: Ranker) -> Floats:
    """How likely each reading is after both rounds, from its first-round features."""
    one, two = _scores(first, by)
    belief = softmax(one, laid.owner, laid.member)
    two += (by.company * company(laid, belief)).sum(axis=0)  # the same wherever a row is
    return softmax(two, laid.owner, laid.member)


def resolve(
    asked: Sequence[Asked], peoples: Counter[str], by: Ranker | None = None
) -> list[Entry | None]:
    """The likeliest place of each name; None for names that are not listed, or that would take a
    reader to a village of a country that nothing else in the text speaks of.

    ``by`` has the weights, by default those in the lexicon.
    """
    listed = [name for name in asked if name.entries]
    seen, best = evidence(asked, peoples), list[Entry]()
    for names in batched(listed, AT_ONCE):
        best += _likeliest(names, seen, by or ranker())
    best = [_world_city(name, e, seen, best) for name, e in zip(listed, best, strict=True)]
    told = Counter(e.country for e in best if e.country)
    told.update(peoples)
    known = sum(told.values()) - sum(peoples.values()) - 1
    chosen = iter(
        None if known >= FEW and _is_stray(name, e, told) else e
        for name, e in zip(listed, best, strict=True)
    )
    return [next(chosen) if name.entries else None for name in asked]


def _world_city(name: Asked, entry: Entry, seen: Evidence, best: Sequence[Entry]) -> Entry:
    """The city of a name, where its small namesake has nothing to speak for it but its country.

    "The United States and Iran met in Geneva" is not at home in Nebraska; a text that names another
    town or the division near it may be.
    """
    small = entry.feature == "PPL" and entry.population <= SMALL_NAMESAKE
    if name.above or name.below or not small:
        return entry
    large = [e for e in shortlist(name, seen) if e.feature in TOWNS and e.own]
    city = max(large, key=lambda e: e.population, default=entry)
    if city.population < max(WORLD_CITY, TIMES * entry.population) or _is_home(entry, seen, best):
        return entry
    return city


def _is_home(entry: Entry, seen: Evidence, best: Sequence[Entry]) -> bool:
    """True if the text names the division around a town, or another place nearby."""
    near = (e for e in best if e.id != entry.id and e.feature in NEARBY)
    here = (entry.lat, entry.lon)
    return bool(seen.divisions[entry.admin1]) or any(
        kilometres(here, (e.lat, e.lon)) <= HOME_KM for e in near
    )


def _likeliest(names: Sequence[Asked], seen: Evidence, by: Ranker) -> list[Entry]:
    """The likeliest reading of each name, all weighed together."""
    lists = [shortlist(name, seen)[: max(FEWEST, HELD // len(names))] for name in names]
    if all(len(some) == 1 for some in lists):  # there is nothing to weigh
        return [some[0] for some in lists]
    laid = field([name.positions for name in names], lists)
    return _best(laid, believe(laid, alone(names, lists, seen), by), len(names))


def _is_stray(name: Asked, entry: Entry, told: Counter[str]) -> bool:
    """True for a small place in a country that no other name and no people's name tells of."""
    if name.above or entry.feature not in SMALL or entry.population > SMALL_TOWN:
        return False
    return told[entry.country] <= 1


def _best(laid: Field, belief: Floats, count: int) -> list[Entry]:
    """The likeliest reading of each name."""
    order = np.lexsort((-belief, laid.owner))
    firsts = np.searchsorted(laid.owner[order], np.arange(count))
    return [laid.entries[order[at]] for at in firsts]
