"""Whom and what the pronouns and bare descriptions of a passage stand for, as its dispatch tells."""

from dateline.records import Name, Place, Span
from dateline.report import lexicons
from dateline.report.gate import known_as
from dateline.report.gate.basis import Hold
from dateline.report.ground import Sheet
from dateline.report.words import keys

PERSONAL = frozenset(("he", "she", "his", "her", "him", "il", "elle"))
OTHER = frozenset(("it", "its", "they", "their", "them", "which", "ils", "elles", "leur", "leurs"))
PLACES = frozenset(
    ("city", "town", "village", "capital", "country", "island", "region", "province", "district",
     "port", "there", "ville", "capitale", "pays")
)  # fmt: skip
"""What a place is called that the dispatch has named before."""
CAPITAL = frozenset(("capital", "capitale"))
POINTING = frozenset(("the", "that", "this", "its", "la", "le", "cette", "ce"))


def meant_by(hold: Hold) -> frozenset[str]:
    """Stems of the names that a passage stands beside, and means without saying them again.

    A pronoun may mean who is named in the sentence before (a personal one, if only one person is);
    "the city" a place named there or the place of the dateline, which the first sentence has too.
    """
    before, _ = hold.sheet.neighbours(hold.wide)
    earlier = before.span if before else Span(0, 0)
    folds = [t.fold for t in hold.words]
    found = _place_names(hold, earlier, folds)
    named = [n for n in hold.sheet.reading.names if n.span.overlaps(earlier)]
    if PERSONAL & set(folds):
        found |= _only(hold.sheet, [n for n in named if n.kind == "person"])
    if OTHER & set(folds) or _described(folds):
        found |= _all(hold.sheet, [n for n in named if n.kind != "person"])
        found |= keys(" ".join(p.name for p in _places(hold.sheet, earlier)))
    return found


def _place_names(hold: Hold, earlier: Span, folds: list[str]) -> frozenset[str]:
    head = hold.sheet.dispatch.dateline
    own = head.place if head and head.place else ""
    first = next((s.span for s in hold.sheet.reading.sentences if s.prose), None)
    led = first is not None and first.overlaps(hold.wide)
    if _bare(folds, PLACES):
        near = [own, *(p.name for p in _places(hold.sheet, earlier))]
        if _bare(folds, CAPITAL):
            near = [name for name in near if _is_capital(hold.sheet, name)]
        return keys(" ".join(near))
    return keys(own) if led else frozenset()


def _places(sheet: Sheet, span: Span) -> list[Place]:
    return [p for p in sheet.reading.places if p.span.overlaps(span)]


def _is_capital(sheet: Sheet, name: str) -> bool:
    """True if a place is the capital of a country."""
    called = name.casefold()
    return any(
        p.feature == "PPLC" and called in (p.text.casefold(), p.name.casefold())
        for p in sheet.reading.places
    )


def _bare(folds: list[str], descriptions: frozenset[str]) -> bool:
    """True for "the city", which has no name beside it, and for "there"."""
    return any(
        f in descriptions and (f == "there" or (i and folds[i - 1] in POINTING))
        for i, f in enumerate(folds)
        if f == "there" or folds[i + 1 : i + 2] not in (["of"], ["de"])
    )


def _described(folds: list[str]) -> bool:
    """True for "the organisation" and the like."""
    return _bare(folds, lexicons.words("anaphors") - PLACES)


def _only(sheet: Sheet, named: list[Name]) -> frozenset[str]:
    bearers = {n.canonical for n in named}
    return _all(sheet, named) if len(bearers) == 1 else frozenset()


def _all(sheet: Sheet, named: list[Name]) -> frozenset[str]:
    bearers = sorted({n.canonical for n in named})
    return frozenset().union(*(known_as.forms(sheet, bearer) for bearer in bearers))
