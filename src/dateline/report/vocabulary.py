"""Which words are English, and which are misspellings of those that are."""

import string
from functools import cache
from importlib.resources import files

from dateline.report.words import fold, stem

OTHERS = ("french.txt", "jours.txt", "mois.txt", "wordnet-LICENSE.txt")
LONG = 6  # letters of a word that can be told to be misspelt


@cache
def _stems() -> frozenset[str]:
    """The stems of all English words of the lexicon."""
    found: set[str] = set()
    for file in (files("dateline.report") / "lexicon").iterdir():
        if file.name.endswith(".txt") and file.name not in OTHERS:
            lines = file.read_text(encoding="utf-8").splitlines()
            rows = (line for line in lines if not line.startswith("#"))
            words = {word for row in rows for word in row.replace("_", " ").split()}
            found |= {stem(fold(word)) for word in words} | words
    return frozenset(found)


@cache
def is_known(word: str) -> bool:
    """True if the lexicon has a word, in whatever form."""
    plain = fold(word)
    return plain in _stems() or stem(plain) in _stems()


@cache
def is_misspelt(word: str) -> bool:
    """True for a word in lower case that is not English, but would be with one letter more, less or
    other inside it, or with two of them the other way round.
    """
    if len(word) < LONG or not word.islower() or not word.isalpha() or is_known(word):
        return False
    base = stem(fold(word))
    return any(w in _stems() for w in _near(base) if w[0] == base[0] and w[-1] == base[-1])


def _near(word: str) -> set[str]:
    cuts = [(word[:i], word[i:]) for i in range(1, len(word))]
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    less = {a + b[1:] for a, b in cuts if len(b) > 1}
    other = {a + c + b[1:] for a, b in cuts for c in string.ascii_lowercase if len(b) > 1}
    more = {a + c + b for a, b in cuts for c in string.ascii_lowercase}
    return swapped | less | other | more
