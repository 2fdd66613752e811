"""Where a text may name a place: spans that are in the gazetteer or that the model calls places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from dateline.reader import gazetteer
from dateline.reader.placenames import fold

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LABELS = {"PER": "PERSON"}  # the French model's labels in the English model's words
LONGEST = 6  # tokens in a name: "San Luis de la Reina" has five
JOINERS = frozenset(
    "- – ' ’ of the de del la las los el du des le les d' l' al and da do dos y von am an der sur on"
    " upon".split()
)
ARTICLES = frozenset({"the", "la", "le", "les", "l'", "l’", "el"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
NUMBERED = re.compile(r"\W*\d")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``start`` to ``end`` of a parse, which may name a place.

    ``key`` is the folded name, ``listed`` true if the gazetteer has it, ``label`` the model's label
    if it takes exactly these tokens for a name, else empty.
    """

    start: int
    end: int
    key: str
    listed: bool
    label: str


def _is_capital(text: str) -> bool:
    return text[0].isupper() and (len(text) > 1 or text.isalpha())


def _runs(doc: Doc, words: list[str]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words and the small words between them, within a sentence."""
    capital = [_is_capital(word) for word in words]
    at, size = 0, len(words)
    while at < size:
        if not capital[at]:
            at += 1
            continue
        end = after = at + 1
        while after < size and (capital[after] or words[after].casefold() in JOINERS):
            after += 1
            end = after if capital[after - 1] else end
        yield at, end
        at = end


def _windows(start: int, end: int, capital: list[bool]) -> Iterator[tuple[int, int]]:
    for first in range(start, end):
        if capital[first]:
            for last in range(first + 1, min(end, first + LONGEST) + 1):
                if capital[last - 1]:
                    yield first, last


def _trim(words: list[str], start: int, end: int) -> tuple[int, int]:
    """A name without its article before and its possessive after."""
    if end - start > 1 and words[start].casefold() in ARTICLES and words[start][0].islower():
        start += 1
    while end - start > 1 and (words[end - 1] in POSSESSIVE or not words[end - 1][-1:].isalnum()):
        if words[end - 1].endswith(".") and len(words[end - 1]) > 1:
            break
        end -= 1
    return start, end


def labels(doc: Doc, words: list[str]) -> dict[tuple[int, int], str]:
    """The model's names by their trimmed tokens."""
    found = {}
    for entity in doc.ents:
        start, end = _trim(words, entity.start, entity.end)
        found[start, end] = LABELS.get(entity.label_, entity.label_)
    return found


def candidates(doc: Doc, words: list[str], named: dict[tuple[int, int], str]) -> list[Candidate]:
    """All stretches that may name a place, in order; they may overlap."""
    text, capital = doc.text, [_is_capital(word) for word in words]
    starts = [token.idx for token in doc]
    keys: dict[tuple[int, int], str] = {}
    for low, high in _runs(doc, words):
        for first, last in _windows(low, high, capital):
            keys[first, last] = fold(text[starts[first] : starts[last - 1] + len(words[last - 1])])
    for first, last in (span for span, label in named.items() if label in PLACE_LABELS):
        if words[first][0].isalpha():
            keys[first, last] = fold(text[starts[first] : starts[last - 1] + len(words[last - 1])])
    known = gazetteer.known(keys.values())
    return [
        Candidate(*span, key, key in known, named.get(span, ""))
        for span, key in sorted(keys.items())
        if key in known or named.get(span) in PLACE_LABELS
    ]
