"""Times, counts and names as a reader of the page sees them. Pure."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# XML 1.0 section 2.2: the control characters that no XML document may hold, and lone surrogates,
# which no encoding can write.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_SCOPES = {"cumulative": "in total", "part": "as part of a larger number"}


def clean(text: str) -> str:
    """The text without characters that XML and UTF-8 cannot carry."""
    return _FORBIDDEN.sub("\ufffd", text)


def day(moment: date) -> str:
    """``2 March 2022``, the same on every machine whatever its locale."""
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def weekday(moment: date) -> str:
    """``Wednesday 2 March 2022``."""
    return f"{WEEKDAYS[moment.weekday()]} {day(moment)}"


def month(moment: date) -> str:
    """``March 2022``."""
    return f"{MONTHS[moment.month - 1]} {moment.year}"


def clock(moment: datetime) -> str:
    """``14:05``, in UTC if the time knows its zone, as it stands if it is local."""
    return f"{universal(moment):%H:%M}"


def universal(moment: datetime) -> datetime:
    """An aware time in UTC; a local one unchanged."""
    return moment.astimezone(UTC) if moment.tzinfo else moment


def stamp(moment: datetime) -> str:
    """``14:05, 2 March 2022``; a midnight that stands for a whole day loses its hour."""
    there = universal(moment)
    if (there.hour, there.minute, there.second) == (0, 0, 0):
        return day(there)
    return f"{clock(there)}, {day(there)}"


def iso(moment: datetime) -> str:
    """RFC 3339, in UTC with ``Z`` if the zone is known."""
    text = universal(moment).isoformat(timespec="seconds")
    return text.replace("+00:00", "Z")


_PARTS = {(0, 6): "night", (6, 12): "morning", (12, 18): "afternoon", (18, 24): "evening"}


def period(start: datetime, end: datetime | None, precision: str | None) -> str:
    """When something is to happen, as exactly as the dispatch said and no more.

    Args:
        start: local, naive.
        end: local, naive, inclusive; null if open.
        precision: of the words, see ``Precision``.
    """
    if precision == "hour":
        return stamp(start)
    if precision == "part-of-day":
        return f"{day(start)}, {part_of_day(start, end)}"
    if precision == "month":
        return month(start)
    if precision == "year":
        return str(start.year)
    if end is None or end.date() == start.date():
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def part_of_day(start: datetime, end: datetime | None) -> str:
    """``morning``, ``afternoon``, ``evening``, ``night``; ``overnight`` across midnight."""
    if end is not None and end.date() > start.date():
        return "overnight"
    for (first, last), name in _PARTS.items():
        if first <= start.hour < last:
            return name
    raise AssertionError(start)


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 dispatch``, ``12 dispatches``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def join(parts: Iterable[str]) -> str:
    """``a, b and c``."""
    words = list(parts)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def subject(measure: str, population: str | None, place: str | None, scope: str) -> str:
    """What a figure counts, in words: ``killed: Russian soldiers, in total, Ukraine``."""
    population = None if population and population.casefold() == measure.casefold() else population
    about = [part for part in (population, _SCOPES.get(scope), place) if part]
    return f"{measure}: {', '.join(about)}" if about else measure
