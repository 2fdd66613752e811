"""Dates and clock times as header lines and datelines write them.

Where a year or a zone is not written: the year nearest to ``near`` is taken, and UTC.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime

from dateline.wire.lexicons import table

NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""Until when an embargo holds that gives no time we can read: it fails closed."""

MOST = 2**31 - 1
"""The largest version that every store takes."""

MONTHS = {name: int(n) for n, names in table("calendar")["months"].items() for name in names}
WEEKDAYS = {name: int(n) for n, names in table("calendar")["weekdays"].items() for name in names}
ZONES: dict[str, int] = table("calendar")["zones"]


def _either(names: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


ZONE = rf"(?:{_either(ZONES)})\b|[+-]\d\d:?\d\d\b"
YEAR = rf"(?:(?:19|20)\d\d|'?\d\d)\b(?!\s*(?:{ZONE}|[:h]\d|hours|hrs|[ap]\.?m\b))"
DATE = re.compile(
    rf"""(?ix)
    \b(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)
    | \b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+|de\s+)?(?P<m2>{_either(MONTHS)})\b\.?
      (?:,?\s+(?:de\s+)?(?P<y2>{YEAR}))?
    | \b(?P<m3>{_either(MONTHS)})\b\.?\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])
      (?:,?\s+(?P<y3>{YEAR}))?
    | \b(?P<d4>\d{{1,2}})[./](?P<m4>\d{{1,2}})[./](?P<y4>(?:19|20)\d\d)\b
    | \b(?P<weekday>{_either(WEEKDAYS)})\b\.?
    """
)
CLOCK = re.compile(
    rf"""(?ix)
    \b(?:
      (?P<h1>\d{{1,2}})[:.h](?P<n1>\d\d)(?::\d\d)?\s*(?P<p1>[ap]\.?m\b\.?)?\s*(?P<z1>{ZONE})?
    | (?P<h2>\d\d)(?P<n2>\d\d)\s*(?:hours|hrs|h)?\s*(?P<z2>{ZONE})
    | (?P<h3>\d{{1,2}})\s*(?P<p3>[ap]\.?m\b\.?)\s*(?P<z3>{ZONE})?
    | (?P<word>(?:12\s*)?noon|midnight|midi|minuit)\s*(?P<z4>{ZONE})?
    )"""
)
STAMP = re.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
GROUP = re.compile(
    rf"(?i)\b(\d\d)(\d\d)(\d\d)\s*({ZONE})\s+({_either(MONTHS)})\b\.?(?:\s+({YEAR}))?"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written; the year may be absent, and a bare weekday has only ``weekday``."""

    month: int | None
    day: int | None
    year: int | None
    weekday: int | None = None

    def near(self, moment: datetime | None) -> date | None:
        """The calendar day meant, in the year nearest to ``moment``; the last such weekday."""
        if self.weekday is not None:
            if moment is None:
                return None
            return moment.date() - timedelta(days=(moment.weekday() - self.weekday) % 7)
        if self.year is not None:
            return _day(self.year, self.month, self.day)
        if moment is None:
            return None
        years = (moment.year - 1, moment.year, moment.year + 1)
        found = [d for d in (_day(y, self.month, self.day) for y in years) if d]
        return min(found, key=lambda d: abs(d - moment.date()), default=None)


def _day(year: int, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


def _year(written: str | None) -> int | None:
    if not written:
        return None
    year = int(written.lstrip("'"))
    if year >= 100:
        return year
    return year + (1900 if year >= 69 else 2000)  # the POSIX pivot


def day_of(match: re.Match[str]) -> Day:
    """The date that a match of ``DATE`` says."""
    g = match.groupdict()
    if g["weekday"]:
        return Day(None, None, None, WEEKDAYS[g["weekday"].casefold()])
    for n in ("1", "2", "3", "4"):
        if g[f"d{n}"]:
            month = g[f"m{n}"].casefold()
            number = int(month) if month.isdecimal() else MONTHS[month]
            return Day(number, int(g[f"d{n}"]), _year(g[f"y{n}"]))
    raise AssertionError("every alternative of DATE has a day or a weekday")


def _zone(written: str | None) -> timezone:
    if not written:
        return UTC
    if written[0] in "+-":
        hours, minutes = int(written[1:3]), int(written[-2:])
        sign = -1 if written[0] == "-" else 1
        if hours > 23 or minutes > 59:
            return UTC
        return timezone(sign * timedelta(hours=hours, minutes=minutes))
    return timezone(timedelta(minutes=ZONES[written.casefold()]))


def _clock(match: re.Match[str]) -> tuple[time, bool] | None:
    """A clock time with its zone, and whether it is midnight at the end of the day."""
    g = match.groupdict()
    zone = _zone(g["z1"] or g["z2"] or g["z3"] or g["z4"])
    if g["word"]:
        noon = g["word"].casefold() not in ("midnight", "minuit")
        return time(12 if noon else 0, tzinfo=zone), not noon
    hour, minute = int(g["h1"] or g["h2"] or g["h3"]), int(g["n1"] or g["n2"] or 0)
    half = (g["p1"] or g["p3"] or " ").casefold()[0]
    if half in "ap":
        hour = hour % 12 + (12 if half == "p" else 0)
    if (hour, minute) == (24, 0):
        return time(0, tzinfo=zone), True
    return (time(hour, minute, tzinfo=zone), False) if hour < 24 and minute < 60 else None


def moment(text: str, near: datetime | None, *, ahead: bool = False) -> datetime | None:
    """The first date and clock time in a line, such as ``0600 GMT 3 MARCH``; midnight if no time.

    ``ahead``: a bare weekday or a missing year means the next to come (embargoes), not the last.
    """
    stamp = STAMP.search(text)
    exact = iso(stamp[0]) if stamp else None
    if exact:
        return exact
    group = GROUP.search(text)
    if group:
        return _from_group(group, near)
    days, clock = list(DATE.finditer(text)), CLOCK.search(text)
    days.sort(key=lambda m: m["weekday"] is not None)  # "Friday, 4 March": the date says more
    told = _clock(clock) if clock else None
    day = day_of(days[0]).near(near) if days else (near.date() if near and told else None)
    if day is None:
        return None
    if ahead and days and days[0]["weekday"] and near and day < near.date():
        day += timedelta(days=7)
    at, end_of_day = told or (time(0, tzinfo=UTC), False)
    found = datetime.combine(day, at)
    return found + timedelta(days=1) if end_of_day and day.year < 9999 else found


def _from_group(match: re.Match[str], near: datetime | None) -> datetime | None:
    """A date-time group: ``021345Z MAR 22``."""
    day, hour, minute, zone, month, year = match.groups()
    found = Day(MONTHS[month.casefold()], int(day), _year(year)).near(near)
    if found is None or int(hour) > 23 or int(minute) > 59:
        return None
    return datetime.combine(found, time(int(hour), int(minute), tzinfo=_zone(zone)))


def iso(value: object) -> datetime | None:
    """An ISO 8601 or RFC 5322 time as an aware datetime; UTC where no zone is written."""
    if not isinstance(value, str) or len(value) > 64:
        return None
    text = value.strip()
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = parse(text)
            found = found if found.tzinfo else found.replace(tzinfo=UTC)
            found.astimezone(UTC)  # a time at the edge of the calendar has no UTC equivalent
            return found
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
    return None


def steps_between(first: datetime | None, this: datetime | None) -> int | None:
    """A version for formats that number none, growing by the second as far as databases count; null
    if it is the first.
    """
    if first is None or this is None or this <= first:
        return None
    return min(1 + int((this - first).total_seconds()), MOST)
