"""Words of a sentence that stand in a note, or that its agency could not hear or left out: no line
closes the gap. Nor does one rest on words of which its agency notes that they came like that.
"""

import re

from dateline.records import Span
from dateline.report.glosses import LOST
from dateline.report.ground import Sheet
from dateline.report.words import is_function, tokens

WHOLE = re.compile(r"\b(?:passages?|paragraphs?|questions?|omitted)\b|\.\.|…", re.IGNORECASE)
"""What is missing between sentences, so that the next is whole."""

CAME = r"as\s+(?:received|heard|published|printed|broadcast|transmitted)"
DOUBTED = re.compile(
    rf"[\[(](?![^\[\]()]*\b(?:names?|spell\w*|mark\w*|quot\w*|clos\w*)\b)[^\[\]()]{{0,40}}"
    rf"\b(?:{CAME}|sic)\s*[\])]"
    rf"|\b(?:date|numbers?|figures?|sentences?|words?|time|hour)\s+{CAME}\b",
    re.IGNORECASE,
)
"""A note on what is said rather than on how it is spelt: "[sentence as heard]"."""

AFTER = 60  # characters after a sentence in which such a note stands

STOPPED = re.compile(r"[.!?…][\s\"”»’')]*$")


def has_loss(sheet: Sheet, span: Span) -> bool:
    """True if a note says that words of a sentence are missing: inside it, before its first word
    or, where it does not end, after its last.
    """
    text, span = sheet.dispatch.text, sheet.trimmed(span)
    before, after = sheet.neighbours(span)
    lead = text[before.span.end if before else 0 : span.start].rpartition("\n\n")[2]
    started = (found for found in LOST.finditer(lead) if not WHOLE.search(found[0]))
    if LOST.search(text, span.start, span.end) or any(started):
        return True
    tail = text[span.end : after.span.start if after else len(text)].partition("\n\n")[0]
    return not STOPPED.search(text[span.start : span.end]) and bool(LOST.match(tail.lstrip()))


def has_doubt(sheet: Sheet, span: Span) -> bool:
    """True if a note in a sentence, or after it in its paragraph, doubts what it says."""
    text, span = sheet.dispatch.text, sheet.trimmed(span)
    tail = text[span.end : span.end + AFTER].partition("\n\n")[0]
    inside = DOUBTED.search(text, span.start, span.end)
    return inside is not None or DOUBTED.match(tail.lstrip(" .\n")) is not None


def has_hole(sheet: Sheet, span: Span) -> bool:
    """True if a masked note stands where a word is missed: "the [killing] of candidates"."""
    inner = (m.span for m in sheet.dispatch.masks if span.start < m.span.start < span.end)
    return any(_breaks_off(sheet.shown[span.start : mask.start]) for mask in inner)


def _breaks_off(text: str) -> bool:
    """True if a text breaks off at a function word."""
    last = tokens(text)[-1:]
    return bool(last) and is_function(last[0])
