"""A time expression where it stands, and what is put in its place before a thing: "yesterday's
raid" -> "the 1 March raid".
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from dateline.records import Span, When
from dateline.report.lines.edits import Edit
from dateline.report.lines.spelling import Said, spell

OWNER = ("'s", "’s")
"""What follows an expression that goes with a thing."""

THING = re.compile(r"['’]s\s+(?!(?:in|at|on|of|and|was|were|is|are|had|has)\b)\w")
"""The thing that it goes with."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: its day, the word before it, and the text on both sides."""

    when: When
    day: date
    governor: str
    before: str
    after: str

    @property
    def owns(self) -> bool:
        """True for "yesterday's"."""
        return self.after[:2] in OWNER

    def swap(self, text: str, *, eat: str = "", over: int = 0) -> Edit:
        """Replace the expression, so much text ``over`` it, and the governing word if it is
        ``eat``.
        """
        span = Span(self.when.span.start, self.when.span.end + over)
        if eat and self.governor == eat:
            match = re.search(r"[A-Za-z/]+\s+$", self.before)
            lost = len(match[0]) if match else 0
            span = Span(span.start - lost, span.end)
        return Edit(span, text)


def bare(place: Place) -> Edit:
    """``last night's fighting`` -> ``the fighting``, where its day has been told."""
    return place.swap("" if place.governor in ("the", "a", "an") else "the", over=2)


def possessive(place: Place, as_of: datetime, said: Said) -> Edit | None:
    """``yesterday's raid`` -> ``the 1 March raid``; null where no thing is named."""
    if THING.match(place.after) is None:
        return None
    article = "" if place.governor in ("the", "a", "an") else "the "
    return place.swap(f"{article}{spell(place.day, as_of, said)}", over=2)
