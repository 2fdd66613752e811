"""What a cue does with its content: polarity and hedges, by lexicon."""

from collections.abc import Iterable
from functools import cache
from typing import cast

from dateline.reader import lexicon_files
from dateline.reader.attribution.extract import Raw
from dateline.reader.attribution.grid import Grid
from dateline.records.vocabulary import Polarity


@cache
def _table() -> dict[str, tuple[tuple[str, Polarity], ...]]:
    """Per lemma the signs that a polarity needs (empty: none) and the polarity."""
    table: dict[str, tuple[tuple[str, Polarity], ...]] = {}
    for lemma, polarity, *sign in lexicon_files.rows("polarity.tsv"):
        rule = (sign[0] if sign else "", cast(Polarity, polarity))
        table[lemma] = (*table.get(lemma, ()), rule)
    return table


@cache
def _hedges() -> frozenset[str]:
    return frozenset(row[0] for row in lexicon_files.rows("hedges.txt"))


def _signs(grid: Grid, head: int) -> set[str]:
    """Complement kinds and prepositions under a cue."""
    signs = {grid.dep[k] for k in grid.kids[head]}
    return signs | {
        grid.word[k] for k in grid.kids[head] if grid.dep[k] in ("prep", "prt", "dative")
    }


def polarity(grid: Grid, head: int) -> Polarity:
    """What the cue at a token does: asserts, denies, demands ..."""
    lemma, pos = grid.lemma[head], grid.pos[head]
    rules = _table().get(f"{lemma}/{pos}") or _table().get(lemma, ())
    signs = _signs(grid, head)
    for sign, found in rules:
        if not sign or sign in signs:
            return found
    return "asserts"


def hedges(grid: Grid, raw: Raw) -> tuple[str, ...]:
    """Hedging words of the cue's own clause and the first words of its content, in text order."""
    near: Iterable[int] = (raw.head, *grid.kids[raw.head])
    opening = [k for first, last in raw.content[:1] for k in range(first, min(last, first + 8) + 1)]
    found = sorted({k for k in (*near, *opening) if grid.word[k] in _hedges()})
    return tuple(dict.fromkeys(grid.word[k] for k in found))
