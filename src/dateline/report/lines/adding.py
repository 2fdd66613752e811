"""Who "added" something goes on from a sentence that the report may not print: they said it."""

import re

from dateline.records import Span
from dateline.report.ground import Sheet
from dateline.report.lines import clauses
from dateline.report.lines.edits import Edit

ADDING = re.compile(
    r"\b(?:(?P<past>added)|(?P<now>adds))(?=\s+that\b|:|[,.]|\s+in\s[^,.]{3,60}\sthat\b)"
)
"""The verb where what is said follows it, or stands before it."""


def edits(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """Edits that put "said" for "added", outside quotations, where somebody is known to speak."""
    cues = [s.cue.span for s in sheet.reading.statements if s.cue and s.source]
    return tuple(
        Edit(Span(*found.span()), "said" if found["past"] else "says")
        for found in ADDING.finditer(sheet.shown, span.start, span.end)
        if any(cue.overlaps(Span(*found.span())) for cue in cues)
        and not clauses.enclosed(sheet.shown[span.start : found.start()])
    )
