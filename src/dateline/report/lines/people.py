"""A person has a full name where a section names them first: "Ruiz" -> "Ana Ruiz"."""

import re

from dateline.records import Name, Span
from dateline.report import quantities
from dateline.report.ground import Sheet
from dateline.report.lines import clauses
from dateline.report.lines.edits import Edit
from dateline.report.lines.pronouns import INITIAL, cased
from dateline.report.lines.spelling import Said
from dateline.report.words import fold, tidy

COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.?\s+$")
TITLED = re.compile(r"\b[A-Z][\w.]+\s+$")
"""A title or office before a name, which then needs no other: "President Biden"."""

MOST = 4  # words of a full name
NEAR = 40  # characters before a name in which a number may stand


def edits(sheet: Sheet, span: Span, said: Said) -> tuple[Edit, ...]:
    """Edits that give those persons their full names whom the running section has not named."""
    made = []
    for name in sheet.reading.names:
        if name.kind != "person" or not span.contains(name.span):
            continue
        full = cased(sheet, name.canonical)
        known, last = full in said.people, full.split()[-1]
        said.people.add(full)
        if not known and _is_short(sheet, span, name, full):
            courtesy = COURTESY.search(sheet.shown, max(span.start, name.span.start - 6),
                                       name.span.start)  # fmt: skip
            start = courtesy.start() if courtesy else name.span.start
            end = name.span.start + name.text.index(last) + len(last)
            made.append(Edit(Span(start, end), full))
    return tuple(made)


def _is_short(sheet: Sheet, span: Span, name: Name, full: str) -> bool:
    """True for a bare surname, outside quotations, of somebody whose first name is known."""
    words, before = full.split(), sheet.shown[span.start : name.span.start]
    bare = fold(tidy(name.text)) == fold(words[-1]) and words[-1] in name.text
    whole = 2 <= len(words) <= MOST and not INITIAL.search(full)
    titled = TITLED.search(before) and not COURTESY.search(before)
    apart = not titled and not _counted(before)
    return bare and whole and apart and not clauses.enclosed(before)


def _counted(before: str) -> bool:
    """True after a number of those whose leader or maker a name says: "dozens of Ruiz's men"."""
    nearest = quantities.find(before[-NEAR:])[-1:]
    return any(before[-NEAR:][q.end :].strip() in ("", "of", "de") for q in nearest)
