"""Running tolls side by side: of one place, over the same days, as given on one day. Pure."""

from dateline.ledger.asserted import populations, whose
from dateline.ledger.asserted.periods import Period, on_days, period, running
from dateline.ledger.verdicts.comparison import (
    FIRM,
    OTHERS,
    SPOKEN_DAYS,
    Comparison,
    Grade,
    by_name,
    days_apart,
    worse,
)
from dateline.ledger.verdicts.whereabouts import town, whereabouts
from dateline.records import Assertion

_BATTLE = 8
"""Days up to which a toll "since Friday" may be another's toll of one battle."""


_SOME, _LARGE = 10, 50


def _unbound(a: Assertion) -> bool:
    """True for a toll that no word ties to a town and that is of no small number, or of an army's
    own: it may be a running one, given on the war's first days.
    """
    number = next((n for n in (a.value, a.low, a.high) if n is not None), 0.0)
    loose = not town(a.about) or a.about.guessed
    large = number >= (_LARGE if a.about.when or a.about.place is None else _SOME)
    large = large or whose.own(a.about.population_key)
    return a.about.scope == "incident" and loose and large and not populations.more(a.text)


def both_running(a: Assertion, b: Assertion, *, any_day: bool) -> bool:
    """True for two running tolls, or for a speaker's one and another that nothing tells from one
    (``any_day``).
    """
    if running(a) and running(b):
        return True
    return any_day and ((running(a) and _unbound(b)) or (running(b) and _unbound(a)))


def kind(a: Assertion, b: Assertion) -> Comparison:
    """A running toll and that of one incident compare only if one battle is meant."""
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


def running_place(a: Assertion, b: Assertion) -> Comparison:
    """Running tolls are for the whole matter unless they name one of its places themselves."""
    spot = whereabouts(a.about, b.about)
    countries = not town(a.about) and not town(b.about)
    if spot in ("same", "unknown") or countries or a.about.guessed or b.about.guessed:
        return FIRM
    grade: Grade = "soft" if spot == "inside" else "no"
    return Comparison(grade, f"One is for {a.about.place}, the other for {b.about.place}.")


def running_period(a: Assertion, b: Assertion) -> Comparison:
    """Running tolls of two speakers: over much the same days, as given on one day."""
    if populations.others(a) or populations.others(b):
        return Comparison("soft", OTHERS)
    together = (a.guid, a.version) == (b.guid, b.version)
    if together and not by_name(a, b):
        return Comparison("soft", "One dispatch gives both, perhaps for different things.")
    one, two = period(a), period(b)
    if one is None or two is None:
        undated = together and a.issued is None  # rivals as one dispatch tells them, at one time
        return FIRM if undated else Comparison("soft", "One of the two has no date.")
    if one.given and two.given and not one.meets(two):
        return days_apart(a, b, one, two)
    return worse(_same_span(one, two), same_day(a, b))


def _same_span(one: Period, two: Period) -> Comparison:
    """Running tolls over stated periods: these must be much the same."""
    if not (one.given and two.given) or one.common(two) >= _COMMON_DAYS:
        return FIRM
    return Comparison("no", f"One covers {one.days} days, the other {two.days}.")


def same_start(a: Assertion, b: Assertion) -> Comparison:
    """A speaker's running tolls of two days: from one day on, if both say from when."""
    one, two = period(a), period(b)
    if one is None or two is None or not (one.given and two.given):
        return FIRM
    apart = abs((one.first - two.first).days)
    if apart <= max(SPOKEN_DAYS, max(one.days, two.days) * _START_SHARE):
        return FIRM
    return Comparison("no", f"One is from {_day_of(one)} on, the other from {_day_of(two)} on.")


def _day_of(when: Period) -> str:
    return on_days(when.first.isoformat())


def same_day(a: Assertion, b: Assertion) -> Comparison:
    """Firm if both were given on one day."""
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


_COMMON_DAYS = 0.5
"""Share of the days of two running tolls' periods that must be the same."""
