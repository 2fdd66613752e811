"""A figure stays with who gives it."""

from dateline.report import lexicons, quantities
from dateline.report.gate import known_as
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.ideas import idea, ideas_of
from dateline.report.gate.speaking import forms_of, is_called, speaking_in
from dateline.report.gate.voices import Voice, voices
from dateline.report.words import Token, keys


def figures_fit(basis: Basis, voice: Voice, named: list[Token], words: str) -> str | None:
    """Why a figure in a speaker's clause is not that speaker's own, or null."""
    dates = date_spans(basis.text)
    wanted = {idea(t.key) for t in named}
    if basis.words[voice.cue].fold in lexicons.words("denials"):
        return None  # what is denied is somebody else's figure
    for quantity in quantities.find(basis.text):
        inside = basis.parts[quantity.first] == basis.parts[voice.cue]
        if (
            not inside
            or quantity.value is None
            or any(d.start <= quantity.start < d.end for d in dates)
        ):
            continue
        owners = [o for hold in basis.holds for o in _owners(hold, quantity.value)]
        if owners and not any(
            wanted & owner or is_called(h, named, owner) for owner in owners for h in basis.holds
        ):
            number = basis.text[quantity.start : quantity.end]
            return f"The figure “{number}” is not given by “{words}”."
    return None


def _owners(hold: Hold, value: float) -> list[frozenset[str]]:
    """Who gives a figure of this value in the cited words, if the reader could tell."""
    span, found = hold.citation.span, []
    reading = hold.sheet.reading
    for figure in reading.figures:
        if not figure.span.overlaps(span) or value not in (figure.value, figure.low, figure.high):
            continue
        names = figure.source_name or ""
        said = reading.statements[figure.statement] if figure.statement is not None else None
        forms = known_as.speaker(hold.sheet, said) if said else frozenset()
        if names or forms:
            heard = [forms_of(hold, v) for v in _around(hold, figure.span.start)]
            found.append(ideas_of(keys(names) | forms).union(*heard))
    return found


def _around(hold: Hold, at: int) -> list[Voice]:
    """Who speaks in the clause at an offset of the dispatch."""
    places = [j for j, t in enumerate(hold.words) if t.start <= at]
    there = voices(hold.prose)
    return speaking_in(hold, there, hold.parts[places[-1]]) if places and there else []
