"""Which readings of a place's name are worth weighing, by the name's own readings and the text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.reader.gazetteer import Entry
from dateline.reader.placenames import fold

MOST = 40  # readings of one name that are weighed; further ones only if their division is named
DIVISIONS = frozenset({"ADM1", "ADM2"})
NAMED_DIVISIONS = DIVISIONS | {"PCLI"}  # "three Colombia departments"
FAIR_SHARE = 20
TOWNS = frozenset({"PPL", "PPLC"})
FEWER = 20  # a town that bears a name has at least a twentieth of the people of one that once did
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

MOST_KEPT = 20_000  # names of which the bearers are remembered
_bearing_it: dict[str, tuple[tuple[Entry, ...], tuple[Entry, ...]]] = {}


def tells(name: Asked) -> Told:
    """The country and the first-level divisions that a name may itself be."""
    countries = {e.country for e in name.entries[:1] if e.feature == "PCLI"}
    return countries, {e.id for e in name.entries[:4] if e.feature == "ADM1" and e.own}


def evidence(asked: Sequence[Asked], peoples: Counter[str]) -> Evidence:
    """How often countries, first-level divisions and peoples are named."""
    countries: Counter[str] = Counter()
    divisions: Counter[int] = Counter()
    for name in asked:
        own_countries, own_divisions = tells(name)
        countries.update(dict.fromkeys(own_countries, len(name.positions)))
        divisions.update(dict.fromkeys(own_divisions, len(name.positions)))
    total = sum(len(name.positions) for name in asked)
    return Evidence(countries, divisions, peoples, total)


def shortlist(name: Asked, seen: Evidence) -> tuple[Entry, ...]:
    """The readings worth weighing: the largest, and those in divisions that are named."""
    if len(name.entries) == 1:
        return name.entries
    own = _bearers(name)
    entries = _nested(name, own, seen) or own
    if len(entries) <= MOST:
        return entries
    rest = [e for e in entries[MOST:] if e.admin1 in seen.divisions]
    inside = [e for e in entries[MOST:] if is_inside(e, name.above)]
    return (*entries[:MOST], *dict.fromkeys([*inside[:MOST], *rest[:MOST]]))


def _bearers(name: Asked) -> tuple[Entry, ...]:
    """The readings that bear the name themselves, remembered."""
    known = _bearing_it.get(name.key)
    if known is None or known[0] is not name.entries:
        if len(_bearing_it) > MOST_KEPT:
            _bearing_it.clear()
        found = _unborrowed(name.key, _own(name.entries))
        known = _bearing_it[name.key] = (name.entries, found)
    return known[1]


def _own(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The readings without towns that a name is only an old name of, where another town of the
    country bears it: Slovyansk is not Nikopol. A town bears the name of the division
    around it: Berne.
    """
    around = {e.id for e in entries if e.feature in DIVISIONS and e.own}
    known = [_bearing(e, around) for e in entries]
    largest: dict[str, int] = {}
    for e in known:
        if e.own and e.feature in TOWNS:
            largest[e.country] = max(e.population, largest.get(e.country, 0))
    return tuple(
        e
        for e in known
        if e.own
        or e.feature not in TOWNS
        or e.country not in largest
        or largest[e.country] * FEWER < e.population
    )


def _unborrowed(key: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The readings without towns of quite another name, where a capital bears this one: Islamabad
    is not Anantnag; Santiago may be Santiago de Cuba.
    """
    if not any(e.own and e.feature == "PPLC" for e in entries):
        return entries
    return tuple(e for e in entries if e.own or e.feature not in TOWNS or key in fold(e.name))


def _bearing(entry: Entry, around: set[int]) -> Entry:
    """A place; a town in a division of the name bears it itself."""
    if entry.own or entry.feature not in TOWNS or around.isdisjoint((entry.admin1, entry.admin2)):
        return entry
    return replace(entry, own=True)


def _nested(name: Asked, entries: tuple[Entry, ...], seen: Evidence) -> tuple[Entry, ...]:
    """Of namesakes that lie in one another, the one that a bare name means: the country, else the
    town; but the division where the text calls it one. A division of a country that the text does
    not speak of is not meant where a town of its size bears the name.
    """
    if name.division:
        return tuple(e for e in entries if e.feature in NAMED_DIVISIONS) or entries
    countries = {e.country for e in entries if e.feature == "PCLI"}
    towns = [e for e in entries if e.feature in TOWNS and e.country not in countries]
    around = {a: e.population for e in reversed(towns) for a in (e.admin1, e.admin2)}
    capitals = {e.country for e in towns if e.feature == "PPLC"}
    return tuple(
        e
        for e in entries
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
    told = seen.countries.get(entry.country) or seen.peoples.get(entry.country)
    if told or entry.country in FEDERAL:
        return False
    return any(
        t.own and t.country != entry.country and 2 * t.population >= entry.population for t in towns
    )


def _is_around(entry: Entry, towns: dict[int, int]) -> bool:
    """True for a division whose namesake town has a fair share of its people."""
    return entry.feature in DIVISIONS and towns.get(entry.id, 0) * FAIR_SHARE >= entry.population


def is_inside(entry: Entry, above: Sequence[Entry]) -> bool:
    """True for a place in one of some divisions or countries."""
    return any(
        a.id in (entry.admin1, entry.admin2) or (a.feature == "PCLI" and a.country == entry.country)
        for a in above
        if a.id != entry.id
    )
