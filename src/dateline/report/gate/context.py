"""Whom and what the pronouns and bare descriptions of a passage stand for."""

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
NATIONAL = frozenset(
    ("government", "army", "parliament", "president", "police", "constitution", "gouvernement",
     "armee", "parlement", "police")
)  # fmt: skip
"""What a dispatch on one country need not call by its name again."""
CAPITAL = frozenset(("capital", "capitale"))
HEAD = 200  # characters within which a dateline begins
POINTING = frozenset(("the", "that", "this", "its", "la", "le", "cette", "ce"))


def meant_by(hold: Hold) -> frozenset[str]:
    """Stems of the names that a passage stands beside, and means without saying them again.

    A pronoun may mean who is named in the sentence before (a personal one, if only one person is);
    "the city" a place named there or the place of the dateline, which the first sentence has too.
    """
    return hold.sheet.remember("meant", hold.wide, lambda: _meant_by(hold))


def _meant_by(hold: Hold) -> frozenset[str]:
    before, _ = hold.sheet.neighbours(hold.wide)
    earlier = before.span if before else Span(0, 0)
    folds = [t.fold for t in hold.words]
    found = _place_names(hold, earlier, folds)
    if _bare(folds, NATIONAL) or "it" in folds[:1]:
        found |= country(hold.sheet)
    named = [n for n in hold.sheet.reading.names if n.span.overlaps(earlier)]
    if PERSONAL & set(folds):
        found |= _only(hold.sheet, [n for n in named if n.kind == "person"])
        found |= last_heard(hold)
    if OTHER & set(folds) or _described(folds):
        found |= _all(hold.sheet, [n for n in named if n.kind != "person"])
        if not _elsewhere(hold, ""):
            found |= keys(" ".join(p.name for p in _places(hold.sheet, earlier)))
    return found


def last_heard(hold: Hold) -> frozenset[str]:
    """All that a dispatch calls who speaks in the sentence before, where that names nobody."""
    before, _ = hold.sheet.neighbours(hold.wide)
    if before is None:
        return frozenset()
    named = [n for n in hold.sheet.reading.names if n.span.overlaps(before.span)]
    heard = {
        s.source_name for s in hold.sheet.reading.statements
        if s.source_name and s.source and s.source.span.overlaps(before.span)
    }  # fmt: skip
    people = {n.canonical for n in hold.sheet.reading.names if n.kind == "person"}
    alone = len(heard) == 1 and heard <= people and not any(n.kind == "person" for n in named)
    return known_as.forms(hold.sheet, *heard) if alone else frozenset()


def _place_names(hold: Hold, earlier: Span, folds: list[str]) -> frozenset[str]:
    own = _dateline_place(hold.sheet)
    first = next((s.span for s in hold.sheet.reading.sentences if s.prose), None)
    led = first is not None and first.overlaps(hold.wide) and not _elsewhere(hold, own)
    if _bare(folds, PLACES):
        near = [own, *(p.name for p in _places(hold.sheet, earlier))]
        if _bare(folds, CAPITAL):
            near = [name for name in near if _is_capital(hold.sheet, name)]
        return keys(" ".join(near))
    return keys(own) if led else frozenset()


def _elsewhere(hold: Hold, own: str) -> bool:
    """True if a passage names a place other than that of the dateline."""
    named = (p for p in _places(hold.sheet, hold.wide) if p.role == "location")
    return any(own.casefold() not in (p.text.casefold(), p.name.casefold()) for p in named)


def country(sheet: Sheet) -> frozenset[str]:
    """The country of a dispatch that names only one, or has one in its dateline."""
    every = [p for p in sheet.reading.places if p.feature == "PCLI"]
    named = {p.name for p in every}
    first = min((s.span.start for s in sheet.reading.sentences if s.prose), default=0)
    body = sheet.shown.find(") ", first, first + HEAD)
    led = {p.name for p in every if p.span.end <= body}
    told = led if len(led) == 1 else named
    return keys(" ".join(told)) if len(told) == 1 else frozenset()


def _dateline_place(sheet: Sheet) -> str:
    """Where a dispatch says that it was written: the place that it begins with, in capitals."""
    head = sheet.dispatch.dateline
    if head and head.place:
        return head.place
    first = next(iter(sorted(sheet.reading.places, key=lambda p: p.span)), None)
    led = first is not None and first.text.isupper() and not sheet.dispatch.text.isupper()
    return first.name if first and led and first.span.start < HEAD else ""


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
