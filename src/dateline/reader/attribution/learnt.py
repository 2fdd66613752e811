"""``..., a-t-on appris de source policière``: French copy names its source behind "on".

The models know none of these: what they learnt from says nothing like it.
"""

from dateline.reader.attribution.content_pool import trim
from dateline.reader.attribution.extract import Raw
from dateline.reader.attribution.grid import Grid

ON = frozenset(("-on", "on"))
SOURCES = frozenset(("source", "sources"))
AT = "auprès"
REACH = 6  # tokens between the verb and its source


def _origin(grid: Grid, verb: int, last: int) -> int:
    """The first token of the source after "de" (a source) or "auprès de" (anybody), or -1."""
    for k in range(verb + 1, min(verb + REACH, last)):
        if grid.word[k] in ("of", "des", "du", "d'", "d’") and (
            grid.word[k + 1] in SOURCES or grid.word[k - 1] == AT
        ):
            return k + 1
    return -1


def _raw(grid: Grid, on: int) -> Raw | None:
    verb = grid.head[on]
    start, last = grid.sents[grid.sent[on]]
    origin = _origin(grid, verb, last)
    if not start < on < verb + 2 or origin < 0:
        return None
    ends = (k for k in range(origin, last + 1) if grid.word[k] in (",", "."))
    source = trim(grid, origin, next(ends, last + 1) - 1)
    helpers = [k for k in grid.kids[verb] if grid.dep[k] == "aux" and k < verb]
    content = trim(grid, start, min([verb, on, *helpers]) - 1)
    head = next((k for k in range(source[0], source[1] + 1) if grid.pos[k] in ("NOUN", "PROPN")),
                source[0])  # fmt: skip
    return Raw(verb, head, source, (content,), 0.0) if content[0] < content[1] else None


def learnt(grid: Grid, found: list[Raw]) -> list[Raw]:
    """The statements of a French text, those that "on" has learnt with their sources."""
    made = [raw for i, word in enumerate(grid.word) if word in ON and (raw := _raw(grid, i))]
    heads = {raw.head for raw in made}
    return [*(raw for raw in found if raw.head not in heads), *made]
