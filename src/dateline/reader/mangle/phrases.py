"""Set phrases broken by a substitute: "took location" for "took place"."""

from collections.abc import Iterator
from functools import cache

from dateline.reader.lexicon_files import rows
from dateline.reader.mangle.substitution import Wreck, pairs
from dateline.reader.mangle.words import Word


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


def broken_phrases(text: str, found: list[Word], language: str) -> Iterator[Wreck]:
    """Broken set phrases with what was meant (English only); ``found`` are the text's words."""
    if language != "en":
        return
    known = _broken()
    for at, word in enumerate(found):
        for row, phrase in known.get(word.form, ()):
            here = found[at : at + len(row)]
            if tuple(w.form for w in here) == row and _adjacent(text, here[0].start, here[-1].end):
                yield Wreck(here[0].start, here[-1].end, phrase)


def _adjacent(text: str, start: int, end: int) -> bool:
    """True if nothing but words and single spaces stands in an interval."""
    return all(c.isalpha() or c in " '’-" for c in text[start:end])
