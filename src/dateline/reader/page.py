"""A parsed dispatch on its way through the reading steps, and what a step is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from dateline.reader.view import View
from dateline.records import Dispatch, Sentence, Span, Words

Found = Mapping[str, tuple[Any, ...]]
"""What earlier steps gave, by name (``places``, ``dates``, ``statements`` ...)."""


@dataclass(frozen=True, slots=True)
class Page:
    """A dispatch and its parse. ``token.idx`` is the offset in ``dispatch.text``."""

    dispatch: Dispatch
    language: str
    view: View
    doc: Doc
    sentences: tuple[Sentence, ...]

    def words(self, start: int, end: int) -> Words:
        """The quoted words at an interval of the dispatch's text."""
        return Words(Span(start, end), self.dispatch.text[start:end])

    def tokens(self, start: int, end: int) -> Slice:
        """The tokens that touch an interval of the text (empty if none)."""
        found = self.doc.char_span(start, end, alignment_mode="expand")
        return found if found is not None else self.doc[0:0]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence around an offset, if it is in one."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].span.end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].span.start <= offset:
            return self.sentences[low]
        return None


@dataclass(frozen=True, slots=True)
class Step:
    """A kind of finding: ``run`` may use what it ``needs`` and gives a tuple under ``gives``."""

    gives: str
    needs: tuple[str, ...]
    run: Callable[[Page, Found], tuple[Any, ...]]


def extent(tokens: list[Token]) -> Span:
    """The interval from the first to the last of some tokens (at least one)."""
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last.text))
