"""When a claim holds, as days, and whether two claims are about the same time."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from dateline.records import Assertion

LONG = 4
"""A toll over at least this many days is a running one, whatever it is called."""


_STRETCHES = ("range", "duration", "year", None)
"""Precisions of a time that is a stretch; "that week" is a day that is not told exactly."""


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both included. ``given`` is false if only the dispatch's date tells."""

    first: date
    last: date
    given: bool

    @property
    def days(self) -> int:
        """Length in days, at least one."""
        return (self.last - self.first).days + 1

    def meets(self, other: "Period") -> bool:
        """True if the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def common(self, other: "Period") -> float:
        """Share of all their days that both have."""
        shared = (min(self.last, other.last) - max(self.first, other.first)).days + 1
        return max(0, shared) / (self.days + other.days - max(0, shared))


@cache
def _days(when: str) -> tuple[date, date] | None:
    first, _, last = when.partition("/")
    try:
        start = date.fromisoformat(first[:10])
        end = date.fromisoformat(last[:10]) if last else start
    except ValueError:
        return None
    return (start, end) if start <= end else None


def period(a: Assertion) -> Period | None:
    """The days that an assertion is about: as it says, else the two days up to its dispatch."""
    days = _days(a.about.when) if a.about.when else None
    if days:
        return Period(*days, given=True)
    if a.issued is None:
        return None
    said = a.issued.date()
    return Period(said - timedelta(days=2), said, given=False)


def running(a: Assertion) -> bool:
    """True for a toll since some start: said to be one, or over many days."""
    if a.about.scope == "cumulative":
        return True
    days = _days(a.about.when) if a.about.when and a.about.precision in _STRETCHES else None
    return days is not None and (days[1] - days[0]).days + 1 >= LONG


def written(start: datetime | None, end: datetime | None) -> str | None:
    """An ISO date, or ``from/to``, for an interval; None unless both ends are known."""
    if start is None or end is None:
        return None
    first, last = start.date().isoformat(), end.date().isoformat()
    return first if first == last else f"{first}/{last}"


def on_days(when: str) -> str:
    """``1 March 2022`` or ``1 March 2022 to 3 March 2022``."""
    days = _days(when)
    if days is None:
        return when
    names = [f"{d.day} {d:%B} {d.year}" for d in days]
    return names[0] if days[0] == days[1] else " to ".join(names)
