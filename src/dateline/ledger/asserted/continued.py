"""Whose figure it is when its own clause names nobody: a count that goes on with another's. Pure.

"26 were killed, the governor said, with 61 wounded"; "25 were killed, the ministry said. Another 61
were hurt." Nothing else is taken over: an agency may tell by itself what follows.
"""

import re
from collections.abc import Sequence

from dateline.ledger.asserted.context import Surroundings
from dateline.records import Figure, Reading, Span, Statement

_WITH = re.compile(r"[^.;]{0,60},\s*(?:with|avec)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:another|others?|autres?|more(?! than)|further)\b", re.IGNORECASE)


_ITSELF = re.compile(
    r"\b(?:it|they|he|she) (?:(?:had|has|have|earlier|previously) )*"
    r"(?:gave|given|put|reported|counted|recorded|documented|confirmed|verified)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[^.;:]{0,150}\b(?:and|et)\s*$")


def _told_after(
    figure: Figure, named: Sequence[Statement], sentence: Span, text: str
) -> Statement | None:
    """The only statement of a sentence, told after a first half that has the figure: "9 were killed
    and 31 hurt, the governor said".
    """
    here = [s for s in named if sentence.contains(s.span)]
    if len(here) != 1 or not here[0].source or not here[0].content:
        return None
    content, source = here[0].content[0].span, here[0].source.span
    if not figure.span.end <= content.start < source.start:
        return None
    return here[0] if _JOINED.match(text[figure.span.end : content.start]) else None


def source(figure: Figure, reading: Reading, text: str, near: Surroundings) -> Statement | None:
    """The statement whose speaker also gives an unattributed figure; None if it stands alone."""
    named = [s for s in reading.statements if s.source_name]
    sentence = near.around(figure.span)
    if (around := _told_after(figure, named, sentence, text)) is not None:
        return around
    before = [s for s in named if s.span.end <= figure.span.start]
    here = [s for s in before if s.span.start >= sentence.start]
    if here and _WITH.match(text[here[-1].span.end : figure.span.start]):
        return here[-1]
    if here and _goes_on_after(figure, here[-1], reading.figures, text):
        return here[-1]
    if before and _ITSELF.search(text[sentence.start : figure.span.start]):
        return before[-1]
    if here:
        return None
    last = near.before(sentence)
    told = [
        f for f in reading.figures if last and last.contains(f.span) and f.statement is not None
    ]
    told = [f for f in told if _MORE.search(figure.text) or _goes_on(figure, f)]
    return reading.statements[told[-1].statement or 0] if told else None


_AND = re.compile(r"[^.;:]{0,60}?\b(?:and|et)\s+(?:\w+\s+){0,2}$")


def _goes_on_after(figure: Figure, said: Statement, figures: Sequence[Figure], text: str) -> bool:
    """True for the injured told right behind the dead of a statement: "announced the deaths of 498,
    and 1,597 wounded".
    """
    within = [f for f in figures if said.content and said.content[0].span.contains(f.span)]
    near = _AND.match(text[said.span.end : figure.span.start]) is not None
    return near and bool(within) and _goes_on(figure, within[-1])


def _goes_on(figure: Figure, before: Figure) -> bool:
    """True for the injured of those whose dead were told just before."""
    return figure.measure == "injured" and before.measure == "killed"
