"""Whether two figures count the same thing: measure, population, place and period, in that order.

The outcome is firm (any difference between the numbers matters), soft (equal numbers support each
other, but different ones need not contradict: one may count a part), or no, with the reason.
"""

from dataclasses import dataclass
from typing import Literal

from dateline.ledger import populations
from dateline.ledger.periods import in_words, period, running
from dateline.ledger.wording import content_words
from dateline.records import About, Assertion

Grade = Literal["firm", "soft", "no"]
_SHARED, _SHARE = 3, 0.15
"""Words in common, in number and as a share of the shorter context, that make one scene of two."""


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
        total, single = (a, b) if running(a) else (b, a)
        when = f" on {in_words(single.about.when)}" if single.about.when else ""
        return Comparison("no", f"One is a running toll, the other that of one incident{when}."
                          if total else "")  # fmt: skip
    one, two = period(a), period(b)
    if one is None or two is None:
        return Comparison("soft", "One of the two has no date.")
    if running(a):
        return _same_day(a, b)
    if one.meets(two):
        return FIRM if one.given or two.given else Comparison("soft", "Neither gives a date.")
    days = f"{in_words(a.about.when or one.last.isoformat())}"
    others = f"{in_words(b.about.when or two.last.isoformat())}"
    return Comparison("no", f"One is for {days}, the other for {others}.")


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
    """Tolls of single incidents: only if what is told around them has words in common."""
    if running(a) or not a.context or not b.context:
        return FIRM
    one, two = _telling(a), _telling(b)
    shared = len(one & two)
    if shared >= _SHARED and shared >= _SHARE * min(len(one), len(two)):
        return FIRM
    return Comparison("soft", "They may be tolls of two incidents.")


def _telling(a: Assertion) -> frozenset[str]:
    """Words around a figure, without its place and what it counts."""
    own = " ".join((a.about.measure, a.about.place or "", a.about.population or "", a.text))
    return frozenset(a.context) - content_words(own)


def _single(a: Assertion, b: Assertion) -> Comparison:
    """A single victim is one person's story more often than the toll of a greater number."""
    if {a.value, b.value} & {1.0} and a.value != b.value:
        return Comparison("soft", "One tells of a single victim, the other counts more.")
    return FIRM


def _scope(a: About, b: About) -> Comparison:
    if (a.scope == "part") != (b.scope == "part"):
        return Comparison("no", "One counts only a part of the other.")
    return FIRM


def compare(a: Assertion, b: Assertion, *, any_day: bool = False) -> Comparison:
    """How far two figures compare. ``any_day`` leaves the period out (a speaker's later toll)."""
    outcome = FIRM
    for found in (
        _measure(a.about, b.about),
        _scope(a.about, b.about),
        _population(a.about, b.about),
        _place(a, b),
        _scene(a, b),
        _single(a, b),
    ):
        outcome = _worse(outcome, found)
    if any_day and running(a) and running(b):
        return outcome
    return _worse(outcome, _period(a, b))
