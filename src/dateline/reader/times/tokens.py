"""A text as time words: each token gets the set of word classes that it may belong to.

A set of classes is coded as one character, so that a rule of the grammar is an ordinary regular
expression over a string with one character a token: short, readable, and linear in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, islice

MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|janv|févr|juil"
TOKEN = re.compile(
    r"(?P<word>(?!BCE\b)[^\W\d_]{3,}+(?!\.[ ]?\d))"  # most words; the rest may be something special
    r"|(?P<break>\n)"
    r"|(?P<meridiem>[ap]\.[ ]?m\b\.?|[ap]m\b)"
    r"|(?P<era>\bB\.[ ]?C\.?(?:[ ]?E\.)?(?![a-z])|\bBCE?\b|\bA\.D\.|\bAD\b|(?-i:\bCE\b)|\bJ\.-C\.)"
    rf"|(?P<short>\b(?:{MONTHS})\.(?=[ ]?\d))"
    r"|(?P<decade>\b(?:1\d|20)?\d0['’]?s\b)"
    r"|(?P<ordinal>\b\d{1,3}(?:st|nd|rd|th|d|er|e|ème|eme)\b)"
    r"|(?P<clockfr>\b[0-2]?\d[ ]?h(?:[0-5]\d)?\b)"
    r"|(?P<military>\b[0-2]\d[0-5]\d(?=[ ]?(?:hours|hrs|GMT|UTC|Z\b|local)))"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<letters>[^\W\d_]+)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
# what may be the beginning of a token that goes on behind a space, or is told by what stands there
GOES_ON = re.compile(rf"(?:\d|(?:{MONTHS})\.|(?:^|[\W\d_])(?:[abp]\.|c\.?))\Z", re.IGNORECASE)
SHAPES = ("meridiem", "era", "decade", "ordinal", "clockfr", "break")
SHY = ("month", "weekday", "season")
FIRST_CODE = 0xE000  # private use area: never met as class codes of anything else
MEMORY = 50_000  # distinct words whose code is kept, and distinct pieces
UNKNOWN = "?"  # stands for the codes of a piece that was not met before
LONGEST_KEPT = 30  # characters of a piece


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its offsets and plain form; ``shape`` is the kind that its look gives."""

    start: int
    end: int
    word: str
    shape: str


@dataclass(frozen=True)
class Row:
    """A text as tokens. ``coded`` has one character a token, ``codes`` those of each of ``pieces``,
    the stretches between spaces (of several taken together, the first has them all). ``inner``:
    where tokens begin in those of the pieces that were cut anew, which may be long.
    """

    text: str
    coded: str
    codes: list[str]
    pieces: list[str]
    inner: dict[int, list[int]]

    @cached_property
    def _ends(self) -> list[int]:
        """How many tokens there are up to the end of each piece."""
        return list(accumulate(map(len, self.codes)))

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each piece without the spaces before it, one before each but the first."""
        return list(accumulate(map(len, self.pieces), initial=0))

    def tokens(self, first: int, end: int) -> tuple[Token, ...]:
        """The tokens from one number to before another."""
        piece = bisect_right(self._ends, first)
        at, skip = self._starts[piece] + piece, first - self._ends[piece] + len(self.codes[piece])
        if piece in self.inner:
            at, skip = at + self.inner[piece][skip], 0
        matches = TOKEN.finditer(self.text, at)
        return tuple(token(m) for m in islice(matches, skip, skip + end - first))


@dataclass(slots=True)
class Coder:
    """Assigns one character to each set of classes, and so to each word.

    ``known``: the code of a token of a shape; ``pieces``: the codes of stretches without a space.
    """

    words: Mapping[str, frozenset[str]]
    shy: frozenset[str]
    chars: dict[frozenset[str], str] = field(default_factory=dict)
    known: dict[tuple[str, str | None], str] = field(default_factory=dict)
    pieces: dict[str, str] = field(default_factory=dict)

    def char(self, classes: frozenset[str]) -> str:
        """The character of a set of classes."""
        return self.chars.setdefault(classes, chr(FIRST_CODE + len(self.chars)))

    def classes(self, code: str) -> frozenset[str]:
        """The classes that a character stands for; none for any other character."""
        return next((names for names, char in self.chars.items() if char == code), frozenset())

    def row(self, text: str) -> "Row":
        """A text in codes, one a token; a set of classes that no rule knows is the null character.

        Most stretches between two spaces have come up before, in this text or another. Where a
        token may go on behind the space ("Jan. 3", "10 p. m."), stretches are taken together.
        """
        pieces, known = text.split(" "), self.pieces.get
        codes = [known(piece, UNKNOWN) for piece in pieces]
        done, inner = -1, dict[int, list[int]]()
        for at in [i for i, code in enumerate(codes) if code == UNKNOWN]:
            if at > done:
                done = at
                while done + 1 < len(pieces) and GOES_ON.search(pieces[done]):
                    done += 1
                codes[at], inner[at] = self._piece(" ".join(pieces[at : done + 1]))
                codes[at + 1 : done + 1] = [""] * (done - at)
        return Row(text, "".join(codes), codes, pieces, inner)

    def _piece(self, text: str) -> tuple[str, list[int]]:
        """The codes of a stretch whose last token ends with it, and where its tokens begin."""
        known = self.known.get
        rows = list(TOKEN.finditer(text))
        code = "".join([known((m[0], m.lastgroup)) or self._of(m[0], m.lastgroup) for m in rows])
        if len(text) <= LONGEST_KEPT and " " not in text and not GOES_ON.search(text):
            if len(self.pieces) > MEMORY:
                self.pieces.clear()
            self.pieces[text] = code
        return code, [m.start() for m in rows]

    def _of(self, text: str, shape: str | None) -> str:
        if len(self.known) > MEMORY:
            self.known.clear()
        found = self.chars.get(self._classes(text, shape), "\0")
        return self.known.setdefault((text, shape), found)

    def _classes(self, text: str, shape: str | None) -> frozenset[str]:
        """The classes of a token. A ``shy`` word in lower case (may, march) is only ``shy...``."""
        word = plain(text, shape)
        if shape == "number":
            return number_classes(word)
        if shape in ("word", "letters", "mark", "short"):
            names = self.words.get(word, frozenset())
            return shy_classes(names) if word in self.shy and text[0].islower() else names
        return MILITARY if shape == "military" else frozenset((shape or "",))


MILITARY = frozenset(("clock", "count"))


def plain(text: str, shape: str | None) -> str:
    """A token in lower case, apostrophes made one kind, an abbreviation's full stop left off."""
    word = text.lower().replace("'", "’").replace(" ", "")
    return word.rstrip(".") if shape == "short" else word


def token(match: re.Match[str]) -> Token:
    """A match of ``TOKEN`` as a token."""
    shape = match.lastgroup or "mark"
    return Token(match.start(), match.end(), plain(match[0], shape), shape)


def shy_classes(names: frozenset[str]) -> frozenset[str]:
    """The classes of a shy word written small."""
    return frozenset(f"shy{name}" if name in SHY else name for name in names)


def number_classes(word: str) -> frozenset[str]:
    """What a number in digits may be: day, hour, minute, year, count ..."""
    classes = {"count"}
    if word.isdecimal() and len(word) <= 4:
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
