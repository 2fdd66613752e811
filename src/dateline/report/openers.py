"""First words that tie a sentence to one that the report may not print."""

import re

from dateline.records import Span
from dateline.report.edits import Edit
from dateline.report.ground import Sheet

LINKS = re.compile(
    r"[\s]*(?:(?:however|meanwhile|moreover|furthermore|in addition|additionally|at the same time"
    r"|on the other hand|nevertheless|nonetheless|for (?:his|her|its|their) part|also|likewise"
    r"|in other news|in conclusion|finally|besides|on the ground|in turn|regarding this matter"
    r"|in this (?:regard|respect|connection|context)|in the meantime|incidentally),\s+"
    r"|(?:but|and|yet|meanwhile)\s+(?=[a-z]))",
    re.IGNORECASE,
)


def edits(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """An edit that takes the link off the front of a span, if it starts with one."""
    match = LINKS.match(sheet.shown, span.start, span.end)
    return (Edit(Span(span.start, match.end()), ""),) if match else ()
