"""Case restored to telex capitals, for the language model and for what is published."""

import re

SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*|[\"“]\s*)([a-z])")


def is_capitals(text: str) -> bool:
    """True if nearly all letters are capitals."""
    upper = sum(c.isupper() for c in text)
    return upper > 20 and upper > 0.9 * (upper + sum(c.islower() for c in text))


def restore(text: str) -> str:
    """The text in sentence case with names capitalised; same length, code point for code point."""
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return SENTENCE_START.sub(lambda m: m[0][:-1] + m[1].upper(), low)
