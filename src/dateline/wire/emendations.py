"""Where a note to editors says what is to be read otherwise in copy that was sent before.

Such lines are no copy themselves, and make what holds them a correction.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from dateline.records import Mask, Span
from dateline.wire.lexicons import table

LINE = re.compile(r"[^\n]+")
STOP = re.compile(r"(?<=[.!?])\s+(?=[\"“«]?[A-ZÀ-Ý])")
TEXT = 12  # words of a line beside those that ask: it is a text that goes on behind a note


@cache
def _asking() -> re.Pattern[str]:
    either = "|".join(f"(?:{one})" for one in table("emendations")["asks"])
    return re.compile(rf"(?i){either}")


def find(text: str) -> tuple[Span, ...]:
    """The lines that ask for other words to be read; of one with much else, only what asks."""
    return tuple(span for line in LINE.finditer(text) for span in _asked(line))


def _asked(line: re.Match[str]) -> Iterator[Span]:
    if not _asking().search(line[0]):
        return
    ends = [match.start() for match in STOP.finditer(line[0])]
    parts = [_trimmed(line, *part) for part in pairwise([0, *ends, len(line[0])])]
    asking = [span for span, words in parts if _asking().search(words)]
    rest = sum(len(words.split()) for span, words in parts if span not in asking)
    yield from asking if asking and rest >= TEXT else [_trimmed(line, 0, len(line[0]))[0]]


def _trimmed(line: re.Match[str], start: int, end: int) -> tuple[Span, str]:
    """A part of a line without the space around it, and its words."""
    words = line[0][start:end]
    first = line.start() + start + len(words) - len(words.lstrip())
    return Span(first, first + len(words.strip())), words


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
