"""The parse as plain lists: reading whole columns costs a tenth of asking token by token."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc

EDGE = "<>"  # stands for the ends of a text, and of a paragraph
TEXTS: list[int | str] = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "MORPH"]
NUMBERS: list[int | str] = ["HEAD", "IDX", "LENGTH", "SENT_START", "IS_SPACE", "IS_STOP"]
SIZE = len(TEXTS) + len(NUMBERS)
MOST_KEPT = 200_000  # distinct strings remembered


@dataclass(frozen=True, slots=True)
class Columns:
    """One entry a token: words (``EDGE`` for space), their forms, what the model says of them,
    heads as token numbers (a root: itself), offsets and lengths in the text. ``morphs`` are
    grammatical features, as "Number=Plur|Person=3", ``folded`` the lemmas without regard to case.

    ``begins`` is 1 where a sentence is said to begin; ``spaces`` and ``stops`` are 1 for white
    space and for function words. ``bounds`` are the tokens, but for the first, with which sentences
    begin, ``blanks`` those of white space. ``language`` is that of the text, as a code (en, fr).
    """

    words: list[str]
    lowers: list[str]
    lemmas: list[str]
    folded: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    ents: list[str]
    morphs: list[str]
    heads: list[int]
    starts: list[int]
    sizes: list[int]
    begins: list[int]
    spaces: list[int]
    stops: list[int]
    bounds: list[int]
    blanks: list[int]
    language: str = "en"


class _Folded(dict[str, str]):
    """Words without regard to case, remembered."""

    def __missing__(self, word: str) -> str:
        if len(self) > MOST_KEPT:
            self.clear()
        self[word] = folded = word.casefold()
        return folded


_folded = _Folded().__getitem__


class _Strings(dict[int, str]):
    """A vocabulary's strings by number, remembered: its own look-up decodes each time anew."""

    def __init__(self, store: StringStore) -> None:
        self._store = store

    def __missing__(self, number: int) -> str:
        if len(self) > MOST_KEPT:
            self.clear()
        self[number] = text = self._store[number]
        return text


@cache
def _strings(store: StringStore) -> _Strings:
    return _Strings(store)


def columns(doc: Doc) -> Columns:
    """Read the columns of a parse."""
    table = doc.to_array([*TEXTS, *NUMBERS]).T if len(doc) else np.zeros((SIZE, 0), np.uint64)
    named = _strings(doc.vocab.strings).__getitem__
    texts = [list(map(named, row)) for row in table[: len(TEXTS)].tolist()]
    # heads come as distances in two's complement
    table[len(TEXTS)] += np.arange(len(doc), dtype=np.uint64)
    numbers: list[list[int]] = table[len(TEXTS) :].tolist()
    blanks = np.flatnonzero(table[len(TEXTS) + 4]).tolist()
    for i in blanks:
        texts[0][i] = EDGE
    return Columns(
        *(
            texts[0],
            texts[1],
            texts[2],
            list(map(_folded, texts[2])),
            texts[3],
            texts[4],
            texts[5],
            texts[6],
            texts[7],
        ),
        *(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]),
        bounds=(np.flatnonzero(table[len(TEXTS) + 3][1:] == 1) + 1).tolist(),
        blanks=blanks,
        language=doc.lang_,
    )
