"""Notes of correction in a text's first or last paragraphs: what was wrong is no copy.

``This article was amended on 3 March ... An earlier version said 12 had died.``
"""

import re
from collections.abc import Iterator
from functools import cache

from dateline.records import Mask, Span
from dateline.wire.lexicons import table

PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?=[ \t]*\S))*")
EDGE = 3  # paragraphs at either end in which such notes stand
LONGEST = 700  # characters
ORNAMENT = "•*†–—-([ \t"
ADDRESS = r"(?:editors?['’]?s?['’]? note|note de la rédaction)"
COPY = 8  # words: a text that has no other paragraph as long is itself the note


@cache
def _opens(kind: str) -> re.Pattern[str]:
    either = "|".join(f"(?:{one})" for one in table("footnotes")[kind])
    return re.compile(rf"(?i)(?:{ADDRESS}\s*:\s*)?(?:{either})")


def find(text: str) -> tuple[tuple[Mask, ...], str | None]:
    """Masks over such notes, and what the first that corrects something says."""
    paragraphs = [m.span() for m in PARAGRAPH.finditer(text)]
    noted = [span for span in _edges(paragraphs) if _is_note(text[slice(*span)])]
    left = [text[slice(*span)] for span in paragraphs if span not in noted]
    if not any(len(one.split()) >= COPY for one in left):
        return (), None
    said = (" ".join(text[slice(*span)].strip(ORNAMENT + ")]").split()) for span in noted)
    told = next((one for one in said if _opens("corrected").match(one)), None)
    masks = tuple(Mask(Span(*span), "note", "note of a correction or update") for span in noted)
    return masks, told


def _edges(paragraphs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for at, span in enumerate(paragraphs):
        if at < EDGE or at >= len(paragraphs) - EDGE:
            yield span


def _is_note(paragraph: str) -> bool:
    bare = paragraph.lstrip(ORNAMENT)
    if len(bare) > LONGEST:
        return False
    return bool(_opens("corrected").match(bare) or _opens("updated").match(bare))
