"""The date that a dispatch's editor put in brackets after a day: "last Friday [6 October]". It is
the day that is meant, though the word before it be misspelt.
"""

import re
from dataclasses import replace
from datetime import datetime

from dateline.records import Span, When
from dateline.report.ground import Sheet
from dateline.report.lines.edits import Edit
from dateline.report.lines.spelling import Said, spell

OPENS = re.compile(r"\s*\[\s*$")
CLOSES = re.compile(r"\s*\]")
MISSPELT = re.compile(
    r"\b(?P<lead>on |last |this |this past |next )+[A-Za-z]+day\s*$", re.IGNORECASE
)
"""A day of the week, as its writer spells it."""

NEAR = 30  # characters of such words


def dated(sheet: Sheet, when: When) -> When:
    """A time expression with the day that brackets after it give."""
    text = sheet.dispatch.text
    for note in sheet.reading.dates:
        between = text[when.span.end : note.span.start]
        if note.precision == "day" and OPENS.fullmatch(between) and _alone(sheet, note):
            return replace(when, start=note.start, end=note.end)
    return when


def edits(sheet: Sheet, span: Span, as_of: datetime, said: Said) -> tuple[Edit, ...]:
    """The edits that put such a day for words that nobody can read as one."""
    made = []
    known = [w.span for w in sheet.reading.dates if w.precision == "day"]
    for note in sheet.reading.dates:
        if note.precision != "day" or not note.start or not span.contains(note.span):
            continue
        at = OPENS.search(
            sheet.dispatch.text, max(span.start, note.span.start - NEAR), note.span.start
        )
        found = (
            MISSPELT.search(sheet.shown, max(span.start, at.start() - NEAR), at.start())
            if at
            else None
        )
        if (
            found
            and _alone(sheet, note)
            and not any(s.overlaps(Span(*found.span())) for s in known)
        ):
            said.days.add(note.start.date())
            made.append(Edit(Span(*found.span()), f"on {spell(note.start.date(), as_of, said)}"))
    return tuple(made)


def _alone(sheet: Sheet, note: When) -> bool:
    """True if a date is all that its brackets have."""
    text = sheet.dispatch.text
    opened = OPENS.search(text, max(0, note.span.start - NEAR), note.span.start) is not None
    return opened and CLOSES.match(text, note.span.end) is not None
