"""The columns of a parse that are mended before they are made a grid."""

from dataclasses import dataclass

from dateline.reader import token_columns


@dataclass(frozen=True, slots=True)
class Columns:
    """One entry a token: words and lemmas in lower case, heads as token numbers (a root: itself).

    The lists themselves may be changed, to mend a parse.
    """

    word: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    ent: list[str]
    head: list[int]
    begins: list[int]
    bounds: list[int]
    blanks: list[int]


def columns(table: token_columns.Columns) -> Columns:
    """Columns of a parse that may be changed."""
    return Columns(
        word=[*table.lowers],
        lemma=[*table.folded],
        pos=[*table.pos],
        tag=[*table.tags],
        dep=[*table.deps],
        ent=table.ents,
        head=[*table.heads],
        begins=table.begins,
        bounds=table.bounds,
        blanks=table.blanks,
    )
