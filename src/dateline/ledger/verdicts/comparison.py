"""How far two figures compare, as one word with its reason. Pure."""

from dataclasses import dataclass
from typing import Literal

from dateline.ledger.asserted import populations
from dateline.ledger.asserted.periods import Period, on_days
from dateline.ledger.speakers.actors import crowd
from dateline.records import Assertion

Grade = Literal["firm", "soft", "no"]


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


def worse(one: Comparison, two: Comparison) -> Comparison:
    """The one of two that compares less far, or leaves more open."""
    order = {"firm": 0, "soft": 1, "no": 2}
    if one.grade == two.grade == "soft":
        return max(one, two, key=lambda c: ("people", "count", "incident").index(c.doubt))
    return two if order[two.grade] > order[one.grade] else one


SPOKEN_DAYS = 2
"""Days between two incidents' dates that are let pass if the later is the day of the dispatch: what
was said on a day is often dated as if it had happened then.
"""


def days_apart(a: Assertion, b: Assertion, one: Period, two: Period) -> Comparison:
    """The answer to two figures of days that do not meet."""
    days = on_days(a.about.when or one.last.isoformat())
    others = on_days(b.about.when or two.last.isoformat())
    return Comparison("no", f"One is for {days}, the other for {others}.")


def by_name(a: Assertion, b: Assertion) -> bool:
    """True if two named speakers give two whole counts."""
    named = all(x.by is not None and not crowd(x.by) for x in (a, b))
    return named and not (populations.others(a) or populations.others(b))
