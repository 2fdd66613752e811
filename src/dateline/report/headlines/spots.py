"""Whether a place is one that a heading may name: a whole name, of the land and not of a street."""

import re

from dateline.records import Place
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.words import tokens

LONGER = re.compile(
    r"[ -](?:(?:de|del|la|los|y) )?(?:[A-Z][a-z]|streets?\b|avenues?\b|hotel|hospital|school|church"
    r"|bank\b|bridge|university|highway|battalion|brigade|prison|newspaper|cartel)"
    r"|(?: and| or)(?: [A-Z]\w*)+ (?:streets|avenues)\b"
)
"""After a name: more of it, or what is only called after the place."""

LED = re.compile(r"[A-Z][\w.]* $")
REACH = 60  # characters before a place
FREE = re.compile(
    r"\b(?:In|At|Near|From|On|The|To|Of|City|Outside|(?:North|South|East|West)ern|Central) $"
)
"""Before a name: capitals that are no part of it."""


def is_whole(sheet: Sheet, place: Place) -> bool:
    """False for "San Martin" in "San Martin and Sarmiento streets", or "Kelm" in "Jan Kelm"."""
    before = sheet.shown[max(0, place.span.start - 24) : place.span.start].replace("\n", " ")
    after = sheet.shown[place.span.end : place.span.end + 40].replace("\n", " ")
    return not LONGER.match(after) and (not LED.search(before) or bool(FREE.search(before)))


def is_told_there(sheet: Sheet, place: Place) -> bool:
    """True for "reported today in Lima that ...": where somebody spoke, not what it is about."""
    before = sheet.shown[max(0, place.span.start - REACH) : place.span.start]
    clause = re.split(r"[.;,]", before)[-1]
    led = re.search(r"\bin\s+$", clause)
    said = any(t.fold in lexicons.words("speech") for t in tokens(clause)[-5:])
    return bool(led) and said


def is_fit(sheet: Sheet, place: Place) -> bool:
    """True for a place that a heading may name."""
    return is_whole(sheet, place) and not is_told_there(sheet, place)
