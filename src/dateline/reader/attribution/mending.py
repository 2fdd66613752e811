"""Contents that the model cuts to a scrap of their sentence, made whole again.

``A and B agreed ..., 49 of them in X, the president announced``: not only the last aside is said.
``One woman was killed, the governor said on Telegram``: Telegram is where, not what.
"""

from dateline.reader.attribution.content_pool import Cue, Range, trim
from dateline.reader.attribution.grid import Grid

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
THROUGH = frozenset(("on", "via", "in", "through", "over"))
COUNTING = frozenset(("including", "among", "most", "many", "some", "half", "mostly"))
LONGEST_MEDIUM = 5  # tokens of "its Telegram channel"


def whole(grid: Grid, cue: Cue, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """The content, or the clause before the cue where the model took a scrap of the sentence."""
    if len(content) != 1:
        return content
    if _is_clause(grid, content[0]):
        return (_with_aside(grid, cue, content[0]),)
    first, last = content[0]
    start = grid.sents[grid.sent[cue.head]][0]
    if grid.quote[first] >= 0 or start >= cue.first:
        return content
    ends_clause = start < first <= last < cue.first and grid.word[first - 1] == ","
    before = trim(grid, start, last if ends_clause else cue.first - 1)
    if not (ends_clause or _is_medium(grid, cue, content[0])) or before[0] > before[1]:
        return content
    return (before,) if _is_clause(grid, before) and _is_told(grid, cue, before) else content


def _is_clause(grid: Grid, span: Range) -> bool:
    return any(grid.tag[k] in FINITE for k in range(span[0], span[1] + 1))


def _with_aside(grid: Grid, cue: Cue, span: Range) -> Range:
    """A clause with the part of a count behind it, before the cue: ", 49 of them in Norn"."""
    first, last = span
    if not last + 2 < cue.first or grid.word[last + 1] != "," or grid.quote[last] >= 0:
        return span
    opens = grid.pos[last + 2] == "NUM" or grid.word[last + 2] in COUNTING
    aside = trim(grid, last + 2, cue.first - 1)
    plain = not _is_clause(grid, aside) and _is_told(grid, cue, aside)
    return (first, aside[1]) if opens and plain else span


def _is_medium(grid: Grid, cue: Cue, span: Range) -> bool:
    """True for the X of "said on X" right behind the cue."""
    first, last = span
    preposition = first - 1
    while preposition > cue.last and grid.pos[preposition] in ("DET", "PRON", "ADJ"):
        preposition -= 1
    near = preposition - cue.last <= 1 and last - first < LONGEST_MEDIUM
    return near and first > cue.last and grid.word[preposition] in THROUGH


def _is_told(grid: Grid, cue: Cue, before: Range) -> bool:
    """True if a comma, and no conjunction, stands between the clause and the cue."""
    between = [grid.word[k] for k in range(before[1] + 1, cue.first)]
    return "," in between and between[-1] == ","
