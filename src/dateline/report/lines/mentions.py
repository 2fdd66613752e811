"""Where a section names somebody again, the surname is enough: "Interior Minister Ana Ruiz", then
"Ruiz".
"""

import re

from dateline.records import Name, Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.lines import clauses
from dateline.report.lines.edits import Edit
from dateline.report.lines.pronouns import cased
from dateline.report.lines.spelling import Said
from dateline.report.words import fold, tidy, tokens

PAIR = 2  # words of a name whose last is the surname

SET_BESIDE = re.compile(r"\s*(?:\(|,\s+(?:the|an?|who|whose|his|her|aged|\d)\b)")
"""After a name: it is part of what introduces somebody."""

SAID = re.compile(r",[\"”]?\s*$")
"""What parts a speaker from what was said."""


def short(sheet: Sheet, full: str, said: Said) -> str | None:
    """The surname of somebody whom a section has named: as their dispatch has it too or, of a first
    name and a surname that it gives an office, the second. Null if none is sure, or another person
    of the section has it.
    """
    words = full.split()
    bearers = [n for n in sheet.reading.names if cased(sheet, n.canonical) == full]
    shorter = [cased(sheet, n.text) for n in bearers if ends(tidy(n.text), words)]
    surname = words[-1] if len(words) == PAIR and any(n.role for n in bearers) else None
    last = max(shorter, key=len, default=surname)
    others = said.people - {full}
    return None if last is None or any(ends(last, other.split()) for other in others) else last


def ends(form: str, words: list[str]) -> bool:
    """True for the last words of a name, the first one apart."""
    part = [fold(word) for word in form.split()]
    return 0 < len(part) < len(words) and part == [fold(w) for w in words[-len(part) :]]


def again(sheet: Sheet, span: Span, name: Name, said: Said) -> Edit | None:
    """The edit that leaves a surname of a subject or speaker in full with the office; null if
    nothing can go.
    """
    full = cased(sheet, name.canonical)
    last = short(sheet, full, said)
    if last is None or fold(tidy(name.text)) != fold(full):
        return None
    start = _start(sheet, span, name)
    before, after = sheet.shown[span.start : start], sheet.shown[name.span.end : span.end]
    if clauses.enclosed(before) or SET_BESIDE.match(after):
        return None
    if before.strip() and not _closes(before, after):
        return None
    return Edit(Span(start, name.span.end), last)


def _closes(before: str, after: str) -> bool:
    """True for a speaker behind what was said: "The port is shut, Ana Ruiz said"."""
    verb = tokens(after)[:1]
    spoke = bool(verb) and verb[0].fold in lexicons.words("speech") and after[:1].isspace()
    return spoke and bool(SAID.search(before))


def _start(sheet: Sheet, span: Span, name: Name) -> int:
    """Where a name begins, with the office right before it."""
    before = sheet.shown[span.start : name.span.start]
    words = re.escape(tidy(name.role or "")).replace(r"\ ", r"\s+")
    office = re.search(rf"\b{words}\s+$", before, re.IGNORECASE) if words else None
    return span.start + office.start() if office else name.span.start
