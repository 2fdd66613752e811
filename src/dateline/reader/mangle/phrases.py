"""Set phrases broken by a substitute: "took location" for "took place"."""

from collections.abc import Iterator
from functools import cache

from dateline.reader.lexicon_files import rows
from dateline.reader.mangle.substitution import Wreck, pairs
from dateline.reader.mangle.words import Row


@cache
def _broken() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By first word: broken phrases as rows of words, and the phrase meant."""
    phrases = {row[0] for row in rows("set_phrases.txt")}
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in sorted(phrases):
        for original, substitute in pairs("substitutes.tsv", "en"):
            row = phrase.split()
            for at, word in enumerate(row):
                if word == original:
                    broken = (*row[:at], *substitute.split(), *row[at + 1 :])
                    found.setdefault(broken[0], []).append((broken, phrase))
    return {first: tuple(entries) for first, entries in found.items()}


def broken_phrases(text: str, row: Row, language: str) -> Iterator[Wreck]:
    """Broken set phrases with what was meant (English only); ``row`` are the text's words."""
    if language != "en":
        return
    known, forms = _broken(), row.forms
    for at in [at for at, form in enumerate(forms) if form in known]:
        for broken, phrase in known[forms[at]]:
            last = at + len(broken) - 1
            if tuple(forms[at : last + 1]) == broken:
                start, end = row.bounds(at, last)
                if _adjacent(text, start, end):
                    yield Wreck(start, end, phrase)


def _adjacent(text: str, start: int, end: int) -> bool:
    """True if nothing but words and single spaces stands in an interval."""
    return all(c.isalpha() or c in " '’-" for c in text[start:end])
