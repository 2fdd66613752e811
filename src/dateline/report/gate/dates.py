"""Dates of a line must be those of the cited words, as the reader resolved them."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from dateline.records import Span, When
from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.words import tidy

MONTHS = lexicons.sequence("months")
DAYS = lexicons.sequence("days")
MONTH = "(?P<month>" + "|".join(MONTHS) + ")"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?:,?\s{1,3}(?P<year>\d{4}))?"
WEEKDAY = "(?P<weekday>" + "|".join(DAYS) + ")"
LEAD = rf"(?:\b{WEEKDAY},?\s{{1,3}})?"
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{LEAD}\b(?:the\s)?{DAY}\s{{1,3}}(?:of\s)?{MONTH}\b{YEAR}",
        rf"{LEAD}\b{MONTH}\s{{1,3}}{DAY}\b{YEAR}",
        rf"\b{WEEKDAY}\b",
        rf"\b{MONTH.replace('may|', '')}\b{YEAR}",
        r"\b(?P<year>(?:1[89]|20)\d\d)\b",
        r"\b(?P<relative>yesterday|today|tomorrow|tonight|last\snight|this\s(?:morning|afternoon"
        r"|evening|week|month|year)|(?:last|next)\s(?:week|month|year))\b",
    )
)
RANGE = re.compile(
    r"\b(?P<first>\d{1,2})(?:\s?(?:-|–|to|and)\s?)(?=\d{1,2}\s" + MONTH + ")", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as a line gives it. ``words`` is the expression; any part may be absent."""

    span: Span
    words: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Dated, ...]:
    """Date expressions in order, the longest reading of each place."""
    taken: list[Span] = []
    found: list[Dated] = []
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(t) for t in taken):
                taken.append(span)
                found.append(_dated(match))
    for match in RANGE.finditer(text):
        span = Span(*match.span("first"))
        if not any(span.overlaps(t) for t in taken):
            month = MONTHS.index(match["month"].casefold()) + 1
            found.append(Dated(span, match["first"], month=month, day=int(match["first"])))
    return tuple(sorted(found, key=lambda d: d.span))


def _dated(match: re.Match[str]) -> Dated:
    parts = {k: v.casefold() for k, v in match.groupdict().items() if v}
    return Dated(
        span=Span(*match.span()),
        words=match[0],
        year=int(parts["year"]) if "year" in parts else None,
        month=MONTHS.index(parts["month"]) + 1 if "month" in parts else None,
        day=int(parts["day"]) if "day" in parts else None,
        weekday=DAYS.index(parts["weekday"]) if "weekday" in parts else None,
    )


def date_spans(text: str) -> tuple[Span, ...]:
    """Where a text gives dates."""
    return tuple(d.span for d in find(text))


def supported(basis: Basis) -> str | None:
    """The rule: each date is in the cited words, or is what the reader resolved them to."""
    for dated in find(basis.text):
        if not any(_verbatim(dated, hold) or _resolved(dated, hold) for hold in basis.holds):
            return f"“{dated.words}” is not a date that the cited words give."
    return _in_order(basis)


def _verbatim(dated: Dated, hold: Hold) -> bool:
    """The same expression in the cited words, and no more than it."""
    return any(
        tidy(found.words).casefold() == tidy(dated.words).casefold() or _same_day(dated, found)
        for found in find(hold.text)
    )


def _same_day(a: Dated, b: Dated) -> bool:
    """``2 March`` and ``March 2``."""
    parts = ("year", "month", "day", "weekday")
    return a.day is not None and all(getattr(a, p) == getattr(b, p) for p in parts)


def whens(hold: Hold) -> tuple[When, ...]:
    """The resolved time expressions of a cited passage, in order."""
    span = hold.citation.span
    found = hold.sheet.reading.dates
    return tuple(sorted((w for w in found if w.span.overlaps(span)), key=lambda w: w.span))


def _resolved(dated: Dated, hold: Hold) -> bool:
    return any(_fits(dated, when) for when in whens(hold))


def _fits(dated: Dated, when: When) -> bool:
    """True if a date given in the line is a bound of, or for a coarser one holds, the interval.

    A weekday alone stands for a relative day ("yesterday"), never for a date in figures.
    """
    ends = [moment for moment in (when.start, when.end) if moment]
    if not ends or (dated.day, dated.month, dated.year, dated.weekday) == (None,) * 4:
        return False
    if (dated.day, dated.month, dated.year) == (None,) * 3 and re.search(r"\d", when.text):
        return False
    if dated.day is None and dated.weekday is None:
        return any(_agrees(dated, moment) for moment in ends)
    return any(_agrees(dated, moment) for moment in _days(when, ends))


def _days(when: When, ends: list[datetime]) -> list[datetime]:
    """Only the ends of an interval may be named as days."""
    fine = ("day", "part-of-day", "hour", "range", "week")
    return ends if when.precision in fine else []


def _agrees(dated: Dated, moment: datetime) -> bool:
    fits = [
        dated.year in (None, moment.year),
        dated.month in (None, moment.month),
        dated.day in (None, moment.day),
        dated.weekday in (None, moment.weekday()),
    ]
    return all(fits)


def _in_order(basis: Basis) -> str | None:
    """In a line that follows its source closely, dates can't have changed places."""
    if not basis.close:
        return None
    hold, at = basis.best, 0
    resolved = [w for w in whens(hold) if w.start]
    for dated in find(basis.text):
        places = [i for i, w in enumerate(resolved) if _fits(dated, w)]
        if not places:
            continue
        if max(places) < at:
            return f"“{dated.words}” belongs to another part of the cited words."
        at = min(p for p in places if p >= at)
    return None
