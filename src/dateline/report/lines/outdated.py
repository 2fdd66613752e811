"""A toll told in passing goes once a later one has overtaken it: "a quake that killed 12"."""

import re

from dateline.records import Span
from dateline.report.ground import Sheet
from dateline.report.lines.edits import Edit

PASSING = re.compile(
    r",?\s+(?:that|which|in which)\s+(?:(?:has|have|had)\s+)?(?:at least\s+|more than\s+)?"
    r"(?:killed|injured|left|claimed|\w+\s+people\s+(?:died|were killed))\b"
    r"[^,;.“”\"]*(?=(?:,\s[^,]{3,60}\ssaid)?[.,]?\s*$)",
    re.IGNORECASE,
)
"""A closing relative clause with a toll."""


def edits(sheet: Sheet, span: Span, gone: frozenset[str]) -> tuple[Edit, ...]:
    """The edit that takes out such a clause, if all the counts in it are among those ``gone``."""
    found = PASSING.search(sheet.shown, span.start, span.end)
    if found is None:
        return ()
    clause = Span(*found.span())
    held = [a.id for a in sheet.assertions if clause.contains(a.span) and a.kind == "figure"]
    return (Edit(clause, ""),) if held and gone.issuperset(held) else ()


def left(sheet: Sheet, span: Span, gone: frozenset[str]) -> bool:
    """True if an overtaken count stays in the line."""
    cut = [e.span for e in edits(sheet, span, gone)]
    held = [a.span for a in sheet.assertions if a.id in gone and span.contains(a.span)]
    return any(not any(c.contains(s) for c in cut) for s in held)
