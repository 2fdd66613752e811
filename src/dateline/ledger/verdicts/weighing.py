"""Counts that the rules leave uncompared, weighed: what speaks for one matter against what speaks
against it. Pure.

A linear model over plain signs (equal numbers, days, places, people, the words around), with
weights of ``tools/train_weighing.py`` in ``lexicon/weighing.weights``. It only ever answers "one
matter or two"; what follows from two counts that compare is for the rules of ``figure_rules``. It
speaks in ``dateline judge`` alone: what the ledger writes down rests on the rules.
"""

import math
from dataclasses import replace
from functools import cache

from dateline.ledger import lexicons
from dateline.ledger.asserted import populations, wording
from dateline.ledger.asserted.bounds import bounds, in_words
from dateline.ledger.asserted.measures import kind, told
from dateline.ledger.asserted.periods import period, running
from dateline.ledger.asserted.scenes import scene, telling
from dateline.ledger.verdicts import figure_rules
from dateline.ledger.verdicts.camps import Camps
from dateline.ledger.verdicts.voices import Outcome, begin, later, one_voice, say, who
from dateline.ledger.verdicts.whereabouts import town, whereabouts
from dateline.records import About, Assertion

WEIGHTS = "weighing.weights"
ENOUGH = 0.2
"""Log odds from which two counts are taken to be of one matter."""

SURE = 0.7
"""Log odds from which two counts of one matter are also said to contradict each other."""

_TELLING = 13
"""Two who give one figure of at least this are hardly of one figure by chance; a dozen may be."""
_LOG_MOST = 3.0
"""Natural logarithm of the factor (about 20) above which two counts are no further apart."""
_FAR = 3.0
"""Counts that differ by more than this factor are seldom of one thing."""
_UNDECIDED = frozenset(("comparability", "one voice", "one dispatch", "later toll", "bounds"))
"""Rules whose "not comparable" is a doubt, and no certainty such as a count revised since."""


def weighed(a: Assertion, b: Assertion, found: Outcome, camps: Camps) -> Outcome:
    """What the rules found for two figures, ``a`` the newer; or, where they left them uncompared
    and much speaks for one matter, what follows if it is one, with the doubt that remains.
    """
    if not may_weigh(a, b, found):
        return found
    odds = sum(v * _weights().get(sign, 0.0) for sign, v in signs(a, b, camps).items())
    leant = of_one_matter(a, b, camps) if odds >= ENOUGH else found
    if leant.verdict == "contradicts" and odds < SURE:
        return found
    if leant.verdict == "not comparable":
        return found
    doubt = found.reason[:1].lower() + found.reason[1:]
    return replace(leant, reason=f"{leant.reason} A doubt remains: {doubt}", rule="weighing")


def may_weigh(a: Assertion, b: Assertion, found: Outcome) -> bool:
    """True for two counts of one measure, in one unit, that a rule has left uncompared in doubt."""
    doubtful = found.verdict == "not comparable" and found.rule in _UNDECIDED
    one, two = a.about, b.about
    alike = kind(one.measure) == kind(two.measure) or _one_thing(one, two)
    return doubtful and alike and one.unit == two.unit


def _one_thing(one: About, two: About) -> bool:
    """True for counts of one kind of thing, of which two verbs tell: graves found, and reported."""
    if told(one.measure) or told(two.measure):
        return False
    words = [wording.content_words(f"{x.measure} {x.population or ''}") for x in (one, two)]
    return not words[0].isdisjoint(words[1])


def of_one_matter(a: Assertion, b: Assertion, camps: Camps) -> Outcome:
    """What follows from two counts, ``a`` the newer, that are of one matter: of two voices of one
    side the later holds.
    """
    found = figure_rules.of_one_matter(a, b)
    one, two = camps.of(a), camps.of(b)
    if found.verdict != "contradicts" or one is None or one != two or not later(a, b):
        return found
    reason = f"{begin(who(a))} now {say(a)} {in_words(a)}, {who(b)} of the same side {in_words(b)}."
    return Outcome("supersedes", reason, "weighing")


@cache
def _weights() -> dict[str, float]:
    rows = (line.split("\t") for line in lexicons.lines(WEIGHTS))
    return {sign: float(weight) for sign, weight in rows}


def signs(a: Assertion, b: Assertion, camps: Camps) -> dict[str, float]:
    """What speaks for or against one matter, by name; absent signs are zero."""
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
