"""The columns of a parse, copied in bulk, before they are mended and made a grid."""

from dataclasses import dataclass

from spacy.tokens import Doc

ATTRIBUTES: list[int | str] = [
    "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "SENT_START",
]  # fmt: skip


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
    begins: list[bool]


def columns(doc: Doc) -> Columns:
    """The columns of a parsed text."""
    table = doc.to_array(ATTRIBUTES).T.astype("int64")
    strings = doc.vocab.strings
    names = {n: strings[n % 2**64] for row in table[:6] for n in set(row.tolist())}
    word, lemma, pos, tag, dep, ent = ([names[n] for n in row.tolist()] for row in table[:6])
    return Columns(
        word=word,
        lemma=[x.lower() for x in lemma],
        pos=pos,
        tag=tag,
        dep=dep,
        ent=ent,
        head=[i + offset for i, offset in enumerate(table[6].tolist())],
        begins=[value == 1 for value in table[7].tolist()],
    )
