"""A scene that only its dispatch's dateline places: "an airstrike on Independence Square"."""

import re

from dateline.records import Place, Sentence, Span
from dateline.report.ground import Sheet
from dateline.report.lines.anchors import Anchor, put_first
from dateline.report.lines.pronouns import cased
from dateline.report.words import QUOTE_MARKS

REACH = 3  # sentences after the first in which the scene is still that of the dateline
SPOTS = (
    r"(?:square|street|avenue|boulevard|park|bridge|station|market|hospital|university|cathedral"
    r"|mosque|church|stadium|airport|theat(?:re|er)|hotel|school|town hall|city hall|mall)"
)
NAMED = re.compile(rf"\b[A-Z][\w’'-]+\s+(?:[A-Z][\w’'-]+\s+)?(?i:{SPOTS})\b(?!\s+of\s+[A-Z])")
"""A square or a building by its name."""

HURT = re.compile(
    r"\b(?:rubble|ruins|debris|wreck\w*|what was left|airstrikes?|bomb\w*|shell\w*|missiles?"
    r"|rockets?|explo\w+)"
    rf"\b[^.;\"“]*\b(?:a|the|one)\s+(?:[a-z]+\s+)?{SPOTS}\b",
    re.IGNORECASE,
)
"""Destruction at some market or school."""

CAPITAL = "PPLC"  # GeoNames feature: from there, all of a country is told


def scene(sheet: Sheet, sentence: Sentence, span: Span) -> Anchor | None:
    """The edit that sets a sentence in the town of the sentence before or of the dateline, for a
    scene within a town that it does not name; null if it names a place, or the town is not told
    beyond doubt.
    """
    text = sheet.shown[span.start : span.end]
    found = NAMED.search(text) or HURT.search(text)
    if sheet.reading.language != "en" or not found or any(c in QUOTE_MARKS for c in text[:1]):
        return None
    spot = Span(span.start + found.start(), span.start + found.end())
    named = (p for p in _settled(sheet) if span.contains(p.span))
    if any(p.geonameid is not None or not p.span.overlaps(spot) for p in named):
        return None
    said = _said_before(sheet, sentence)
    if said is not None:
        return Anchor(put_first(sheet, span, cased(sheet, said.text)), said, said.span)
    return _at_dateline(sheet, sentence, span)


def _at_dateline(sheet: Sheet, sentence: Sentence, span: Span) -> Anchor | None:
    """The edit that sets a sentence near the start of a dispatch in the town of its dateline."""
    town = _town(sheet)
    first = next((s for s in sheet.reading.sentences if s.prose), None)
    if town is None or first is None:
        return None
    if first == sentence:
        own = town.feature != CAPITAL
        return Anchor(put_first(sheet, span, town.name), town, None) if own else None
    told = [p for p in _settled(sheet) if first.span.contains(p.span)]
    told = [p for p in told if p.geonameid == town.geonameid]
    near = [s for s in sheet.reading.sentences if first.span < s.span <= sentence.span]
    between = Span(first.span.end, sentence.span.start)
    away = any(between.contains(p.span) for p in _settled(sheet))
    if len(near) > REACH or away or not told:
        return None
    return Anchor(put_first(sheet, span, cased(sheet, told[0].text)), town, told[0].span)


def _said_before(sheet: Sheet, sentence: Sentence) -> Place | None:
    """The one town that the sentence before names, in the same paragraph."""
    before, _ = sheet.neighbours(sentence.span)
    if before is None or not before.prose or before.paragraph != sentence.paragraph:
        return None
    towns = [p for p in _settled(sheet) if before.span.contains(p.span)]
    one = len({p.geonameid for p in towns}) == 1 and (towns[0].feature or "").startswith("PPL")
    return towns[0] if one else None


def _settled(sheet: Sheet) -> tuple[Place, ...]:
    """The places of a dispatch that are no countries."""
    places = (p for p in sheet.reading.places if p.role == "location")
    return tuple(p for p in places if not (p.feature or "").startswith("PCL"))


def _town(sheet: Sheet) -> Place | None:
    """The one town of the dateline."""
    towns = [p for p in sheet.reading.origin if (p.feature or "").startswith("PPL")]
    return towns[0] if len({p.geonameid for p in towns}) == 1 else None
