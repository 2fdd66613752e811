"""Initials by which the names in a text may be called."""

import re
from functools import lru_cache

from dateline.report.words import keys

NAMED = re.compile(r"\b[A-Z]\w+(?:\s+(?:of\s+|for\s+|the\s+|and\s+)?[A-Z]\w+)+")

BRACKETED = re.compile(r"\s*[\[(]([A-Z][A-Z-]{1,9})[\])]")
BEFORE = re.compile(r"(?<![\w'’-])(?:[A-Za-z][\w'’-]*)(?:\s+[\w'’-]+){0,7}$")
"""A full name with its initials, in whatever language, behind it: "Liberation Army [ELP]"."""

FARTHEST = 200  # characters of the eight words before initials

LINKS = frozenset(("of", "for", "the", "and", "de", "del", "la", "las", "los", "para"))

DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")


@lru_cache(maxsize=512)
def short_forms(text: str) -> frozenset[str]:
    """Initials of the names in a text: UN for United Nations, WHO with no small words counted."""
    found = {match[0].replace(".", "") for match in DOTTED.finditer(text)}
    for match in NAMED.finditer(text):
        words = [w for w in re.findall(r"\w+", match[0]) if w[0].isupper()]
        for start in range(len(words)):
            initials = [w[0] for w in words[start:]]
            found |= {"".join(initials[:n]) for n in range(2, len(initials) + 1)}
    return frozenset(found)


@lru_cache(maxsize=512)
def spelled(text: str) -> dict[str, frozenset[str]]:
    """Initials in brackets with the stems of the capitalised words right before them."""
    found: dict[str, frozenset[str]] = {}
    for match in BRACKETED.finditer(text):
        name_before = BEFORE.search(text[max(0, match.start() - FARTHEST) : match.start()])
        words = name_before[0].split() if name_before else []
        name: list[str] = []
        while words and (words[-1][0].isupper() or words[-1] in LINKS):
            name.append(words.pop())
        while name and name[-1] in LINKS:
            name.pop()
        if len(name) > 1:
            found.setdefault(match[1], keys(" ".join(name)))
    return found
