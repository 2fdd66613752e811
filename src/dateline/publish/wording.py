"""Times, counts and names as a reader of the page sees them. Pure."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from math import isfinite

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# XML 1.0 section 2.2: the control characters that no XML document may hold, and lone surrogates,
# which no encoding can write.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_SCOPES = {"cumulative": "in total", "part": "as part of a larger number"}


# Unicode Technical Report 36, section 2.4: an override that a text does not close reorders what
# comes after it. We set direction by markup, so embeddings, overrides and isolates can go.
_REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """The text without characters that XML and UTF-8 cannot carry, for tables."""
    return _FORBIDDEN.sub("\ufffd", text)


def shown(text: str) -> str:
    """The text as a reader gets it: clean, and unable to reorder what stands after it."""
    return _REORDERING.sub("", clean(text))


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
    exact = {
        "hour": lambda: stamp(start),
        "part-of-day": lambda: f"{day(start)}, {part_of_day(start, end)}",
        "month": lambda: month(start),
        "year": lambda: str(start.year),
    }
    if precision in exact:
        return exact[precision]()
    if end is None or end.date() == start.date():
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{day(start)} – {day(end)}"


def short_stamp(moment: datetime, beside: datetime) -> str:
    """``2 Mar, 14:05``; with the year if it is not that of ``beside``."""
    there, here = universal(moment), universal(beside)
    year = "" if there.year == here.year else f" {there.year}"
    words = f"{there.day} {MONTHS[there.month - 1][:3]}{year}"
    midnight = (there.hour, there.minute, there.second) == (0, 0, 0)
    return words if midnight else f"{words}, {clock(there)}"


def hours(start: datetime, end: datetime, precision: str) -> str:
    """What a timeline adds to the day: ``14:00``, ``evening``, ``until 8 March``; else nothing."""
    if precision == "hour":
        return clock(start)
    if precision == "part-of-day":
        return part_of_day(start, end)
    return f"until {day(end)}" if end.date() > start.date() else ""


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


def finite(number: float | None) -> float | None:
    """The number, or None for what JSON cannot write and a chart cannot draw."""
    return number if number is not None and isfinite(number) else None


def join(parts: Iterable[str]) -> str:
    """``a, b and c``."""
    words = list(parts)
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def subject(measure: str, population: str | None, place: str | None, scope: str) -> str:
    """What a figure counts, in words: ``Killed: Russian soldiers, in total, Ukraine``."""
    if population and population.isupper():
        population = population.capitalize()  # telex: which words are names is no longer known
    population = None if population and population.casefold() == measure.casefold() else population
    about = [part for part in (population, _SCOPES.get(scope), place) if part]
    words = f"{measure}: {', '.join(about)}" if about else measure
    return words[:1].upper() + words[1:]
