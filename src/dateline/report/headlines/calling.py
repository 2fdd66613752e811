"""Persons in a headline by the shortest name that their dispatch has: "President Oldane"."""

from dateline.report.ground import Sheet
from dateline.report.lines.drafts import Draft
from dateline.report.words import tidy

LETTERS = 3  # of a name that can stand for somebody


def called(draft: Draft, text: str) -> str:
    """Some words of a draft with each person's full name replaced by the short one."""
    sheet = draft.sheet
    for name in sheet.reading.names:
        if name.kind == "person" and draft.span.contains(name.span):
            full = tidy(sheet.shown[name.span.start : name.span.end])
            text = text.replace(full, _short(sheet, full, name.canonical), 1)
    return text


def _short(sheet: Sheet, full: str, canonical: str) -> str:
    """The shortest name of a person in a dispatch that is the end of the full one or, of a Spanish
    name, stands before its last word.
    """
    found = {tidy(n.text) for n in sheet.reading.names if n.canonical == canonical}
    inside = (one for one in found if f" {one} " in f" {full} " and not full.startswith(one))
    fit = (one for one in inside if len(one) >= LETTERS and one[0].isupper())
    return min(sorted(fit), key=len, default=full)
