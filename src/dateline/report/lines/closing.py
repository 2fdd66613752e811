"""A quotation that goes on in the next sentence is closed where its first one ends."""

import re

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.lines.edits import Edit
from dateline.report.words import QUOTE_MARKS, count, tokens

LEAST = 8  # words of what is quoted
CLOSES = {'"': '"', "“": "”", "«": "»", "„": "”"}
ENDED = re.compile(r"[.!]\s*$")
TURNS = re.compile(r"\s*(?:but|however|yet|nevertheless|nonetheless|instead)\b", re.IGNORECASE)
"""The next sentence of a quotation takes back what the first one grants."""

LED_IN = re.compile(r"(?:[,:]|\bthat)\s+$")


def edits(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """The mark that closes a span's last quotation, if somebody is said to speak it in words before
    it and the span ends with a sentence of it; none otherwise.
    """
    text = sheet.shown[span.start : span.end]
    marks = [i for i, c in enumerate(text) if c in QUOTE_MARKS]
    if len(marks) % 2 == 0 or text[marks[-1]] not in CLOSES or not ENDED.search(text):
        return ()
    lead, quoted = text[: marks[-1]], text[marks[-1] + 1 :]
    told = any(t.fold in lexicons.words("speech") for t in tokens(lead))
    if not (told and LED_IN.search(lead) and count(quoted) >= LEAST):
        return ()
    if TURNS.match(sheet.shown, span.end):
        return ()
    end = span.start + len(text.rstrip())
    return (Edit(Span(end, end), CLOSES[text[marks[-1]]]),)
