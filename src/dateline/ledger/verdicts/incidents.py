"""Two tolls of incidents: whether it is one incident, by place, day and the words around. Pure."""

from datetime import timedelta

from dateline.ledger.asserted.measures import told
from dateline.ledger.asserted.periods import period, running
from dateline.ledger.asserted.scenes import Scene, scene, spread
from dateline.ledger.verdicts.comparison import (
    FIRM,
    SPOKEN_DAYS,
    Comparison,
    by_name,
    days_apart,
    worse,
)
from dateline.ledger.verdicts.running_tolls import same_day
from dateline.ledger.verdicts.voices import one_voice
from dateline.ledger.verdicts.whereabouts import Spot, province, town, whereabouts
from dateline.records import Assertion


def incident(a: Assertion, b: Assertion) -> Comparison:
    """One incident or two: by place, day and the words around."""
    if (a.guid, a.version) == (b.guid, b.version):
        return _in_one_dispatch(a, b)
    spot = whereabouts(a.about, b.about)
    if _one_account(a, b, spot):
        return FIRM
    seen = scene(a, b, core=told(a.about.measure))
    return _against(a, b, spot, seen) or _alike(a, b, spot, seen)


def _alike(a: Assertion, b: Assertion, spot: Spot, seen: Scene) -> Comparison:
    """What speaks for one incident, where nothing speaks against it."""
    if running(a) != running(b):
        same = same_day(a, b)
        if same.grade != "firm" or seen not in ("one", "mark"):
            return worse(same, Comparison("soft", "One is the toll of several days."))
    guess = spot == "unknown" and a.about.place is not None and b.about.place is not None
    placed = seen != "open" and _placed(a, b, spot, marked=seen == "mark")
    sure = seen == "open" and (_of_one_day(a, b, spot) or _fresh(a, b, spot))
    if sure or (not guess and (seen == "one" or placed)):
        return FIRM
    return Comparison("soft", _doubt(a, b, spot), "incident" if seen == "open" else "count")


def _against(a: Assertion, b: Assertion, spot: Spot, seen: Scene) -> Comparison | None:
    """What speaks against one incident: another place, day or target; a town and its province."""
    if spot == "apart":
        return Comparison("no", _doubt(a, b, spot))
    day = _day(a, b)
    one_town = spot == "same" and town(a.about)
    passes = seen in ("one", "mark") or (seen == "alike" and one_town)
    if day.grade == "no" or (day.grade == "soft" and not passes):
        return Comparison("no", day.reason)
    if seen == "two" or (province(a, b, spot) and (seen == "open" or spread(a) or spread(b))):
        return Comparison("no", _doubt(a, b, spot))
    return None


def _placed(a: Assertion, b: Assertion, spot: Spot, *, marked: bool) -> bool:
    """True if place and day make one incident of two accounts that are alike: one town and a date,
    or, if both name what was hit, a place that may hold the other.
    """
    both = a.about.when is not None and a.about.when == b.about.when
    one_town = spot == "same" and (town(a.about) or both)
    if marked and (one_town or province(a, b, spot)):
        return True
    if marked:
        return a.about.when is not None and b.about.when is not None
    return one_town and (a.about.when is not None or b.about.when is not None)


def _of_one_day(a: Assertion, b: Assertion, spot: Spot) -> bool:
    """True for two whole counts of one town and one day, of which both tell by name."""
    days = a.about.when is not None and a.about.when == b.about.when and "/" not in a.about.when
    guessed = [x for x in (a, b) if x.about.guessed]
    sure = len(guessed) == 0 or (len(guessed) == 1 and not spread(guessed[0]))
    whole = a.about.scope == b.about.scope == "incident"
    return days and whole and spot == "same" and town(a.about) and sure


def _one_account(a: Assertion, b: Assertion, spot: Spot) -> bool:
    """True for what one named speaker counts in one town on one day, as two outlets tell it."""
    days = a.about.when is not None and a.about.when == b.about.when and "/" not in a.about.when
    whole = a.about.scope == b.about.scope == "incident"
    one = a.by is not None and one_voice(a, b)
    return days and whole and one and spot == "same" and town(a.about)


def _fresh(a: Assertion, b: Assertion, spot: Spot) -> bool:
    """True for two whole counts in one town that both name, as news of one day, without a date."""
    if spot != "same" or not town(a.about) or a.about.guessed or b.about.guessed:
        return False
    if a.about.when or b.about.when or a.issued is None or b.issued is None:
        return False
    whole = a.about.scope == b.about.scope == "incident" and told(a.about.measure)
    return whole and by_name(a, b) and abs(a.issued - b.issued) <= _NEWS


_NEWS = timedelta(hours=24)


def _doubt(a: Assertion, b: Assertion, spot: Spot) -> str:
    if spot == "unknown":
        return "One of the two gives no certain place."
    if spot == "same" and not town(a.about):
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
    apart = days_apart(a, b, one, two)
    late, days = (a, one) if one.first > two.first else (b, two)
    gap = (days.first - min(one.last, two.last)).days
    spoken = late.issued is not None and days.first == late.issued.date() and gap <= SPOKEN_DAYS
    return Comparison("soft", apart.reason) if spoken or late.about.when is None else apart


def _in_one_dispatch(a: Assertion, b: Assertion) -> Comparison:
    """What one dispatch tells is about many things: only rival tolls by name compare."""
    spot, day = whereabouts(a.about, b.about), _day(a, b)
    if spot == "apart" or day.grade != "firm":
        return Comparison("no", _doubt(a, b, "same"))
    if told(a.about.measure) and by_name(a, b):
        return FIRM
    return Comparison("soft", "One dispatch gives both, perhaps for different things.", "incident")
