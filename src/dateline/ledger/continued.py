"""Whose figure it is when its own clause names nobody: a count that goes on with another's. Pure.

"26 were killed, the governor said, with 61 wounded"; "25 were killed, the ministry said. Another 61
were hurt." Nothing else is taken over: an agency may tell by itself what follows.
"""

import re

from dateline.ledger.context import Surroundings
from dateline.records import Figure, Reading, Statement

_WITH = re.compile(r"[^.;]{0,60},\s*(?:with|avec)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:another|others?|autres?|more(?! than)|further)\b", re.IGNORECASE)


def source(figure: Figure, reading: Reading, text: str, near: Surroundings) -> Statement | None:
    """The statement whose speaker also gives an unattributed figure; None if it stands alone."""
    named = [s for s in reading.statements if s.source_name]
    sentence = near.around(figure.span)
    before = [s for s in named if s.span.end <= figure.span.start]
    here = [s for s in before if s.span.start >= sentence.start]
    if here and _WITH.match(text[here[-1].span.end : figure.span.start]):
        return here[-1]
    if here or not _MORE.search(figure.text):
        return None
    last = near.before(sentence)
    told = [
        f for f in reading.figures if last and last.contains(f.span) and f.statement is not None
    ]
    return reading.statements[told[-1].statement or 0] if told else None
