"""Set phrases broken by a substitute: "took location" for "took place"."""

from collections.abc import Iterator
from functools import cache

from dateline.reader.lexicon_files import rows
from dateline.reader.mangle.substitution import Wreck, pairs
from dateline.reader.mangle.words import Row

Opening = tuple[str, ...]
"""The first two words of a phrase."""


@cache
def _broken() -> dict[Opening, tuple[tuple[tuple[str, ...], str], ...]]:
    """By opening: broken phrases as rows of words, and the phrase meant."""
    phrases = {row[0] for row in rows("set_phrases.txt")}
    found: dict[Opening, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in sorted(phrases):
        for original, substitute in pairs("substitutes.tsv", "en"):
            row = phrase.split()
            for at, word in enumerate(row):
                if word == original:
                    broken = (*row[:at], *substitute.split(), *row[at + 1 :])
                    found.setdefault(broken[:2], []).append((broken, phrase))
    return {opening: tuple(entries) for opening, entries in found.items()}


@cache
def _first() -> frozenset[str]:
    return frozenset(first for first, *_ in _broken())


def broken_phrases(text: str, row: Row, language: str) -> Iterator[Wreck]:
    """Broken set phrases with what was meant (English only); ``row`` are the text's words."""
    if language != "en":
        return
    known, first, forms = _broken(), _first(), row.forms
    for at in [at for at, form in enumerate(forms) if form in first]:
        for broken, phrase in known.get(tuple(forms[at : at + 2]), ()):
            last = at + len(broken) - 1
            if tuple(forms[at : last + 1]) == broken:
                start, end = row.bounds(at, last)
                if _adjacent(text, start, end):
                    yield Wreck(start, end, phrase)


def _adjacent(text: str, start: int, end: int) -> bool:
    """True if nothing but words and single spaces stands in an interval."""
    return all(c.isalpha() or c in " '’-" for c in text[start:end])
