"""Initials by which the names in a text may be called."""

import re
from functools import lru_cache

NAMED = re.compile(r"\b[A-Z]\w+(?:\s+(?:of\s+|for\s+|the\s+|and\s+)?[A-Z]\w+)+")

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
