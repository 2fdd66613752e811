"""When two sentences say the same thing."""

import re
from functools import cache

from dateline.records import Place, Span
from dateline.report import lexicons, quantities
from dateline.report.ground import Sheet
from dateline.report.lines.edits import Edit, apply
from dateline.report.words import content, keys

MEASURED = re.compile(
    r"\b(?:km|kilomet(?:re|er)s?|miles?)\s+(?:(?:to the\s+)?(?:north|south|east|west)[-\w]*\s+)?"
    r"(?:of|from)\s+(?:the\s+)?(?:border with\s+|city of\s+|capital,?\s+)?$",
    re.IGNORECASE,
)
FAR = 60  # characters
STEM = 6  # letters: "Ukraine" and "Ukrainian" are one
LEAST = 4  # words that two sentences must share to be one fact
TELLING = 3  # ... of which so many are no places
SHORT, MOSTLY, FEW = 2, 0.8, 0.6
"""For a sentence of few words: how many of them, and what share, another must have; and the share
if it has no more than ``LEAST``.
"""

MANY, HALF = 6, 0.5
"""The same for a long one."""


def gist(sheet: Sheet, span: Span) -> frozenset[str]:
    """What a sentence is about, apart from dates and verbs of speech: the stems of its words, and
    its places by GeoNames id, whatever their spelling.
    """
    reading = sheet.reading
    dates = [w.span for w in reading.dates if span.contains(w.span)]
    places = [p for p in reading.places if span.contains(p.span) and p.geonameid is not None]
    gone = [Edit(s, " ") for s in (*dates, *(p.span for p in places))]
    told = content(apply(sheet.shown, span, gone))
    stems = {t.key[:STEM] for t in told if t.fold not in lexicons.words("speech")}
    return frozenset(stems | {f"#{p.geonameid}" for p in places})


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard similarity of two word sets."""
    return len(a & b) / max(1, len(a | b))


def contained(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that is in the other."""
    return len(a & b) / max(1, min(len(a), len(b)))


def repeats(a: frozenset[str], b: frozenset[str]) -> bool:
    """True if a reader who has read one learns next to nothing from the other."""
    if overlap(a, b) >= 0.45:
        return True
    a, b = a - _thin() or a, b - _thin() or b
    shared, share = len(a & b), contained(a, b)
    short = shared >= SHORT and share >= (FEW if min(len(a), len(b)) <= LEAST else MOSTLY)
    told = sum(not key.startswith("#") for key in a & b) >= TELLING
    return (
        short or (shared >= LEAST and told and share >= 0.6) or (shared >= MANY and share >= HALF)
    )


@cache
def _thin() -> frozenset[str]:
    """Stems that tell nearly nothing beside others."""
    return frozenset(key[:STEM] for key in keys(" ".join(lexicons.words("thin"))))


def retells(a: frozenset[str], b: frozenset[str], spots: frozenset[str]) -> bool:
    """True if two sentences without tolls tell of one event at one of their ``spots`` (gist keys of
    places), in other words.
    """
    shared = a & b
    return bool(shared & spots) and len(shared) >= LEAST and contained(a, b) >= 0.4


def places(sheet: Sheet, span: Span) -> tuple[Place, ...]:
    """The known places of a span, apart from governments named by their capital, and from where
    another place is only measured ("150 kilometres west of Kelm").
    """
    known = (p for p in sheet.reading.places if p.geonameid is not None and p.role == "location")
    inside = (p for p in known if span.contains(p.span))
    return tuple(p for p in inside if not _is_measure(sheet, p))


def _is_measure(sheet: Sheet, place: Place) -> bool:
    """True for a place from which a distance is given."""
    start = place.span.start
    return bool(MEASURED.search(sheet.shown, max(0, start - FAR), start))


def elsewhere(a: tuple[Place, ...], b: tuple[Place, ...]) -> bool:
    """True if two sentences are of different places, neither within the other's: however alike
    their words, they do not tell of one thing.
    """
    met = any(
        p.geonameid == q.geonameid or p.geonameid in q.within or q.geonameid in p.within
        for p in a
        for q in b
    )
    return bool(a) and bool(b) and not met


def numbers(text: str) -> frozenset[tuple[float | None, str]]:
    """The numbers of a text, for comparing."""
    return frozenset((q.value, q.kind) for q in quantities.find(text))


def same_numbers(a: str, b: str) -> bool:
    """True if the numbers of one text are all among the other's."""
    first, second = numbers(a), numbers(b)
    return first <= second or second <= first
