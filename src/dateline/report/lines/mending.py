"""What can be used of a sentence that is damaged: its clauses before the damage, or all of it but
the clause or phrase that the damage is in.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from dateline.records import Damage, Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.lines import clauses
from dateline.report.words import QUOTE_MARKS, count, tokens

FEWEST = 7  # words of what is left
RELATIVE = re.compile(r",?\s+(?:which|who|whose|that)\s", re.IGNORECASE)
PREPOSITIONS = lexicons.words("severable") | {"against"}
JOINED = re.compile(r"\s*and\s+[\"“«]")
"""A further quotation: its sentence was whole before it."""


@dataclass(frozen=True, slots=True)
class Sound:
    """The sound part of a sentence: ``span``, but for the ``hole`` in it."""

    span: Span
    hole: Span | None = None


def sound(sheet: Sheet, span: Span) -> Sound | None:
    """What can be used of a sentence; null if that can't stand alone."""
    hurt = [d for d in sheet.reading.damage if d.span.overlaps(span)]
    twice = _twice(hurt[0]) if len(hurt) == 1 else None
    if twice and not clauses.enclosed(sheet.shown[span.start : twice.start]):
        return Sound(span, twice)
    if not hurt:
        return Sound(span)
    before = _before(sheet, span, hurt)
    if before:
        return Sound(before)
    hole = _hole(sheet, span, hurt[0]) if len(hurt) == 1 else None
    return Sound(span, hole) if hole else None


def _twice(damage: Damage) -> Span | None:
    """The second of two words that stand twice: without it the sentence is whole."""
    first = damage.suggestion or ""
    if damage.kind != "duplicate" or damage.text.casefold().split() != [first.casefold()] * 2:
        return None
    return Span(damage.span.start + len(first), damage.span.end)


def _before(sheet: Sheet, span: Span, hurt: list[Damage]) -> Span | None:
    """The clauses before the first damaged one, if that can be left off."""
    pieces = clauses.segments(sheet, span)
    touched = (i for i, p in enumerate(pieces) if any(p.overlaps(d.span) for d in hurt))
    first = next(touched, 0)
    if first == 0 or not _severable(sheet, pieces[first], hurt[0]):
        return None
    kept = Span(span.start, pieces[first - 1].end)
    return kept if _stands(sheet.shown[kept.start : kept.end]) else None


def _severable(sheet: Sheet, piece: Span, damage: Damage) -> bool:
    """True if a clause starts as one that can be left off, with the damage itself, or with a
    further quotation.
    """
    led = damage.span.start <= piece.start + 1
    joined = JOINED.match(sheet.shown, piece.start, piece.end)
    return led or bool(joined) or clauses.severable(sheet, piece)


def _hole(sheet: Sheet, span: Span, damage: Damage) -> Span | None:
    """The relative clause, or the phrase after a mangled preposition, that the damage is in."""
    piece = next((p for p in clauses.segments(sheet, span) if p.contains(damage.span)), None)
    if piece is None:
        return None
    led = [m.start() for m in RELATIVE.finditer(sheet.shown, piece.start, damage.span.start)]
    holes = [Span(start, piece.end) for start in reversed(led)]
    first = damage.suggestion.split()[0].casefold() if damage.suggestion else ""
    if first in PREPOSITIONS:
        end = _phrase_end(sheet, Span(damage.span.end, piece.end))
        holes.insert(0, Span(damage.span.start, end))
    return next((hole for hole in holes if _leaves_whole(sheet, span, hole)), None)


def _leaves_whole(sheet: Sheet, span: Span, hole: Span) -> bool:
    """True if a sentence can do without a stretch of it, quotations and all."""
    inside = sheet.shown[hole.start : hole.end]
    closed = all(inside.count(a) == inside.count(b) for a, b in ("“”", "«»"))
    before, after = sheet.shown[span.start : hole.start], sheet.shown[hole.end : span.end]
    within = clauses.enclosed(before) or inside.count('"') % 2
    inner = closed and not within and bool(before.strip()) and bool(after.strip(" ."))
    last = tokens(before)[-1:]
    cut = bool(last) and last[0].fold in PREPOSITIONS
    return inner and not cut and _stands(before + after)


def _phrase_end(sheet: Sheet, rest: Span) -> int:
    """Where the phrase after a preposition ends: at a participle that goes with what was before."""
    words = tokens(sheet.shown[rest.start : rest.end])
    for before, token in pairwise(words):
        past = token.fold.endswith("ed") and before.fold not in clauses.ADJECTIVAL
        if past and token.fold not in clauses.NO_VERB:
            return rest.start + token.start
    return rest.end


def _stands(text: str) -> bool:
    """Long enough, quotations closed, and with something said or done in it."""
    closed = not clauses.enclosed(text) and text.count('"') % 2 == 0
    opened = text.lstrip()[:1] in QUOTE_MARKS
    told = clauses.verbal(text) and (opened or clauses.says_something(text))
    return closed and told and count(text) >= FEWEST
