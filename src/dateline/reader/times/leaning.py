"""The stretch of time of a mention: by its value, and as far as the day of issue bounds it."""

import re
from datetime import date, datetime, timedelta

from dateline.reader.times.interval import Stretch, night, stretch
from dateline.reader.times.mention import Mention
from dateline.reader.times.overnight import spans_midnight
from dateline.reader.times.resolve import moment_of

LENGTH = re.compile(r"P(\d{1,4})(D|W|M|Y)$")
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}  # for "the past three months", good enough to the day
HOURS = re.compile(r"PT(\d{1,4}|X)(H|M)$")
BACK = frozenset(("past", "last", "previous", "preceding", "derniers", "dernières"))
ON = frozenset(("next", "coming", "prochains", "prochaines"))
# Which third of a month, year or week is meant; "earlier" and "later" lean on the day of issue.
THIRDS = {
    "early": 0, "beginning": 0, "start": 0, "début": 0,
    "mid": 1, "middle": 1, "mi": 1, "milieu": 1,
    "late": 2, "end": 2, "close": 2, "fin": 2,
}  # fmt: skip
PARTED = ("month", "year", "week")


def _up_to(value: str, day: date, words: set[str]) -> Stretch | None:
    """As in "The past week", "the next three days": the length set against the day of issue."""
    if not words & (BACK | ON):
        return None
    length, (first, last) = _length(value), _whole(day)
    if value.startswith("PX"):
        back = bool(words & BACK)
        return Stretch(None if back else first, last if back else None, "duration")
    if length is None:
        return None
    try:
        if words & BACK:
            return Stretch(first - length, last, "duration")
        return Stretch(first, last + length, "duration")
    except OverflowError:
        return None


def _length(value: str) -> timedelta | None:
    """In whole days: hours begin at a time of day that only the hour of issue could tell."""
    if found := LENGTH.match(value):
        return timedelta(days=int(found[1]) * DAYS[found[2]])
    if found := HOURS.match(value):
        hours = int(found[1]) if found[1] != "X" and found[2] == "H" else 0
        return timedelta(days=max(1, -(-hours // 24)))
    return None


def _part(found: Stretch, words: tuple[str, ...], day: date | None) -> Stretch:
    """The part that is meant of a month, year or week: "late January", "later this week"."""
    start, end = found.start, found.end
    if found.precision not in PARTED or start is None or end is None:
        return found
    if day is not None and words[0] in ("earlier", "later"):
        first, last = _whole(day)
        if start <= first <= end:
            start, end = (start, last) if words[0] == "earlier" else (first, end)
            return Stretch(start, end, "range")
    third = next((THIRDS[word] for word in words if word in THIRDS), None)
    if third is None:
        return found
    days = (end - start).days + 1
    begins, ends = (start + timedelta(days=days * n // 3) for n in (third, third + 1))
    return Stretch(begins, min(end, ends - timedelta(seconds=1)), "range")


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
    if found.start is not None:
        return _part(found, mention.words, day)
    if day is None:
        return found
    return _bounded(value, day) or _up_to(value, day, set(mention.words)) or found
