"""What must stand beside a line: the sentence after it that takes part of it back, denies it, or
says that it is not known. Without that a line is true and gives a wrong impression.
"""

import re
from dataclasses import replace

from dateline.records import Sentence
from dateline.report.choosing.readiness import STRONG
from dateline.report.lines.drafts import Draft

TURN = re.compile(
    r"\W*(?:however|but|nevertheless|nonetheless|on the other hand|yet"
    r"|(?:despite|in spite of) (?:this|that|these|those))\b"
    r"|[^,.\"“]{0,60},\s+(?:however|nevertheless|nonetheless|on the other hand),",
    re.IGNORECASE,
)
"""How a sentence turns against the one before it."""

UNKNOWN = re.compile(
    r"[^.\"“]{0,80}\b(?:not|never|nobody|no one)\b[^.\"“]{0,25}\b(?:know|known|determined|clear"
    r"|established|confirmed|verified|ascertained)\b[^.\"“]{0,25}\b(?:if|whether|who|these|this"
    r"|that|those|it|the report)\b"
    r"|\W*(?:this|these|the) (?:reports?|versions?|claims?|charges?|accounts?|figures?)"
    r" (?:could|can|has|have|is|was|were|are)(?: not| yet)+ ",
    re.IGNORECASE,
)
"""That it is not known whether what was said is so."""

DENIED = re.compile(
    r"[^.\"“]{0,80}\b(?:den(?:y|ied|ies)|reject(?:s|ed)?|refut(?:es|ed)|dismiss(?:es|ed))"
    r" (?:this|that(?=[.,;])|these|those|it|the (?:charges?|reports?|claims?|accounts?|versions?"
    r"|accusations?|allegations?|rumou?rs?))\b"
    r"|[^.\"“]{0,60}\b(?:is|are|was|were) (?:\w+ly )?(?:false|untrue)\b",
    re.IGNORECASE,
)
"""That it is not so."""

EXPECTED = 1.2
"""News value from which a "however" that cannot be printed takes its line with it."""


def turned(draft: Draft) -> Sentence | None:
    """The sentence after a draft that turns against it; null if none does. A denial may stand in
    the next paragraph, a doubt only in its own.
    """
    _, after = draft.sheet.neighbours(draft.sentence.span)
    if after is None:
        return None
    text = " ".join(draft.sheet.shown[after.span.start : after.span.end].split())
    near = after.paragraph == draft.sentence.paragraph
    found = TURN.match(text) or DENIED.match(text) or (near and UNKNOWN.match(text))
    return after if found else None


def belongs(draft: Draft, after: Draft) -> bool:
    """True if what turns against a draft is to be printed below it: a denial or a doubt always."""
    return after.worth >= EXPECTED or _is_grave(draft)


def misleads(draft: Draft, after: Draft | None) -> bool:
    """True if a line is better left out than printed without what turns against it. What opens a
    dispatch stands, and what is strong news, unless it is denied.
    """
    if draft.opens:
        return False
    grave = after is None or after.worth >= EXPECTED or _is_grave(draft)
    return _is_denied(draft) or (grave and draft.worth < STRONG)


def tied(after: Draft) -> Draft:
    """The sentence that turns against the one before it as a line that stands below that, in
    whatever part of the report.
    """
    order, index = after.place
    needs = frozenset([frozenset([("line", (order, index - 1))])])
    return replace(after, leans=False, needs=needs)


def _is_grave(draft: Draft) -> bool:
    """True if the sentence after a draft says that it is not so, or not known to be."""
    return _is_denied(draft) or UNKNOWN.match(_after(draft)) is not None


def _is_denied(draft: Draft) -> bool:
    return DENIED.match(_after(draft)) is not None


def _after(draft: Draft) -> str:
    """The words of the sentence that turns against a draft."""
    after = turned(draft)
    return " ".join(draft.sheet.shown[after.span.start : after.span.end].split()) if after else ""
