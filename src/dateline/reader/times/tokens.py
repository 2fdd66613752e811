"""A text as time words: each token gets the set of word classes that it may belong to.

A set of classes is coded as one character, so that a rule of the grammar is an ordinary regular
expression over a string with one character a token: short, readable, and linear in the text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"(?P<break>\n)"
    r"|(?P<meridiem>[ap]\.[ ]?m\b\.?|[ap]m\b)"
    r"|(?P<era>\bB\.[ ]?C\.?(?:[ ]?E\.)?(?![a-z])|\bBCE?\b|\bA\.D\.|\bAD\b|\bCE\b)"
    r"|(?P<decade>\b(?:1\d|20)?\d0['’]?s\b)"
    r"|(?P<ordinal>\b\d{1,3}(?:st|nd|rd|th|er|e|ème|eme)\b)"
    r"|(?P<clockfr>\b[0-2]?\d[ ]?[hH](?:[0-5]\d)?\b)"
    r"|(?P<military>\b[0-2]\d[0-5]\d(?=[ ]?(?:hours|hrs|GMT|UTC|Z\b|local)))"
    r"|(?P<hours>(?<=\d)hrs?\b)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’](?=t\b)[^\W\d_]+)?)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
SHY = ("month", "weekday", "season")
FIRST_CODE = 0xE000  # private use area: never met as class codes of anything else


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its offsets and lower-case form; ``shape`` is the kind that its look gives."""

    start: int
    end: int
    word: str
    shape: str
    capital: bool


@dataclass(slots=True)
class Codes:
    """Assigns one character to each set of classes met so far."""

    chars: dict[frozenset[str], str] = field(default_factory=dict)

    def char(self, classes: frozenset[str]) -> str:
        """The character of a set of classes."""
        return self.chars.setdefault(classes, chr(FIRST_CODE + len(self.chars)))


def _word(text: str) -> str:
    return text.lower().replace("'", "’")


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order; a line feed is a token too (shape ``break``)."""
    return [
        Token(m.start(), m.end(), _word(m[0]), m.lastgroup or "mark", m[0][0].isupper())
        for m in TOKEN.finditer(text)
    ]


def shy_classes(names: frozenset[str]) -> frozenset[str]:
    """The classes of a shy word written small."""
    return frozenset(f"shy{name}" if name in SHY else name for name in names)


def number_classes(word: str) -> frozenset[str]:
    """What a number in digits may be: day, hour, minute, year, count ..."""
    classes = {"count"}
    if word.isdigit() and len(word) <= 4:
        value, size = int(word), len(word)
        tests = {
            "day": size <= 2 and 1 <= value <= 31,
            "monthnumber": size <= 2 and 1 <= value <= 12,
            "hour": size <= 2 and value <= 24,
            "minute": size == 2 and value <= 59,
            "year": size == 4 and 1000 <= value <= 2100,
            "shortyear": size == 2,
            "clock": size == 4 and value < 2400 and value % 100 < 60,
            "ancient": size >= 2 and value > 0,
        }
        classes |= {name for name, holds in tests.items() if holds}
    return frozenset(classes)


def classes_of(token: Token, words: Mapping[str, frozenset[str]], shy: frozenset[str]) -> frozenset[str]:
    """The classes of a token. A ``shy`` word in lower case (may, march) is only ``shy...``."""
    if token.shape == "number":
        return number_classes(token.word)
    if token.shape in ("word", "mark"):
        known = words.get(token.word, frozenset())
        if token.word in shy and not token.capital:
            return shy_classes(known)
        return known
    if token.shape == "military":
        return frozenset(("clock", "count"))
    return frozenset((token.shape,))
