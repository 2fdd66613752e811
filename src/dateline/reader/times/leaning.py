"""The stretch of time of a mention: by its value, and as far as the day of issue bounds it."""

import re
from datetime import date, datetime, timedelta

from dateline.reader.times.interval import Stretch, night, stretch
from dateline.reader.times.mention import Mention
from dateline.reader.times.overnight import spans_midnight
from dateline.reader.times.resolve import moment_of

LENGTH = re.compile(r"P(\d{1,4})(D|W|M|Y)$")
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}  # for "the past three months", good enough to the day
BACK = frozenset(("past", "last", "derniers", "dernières"))
ON = frozenset(("next", "coming", "prochains", "prochaines"))


def _up_to(value: str, day: date, words: set[str]) -> Stretch | None:
    """As in "The past week", "the next three days": the length set against the day of issue."""
    found = LENGTH.match(value)
    if not found or not words & (BACK | ON):
        return None
    length = timedelta(days=int(found[1]) * DAYS[found[2]])
    first, last = _whole(day)
    try:
        if words & BACK:
            return Stretch(first - length, last, "duration")
        return Stretch(first, last + length, "duration")
    except OverflowError:
        return None


def _whole(day: date) -> tuple[datetime, datetime]:
    first = datetime(day.year, day.month, day.day)
    return first, first + timedelta(hours=24, seconds=-1)


def _bounded(value: str, day: date) -> Stretch | None:
    """Present and vague times: open on the side that nothing bounds."""
    first, last = _whole(day)
    if value == "PRESENT_REF":
        return Stretch(first, last, "present")
    if value == "PAST_REF":
        return Stretch(None, last, "vague")
    return Stretch(first, None, "vague") if value == "FUTURE_REF" else None


def covers(mention: Mention, value: str, day: date | None) -> Stretch:
    """The time that a mention covers; ``day`` is that of issue, if there is one."""
    evening = moment_of(value) if value.endswith("TNI") else None
    if evening is not None and spans_midnight(mention) and (start := evening.date()):
        return night(start)
    if mention.kind == "set":
        return Stretch(None, None, "set")
    found = stretch(value)
    if day is None or found.start is not None:
        return found
    return _bounded(value, day) or _up_to(value, day, set(mention.words)) or found
