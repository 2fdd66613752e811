"""Whether two figures count the same thing: measure, population, place and period, in that order.

The outcome is firm (any difference between the numbers matters), soft (equal numbers support each
other, but different ones need not contradict: one may count a part), or no, with the reason.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dateline.ledger.asserted import populations
from dateline.ledger.asserted.periods import Period, on_days, period, running
from dateline.ledger.asserted.scenes import Scene, scene, spread
from dateline.ledger.asserted.wording import quiet
from dateline.ledger.speakers.actors import crowd, plain
from dateline.records import About, Assertion
from dateline.records.vocabulary import CORE_MEASURES

Grade = Literal["firm", "soft", "no"]

_COMMON_DAYS = 0.5
"""Share of the days of two running tolls' periods that must be the same."""

_SPOKEN_DAYS = 2
"""Days between two incidents' dates that are let pass if the later is the day of the dispatch: what
was said on a day is often dated as if it had happened then.
"""


Doubt = Literal["people", "count", "incident"]
"""What a soft comparison leaves open: whether one counts a part of the other's people, whether they
count the same (in an incident that looks like one), or whether it is one incident at all.
"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How far two assertions compare, and why not (further)."""

    grade: Grade
    reason: str = ""
    doubt: Doubt = "count"


FIRM = Comparison("firm")
OTHERS = "One counts others beside those of another count."


def _worse(one: Comparison, two: Comparison) -> Comparison:
    order = {"firm": 0, "soft": 1, "no": 2}
    if one.grade == two.grade == "soft":
        return max(one, two, key=lambda c: ("people", "count", "incident").index(c.doubt))
    return two if order[two.grade] > order[one.grade] else one


def _who(about: About) -> str:
    return quiet(about.population or "people")


def _measure(a: Assertion, b: Assertion) -> Comparison:
    one, two = a.about, b.about
    if one.measure != two.measure:
        return Comparison("no", f"One counts {one.measure}, the other {two.measure}.")
    if one.unit != two.unit:
        return Comparison(
            "no", f"One is in {one.unit or 'a count'}, the other in {two.unit or 'a count'}."
        )
    if one.measure in CORE_MEASURES or one.measure not in plain(f"{a.text} {b.text}").split():
        return FIRM
    return Comparison("soft", f"Both only count {one.measure}, perhaps others.", "incident")


def _population(a: Assertion, b: Assertion) -> Comparison:
    one, two = populations.counted(a), populations.counted(b)
    found = populations.fit(one, two)
    reason = f"One counts {_who(one)}, the other {_who(two)}."
    if found == "different":
        return Comparison("no", reason)
    if (one.scope == "part") != (two.scope == "part") and not _one_part(a, b, one, two):
        return Comparison("no", "One counts only a part of the other.")
    if a.about.measure == "casualties" and not (one.population_key and two.population_key):
        return Comparison("soft", "It is not said whose casualties they are.")
    if _OF.search(a.text) or _OF.search(b.text):
        return Comparison("soft", "One counts some of a greater number.")
    if bool(_MORE.search(a.text)) != bool(_MORE.search(b.text)):
        return Comparison("soft", OTHERS)
    return Comparison("soft", reason, "people") if found == "part" else FIRM


def _one_part(a: Assertion, b: Assertion, one: About, two: About) -> bool:
    """True if a part of one count may be all that the other counts: the children; one person; as
    many people of no class, where the other tells only of them.
    """
    if populations.narrow(one, two) or a.value == b.value == 1.0:
        return True
    return a.value is not None and a.value == b.value and populations.fit(one, two) == "same"


_MORE = re.compile(r"\bmore\b(?! than)|\bde plus\b", re.IGNORECASE)
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


_BATTLE = 8
"""Days up to which a toll "since Friday" may be another's toll of one battle."""


_LARGE = 50


def _unbound(a: Assertion) -> bool:
    """True for a large toll that no word ties to a day or a place: it may be a running one."""
    number = next((n for n in (a.value, a.low, a.high) if n is not None), 0.0)
    loose = a.about.place is None or a.about.guessed
    return a.about.scope == "incident" and a.about.when is None and loose and number >= _LARGE


def _both_running(a: Assertion, b: Assertion, *, any_day: bool) -> bool:
    """True for two running tolls, or for a speaker's one and another that nothing tells from one
    (``any_day``).
    """
    if running(a) and running(b):
        return True
    return any_day and ((running(a) and _unbound(b)) or (running(b) and _unbound(a)))


def _kind(a: Assertion, b: Assertion) -> Comparison:
    if running(a) == running(b):
        return FIRM
    single, toll = (b, a) if running(a) else (a, b)
    when = period(toll)
    if when is not None and when.given and when.days <= _BATTLE:
        return FIRM
    day = f" on {on_days(single.about.when)}" if single.about.when else ""
    return Comparison("no", f"One is a running toll, the other that of one incident{day}.")


_START_SHARE = 0.1
"""Share of a period's length by which the starts of two running tolls may differ."""

Spot = Literal["same", "inside", "unknown", "apart"]


def whereabouts(a: About, b: About) -> Spot:
    """How two places stand to each other."""
    if a.place is None or b.place is None:
        return "unknown"
    if a.geonameid == b.geonameid is not None or plain(a.place) == plain(b.place):
        return "same"
    if (a.geonameid and a.geonameid in b.within) or (b.geonameid and b.geonameid in a.within):
        return "same" if _quarter(a, b) or _quarter(b, a) else "inside"
    if a.geonameid is None or b.geonameid is None:
        return "unknown"
    return "unknown" if a.guessed or b.guessed else "apart"


def _town(about: About) -> bool:
    """True for a place within a country; what no gazetteer knows is none."""
    return len(about.within) > 0 or (about.place is not None and about.geonameid is None)


_IN_DIVISION = 2


def _quarter(small: About, town: About) -> bool:
    """True for a place that no gazetteer knows, inside a town: one of its quarters."""
    return small.geonameid is None and len(town.within) >= _IN_DIVISION


def _running_place(a: Assertion, b: Assertion) -> Comparison:
    """Running tolls are for the whole matter unless they name one of its places."""
    spot = whereabouts(a.about, b.about)
    countries = not _town(a.about) and not _town(b.about)
    if spot in ("same", "unknown") or countries:
        return FIRM
    grade: Grade = "soft" if spot == "inside" else "no"
    return Comparison(grade, f"One is for {a.about.place}, the other for {b.about.place}.")


def _by_name(a: Assertion, b: Assertion) -> bool:
    """True if two named speakers give two whole counts."""
    named = all(x.by is not None and not crowd(x.by) for x in (a, b))
    return named and not (populations.others(a) or populations.others(b))


def _running_period(a: Assertion, b: Assertion) -> Comparison:
    if populations.others(a) or populations.others(b):
        return Comparison("soft", OTHERS)
    if (a.guid, a.version) == (b.guid, b.version) and not _by_name(a, b):
        return Comparison("soft", "One dispatch gives both, perhaps for different things.")
    one, two = period(a), period(b)
    if one is None or two is None:
        return Comparison("soft", "One of the two has no date.")
    if one.given and two.given and not one.meets(two):
        return _days_apart(a, b, one, two)
    return _worse(_same_span(one, two), _same_day(a, b))


def _same_span(one: Period, two: Period) -> Comparison:
    """Running tolls over stated periods: these must be much the same."""
    if not (one.given and two.given) or one.common(two) >= _COMMON_DAYS:
        return FIRM
    return Comparison("no", f"One covers {one.days} days, the other {two.days}.")


def _same_start(a: Assertion, b: Assertion) -> Comparison:
    """A speaker's running tolls of two days: from one day on, if both say from when."""
    one, two = period(a), period(b)
    if one is None or two is None or not (one.given and two.given):
        return FIRM
    apart = abs((one.first - two.first).days)
    if apart <= max(_SPOKEN_DAYS, max(one.days, two.days) * _START_SHARE):
        return FIRM
    return Comparison("no", f"One is from {_day_of(one)} on, the other from {_day_of(two)} on.")


def _day_of(when: Period) -> str:
    return on_days(when.first.isoformat())


def _same_day(a: Assertion, b: Assertion) -> Comparison:
    if a.issued is None or b.issued is None:
        return Comparison("soft", "One of the two running tolls has no date.")
    apart = abs((a.issued.date() - b.issued.date()).days)
    if apart == 0 or (apart == 1 and abs(a.issued - b.issued).total_seconds() < 24 * 3600):
        return FIRM
    return Comparison(
        "no",
        f"Running tolls of different days: {on_days(a.issued.date().isoformat())} and "
        f"{on_days(b.issued.date().isoformat())}.",
    )


def _days_apart(a: Assertion, b: Assertion, one: Period, two: Period) -> Comparison:
    days = on_days(a.about.when or one.last.isoformat())
    others = on_days(b.about.when or two.last.isoformat())
    return Comparison("no", f"One is for {days}, the other for {others}.")


def _incident(a: Assertion, b: Assertion) -> Comparison:
    """One incident or two: by place, day and the words around."""
    if (a.guid, a.version) == (b.guid, b.version):
        return _in_one_dispatch(a, b)
    spot, seen = whereabouts(a.about, b.about), scene(a, b, core=a.about.measure in CORE_MEASURES)
    against = _against(a, b, spot, seen)
    if against is not None:
        return against
    if running(a) != running(b):
        same = _same_day(a, b)
        if same.grade != "firm" or seen not in ("one", "mark"):
            return _worse(same, Comparison("soft", "One is the toll of several days."))
    guess = spot == "unknown" and a.about.place is not None and b.about.place is not None
    if seen == "one" and not guess:
        return FIRM
    if seen != "open" and not guess and _placed(a, b, spot, marked=seen == "mark"):
        return FIRM
    return Comparison("soft", _doubt(a, b, spot), "incident" if seen == "open" else "count")


def _against(a: Assertion, b: Assertion, spot: Spot, seen: Scene) -> Comparison | None:
    """What speaks against one incident: another place, day or target; a town and its province."""
    if spot == "apart":
        return Comparison("no", _doubt(a, b, spot))
    day = _day(a, b)
    town = spot == "same" and _town(a.about)
    passes = seen in ("one", "mark") or (seen == "alike" and town)
    if day.grade == "no" or (day.grade == "soft" and not passes):
        return Comparison("no", day.reason)
    if seen == "two" or (_province(a, b, spot) and (seen == "open" or spread(a) or spread(b))):
        return Comparison("no", _doubt(a, b, spot))
    return None


def _province(a: Assertion, b: Assertion, spot: Spot) -> bool:
    """True for a town and the province around it."""
    return spot == "inside" and _town(a.about) and _town(b.about)


def _placed(a: Assertion, b: Assertion, spot: Spot, *, marked: bool) -> bool:
    """True if place and day make one incident of two accounts that are alike: one town and a date,
    or, if both name what was hit, a place that may hold the other.
    """
    both = a.about.when is not None and a.about.when == b.about.when
    town = spot == "same" and (_town(a.about) or both)
    if marked and (town or _province(a, b, spot)):
        return True
    if marked:
        return a.about.when is not None and b.about.when is not None
    return town and (a.about.when is not None or b.about.when is not None)


def _doubt(a: Assertion, b: Assertion, spot: Spot) -> str:
    if spot == "unknown":
        return "One of the two gives no certain place."
    if spot == "same" and not _town(a.about):
        return f"Only the country is given, {a.about.place}."
    if spot in ("inside", "apart"):
        return f"One is for {a.about.place}, the other for {b.about.place}."
    return "They may be figures for two different things."


def _day(a: Assertion, b: Assertion) -> Comparison:
    """Firm if two incidents may be of one day; soft if the day of speaking explains the gap, or the
    later account gives no day and may look back.
    """
    one, two = period(a), period(b)
    if one is None or two is None or one.meets(two):
        return FIRM
    apart = _days_apart(a, b, one, two)
    late, days = (a, one) if one.first > two.first else (b, two)
    gap = (days.first - min(one.last, two.last)).days
    spoken = late.issued is not None and days.first == late.issued.date() and gap <= _SPOKEN_DAYS
    return Comparison("soft", apart.reason) if spoken or late.about.when is None else apart


def _in_one_dispatch(a: Assertion, b: Assertion) -> Comparison:
    """What one dispatch tells is about many things: only rival tolls by name compare."""
    spot, day = whereabouts(a.about, b.about), _day(a, b)
    if spot == "apart" or day.grade != "firm":
        return Comparison("no", _doubt(a, b, "same"))
    if a.about.measure in CORE_MEASURES and _by_name(a, b):
        return FIRM
    return Comparison("soft", "One dispatch gives both, perhaps for different things.", "incident")


_ALWAYS: tuple[Callable[[Assertion, Assertion], Comparison], ...] = (
    _measure, _population, _single,
)  # fmt: skip
"""What must fit of any two figures, the quickest test first."""


def compare(a: Assertion, b: Assertion, *, any_day: bool = False) -> Comparison:
    """How far two figures compare. ``any_day`` leaves the day out (a speaker's later toll)."""
    tests = [*_ALWAYS]
    if not _both_running(a, b, any_day=any_day):
        tests += [_kind, _incident]
    elif any_day:
        tests += [_running_place, _same_start]
    else:
        tests += [_running_place, _running_period]
    outcome = FIRM
    for test in tests:
        outcome = _worse(outcome, test(a, b))
        if outcome.grade == "no":
            break
    return outcome
