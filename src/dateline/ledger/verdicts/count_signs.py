"""What speaks for or against two counts being of one matter, as plain signs by name: equal numbers,
days, places, people, the words around. Pure.
"""

import math

from dateline.ledger.asserted import populations
from dateline.ledger.asserted.bounds import bounds
from dateline.ledger.asserted.measures import kind, told
from dateline.ledger.asserted.periods import period, running
from dateline.ledger.asserted.scenes import scene, telling
from dateline.ledger.verdicts import figure_rules
from dateline.ledger.verdicts.camps import Camps
from dateline.ledger.verdicts.voices import one_voice
from dateline.ledger.verdicts.whereabouts import town, whereabouts
from dateline.records import Assertion

_TELLING = 13
"""Two who give one figure of at least this are hardly of one figure by chance; a dozen may be."""
_LOG_MOST = 3.0
"""Natural logarithm of the factor (about 20) above which two counts are no further apart."""
_FAR = 3.0
"""Counts that differ by more than this factor are seldom of one thing."""


def signs(a: Assertion, b: Assertion, camps: Camps) -> dict[str, float]:
    """The signs of a pair by name; absent ones are zero."""
    found = {"any": 1.0, **_numbers(a, b), **_scenes(a, b), **_people(a, b), **_days(a, b)}
    one, two = camps.of(a), camps.of(b)
    found |= {
        "one side speaks": one is not None and one == two,
        "two sides speak": one is not None and two is not None and one != two,
        "one dispatch": a.guid == b.guid,
        "one sentence": a.guid == b.guid and a.sentence == b.sentence,
        "one voice": one_voice(a, b),
        "other words for it": kind(a.about.measure) != kind(b.about.measure),
        "unnamed speakers": (a.by is None) + (b.by is None),
        "one a part": "part" in (a.about.scope, b.about.scope),
        "two parts": a.about.scope == b.about.scope == "part",
        "one running": running(a) != running(b),
        "two running": running(a) and running(b),
    }
    return {sign: float(value) for sign, value in found.items() if value}


def _numbers(a: Assertion, b: Assertion) -> dict[str, float]:
    one, two = bounds(a), bounds(b)
    mine, yours = figure_rules.number(a), figure_rules.number(b)
    if one is None or two is None or not mine or not yours:
        return {}
    apart = abs(math.log(mine / yours))
    return {
        "bounds meet": one.meets(two),
        "equal": mine == yours,
        "equal and large": mine == yours and mine >= _TELLING,
        "factor": min(_LOG_MOST, apart),
        "far": apart > math.log(_FAR),
    }


def _scenes(a: Assertion, b: Assertion) -> dict[str, float]:
    spot = whereabouts(a.about, b.about)
    one, two = telling(a), telling(b)
    return {
        f"scene {scene(a, b, core=told(a.about.measure))}": 1.0,
        "common words": len(one & two) / max(1, min(len(one), len(two))),
        f"place {spot}": 1.0,
        "one town": spot == "same" and town(a.about),
        "place guessed": a.about.guessed or b.about.guessed,
    }


def _people(a: Assertion, b: Assertion) -> dict[str, float]:
    counted = [populations.counted(x) for x in (a, b)]
    one, two = (populations.population(c.population_key or "") for c in counted)
    only = one.classes ^ two.classes
    return {
        f"people {populations.fit(*counted)}": 1.0,
        "one class": one.classes == two.classes,
        "two classes": bool(one.classes and two.classes) and one.classes.isdisjoint(two.classes),
        "class of one": bool(one.classes) != bool(two.classes),
        **{f"only one of {name}": name in only for name in ("civilian", "child", "woman")},
    }


_DAYS = (("sent within a day", 0, 1), ("sent within days", 1, 4), ("sent far apart", 10, math.inf))


def _days(a: Assertion, b: Assertion) -> dict[str, float]:
    found: dict[str, float] = {"no days": not a.about.when and not b.about.when}
    if a.issued and b.issued:
        days = abs((a.issued - b.issued).total_seconds()) / 86400
        found |= {name: first <= days < last for name, first, last in _DAYS}
    one, two = period(a), period(b)
    if one and two:
        given = one.given and two.given
        found |= {"days meet": one.meets(two), "days given": given}
        found["other days given"] = given and not one.meets(two)
    return found
