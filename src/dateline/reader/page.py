"""A parsed dispatch on its way through the reading steps, and what a step is."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spacy.tokens import Doc

from dateline.reader import peoples
from dateline.reader.parse import Parse, Phrase, Token
from dateline.reader.sentences import sentences
from dateline.reader.token_columns import Columns, columns
from dateline.reader.view import View
from dateline.records import Dispatch, Sentence, Span, Words

Found = Mapping[str, tuple[Any, ...]]
"""What earlier steps gave, by name (``places``, ``dates``, ``statements`` ...)."""


@dataclass(frozen=True)
class Page:
    """A dispatch and its parse. ``token.idx`` is the offset in ``dispatch.text``.

    ``parsed`` is spaCy's own parse; the steps ask ``doc`` or ``table``. What several of them ask of
    all tokens is read from the parse in bulk, once, and goes with the page: asking spaCy's tokens
    one by one costs ten times as much.
    """

    dispatch: Dispatch
    language: str
    view: View
    parsed: Doc

    @cached_property
    def table(self) -> Columns:
        """The parse in columns."""
        return columns(self.parsed)

    @cached_property
    def doc(self) -> Parse:
        """The parse as tokens."""
        return Parse(self.parsed, self.table, self.view.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in text order."""
        return sentences(self.table, self.view.text)

    @property
    def lowers(self) -> list[str]:
        """The words in lower case."""
        return self.table.lowers

    @cached_property
    def peoples(self) -> Counter[str]:
        """How often each country's people are named."""
        return peoples.named(self.lowers)

    @cached_property
    def _positions(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """Where each lemma stands, and where each other form."""
        lemmas: defaultdict[str, list[int]] = defaultdict(list)
        forms: defaultdict[str, list[int]] = defaultdict(list)
        for i, (lemma, form) in enumerate(zip(self.table.folded, self.lowers, strict=True)):
            lemmas[lemma].append(i)
            if lemma != form:
                forms[form].append(i)
        return dict(lemmas), dict(forms)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        lemmas, forms = self._positions
        return frozenset((*lemmas, *forms, *(word[:-1] for word in lemmas if word[-1:] == "s")))

    def _standing(self, word: str) -> list[int]:
        """Where a word stands as a lemma, or as it is; a lemma also without an "s" at its end."""
        lemmas, forms = self._positions
        return [*lemmas.get(word, ()), *forms.get(word, ()), *lemmas.get(f"{word}s", ())]

    def positions(self, word: str) -> list[int]:
        """Where a word stands, in lower case or as a lemma, in order."""
        return sorted(self._standing(word))

    def spotted(self, words: Set[str]) -> list[int]:
        """The numbers of the tokens that may be one of some words, by lemma or form, in order."""
        return sorted({i for word in self._vocabulary & words for i in self._standing(word)})

    def spot(self, words: Set[str]) -> list[Token]:
        """The same as tokens."""
        tokens = self.doc.tokens
        return [tokens[i] for i in self.spotted(words)]

    def words(self, start: int, end: int) -> Words:
        """The quoted words at an interval of the dispatch's text."""
        return Words(Span(start, end), self.dispatch.text[start:end])

    def tokens(self, start: int, end: int) -> Phrase:
        """The tokens that touch an interval of the text (empty if none)."""
        return self.doc.between(start, end)

    @cached_property
    def _ends(self) -> list[int]:
        return [sentence.span.end for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence around an offset, if it is in one."""
        at = bisect_right(self._ends, offset)
        if at < len(self.sentences) and self.sentences[at].span.start <= offset:
            return self.sentences[at]
        return None


@dataclass(frozen=True, slots=True)
class Step:
    """A kind of finding: ``run`` may use what it ``needs`` and gives a tuple under ``gives``."""

    gives: str
    needs: tuple[str, ...]
    run: Callable[[Page, Found], tuple[Any, ...]]


def extent(tokens: list[Token]) -> Span:
    """The interval from the first to the last of some tokens (at least one)."""
    numbers, table = [t.i for t in tokens], tokens[0].doc.table
    last = max(numbers)
    return Span(table.starts[min(numbers)], table.starts[last] + table.sizes[last])
