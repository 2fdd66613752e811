"""What a sentence opens with before it comes to its own matter."""

import re

from dateline.reader.page import Page
from dateline.records import Span

OPENED = re.compile(
    r"\W*(?:after|following|before|since|apr[èe]s|avant|depuis)\b[^,;.]*"
    r"(?:, (?:in )?(?:which|who|qui|que)\b[^,;.]*)?(?=,)",
    re.IGNORECASE,
)
"""An opening "After the raids of the day before, ...", up to its first comma."""


def opens_before(page: Page, sentence: Span, part: Span) -> bool:
    """True if a part of a sentence, such as a date, belongs to an "after ..." that opens it: what
    the sentence goes on to tell happened at another time.
    """
    found = OPENED.match(page.view.text, sentence.start, sentence.end)
    return found is not None and part.end <= found.end()
