"""Sentences that stand in a dispatch twice, and words that do."""

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np

from dateline.reader.mangle.words import Row
from dateline.reader.page import Page
from dateline.records import Sentence, Span

DOUBLED = re.compile(
    r"(?<![\w'’-])(the|a|an|of|and|to|for|with|from|by|at|les|des|du|dans|pour|avec|une)"
    r"[ ]{1,2}\1(?![\w'’.-])"
    r"|(?<![\w'’-])(?-i:([^\W\d_A-Z]{4,30})[ ]\2)(?![\w'’-])",
    re.IGNORECASE,
)
# words of four letters and more that are written twice on purpose
MEANT = frozenset(
    ("that", "very", "much", "more", "many", "long", "such", "really", "nous", "vous", "never",
     "well", "miles", "again", "four", "there", "blah", "beaucoup", "jamais", "bien", "elle")
)  # fmt: skip
STAMMER = re.compile(  # two to five words and the same words again
    r"(?<![\w'’-])((?:[^\W\d_][\w'’-]{0,29}[ ]){1,4}[^\W\d_][\w'’-]{0,29})[ ]\1(?![\w'’-])"
)
JOINING = frozenset(("and", "or", "after", "by", "for", "upon", "to", "et", "ou", "après", "par"))
LEAST_WORDS = 8  # shorter sentences may well be said twice
WORDS = re.compile(r"\w+")
OPENING = re.compile(r"(\w+)\W+(\w+)\W+(\w+)")
LONGEST = 5  # words of a phrase that is looked for twice on end


def repeated_sizes(words: Row) -> set[int]:
    """How many words may stand twice on end somewhere in a text: cheaper than to look where."""
    row = np.frombuffer(words.marks, dtype=np.int64)
    sizes = range(1, LONGEST + 1)
    return {n for n in sizes if b"\1" * n in (row[n:] == row[:-n]).tobytes()}


def doubled_words(text: str) -> Iterator[tuple[Span, str]]:
    """A function word or a longer word written twice, and the word once."""
    for found in DOUBLED.finditer(text):
        first, second = found[1] or found[2], found[0].rsplit(None, 1)[-1]
        if first not in MEANT and (first == second or first.lower() == second):
            yield Span(found.start(), found.end()), first


def stammers(text: str) -> Iterator[tuple[Span, str]]:
    """A phrase written twice on end ("the troops the troops withdrew"), and the phrase once."""
    for found in STAMMER.finditer(text):
        words = set(found[1].lower().split())
        if len(words) > 1 and not words & JOINING:  # "more and more and more" is meant
            yield Span(found.start(), found.end()), found[1]


def _alike(page: Page) -> list[tuple[int, Sentence]]:
    """The sentences, with their positions, that open with the same three words as another."""
    text = page.dispatch.text
    openings = [OPENING.search(text, s.span.start, s.span.end) for s in page.sentences]
    keys = [" ".join(found.groups()).lower() if found else "" for found in openings]
    often = {key for key, times in Counter(keys).items() if key and times > 1}
    return [(at, page.sentences[at]) for at, key in enumerate(keys) if key in often]


def _repeated(page: Page) -> Iterator[tuple[int, Span]]:
    """Every sentence of some length that stood in the dispatch before, with its position."""
    seen: set[str] = set()
    for at, sentence in _alike(page):
        words = WORDS.findall(page.dispatch.text[sentence.span.start : sentence.span.end].lower())
        if len(words) >= LEAST_WORDS:
            key = " ".join(words)
            if key in seen:
                yield at, sentence.span
            seen.add(key)


def repeated_passages(page: Page) -> Iterator[Span]:
    """Runs of sentences that stood in the dispatch before, word for word."""
    first, last, next_at = None, None, -1
    for at, span in _repeated(page):
        if first is not None and last is not None and at > next_at + 1:
            yield Span(first.start, last.end)
            first = None
        first, last, next_at = first or span, span, at
    if first is not None and last is not None:
        yield Span(first.start, last.end)
