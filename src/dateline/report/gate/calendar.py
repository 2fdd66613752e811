"""Dates as a text gives them, in English and French."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.words import fold

MONTHS = lexicons.sequence("months")
DAYS = lexicons.sequence("days")
MOIS = lexicons.sequence("mois")
JOURS = lexicons.sequence("jours")
MONTH = "(?P<month>" + "|".join((*MONTHS, *MOIS)) + ")"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
YEAR = r"(?:,?\s{1,3}(?P<year>\d{4}))?"
WEEKDAY = "(?P<weekday>" + "|".join((*DAYS, *JOURS)) + ")"
LEAD = rf"(?:\b{WEEKDAY},?\s{{1,3}})?"
AFTER_WHICH = "(?:" + "|".join(
    rf"(?<=\b{word}[ -])"
    for word in ("in", "since", "until", "of", "by", "last", "next", "this", "late", "early", "mid",
                 "before", "after", "from", "between", "through", "during", "and", "to", "for")
) + ")"  # fmt: skip
"""Words after which "May" is the month, not a surname or a verb."""
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{LEAD}\b(?:the\s)?{DAY}\s{{1,3}}(?:of\s)?{MONTH}\b{YEAR}",
        rf"{LEAD}\b{MONTH}\s{{1,3}}{DAY}\b{YEAR}",
        rf"\b{WEEKDAY}\b",
        rf"\b{MONTH.replace('may|', '').replace('mars|', '')}\b{YEAR}",
        rf"{AFTER_WHICH}(?P<month>(?-i:May))\b(?!['’]s){YEAR}",
        r"\b(?P<year>(?:1[89]|20)\d\d)\b",
        r"\b(?P<relative>yesterday|today|tomorrow|tonight|last\snight|this\s(?:morning|afternoon"
        r"|evening|week|month|year)|(?:last|next)\s(?:week|month|year))\b",
    )
)
RANGE = re.compile(
    r"\b(?P<first>\d{1,2})(?:\s?(?:-|–|to|and|au|et)\s?)(?=\d{1,2}\s" + MONTH + ")", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as a text gives it. ``words`` is the expression; any part may be absent."""

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
            found.append(
                Dated(span, match["first"], month=_month(match["month"]), day=int(match["first"]))
            )
    return tuple(sorted(found, key=lambda d: d.span))


def _month(word: str) -> int:
    names = MOIS if word.casefold() in MOIS else MONTHS
    return names.index(word.casefold()) + 1


def _dated(match: re.Match[str]) -> Dated:
    parts = {k: v.casefold() for k, v in match.groupdict().items() if v}
    weekday = parts.get("weekday")
    days = JOURS if weekday in JOURS else DAYS
    return Dated(
        span=Span(*match.span()),
        words=match[0],
        year=int(parts["year"]) if "year" in parts else None,
        month=_month(parts["month"]) if "month" in parts else None,
        day=int(parts["day"]) if "day" in parts else None,
        weekday=days.index(weekday) if weekday else None,
    )


def date_spans(text: str) -> tuple[Span, ...]:
    """Where a text gives dates."""
    return tuple(d.span for d in find(text))


def is_calendar(word: str) -> bool:
    """True for the name of a month or a day of the week."""
    return fold(word) in _NAMES


_NAMES = frozenset(map(fold, (*MONTHS, *DAYS, *MOIS, *JOURS)))
