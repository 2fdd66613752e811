"""Which place a name means here: population and kind at first, then what else the text names.

Two rounds of a linear ranker (weights: ``lexicon/place_rank.weights``). The first knows each name
alone and what the text says of it ("Paris, Texas"); the second also knows how near each reading
lies to the likely readings of the other names. After Lieberman and Samet (SIGIR 2012) and
Speriosu and Baldridge (ACL 2013), in few features.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
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

RANKER = "place_rank.weights"
MOST = 40  # readings of one name that are weighed; further ones only if their division is named
DIVISIONS = frozenset({"ADM1", "ADM2"})
AT_ONCE = 200  # names weighed together, and
HELD, FEWEST = 1200, 5  # readings of them: the square of it must fit into memory
NEARBY = frozenset({"PPL", "PPLC", "ADM2"})
NAMED_DIVISIONS = DIVISIONS | {"PCLI"}  # "three Colombia departments"
FAIR_SHARE = 20
SMALL = frozenset({"PPL", "ADM2"})
SMALL_TOWN = 100_000
FEW = 2
TOWNS = frozenset({"PPL", "PPLC"})
FEWER = 20  # a town that bears a name has at least a twentieth of the people of one that once did
WORLD_CITY, TIMES = 100_000, 10  # whom a bare name means rather than a small town
SMALL_NAMESAKE = 25_000
HOME_KM = 161
FEDERAL = frozenset({"US", "CA", "AU"})  # states as well known as the towns of their name


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


Told = tuple[set[str], set[int]]


def _tells(name: Asked) -> Told:
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
    entries = _nested(replace(name, entries=_own(name)), seen)
    if len(entries) <= MOST:
        return entries
    rest = [e for e in entries[MOST:] if e.admin1 in seen.divisions]
    inside = [e for e in entries[MOST:] if _inside(e, name.above)]
    return (*entries[:MOST], *dict.fromkeys([*inside[:MOST], *rest[:MOST]]))


def _own(name: Asked) -> tuple[Entry, ...]:
    """The readings without towns that a name is only an old name of, where another town of the
    country bears it: Slovyansk is not Nikopol. A town bears the name of the division
    around it: Berne.
    """
    around = {e.id for e in name.entries if e.feature in DIVISIONS and e.own}
    entries = [
        replace(e, own=True) if around & {e.admin1, e.admin2} and e.feature in TOWNS else e
        for e in name.entries
    ]
    bearers = [e for e in entries if e.feature in TOWNS and e.own]
    return tuple(
        e
        for e in entries
        if e.feature not in TOWNS
        or e in bearers
        or not any(b.country == e.country and b.population * FEWER >= e.population for b in bearers)
    )


def _nested(name: Asked, seen: Evidence) -> tuple[Entry, ...]:
    """Of namesakes that lie in one another, the one that a bare name means: the country, else the
    town; but the division where the text calls it one. A division of a country that the text does
    not speak of is not meant where a town of its size bears the name.
    """
    if name.division:
        return tuple(e for e in name.entries if e.feature in NAMED_DIVISIONS) or name.entries
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
            and not (e.feature == "ADM1" and _is_far(e, towns, seen))
        )
    )


def _is_far(entry: Entry, towns: list[Entry], seen: Evidence) -> bool:
    """True for a division abroad with a namesake town of at least half its people elsewhere."""
    told = seen.countries[entry.country] or seen.peoples[entry.country]
    if told or entry.country in FEDERAL:
        return False
    return any(
        t.own and t.country != entry.country and 2 * t.population >= entry.population for t in towns
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


PLAIN = (
    "people", "less", "own", "alias", "above", "notabove", "below", "country", "country:any",
    "division", "division:any", "people:word", "people:any",
)  # fmt: skip


def _alone(
    entry: Entry, name: Asked, seen: Evidence, itself: Told, best: tuple[float, bool]
) -> tuple[float, ...]:
    """Features of a reading that need no other name's reading, in the order of ``PLAIN``.

    ``best``: the largest weight of the name's readings, and whether any has it as its own name.
    """
    largest, owned = best
    weight, times = entry.weight, len(name.positions)
    country = seen.countries[entry.country] - times * (entry.country in itself[0])
    division = seen.divisions[entry.admin1] - times * (entry.admin1 in itself[1])
    peoples = seen.peoples[entry.country]
    above = _inside(entry, name.above)
    return (
        weight,
        weight - largest,
        entry.own,
        owned and not entry.own,
        above,
        bool(name.above) and not above,
        any(_inside(b, (entry,)) for b in name.below),
        country / seen.total,
        country > 0,
        division / seen.total,
        division > 0,
        peoples / (peoples + seen.total),
        peoples > 0,
    )


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
        best = max((e.weight for e in entries), default=0.0), any(e.own for e in entries)
        itself = _tells(name)
        rows += [_alone(e, name, seen, itself, best) for e in entries]
    return Rows(np.array(rows, dtype=float), [e.feature for some in lists for e in some])


def _scores(rows: Rows, weighed: dict[str, float], stage: str) -> Floats:
    each = np.array([weighed.get(stage + name, 0.0) for name in PLAIN])
    kinds = {
        k: (weighed.get(f"{stage}feature={k}", 0.0), weighed.get(f"{stage}people:{k}", 0.0))
        for k in set(rows.kinds)
    }
    extra = np.array([kinds[k] for k in rows.kinds])
    return np.asarray(rows.plain @ each + extra[:, 0] + rows.plain[:, 0] * extra[:, 1])


def believe(laid: Field, first: Rows, weighed: dict[str, float]) -> Floats:
    """How likely each reading is after both rounds, from its first-round features."""
    belief = softmax(_scores(first, weighed, "1:"), laid.owner, laid.member)
    scores = _scores(first, weighed, "2:")
    each = np.array([weighed.get(f"2:{feature}", 0.0) for feature in COMPANY])
    scores += (each[:, None] * company(laid, belief)).sum(axis=0)  # the same wherever a row is
    return softmax(scores, laid.owner, laid.member)


def resolve(
    asked: Sequence[Asked], peoples: Counter[str], weighed: dict[str, float] | None = None
) -> list[Entry | None]:
    """The likeliest place of each name; None for names that are not listed, or that would take a
    reader to a village of a country that nothing else in the text speaks of.

    ``weighed`` are the ranker's weights, by default those in the lexicon.
    """
    listed = [name for name in asked if name.entries]
    weighed = linear.weights(RANKER) if weighed is None else weighed
    seen, best = evidence(asked, peoples), list[Entry]()
    for names in batched(listed, AT_ONCE):
        best += _likeliest(names, seen, weighed)
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


def _likeliest(names: Sequence[Asked], seen: Evidence, weighed: dict[str, float]) -> list[Entry]:
    """The likeliest reading of each name, all weighed together."""
    lists = [shortlist(name, seen)[: max(FEWEST, HELD // len(names))] for name in names]
    laid = field([name.positions for name in names], lists)
    return _best(laid, believe(laid, alone(names, lists, seen), weighed), len(names))


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
