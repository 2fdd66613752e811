"""First words that tie a sentence to one that the report may not print."""

import re

from dateline.records import Span
from dateline.report.ground import Sheet
from dateline.report.lines.edits import Edit
from dateline.report.words import QUOTE_MARKS

LINKS = re.compile(
    r"[\s]*(?:(?:however|meanwhile|moreover|furthermore|in addition|additionally|at the same time"
    r"|on the other hand|nevertheless|nonetheless|for (?:his|her|its|their) part|also|likewise"
    r"|in other news|in conclusion|finally|besides|on the ground|in turn|regarding this matter"
    r"|in this (?:regard|respect|connection|context)|in the meantime|incidentally),\s+"
    r"|(?:but|and|yet|meanwhile),?\s+(?=[a-z])|\d{1,2}\.\s+(?=[A-Z][a-z]|[A-Z]{2,})"
    r"|(?:please )?(?:pay (?:close )?)?attention[:,]\s+|(?:please )?note that\s+)",
    re.IGNORECASE,
)


CITY = re.compile(
    r"\s*[A-Z][\w.]*(?:,? [A-Z][\w.]*){0,2}"
    r"(?:(?:\s--+\s+|(?<=\.)--+\s*)(?!.*--)"
    r"|, \d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{2,4})? \([^()]{2,30}\) --+\s+)"
)
"""A dateline that was left in the sentence: "Kelm -- four men ..."."""

INNER = re.compile(
    r",?\s+(?:however|for (?:his|her|its|their) part)\b,?"
    r"|(?<!not)(?<!but)\s+also(?=\s+[a-z])(?!\s+(?:known|called|a\b|an\b|the\b|in\b|as\b|to\b))",
    re.IGNORECASE,
)
"""Words in the middle of a sentence that tie it to the one before: a "however", an "also"."""


def edits(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """Edits that take links off the front of a span, and a "however" out of its middle."""
    match = LINKS.match(sheet.shown, span.start, span.end)
    match = match or CITY.match(sheet.shown, span.start, span.end)
    start = match.end() if match else span.start
    made = [Edit(Span(span.start, start), "")] if match else []
    inner = INNER.search(sheet.shown, start, span.end)
    quoted = inner and any(c in QUOTE_MARKS for c in sheet.shown[start : inner.start()])
    if inner and not quoted:
        made.append(Edit(Span(*inner.span()), ""))
    return tuple(made)
