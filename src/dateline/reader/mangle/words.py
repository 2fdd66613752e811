"""The words of a text, and whether a language has a word. The word list is loaded when asked."""

import re
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
KNOWN = 2.8  # Zipf frequency from which a word is common enough to have stood there
UNKNOWN = 1.6  # Zipf frequency below which a word may be a wreck


class Word(NamedTuple):
    """A word with its offsets; ``form`` is in lower case, with plain apostrophes."""

    start: int
    end: int
    form: str


def words(text: str) -> list[Word]:
    """The words of a text, brand names with inner capitals left out."""
    found = []
    for match in WORD.finditer(text):
        word = match[0]
        if word[1:].islower() or len(word) == 1 or word.isupper():
            form = word.lower()
            form = form if form.isascii() else form.replace("’", "'")
            found.append(Word(*match.span(), form))
    return found


@lru_cache(maxsize=50_000)
def frequency(word: str, language: str) -> float:
    """Zipf frequency of a word (Speer, wordfreq 3.1), 0 if the language does not have it."""
    from wordfreq import zipf_frequency  # noqa: PLC0415 (takes most of a second to load)

    return float(zipf_frequency(word, language))
