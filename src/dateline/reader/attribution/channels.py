"""The way a statement came: said to an agency, on television, quoted by a newspaper.

Channels are named nearest to the reader first, as the records want them.
"""

from functools import cache

from dateline.reader import lexicon_files
from dateline.reader.attribution.extract import Raw
from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.identity import phrase
from dateline.reader.attribution.sources import extent

TOLD = frozenset(("dobj", "dative", "pobj", "iobj", "obj", "obl:arg", "obl"))
QUOTING = frozenset(("quote", "cite", "citer"))
QUOTED = frozenset(("quoted", "cited", "cité", "citée", "cités", "citées"))


@cache
def _outlets() -> tuple[frozenset[str], frozenset[str]]:
    """Known outlets, and words that mark an unknown one."""
    names = [row[0] for row in lexicon_files.rows("outlets.txt")]
    return (
        frozenset(n for n in names if not n.startswith("*")),
        frozenset(n[1:] for n in names if n.startswith("*")),
    )


def is_outlet(name: str) -> bool:
    """Whether a name is that of a news agency, broadcaster, newspaper or other channel."""
    known, marks = _outlets()
    plain = name.casefold().removeprefix("the ").strip()
    return plain in known or any(w in marks or w in known for w in plain.replace(",", " ").split())


def _channel(grid: Grid, k: int) -> str | None:
    """The name of an outlet at a noun, if it is one."""
    if grid.pos[k] not in ("NOUN", "PROPN", "X"):
        return None
    name = phrase(grid, k)
    return name if len(name) < 60 and is_outlet(name) else None


def _below(grid: Grid, head: int, depth: int = 3) -> list[int]:
    """Objects of a verb and of the prepositions under it."""
    found: list[int] = []
    for k in grid.kids[head]:
        if grid.dep[k] in TOLD:
            found.append(k)
        if depth and grid.dep[k] in ("prep", "dative", "agent", "pobj", "obl", "nmod"):
            found += _below(grid, k, depth - 1)
    return found


def _quoting(grid: Grid, head: int, subject: int) -> list[int]:
    """Who quotes the source: "Interfax quoted him as saying", "he, quoted by Interfax"."""
    link = grid.head[head]
    verb = grid.head[link] if grid.word[link] == "as" else link
    found: list[int] = []
    if verb != head and grid.lemma[verb] in QUOTING:
        found += [k for k in grid.kids[verb] if grid.dep[k] == "nsubj" and k != subject]
        found += [g for k in grid.kids[verb] if grid.dep[k] == "agent" for g in grid.kids[k]]
    if subject >= 0:
        for c in grid.kids[subject]:
            if grid.dep[c] == "acl" and grid.lemma[c] in QUOTING:
                found += _below(grid, c)
    by = (c for c in grid.kids[head] if c > head and grid.word[c] in QUOTED)
    found += [k for c in by for k in _below(grid, c) if _channel(grid, k)]
    return found


def channels(grid: Grid, raw: Raw) -> tuple[str, ...]:
    """Outlets to or through which a source spoke, those named in the content left out."""
    found = [
        name
        for k in _below(grid, raw.head)
        if k != raw.subject
        and not any(first <= k <= last for first, last in raw.content)
        and (name := _channel(grid, k))
    ]
    found += [phrase(grid, k) for k in _quoting(grid, raw.head, raw.subject)]
    return tuple(dict.fromkeys(found))


def own_voice(grid: Grid, subject: int, agency: str | None) -> bool:
    """Whether the source is the dispatch's own agency."""
    if subject < 0 or not agency:
        return False
    first, last = extent(grid, subject)
    words = " ".join(w for w in grid.word[first : last + 1] if w != "the")
    own = {part.strip().casefold() for part in agency.replace("/", ",").split(",")}
    return words in own | {agency.casefold()}
