"""Where a note to editors says what is to be read otherwise in copy that was sent before.

Such lines are no copy themselves, and make what holds them a correction.
"""

import re
from functools import cache

from dateline.records import Mask, Span
from dateline.wire.lexicons import table

LINE = re.compile(r"[^\n]+")


@cache
def _asking() -> re.Pattern[str]:
    either = "|".join(f"(?:{one})" for one in table("emendations")["asks"])
    return re.compile(rf"(?i){either}")


def find(text: str) -> tuple[Span, ...]:
    """The lines that ask for other words to be read."""
    found = []
    for line in LINE.finditer(text):
        words = line[0].strip()
        if words and _asking().search(words):
            start = line.start() + line[0].index(words)
            found.append(Span(start, start + len(words)))
    return tuple(found)


def alone(text: str, headers: tuple[Span, ...]) -> bool:
    """True if a text has such a line, and below its header lines little else."""
    asked = find(text)
    rest = sum(
        len(line[0].strip())
        for line in LINE.finditer(text)
        if not any(span.overlaps(Span(*line.span())) for span in (*asked, *headers))
    )
    return bool(asked) and rest < sum(span.end - span.start for span in asked)


def masks(text: str) -> tuple[Mask, ...]:
    """Masks over such lines."""
    return tuple(Mask(span, "note", "words to editors on copy sent before") for span in find(text))
