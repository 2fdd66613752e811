"""From a TIMEX3 value to the stretch of local time that it covers, and its precision."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateline.records.vocabulary import Precision

# Hours in which a part of the day begins and ends; a night that is named by its evening spans
# midnight and is marked NIX by the resolver ("overnight from Tuesday to Wednesday").
PARTS = {"MO": (6, 12), "AF": (12, 18), "EV": (18, 24), "NI": (0, 6), "DT": (6, 18), "MI": (12, 13)}
# Meteorological seasons of the northern half, as month of beginning.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$")
CLOCK = re.compile(r"(\d\d):(\d\d)")
WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE))?$")
PERIOD = re.compile(r"(\d{4})-(?:(\d\d)|Q(\d)|H(\d)|(SP|SU|FA|WI))$")
YEARS = re.compile(r"\d{2,4}$")
MIDNIGHT = time(0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Local, naive; ``end`` is inclusive to the second; null where open or unknown."""

    start: datetime | None
    end: datetime | None
    precision: Precision


def _days(first: date, after: date | None, precision: Precision) -> Stretch:
    """From the first day to the last before ``after`` (open if that lies beyond the calendar)."""
    end = datetime.combine(after, MIDNIGHT) - timedelta(seconds=1) if after else None
    return Stretch(datetime.combine(first, MIDNIGHT), end, precision)


def _next_day(day: date) -> date | None:
    return day + timedelta(days=1) if day < date.max else None


def _months(year: int, month: int, count: int, precision: Precision) -> Stretch:
    total = year * 12 + month - 1 + count
    after = date(total // 12, total % 12 + 1, 1) if total // 12 <= 9999 else None
    return _days(date(year, month, 1), after, precision)


def night(day: date) -> Stretch:
    """The night that begins on the evening of ``day``: 18:00 to 06:00."""
    start = datetime.combine(day, time(18))
    return Stretch(start, start + timedelta(hours=12, seconds=-1), "part-of-day")


def _in_day(day: date, hours: str) -> Stretch:
    """A part of a day or a clock time; an hour on the clock lasts to the end of its minute."""
    if clock := CLOCK.match(hours):
        hour, minute = int(clock[1]), int(clock[2])
        if hour < 24 and minute < 60:
            start = datetime.combine(day, time(hour, minute))
            return Stretch(start, start + timedelta(seconds=59), "hour")
    begin, end = PARTS.get(hours[:2], (0, 24))
    start = datetime.combine(day, MIDNIGHT)
    last = start + timedelta(hours=end - 1, minutes=59, seconds=59)
    return Stretch(start + timedelta(hours=begin), last, "part-of-day")


def _years(value: str) -> Stretch:
    """A year, a decade (three digits) or a century (two)."""
    span = 10 ** (4 - len(value))
    first = int(value) * span
    if first < 1 or first + span > 9999:
        return Stretch(None, None, "year" if span == 1 else "range")
    return _months(first, 1, 12 * span, "year" if span == 1 else "range")


def _period(found: re.Match[str]) -> Stretch:
    year = int(found[1])
    if found[2]:
        return _months(year, int(found[2]), 1, "month")
    if found[3]:
        return _months(year, int(found[3]) * 3 - 2, 3, "range")
    if found[4]:
        return _months(year, int(found[4]) * 6 - 5, 6, "range")
    return _months(year, SEASONS[found[5]], 3, "range")


def _week(found: re.Match[str]) -> Stretch:
    monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    if found[3]:
        return _days(monday + timedelta(days=5), monday + timedelta(days=7), "range")
    return _days(monday, monday + timedelta(days=7), "week")


def _calendar(value: str) -> Stretch | None:
    if found := DATE.match(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return _in_day(day, found[4]) if found[4] else _days(day, _next_day(day), "day")
    if found := WEEK.match(value):
        return _week(found)
    if (found := PERIOD.match(value)) and found[2] != "00":
        return _period(found)
    return _years(value) if YEARS.match(value) else None


def _unresolved(value: str) -> Precision:
    """The precision of a value that names no stretch of the calendar."""
    if value.startswith("P") and value.endswith("_REF"):
        return "present" if value == "PRESENT_REF" else "vague"
    if value.startswith("P"):
        return "duration"
    bare = value.removeprefix("BC")
    if "T" in bare:
        return "hour" if ":" in bare else "part-of-day"
    pieces = bare.split("-")
    return {1: "year", 2: "month", 3: "day"}[min(len(pieces), 3)]  # type: ignore[return-value] # the three are Precisions


def stretch(value: str) -> Stretch:
    """The stretch of a TIMEX3 value; open where the value is unresolved or before Christ."""
    try:
        found = _calendar(value)
    except ValueError:  # 30 February, week 54
        found = None
    return found or Stretch(None, None, _unresolved(value))


def days_in(year: int, month: int) -> int:
    """The number of days in a month."""
    return monthrange(year, month)[1] if 1 <= year <= 9999 else 28
