"""What has been overtaken goes: a toll told in passing, or beside another, for which there is a
later one ("a quake that killed 12"), and how things stood as the dispatch was sent.
"""

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


BESIDE = re.compile(
    r"\b(?:killed|killing)\s+[^,;.“”\"]{1,40}?\s+and\s+(?=(?:injured|wounded|injuring|wounding)\s)",
    re.IGNORECASE,
)
"""A toll beside another: "killed 26 people and injured 214"."""


MOMENT = re.compile(
    r",?\s+(?:and|but)\s+(?:as of now|at (?:this|the) (?:moment|hour|time)|right now|up to now),?\s"
    r"[^,;:.“”\"]*(?=\.?\s*$)",
    re.IGNORECASE,
)
"""A closing clause on the moment: "and as of now it is still going on"."""


def edits(sheet: Sheet, span: Span, gone: frozenset[str]) -> tuple[Edit, ...]:
    """The edits that take such words out: of counts, if all in them are among those ``gone``."""
    moment = MOMENT.search(sheet.shown, span.start, span.end)
    return _counted(sheet, span, gone) or ((Edit(Span(*moment.span()), ""),) if moment else ())


def _counted(sheet: Sheet, span: Span, gone: frozenset[str]) -> tuple[Edit, ...]:
    for pattern in (PASSING, BESIDE):
        found = pattern.search(sheet.shown, span.start, span.end)
        words = Span(*found.span()) if found else Span(span.start, span.start)
        held = [a.id for a in sheet.assertions if words.contains(a.span) and a.kind == "figure"]
        if held and gone.issuperset(held):
            return (Edit(words, ""),)
    return ()


def left(sheet: Sheet, span: Span, gone: frozenset[str]) -> bool:
    """True if an overtaken count stays in the line."""
    cut = [e.span for e in edits(sheet, span, gone)]
    held = [a.span for a in sheet.assertions if a.id in gone and span.contains(a.span)]
    return any(not any(c.contains(s) for c in cut) for s in held)
