"""A sentence that speaks of "the city", or of nowhere, set in the place that its dispatch means.

The place is one that the dispatch names just before; the line cites that sentence too.
"""

import re
from dataclasses import dataclass

from dateline.records import Place, Sentence, Span
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report.ground import Sheet
from dateline.report.lines.edits import Edit
from dateline.report.lines.pronouns import cased
from dateline.report.words import QUOTE_MARKS, count

REACH = 3  # sentences back
TERSE = 12  # words of a sentence that says little by itself
TOWN = ("PPL", "ADM2", "ADM3")
"""GeoNames feature codes of what a pronoun for a town can stand for."""

SOMEWHERE = re.compile(
    r"\b(?P<the>the|this|that)\s+(?P<kind>city|town|village|region|province|island|camp|port|area"
    r"|square)\b(?!\s+of\b)(?P<more>(?:\s+(?:center|centre|hall|council|limits))?)",
    re.IGNORECASE,
)
THERE = re.compile(
    r"\bthere\b(?!['’]|\s+(?:is|are|was|were|has|have|had|will|would|may|might|could|can|seems?"
    r"|appears?|remains?|exists?)\b)",
    re.IGNORECASE,
)
"""A "there" that points, not the one that only opens a clause."""


SOMEBODY = re.compile(r"\b(?:it|he|she|they)\b", re.IGNORECASE)
NEAR = 48  # characters before a mention
PASSED = re.compile(
    r"\b(?:to|from|towards?|for|via|hospital|clinic|morgue|transported|taken|evacuated|transferred"
    r"|announced|reported|said|told|spoke|declared)\b[^.;,]*$",
    re.IGNORECASE,
)


STREET = re.compile(
    r"(?:\s+(?:and|y)\s+(?:[A-Z][\w.'’-]+\s+){1,3}|\s+)(?:streets?|avenues?|road|boulevard|square"
    r"|highway|bridge|park|plaza|neighbou?rhood|building|hotel|club)\b",
    re.IGNORECASE,
)
"""After a name that is a street's or a house's, whatever town is called so."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An edit that names a ``place``, and the ``mention`` of it that a line has to cite; null for
    the place of the dateline, which the first sentence has too.
    """

    edit: Edit
    place: Place
    mention: Span | None


def wants_place(sheet: Sheet, span: Span) -> bool:
    """True if a sentence is set in a place that only what stands before it tells."""
    return _pointer(sheet, span) is not None or _placeless_toll(sheet, span)


def anchor(sheet: Sheet, sentence: Sentence, span: Span) -> Anchor | None:
    """The edit that sets a sentence in its place; null if the place can't be told."""
    if sheet.reading.language != "en":
        return None
    place = _meant(sheet, sentence, span)
    if place is None:
        return None
    name = cased(sheet, place.text)
    pointer = _pointer(sheet, span)
    if pointer and pointer.re is THERE:
        edit = Edit(Span(*pointer.span()), f"in {name}")
    elif pointer and pointer["the"].casefold() != "the" and not pointer["more"]:
        edit = Edit(Span(*pointer.span()), name)
    else:
        edit = put_first(sheet, span, name)
    return Anchor(edit, place, place.span)


def put_first(sheet: Sheet, span: Span, name: str) -> Edit:
    """The edit that puts a place before a sentence: "In Kelm, ..."."""
    return Edit(Span(span.start, span.start + 1), f"In {name}, {_lowered(sheet, span)}")


def _lowered(sheet: Sheet, span: Span) -> str:
    """The first letter of a sentence that something is put before."""
    known = [n.span for n in sheet.reading.names] + [p.span for p in sheet.reading.places]
    first = Span(span.start, span.start + 1)
    letter = sheet.shown[span.start]
    return letter if any(s.overlaps(first) for s in known) else letter.lower()


def _pointer(sheet: Sheet, span: Span) -> re.Match[str] | None:
    """The first words that point at a place which the sentence has not named before them."""
    found = [m for p in (SOMEWHERE, THERE) for m in p.finditer(sheet.shown, span.start, span.end)]
    for match in sorted(found, key=lambda m: m.start()):
        before = Span(span.start, match.start() + 1)
        quoted = any(c in QUOTE_MARKS for c in sheet.shown[before.start : before.end])
        if not quoted and not _named(sheet, before, abroad=match.re is THERE):
            return match
    return None


def _named(sheet: Sheet, span: Span, *, abroad: bool) -> bool:
    """True if a stretch names a place: one that is no country, or ``abroad`` one that may be."""
    found = (p for p in sheet.reading.places if span.contains(p.span) and p.role == "location")
    return any(abroad or not (p.feature or "").startswith("PCL") for p in found)


def _placeless_toll(sheet: Sheet, span: Span) -> bool:
    """True for "At least four people were killed.": a toll that names neither place nor speaker,
    after the first sentence, is of what was told before. "Earlier it had said 18" has a speaker.
    """
    reading = sheet.reading
    lede = next((s.span.end for s in reading.sentences if s.prose), 0)
    tolls = [f for f in reading.figures if f.measure in CORE_MEASURES and span.contains(f.span)]
    text = sheet.shown[span.start : span.end]
    if not tolls or span.start <= lede or count(text) > TERSE or SOMEBODY.search(text):
        return False
    known = [n.span for n in reading.names] + [p.span for p in reading.places]
    told = [s.span for s in reading.statements if s.source_name]
    return not any(span.overlaps(s) for s in (*known, *told))


def _meant(sheet: Sheet, sentence: Sentence, span: Span) -> Place | None:
    """The town that a sentence is set in: where the reader puts its figures or events or, failing
    that, the only town of the sentence before it in its paragraph.
    """
    set_in = [(f.span, f.place) for f in sheet.reading.figures]
    set_in += [(e.span, e.place) for e in sheet.reading.events]
    found = [p for s, p in set_in if p and span.contains(s) and not span.contains(p.span)]
    ids = {p.geonameid for p in found if p.geonameid and (p.feature or "").startswith(TOWN)}
    before = _before(sheet, sentence)
    if len(ids) == 1:
        named = [p for s in before for p in _towns(sheet, s.span) if p.geonameid in ids]
        return named[-1] if named and not _is_passed(sheet, named[-1].span) else None
    if ids or not before or before[-1].paragraph != sentence.paragraph:
        return None
    last = _towns(sheet, before[-1].span)
    one = len({p.geonameid for p in last}) == 1 and not _is_passed(sheet, last[0].span)
    return last[0] if one else None


def _is_passed(sheet: Sheet, mention: Span) -> bool:
    """True for a place that somebody is taken to, comes from or speaks in: no scene."""
    return bool(PASSED.search(sheet.shown, max(0, mention.start - NEAR), mention.start))


def _before(sheet: Sheet, sentence: Sentence) -> tuple[Sentence, ...]:
    """The sentences before one within reach, in the same paragraph or the one above."""
    found = sheet.reading.sentences
    at = found.index(sentence)
    near = found[max(0, at - REACH) : at]
    return tuple(s for s in near if s.prose and sentence.paragraph - s.paragraph <= 1)


def _towns(sheet: Sheet, span: Span) -> tuple[Place, ...]:
    return tuple(
        p
        for p in sheet.reading.places
        if span.contains(p.span)
        and p.role == "location"
        and p.geonameid is not None
        and (p.feature or "").startswith(TOWN)
        and not STREET.match(sheet.shown, p.span.end)
    )
