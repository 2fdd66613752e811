"""The words of a text, and whether a language has a word. The word list is loaded when asked."""

import re
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
KNOWN = 2.8  # Zipf frequency from which a word is common enough to have stood there
UNKNOWN = 1.6  # Zipf frequency below which a word may be a wreck


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a text: their ``forms`` in lower case with plain apostrophes, and where they
    stand.
    """

    forms: list[str]
    found: list[re.Match[str]]

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of a row of words, by the positions of its first and last."""
        return self.found[first].start(), self.found[last].end()


def words(text: str) -> Row:
    """The words of a text, brand names with inner capitals left out."""
    forms, found = list[str](), list[re.Match[str]]()
    for match in WORD.finditer(text):
        word = match[0]
        if word.islower():
            form = word
        elif word[1:].islower() or len(word) == 1 or word.isupper():
            form = word.lower()
        else:
            continue
        forms.append(form if form.isascii() else form.replace("’", "'"))
        found.append(match)
    return Row(forms, found)


@lru_cache(maxsize=50_000)
def frequency(word: str, language: str) -> float:
    """Zipf frequency of a word (Speer, wordfreq 3.1), 0 if the language does not have it."""
    from wordfreq import zipf_frequency  # noqa: PLC0415 (takes most of a second to load)

    return float(zipf_frequency(word, language))
