"""Whether two figures count the same thing: measure, population, place and period, in that order.

The outcome is firm (any difference between the numbers matters), soft (equal numbers support each
other, but different ones need not contradict: one may count a part), or no, with the reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dateline.ledger import populations
from dateline.ledger.actors import crowd
from dateline.ledger.periods import Period, in_words, period, running
from dateline.ledger.wording import content_words
from dateline.records import About, Assertion
from dateline.records.vocabulary import CORE_MEASURES

Grade = Literal["firm", "soft", "no"]
_SHARED, _SHARE = 3, {True: 0.15, False: 0.35}
"""Words in common, in number and as a share of the shorter context, that make one scene of two: for
measures of casualties (true) and for free ones.
"""

_COMMON_DAYS = 0.5
"""Share of the days of two running tolls' periods that must be the same."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two assertions compare, and why not (further)."""

    grade: Grade
    reason: str = ""


FIRM = Comparison("firm")


def _worse(one: Comparison, two: Comparison) -> Comparison:
    order = {"firm": 0, "soft": 1, "no": 2}
    return two if order[two.grade] > order[one.grade] else one


def _who(about: About) -> str:
    return about.population or "people"


def _measure(a: About, b: About) -> Comparison:
    if a.measure != b.measure:
        return Comparison("no", f"One counts {a.measure}, the other {b.measure}.")
    if a.unit != b.unit:
        return Comparison(
            "no", f"One is in {a.unit or 'a count'}, the other in {b.unit or 'a count'}."
        )
    return FIRM


def _population(a: About, b: About) -> Comparison:
    found = populations.fit(a, b)
    reason = f"One counts {_who(a)}, the other {_who(b)}."
    if found == "different":
        return Comparison("no", reason)
    return Comparison("soft", reason) if found == "part" else FIRM


def _place(a: Assertion, b: Assertion) -> Comparison:
    one, two = a.about, b.about
    if one.geonameid is None or two.geonameid is None:
        return _unplaced(a, b)
    if one.geonameid == two.geonameid:
        if one.within or running(a):
            return FIRM
        return Comparison("soft", f"Only the country is given, {one.place}.")
    reason = f"One is for {one.place}, the other for {two.place}."
    held = one.geonameid in two.within or two.geonameid in one.within
    held = held or (running(a) and running(b) and not one.within and not two.within)
    return Comparison("soft" if held else "no", reason)


def _unplaced(a: Assertion, b: Assertion) -> Comparison:
    """Without a certain place: firm for running tolls, which are for the whole matter."""
    one, two = a.about.place, b.about.place
    alike = one is not None and two is not None and one.casefold() == two.casefold()
    if alike or (running(a) and running(b)):
        return FIRM
    return Comparison("soft", "One of the two gives no certain place.")


def _period(a: Assertion, b: Assertion) -> Comparison:
    if running(a) != running(b):
        single = b if running(a) else a
        when = f" on {in_words(single.about.when)}" if single.about.when else ""
        return Comparison("no", f"One is a running toll, the other that of one incident{when}.")
    one, two = period(a), period(b)
    if one is None or two is None:
        return Comparison("soft", "One of the two has no date.")
    if not one.meets(two) and (not running(a) or (one.given and two.given)):
        days = in_words(a.about.when or one.last.isoformat())
        others = in_words(b.about.when or two.last.isoformat())
        return Comparison("no", f"One is for {days}, the other for {others}.")
    if running(a):
        return _worse(_same_span(one, two), _same_day(a, b))
    return FIRM if one.given or two.given else Comparison("soft", "Neither gives a date.")


def _same_span(one: Period, two: Period) -> Comparison:
    """Running tolls over stated periods: these must be much the same."""
    if not (one.given and two.given) or one.common(two) >= _COMMON_DAYS:
        return FIRM
    return Comparison("soft", f"One covers {one.days} days, the other {two.days}.")


def _same_day(a: Assertion, b: Assertion) -> Comparison:
    if a.issued is None or b.issued is None:
        return Comparison("soft", "One of the two running tolls has no date.")
    apart = abs((a.issued.date() - b.issued.date()).days)
    if apart == 0:
        return FIRM
    if apart == 1:
        return FIRM if abs(a.issued - b.issued).total_seconds() <= 24 * 3600 else _apart(a, b)
    return _apart(a, b)


def _apart(a: Assertion, b: Assertion) -> Comparison:
    assert a.issued is not None and b.issued is not None  # noqa: S101 (checked by the caller)
    return Comparison(
        "no",
        f"Running tolls of different days: {in_words(a.issued.date().isoformat())} and "
        f"{in_words(b.issued.date().isoformat())}.",
    )


def _scene(a: Assertion, b: Assertion) -> Comparison:
    """Only if what is told around two figures has words in common: few for a toll of casualties,
    more for any other figure.
    """
    core = a.about.measure in CORE_MEASURES
    if (a.guid, a.version) == (b.guid, b.version):
        return _in_one_dispatch(a, b, core)
    if not a.context or not b.context or (core and running(a)):
        return FIRM
    one, two = _telling(a), _telling(b)
    shared = len(one & two)
    if shared >= _SHARED and shared >= _SHARE[core] * min(len(one), len(two)):
        return FIRM
    return Comparison("soft", "They may be figures for two different things.")


def _in_one_dispatch(a: Assertion, b: Assertion, core: bool) -> Comparison:
    """What one dispatch tells is about many things: only rival tolls by name compare."""
    named = [x.by for x in (a, b) if x.by is not None and not crowd(x.by)]
    if core and len(named) >= (1 if running(a) else 2):
        return FIRM
    return Comparison("soft", "One dispatch gives both, perhaps for different things.")


def _telling(a: Assertion) -> frozenset[str]:
    """Words around a figure, without its place and what it counts."""
    own = " ".join((a.about.measure, a.about.place or "", a.about.population or "", a.text))
    return frozenset(a.context) - content_words(own)


def _single(a: Assertion, b: Assertion) -> Comparison:
    """A single victim is one person's story more often than the toll of a greater number; "no one
    was hurt" is denied only where both speakers are named.
    """
    values = {a.value, b.value}
    if len(values) == 2 and 1.0 in values:
        return Comparison("soft", "One tells of a single victim, the other counts more.")
    if len(values) == 2 and 0.0 in values and not (a.by and b.by):
        return Comparison("soft", "One tells of no victims, perhaps of another incident.")
    return FIRM


def _scope(a: About, b: About) -> Comparison:
    if (a.scope == "part") != (b.scope == "part"):
        return Comparison("no", "One counts only a part of the other.")
    return FIRM


_TESTS: tuple[Callable[[Assertion, Assertion], Comparison], ...] = (
    lambda a, b: _measure(a.about, b.about),
    _place,
    lambda a, b: _scope(a.about, b.about),
    lambda a, b: _population(a.about, b.about),
    _single,
    _scene,
)
"""What must fit, the quickest test first."""


def compare(a: Assertion, b: Assertion, *, any_day: bool = False) -> Comparison:
    """How far two figures compare. ``any_day`` leaves the period out (a speaker's later toll)."""
    outcome = FIRM
    for test in _TESTS if any_day and running(a) and running(b) else (*_TESTS, _period):
        outcome = _worse(outcome, test(a, b))
        if outcome.grade == "no":
            return outcome
    return outcome
