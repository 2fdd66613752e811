"""Mangled words and page furniture: what no published line may hold.

Spans are the mangled words themselves. Where two findings overlap, the first kind found stands:
furniture, then substitution, then stranded fragments, then repetitions.
"""

from collections.abc import Iterator

from dateline.reader.mangle.clauses import broken_clauses
from dateline.reader.mangle.fragments import fragments
from dateline.reader.mangle.furniture import furniture
from dateline.reader.mangle.phrases import broken_phrases
from dateline.reader.mangle.repeats import (
    doubled_words,
    repeated_passages,
    repeated_sizes,
    stammers,
)
from dateline.reader.mangle.substitution import wrecks
from dateline.reader.mangle.words import words
from dateline.reader.page import Found, Page
from dateline.records import Damage, Span
from dateline.records.vocabulary import DamageKind


def _like(word: str, restored: str) -> str:
    """A restored word in the capitals of what stands there."""
    return restored.capitalize() if word[0].isupper() else restored


def _candidates(page: Page) -> Iterator[tuple[DamageKind, Span, str | None, str]]:
    text, row = page.dispatch.text, words(page.view.text)
    for span, suggestion, reason in furniture(page.dispatch):
        yield "boilerplate", span, suggestion, reason
    for wreck in wrecks(row, page.language):
        restored = _like(text[wreck.start], wreck.restored)
        reason = "undoing a known word substitution gives a word"
        yield "substitution", Span(wreck.start, wreck.end), restored, reason
    for wreck in broken_phrases(page.view.text, row, page.language):
        restored = _like(text[wreck.start], wreck.restored)
        reason = "undoing a known word substitution gives a set phrase"
        yield "substitution", Span(wreck.start, wreck.end), restored, reason
    for wreck in broken_clauses(page):
        restored = _like(text[wreck.start], wreck.restored)
        reason = "a preposition cannot open a clause with a verb of its own"
        yield "substitution", Span(wreck.start, wreck.end), restored, reason
    for cut in fragments(page):
        reason = "repeats the phrase before it" if cut.repeats else "cut off from its sentence"
        yield "misplaced", Span(cut.start, cut.end), None, reason
    sizes = repeated_sizes(row)
    for span, word in doubled_words(page.view.text) if 1 in sizes else ():
        yield "duplicate", span, word, "the same word twice"
    for span, phrase in stammers(page.view.text) if sizes - {1} else ():
        yield "duplicate", span, phrase, "the same phrase twice"
    for span in repeated_passages(page):
        yield "duplicate", span, None, "the passage stands above already"


def find(page: Page, found: Found) -> tuple[Damage, ...]:
    """All damage in the order of the text, without overlaps."""
    kept: list[Damage] = []
    taken = bytearray(len(page.dispatch.text))
    for kind, span, suggestion, reason in _candidates(page):
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = bytes([1]) * (span.end - span.start)
            text = page.dispatch.text[span.start : span.end]
            kept.append(Damage(span, text, kind, suggestion, reason))
    return tuple(sorted(kept, key=lambda d: d.span))
