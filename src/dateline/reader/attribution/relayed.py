"""Outlets that name their own source: "..., state television reported, quoting the ministry".

The source is then whom the outlet quotes, and the outlet the channel. What the models learnt from
marks the outlet alone.
"""

from dataclasses import replace

from dateline.reader.attribution.channels import QUOTED, is_outlet
from dateline.reader.attribution.content_pool import trim
from dateline.reader.attribution.extract import Raw, can_speak
from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.identity import phrase
from dateline.reader.attribution.words import french_speakers

NAMING = frozenset(("quoting", "citing", "citant"))
LEMMAS = frozenset(("quote", "cite", "citer"))
OBJECTS = frozenset(("dobj", "obj", "nsubj", "pobj", "obl:arg"))
HELPERS = frozenset(("aux", "auxpass", "neg", "mark"))


def behind(grid: Grid, raw: Raw) -> int | None:
    """Whom an outlet quotes for a statement, as the head token of the name; else null."""
    if raw.subject < 0 or not _carries(grid, raw):
        return None
    first, last = grid.sents[grid.sent[raw.head]]
    for k in range(first, last + 1):
        if _names_source(grid, raw, k):
            named = [c for c in grid.kids[k] if c > k and grid.dep[c] in OBJECTS and _able(grid, c)]
            if named:
                return named[0]
    return None


def _carries(grid: Grid, raw: Raw) -> bool:
    """True for a source that passes on what others say: an outlet, or whatever "reports"."""
    if grid.word[raw.head] in NAMING | QUOTED:
        return False
    named = grid.pos[raw.subject] == "PROPN" and grid.ent[raw.subject] not in ("GPE", "NORP")
    reports = named and grid.lemma[raw.head] == "report"
    return reports or is_outlet(phrase(grid, raw.subject))


def _names_source(grid: Grid, raw: Raw, k: int) -> bool:
    """True for the "quoting" of a statement's cue or source, or "which cited" of the source."""
    if any(first < k <= last for first, last in raw.content):
        return False
    if grid.word[k] in NAMING:
        return grid.head[k] in (raw.head, raw.subject) or grid.head[raw.head] == k
    return grid.lemma[k] in LEMMAS and grid.dep[k] == "relcl" and grid.head[k] == raw.subject


def _able(grid: Grid, k: int) -> bool:
    return can_speak(grid, k) or grid.lemma[k] in french_speakers() or grid.ent[k] == "PER"


def mended(grid: Grid, found: list[Raw]) -> list[Raw]:
    """Statements of which the models took "citing the ministry" or "quoted by the radio" for what
    was said: that is what stands before the cue.
    """
    heads = {raw.head for raw in found}
    return [one for raw in found if (one := _mended(grid, raw, heads)) is not None]


def _mended(grid: Grid, raw: Raw, heads: set[int]) -> Raw | None:
    if grid.word[raw.head] in NAMING:
        inside = (k for first, last in raw.content for k in range(first, last + 1))
        return None if any(k in heads for k in inside) else raw
    start = raw.content[0][0]
    if len(raw.content) > 1 or start < raw.head or grid.word[start] not in NAMING | QUOTED:
        return raw
    helpers = (k for k in grid.kids[raw.head] if grid.dep[k] in HELPERS and k < raw.head)
    end = min([raw.head, *helpers, *([raw.subject] if raw.subject >= 0 else [])])
    content = trim(grid, grid.sents[grid.sent[raw.head]][0], end - 1)
    return replace(raw, content=(content,)) if content[0] < content[1] else None
