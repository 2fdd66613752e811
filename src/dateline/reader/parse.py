"""A parse as plain objects: tokens with their words, what the model says of them and their links.

They are asked as spaCy's own are, by the same names, of which this has what the reader uses. Asking
spaCy's makes a new object for each token that is looked at and decodes each word anew; these are
made from the columns of the parse, once, when first looked at.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import count, pairwise, repeat
from typing import overload

from spacy.tokens import Doc
from spacy.tokens import Token as Source

from dateline.reader.token_columns import Columns

Row = tuple[int, str, str, str, str, str, str, str, str]
"""Of a word: offset, form, the same in lower case, lemma, part of speech, tag, relation, label of
an entity, features.
"""


class Token:
    """A word or mark of a text. Names are as in spaCy; ``children`` is a list, ``morph`` a
    string ("Number=Plur|Person=3", "_" if it has no features).
    """

    __slots__ = (
        *("doc", "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_"),
        *("morph", "children"),
    )

    def __init__(self, doc: "Parse", i: int, row: Row) -> None:
        self.doc, self.i = doc, i
        (self.idx, self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_,
         self.ent_type_, self.morph) = row  # fmt: skip
        self.children = CHILDLESS  # what hangs on it, in order of the text

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def head(self) -> "Token":
        """The token on which it hangs; a root: itself."""
        return self.doc.tokens[self.doc.table.heads[self.i]]

    @property
    def subtree(self) -> list["Token"]:
        """It and all that hangs on it, in order of the text."""
        if not self.children:
            return [self]
        found = self.doc.subtrees.get(self.i)
        if found is None:
            tokens, numbers = self.doc.tokens, sorted(self.doc.below(self.i))
            found = self.doc.subtrees[self.i] = [tokens[i] for i in numbers]
        return found

    @property
    def left_edge(self) -> "Token":
        """The first token of its subtree."""
        return self.doc.tokens[min(self.doc.below(self.i))]

    @property
    def right_edge(self) -> "Token":
        """The last token of its subtree."""
        return self.doc.tokens[max(self.doc.below(self.i))]

    @property
    def sent(self) -> "Phrase":
        """Its sentence."""
        bounds = self.doc.bounds
        n = bisect_right(bounds, self.i)
        return Phrase(self.doc, bounds[n - 1], bounds[n])

    def nbor(self, distance: int) -> "Token":
        """The token so many places further on."""
        if self.i + distance < 0:
            raise IndexError(f"No token {self.i + distance}.")
        return self.doc.tokens[self.i + distance]

    @property
    def source(self) -> Source:
        """SpaCy's token."""
        return self.doc.source[self.i]

    @property
    def whitespace_(self) -> str:
        """The space behind it, if any."""
        return self.source.whitespace_

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return bool(self.doc.table.spaces[self.i])

    @property
    def is_sent_start(self) -> bool:
        """Whether the model begins a sentence with it."""
        return self.doc.table.begins[self.i] == 1

    @property
    def is_punct(self) -> bool:
        """Whether it is a mark."""
        return self.source.is_punct

    @property
    def is_alpha(self) -> bool:
        """Whether it consists of letters."""
        return self.text.isalpha()

    @property
    def is_title(self) -> bool:
        """Whether it begins with its only capital."""
        return self.text.istitle()

    @property
    def like_num(self) -> bool:
        """Whether it stands for a number, in digits or words."""
        return self.source.like_num


CHILDLESS: list[Token] = []  # stands for what hangs on most words, nothing; never changed


class Phrase:
    """A row of tokens, ``start`` to ``end`` (exclusive); ``label_`` for an entity."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Parse", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> "Phrase": ...
    def __getitem__(self, at: int | slice) -> "Token | Phrase":
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return Phrase(self.doc, self.start + first, self.start + max(first, last))
        return self.doc.tokens[range(self.start, self.end)[at]]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        if self.start == self.end:
            return ""
        starts, last = self.doc.table.starts, self.end - 1
        return self.doc.text[starts[self.start] : starts[last] + self.doc.table.sizes[last]]

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence, the first of equals; no bare mark."""
        heads, inside = self.doc.table.heads, range(self.start, self.end)
        if len(inside) == 1:
            return self.doc.tokens[self.start]
        for i in inside:
            if heads[i] == i:
                return self.doc.tokens[i]
        outer = [i for i in inside if heads[i] not in inside]
        return self.doc.tokens[min(outer, key=self.doc.depth, default=self.start)]


class Parse:
    """The tokens of a text. ``source`` is spaCy's parse, of which ``table`` has the columns.

    Subtrees are kept as far as asked for.
    """

    def __init__(self, source: Doc, table: Columns, text: str) -> None:
        self.source, self.table, self.text = source, table, text
        self.lang_ = table.language
        self.subtrees: dict[int, list[Token]] = {}

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens."""
        table = self.table
        columns = (
            *(table.starts, table.words, table.lowers, table.lemmas),
            *(table.pos, table.tags, table.deps, table.ents, table.morphs),
        )
        made = list(map(Token, repeat(self), count(), zip(*columns, strict=True)))
        for i in table.blanks:  # instead of the mark that stands for them
            made[i].text = self.text[table.starts[i] : table.starts[i] + table.sizes[i]]
        for token, kids in zip(made, self.kids, strict=True):
            if kids:
                token.children = [made[k] for k in kids]
        return made

    def forget(self) -> None:
        """Let go of tokens and names: they and the parse hold each other. It is of no use then."""
        vars(self).clear()

    def __len__(self) -> int:
        return len(self.table.words)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Phrase: ...
    def __getitem__(self, at: int | slice) -> Token | Phrase:
        if isinstance(at, int):
            return self.tokens[at]
        first, last, _ = at.indices(len(self.table.words))
        return Phrase(self, first, max(first, last))

    @cached_property
    def kids(self) -> list[list[int]]:
        """What hangs on each token, by number."""
        found: list[list[int]] = [NONE] * len(self)
        for i, head in enumerate(self.table.heads):
            if head != i:
                if found[head]:
                    found[head].append(i)
                else:
                    found[head] = [i]
        return found

    @cached_property
    def bounds(self) -> list[int]:
        """Where sentences begin, and the end of the text."""
        return [0, *self.table.bounds, len(self)]

    @property
    def sents(self) -> list[Phrase]:
        """The sentences."""
        return [Phrase(self, *pair) for pair in pairwise(self.bounds)] if len(self) else []

    @cached_property
    def ents(self) -> list[Phrase]:
        """What the model takes for names, numbers, dates."""
        return [Phrase(self, e.start, e.end, e.label_) for e in self.source.ents]

    def depth(self, i: int) -> int:
        """How many links a token is below the root of its sentence; a bare mark comes last."""
        if not self.kids[i] and (self.table.spaces[i] or self.tokens[i].is_punct):
            return len(self) - 1
        heads, steps = self.table.heads, 0
        while heads[i] != i:
            i, steps = heads[i], steps + 1
        return steps

    def below(self, i: int) -> list[int]:
        """The numbers of a token and of all that hangs on it, in no order."""
        found, kids = [i], self.kids
        for k in found:  # grows while it is read
            found += kids[k]
        return found

    def between(self, start: int, end: int) -> Phrase:
        """The tokens that touch an interval of the text (empty if none)."""
        if start < 0 or max(start, end - 1) >= len(self.text) or end < 1:
            return self[0:0]
        starts = self.table.starts
        first, last = bisect_right(starts, start) - 1, bisect_right(starts, end - 1) - 1
        first += start == starts[first] + self.table.sizes[first]  # the space behind a token
        return Phrase(self, first, last + 1)


NONE: list[int] = []  # stands for the dependents of most words, none; never changed
