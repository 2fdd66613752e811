"""Time words that go: "today", "in the past few hours" after "has fallen", which no date fits."""

import re

from dateline.records import Span, When
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.lines import tenses
from dateline.report.lines.edits import Edit
from dateline.report.words import tokens

TODAY = re.compile(
    r"(?:early |late )?(?:today|tonight|this (?:morning|afternoon|evening))", re.IGNORECASE
)
LATELY = re.compile(
    r"(?:(?:in|during|over|within|on) )?(?:the )?(?:past|last) (?:few )?"
    r"(?P<unit>minutes|hours|days|weeks|months)|(?:just )?a few (?:minutes|hours) ago",
    re.IGNORECASE,
)
LED = re.compile(r"\b(?:in|during|over|within|on|just)\s+$", re.IGNORECASE)
"""A word that goes with them."""

NIGHT = 17  # hour from which it is the evening
HOURS = re.compile(r".*\bhours\b", re.IGNORECASE)


def edit(sheet: Sheet, span: Span, when: When) -> Edit | None:
    """The edit that takes such words out of a line; null if they stay, or get their date."""
    words = re.sub(r"\s+", " ", when.text).strip()
    lately = LATELY.fullmatch(words)
    if not lately and not (TODAY.fullmatch(words) and _is_of_the_day(sheet, when)):
        return None
    text = sheet.shown[span.start : span.end]
    at = Span(when.span.start - span.start, when.span.end - span.start)
    led = LED.search(text, 0, at.start)
    at = Span(led.start(), at.end) if led else at
    if text[at.end : at.end + 1] in ("'", "’", "-") or not _goes(text, at):
        return None
    unfit = tenses.is_perfect(text, at) and (lately or not _of_a_thing(text, at))
    return _out(text, at, span.start) if unfit or (lately and _over_night(sheet, when)) else None


def _is_of_the_day(sheet: Sheet, when: When) -> bool:
    sent = sheet.dispatch.issued
    return sent is not None and when.start is not None and when.start.date() == sent.date()


GOVERNED = re.compile(
    r"\b(?:since|until|till|by|before|after|of|for|from|to|between|than|through|as|and|or|the|a"
    r"|these|this|about|nearly|almost|some|dawn|noon|midday|midnight|daybreak|hours|gmt|\d{3,4})\s+$",
    re.IGNORECASE,
)
"""Words that can't do without what follows."""

CHOSEN = re.compile(
    r"\b(?:all|any|every|each|those|no|only|the first|the last)\s+(?:\w+\s+){0,3}"
    r"(?:who|that|which)\s+(?:has|have)\b[^,;]*$",
    re.IGNORECASE,
)
"""Who or what is meant, before when: "all foreigners who have arrived"."""

JOINED = re.compile(r"\s*(?:and|or|to)\b", re.IGNORECASE)


def _goes(text: str, at: Span) -> bool:
    """True if a clause can do without a stretch of it."""
    before, after = text[: at.start], text[at.end :]
    lone = not before.strip() and not after.strip(" .")
    listed = bool(re.match(r"\s*(?:at|in the|on)\s+\d", after))
    bound = GOVERNED.search(before) or CHOSEN.search(before) or GROWN.search(before)
    return not lone and not listed and not bound


def _of_a_thing(text: str, at: Span) -> bool:
    """True where a thing that happened stands between the verb and its day: "has condemned the
    attack on the bank today".
    """
    words = tokens(text[: at.start])
    last = max((i for i, t in enumerate(words) if t.fold in tenses.HAVE), default=len(words))
    return any(t.fold in lexicons.words("happenings") for t in words[last:])


def _over_night(sheet: Sheet, when: When) -> bool:
    """True for the few hours of a dispatch that tells of the night before: they can be of either
    day.
    """
    sent = sheet.dispatch.issued
    if sent is None or not HOURS.match(re.sub(r"\s+", " ", when.text)):
        return False
    times = (w.start for w in sheet.reading.dates if w.precision == "part-of-day" and w.start)
    return any(0 < (sent.date() - t.date()).days <= 1 and t.hour >= NIGHT for t in times)


HAPPENED = re.compile(
    r"\s+(?:that|which)\s+(?:has|have)\s+(?:occurred|happened|taken\s+place)\s+$", re.IGNORECASE
)
"""A clause that says no more than when."""

GROWN = re.compile(r"\b(?:doubled|tripled|quadrupled|halved)\s+$", re.IGNORECASE)
"""Verbs that tell nothing without how long it took."""


def _out(text: str, at: Span, offset: int) -> Edit:
    """The words out, with the comma that parted them from the rest."""
    took_place = HAPPENED.search(text, 0, at.start)
    at = Span(took_place.start(), at.end) if took_place else at
    before, after = text[: at.start].rstrip(), text[at.end :]
    comma = re.match(r"\s*,", after)
    opens = not before or before[-1] in ',;:–—-“"' or before.endswith(" that")
    end = at.end + comma.end() if comma and opens else at.end
    return Edit(Span(offset + at.start, offset + end), "")
