"""Whether two figures count the same thing: measure, population, place and period, in that order.

The outcome is firm (any difference between the numbers matters), soft (equal numbers support each
other, but different ones need not contradict: one may count a part), or no, with the reason.
"""

import re
from collections.abc import Callable

from dateline.ledger.asserted import measures, populations, whose
from dateline.ledger.asserted.civilians import only_civilians
from dateline.ledger.asserted.measures import kind as kind_of
from dateline.ledger.asserted.measures import told
from dateline.ledger.asserted.wording import quiet
from dateline.ledger.speakers.actors import plain
from dateline.ledger.speakers.sides import fights_for
from dateline.ledger.verdicts.comparison import FIRM, OTHERS, Comparison, worse
from dateline.ledger.verdicts.incidents import incident
from dateline.ledger.verdicts.running_tolls import (
    both_running,
    kind,
    running_period,
    running_place,
    same_start,
)
from dateline.ledger.verdicts.voices import one_voice, states
from dateline.records import About, Assertion


def _who(about: About) -> str:
    return quiet(about.population or "people")


def _measure(a: Assertion, b: Assertion) -> Comparison:
    one, two = a.about, b.about
    if kind_of(one.measure) != kind_of(two.measure) and not _prisoners(a, b):
        return Comparison("no", f"One counts {one.measure}, the other {two.measure}.")
    if one.unit != two.unit:
        return Comparison(
            "no", f"One is in {one.unit or 'a count'}, the other in {two.unit or 'a count'}."
        )
    known = told(one.measure) or one.measure not in plain(f"{a.text} {b.text}").split()
    if known and (told(one.measure) or not (one.guessed or two.guessed)):
        return FIRM
    return Comparison("soft", f"Both only count {one.measure}, perhaps others.", "incident")


_CAUGHT = frozenset(("captured", "held", "surrendered"))


def _prisoners(a: Assertion, b: Assertion) -> bool:
    """True for fighters who were captured, gave themselves up or are held: one fate."""
    caught = a.about.measure in _CAUGHT and b.about.measure in _CAUGHT
    return caught and all(populations.armed(populations.counted(x).population_key) for x in (a, b))


def _population(a: Assertion, b: Assertion) -> Comparison:
    one, two = populations.counted(a), populations.counted(b)
    found = populations.fit(one, two)
    reason = f"One counts {_who(one)}, the other {_who(two)}."
    if found == "different" and not _one_army(a, b, one, two):
        return Comparison("no", reason)
    if not measures.lost(one.measure) and _each_its_own(a, b, one, two):
        return Comparison("no", "Each counts its own people.")
    parts = (one.scope == "part", two.scope == "part")
    if parts[0] != parts[1] and (_of_them(a, b) or not _one_part(a, b, one, two)):
        return Comparison("no", "One counts only a part of the other.")
    some = _some(a, b)
    if some is None and found == "part" and only_civilians(a, b):
        return FIRM
    if some is None:
        return Comparison("soft", reason, "people") if found == "part" else FIRM
    return Comparison("soft", some)


def _some(a: Assertion, b: Assertion) -> str | None:
    """Why the words for those counted leave open whether it is all of them; None if they do not."""
    keys = [populations.counted(x).population_key for x in (a, b)]
    if a.about.measure == "casualties" and not all(keys):
        return "It is not said whose casualties they are."
    if _OF.search(a.text) or _OF.search(b.text):
        return "One counts some of a greater number."
    if bool(_MORE.search(a.text)) != bool(_MORE.search(b.text)) or _beside_others(a, b):
        return OTHERS
    if a.value != b.value and any(_bare_part(x) for x in (a, b)):
        return "One counts some of a greater number."
    if a.value != b.value and (populations.listed(a) or populations.listed(b)):
        return "One only lists some by name."
    return None


def _bare_part(a: Assertion) -> bool:
    """True for some told by their number alone, "five of them Spanish": of whom is not said."""
    return a.about.scope == "part" and _NUMBER_ONLY.fullmatch(a.text.strip()) is not None


_NUMBER_ONLY = re.compile(r"[\d.,]+|[^\W\d_]+(?:-[^\W\d_]+)*")


def _each_its_own(a: Assertion, b: Assertion, one: About, two: About) -> bool:
    """True if a state's speaker counts its own people, and another state's speaker counts people of
    whom no word says that they are the same.
    """
    peoples = [
        populations.nations(populations.population(x.population_key or "")) for x in (one, two)
    ]
    speak = [{fights_for(s) for s in states(x)} for x in (a, b)]
    armed = any(
        populations.armed(x.population_key) for x in (one, two)
    )  # the enemy counts them too
    if armed or not all(speak) or not speak[0].isdisjoint(speak[1]):
        return False
    mine = [
        bool(p & s) or bool(_ITS.search(x.text))
        for p, s, x in zip(peoples, speak, (a, b), strict=True)
    ]
    return (mine[0] and not peoples[1] & speak[0]) or (mine[1] and not peoples[0] & speak[1])


_ITS = re.compile(r"\b(?:of|de) (?:its|our|their|ses|nos|leurs) ", re.IGNORECASE)


def _of_them(a: Assertion, b: Assertion) -> bool:
    """True if one tells of some of those whom the other may count: "five of them"."""
    return a.value != b.value and bool(_THEM.search(a.text)) != bool(_THEM.search(b.text))


def _one_army(a: Assertion, b: Assertion, one: About, two: About) -> bool:
    """True for a speaker's soldiers of one day, and its fighters of another, if one is its own."""
    if not (whose.own(one.population_key) or whose.own(two.population_key)):
        return False
    armed = populations.armed(one.population_key) and populations.armed(two.population_key)
    return armed and not populations.rivals(one, two) and one_voice(a, b)


def _one_part(a: Assertion, b: Assertion, one: About, two: About) -> bool:
    """True if a part of one count may be all that the other counts: the children; one person; as
    many people of no class, where the other tells only of them.
    """
    if populations.narrow(one, two) or a.value == b.value == 1.0:
        return True
    return a.value is not None and a.value == b.value and populations.fit(one, two) == "same"


def _beside_others(a: Assertion, b: Assertion) -> bool:
    """True if "eight other people" may be all but some of the other's nine, or of its fifteen: how
    many were told before them is not known.
    """
    some = [x for x in (a, b) if populations.others(x)]
    if len(some) != 1:
        return False
    whole = b if some[0] is a else a
    if some[0].value is None or whole.value is None:
        return False
    return whole.value > some[0].value


_MORE = re.compile(r"\bmore\b(?! than)|\bde plus\b", re.IGNORECASE)
_THEM = re.compile(r"\b(?:of (?:them|whom|these|those|which)|d['’]entre eux|dont)\b", re.IGNORECASE)
_OF = re.compile(r"\d of (?:the |its |their )?\d", re.IGNORECASE)


def _single(a: Assertion, b: Assertion) -> Comparison:
    """A single victim is one person's story more often than the toll of a greater number; "no one
    was hurt" is denied only where both speakers are named.
    """
    values = {a.value, b.value}
    if values == {1.0} and populations.strangers(a, b):
        return Comparison("no", f"One is {_who(a.about)}, the other {_who(b.about)}.")
    if len(values) == 2 and 1.0 in values:
        return Comparison("soft", "One tells of a single victim, the other counts more.",
                          "incident")  # fmt: skip
    if len(values) == 2 and 0.0 in values and not (a.by and b.by):
        return Comparison("soft", "One tells of no victims, perhaps of another incident.",
                          "incident")  # fmt: skip
    return FIRM


def _taken_in(a: Assertion) -> bool:
    house, taking = populations.taken_in()
    return not (house.isdisjoint(a.context) or taking.isdisjoint(a.context))


def one_of_a_house(a: Assertion, b: Assertion) -> bool:
    """True if one of two unequal counts is of what a hospital received: not all that there are."""
    return a.value != b.value and _taken_in(a) != _taken_in(b) and not one_voice(a, b)


def _house(a: Assertion, b: Assertion) -> Comparison:
    if one_of_a_house(a, b):
        return Comparison("soft", "One counts only those whom a hospital took in.", "incident")
    return FIRM


_ALWAYS: tuple[Callable[[Assertion, Assertion], Comparison], ...] = (
    _measure, _population, _single, _house,
)  # fmt: skip
"""What must fit of any two figures, the quickest test first."""


def compare(a: Assertion, b: Assertion, *, any_day: bool = False) -> Comparison:
    """How far two figures compare. ``any_day`` leaves the day out (a speaker's later toll)."""
    tests = [*_ALWAYS]
    if not both_running(a, b, any_day=any_day):
        tests += [kind, incident]
    elif any_day:
        tests += [running_place, same_start]
    else:
        tests += [running_place, running_period]
    outcome = FIRM
    for test in tests:
        outcome = worse(outcome, test(a, b))
        if outcome.grade == "no":
            break
    return outcome
