"""Which mentions move a story on in time, so that later ones lean on them, and which are asides.

Measured on narratives: a date in brackets, a year after "since", and a year far from those told
around it ("a museum built in 2004") leave the thread where it was.
"""

from collections.abc import Sequence
from statistics import median_low

from dateline.reader.times.mention import Mention

BRACKET = 40  # characters within which brackets must open and close around an aside
WINDOW = 3  # named years looked at before and after
FAR = 3  # years
BACKDROP = ("since ", "depuis ")


def _bracketed(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - BRACKET) : mention.start]
    after = text[mention.end : mention.end + BRACKET]
    return before.rfind("(") > before.rfind(")") and ")" in after and "\n" not in before


def _far_years(found: Sequence[Mention]) -> set[int]:
    """Starts of the mentions whose year is far from the median of those told around them."""
    dated = [(m.start, m.year) for m in found if m.year is not None]
    far = set()
    for at, (start, year) in enumerate(dated):
        around = [y for _, y in dated[max(0, at - WINDOW) : at + WINDOW + 1]]
        if abs(year - median_low(around)) > FAR:
            far.add(start)
    return far


def asides(text: str, found: Sequence[Mention]) -> frozenset[int]:
    """Starts of the mentions that later ones do not lean on."""
    aside = _far_years(found)
    for mention in found:
        before = text[max(0, mention.start - 8) : mention.start].lower()
        if before.endswith(BACKDROP) or _bracketed(text, mention):
            aside.add(mention.start)
    return frozenset(aside)
