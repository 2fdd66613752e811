"""Whose own words a stretch of a dispatch is: the author's of a text that it only carries, or
theirs whom a label in brackets names. Such words are a quotation, though no marks say so.
"""

import re

from dateline.records import Name, Span
from dateline.report import carried
from dateline.report.ground import Sheet
from dateline.report.words import fold, tidy

RETOLD = re.compile(r"\b(?:reports?|summary|commentary|editorial|article|item|column)\b", re.I)
"""In the note at the head of a dispatch: it retells what somebody said."""

ASKED_BY = re.compile(r"\bby\s(?P<who>[^\]]*)")
"""In the note on an interview: who asks."""

REPORTING = re.compile(r"report|correspondent|journalist|newsm|announc|editor", re.IGNORECASE)
"""In the office of one who works for the station."""


def speaker(sheet: Sheet, span: Span) -> str | None:
    """The full name of whose own words a span of a dispatch is; null if it is nobody's, or theirs
    of whom only a surname is known.
    """
    if sheet.answers:
        answer = next((a for a in sheet.answers if a.contains(span)), None)
        return _labelled(sheet, answer) if answer else None
    return None if sheet.author is None or _is_retold(sheet) else sheet.author


def _is_retold(sheet: Sheet) -> bool:
    note = carried.noted(sheet.dispatch)
    return note is None or RETOLD.search(note[0]) is not None


def _labelled(sheet: Sheet, answer: Span) -> str | None:
    """Who answers by the note at the head of a dispatch, if a label has the surname; else the one
    person with an office whose full name has it: those without one are as often its reporters.
    """
    text = sheet.dispatch.text[answer.start : answer.end]
    label = text[1 : text.index("]")].split(",")[0].split()
    if not label or _asks(sheet, label[-1]):
        return None
    wanted = fold(label[-1])
    head = carried.interviewed(sheet.dispatch)
    if head and wanted in fold(head).split()[1:]:
        return head
    names = {n.canonical for n in sheet.reading.names if _is_full(n)}
    found = [name for name in names if wanted in fold(name).split()[1:]]
    return found[0] if len(found) == 1 and _has_office(sheet, found[0]) else None


def _is_full(name: Name) -> bool:
    return name.kind == "person" and " " in name.canonical


def _has_office(sheet: Sheet, canonical: str) -> bool:
    roles = (n.role for n in sheet.reading.names if n.canonical == canonical and n.role)
    return any(not REPORTING.search(role) for role in roles)


def _asks(sheet: Sheet, surname: str) -> bool:
    """True if the note on an interview names somebody as the one who asks."""
    note = carried.noted(sheet.dispatch)
    asked = note if note and note["kind"].casefold() in carried.ASKED else None
    by = ASKED_BY.search(asked["more"].casefold()) if asked else None
    return by is not None and surname.casefold() in by["who"]


LABELLED = re.compile(r"(?:^|\n|[.?!])\s*\[(?P<who>[^\[\]\n]{2,40})\]\s")
"""A label before what somebody says."""

PAPER = re.compile(r"(?:\]|\n\s*\n)\s*(?P<who>[^\W\d_][\w .'’-]{1,30}):\s")
"""The same without brackets, at the head of a paragraph: "THE KELM POST: What now?"."""


def is_asked(sheet: Sheet, span: Span) -> bool:
    """True for what stands under the label of one who asks, in an interview or at a news
    conference: what it says is put to somebody, who may deny it.
    """
    note = carried.noted(sheet.dispatch)
    if note is None or note["kind"].casefold() not in carried.ASKED:
        return False
    labels = LABELLED.finditer(sheet.dispatch.text, note.end(), span.end)
    before = [m["who"] for m in labels if m.start("who") <= span.start + 1]
    name = before[-1].split(",")[0].split() if before else []
    named = bool(name) and (bool(REPORTING.search(before[-1])) or _asks(sheet, name[-1]))
    return named or _asks_in_print(sheet, span)


def _asks_in_print(sheet: Sheet, span: Span) -> bool:
    """True for what stands in a paragraph under the name of the paper that asks."""
    text = sheet.dispatch.text
    labels = [m for m in PAPER.finditer(text, 0, span.end) if m.start("who") <= span.start + 1]
    own = fold(tidy(sheet.dispatch.agency or ""))
    if not (labels and own and fold(tidy(labels[-1]["who"])) == own):
        return False
    return "\n\n" not in text[labels[-1].end() : span.start]
