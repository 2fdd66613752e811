"""Words of a text with their offsets, folded so that forms of one word compare equal."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dateline.report import lexicons

WORD = re.compile(
    r"\d+(?:[.,]\d+)*|\b(?:[ldjnmc]|qu|lorsqu|jusqu)['’](?=[^\W\d_]{2})"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*",
    re.IGNORECASE,
)
"""A number, a French word cut short before a vowel, or a word."""
LONG = 3  # letters of a word that may lose its last "e"
SPACE = re.compile(r"\s+")
DOUBLED = re.compile(r"\b(in|on|at|of|to|the|and|a|by|for|with|from|was|were|is|are) (?i:\1)(?= )")
"""A small word twice, as a keyboard leaves it."""

PARTED = re.compile(
    r"(?<=[a-z])- (?=[a-z])(?!and\b|or\b|to\b|nor\b|but\b|et\b|ou\b)|(?<=\d) - (?=[a-z]{2,}\b)"
)
PREFIXED = re.compile(
    r"\b(pro|anti|ex|non|ultra|vice|self|semi|cease) - (?=[A-Za-z])", re.IGNORECASE
)
SPREAD = re.compile(r"(?<=[a-z]) - (in|of|to|at|up) ?- (?=[a-z])")
"""A hyphen with a space beside it: "small- scale", "450 - sq km"; "brother - in - law"."""

QUOTE_MARKS = '"“”«»„‟'


@dataclass(frozen=True, slots=True)
class Token:
    """A word or number. ``key`` is its folded stem; offsets are those of the text given."""

    start: int
    end: int
    text: str
    fold: str
    key: str


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Without case, accents and possessive ending; typographic apostrophes made plain."""
    flat = unicodedata.normalize("NFKD", word.replace("’", "'")).casefold()
    flat = "".join(c for c in flat if not unicodedata.combining(c)).rstrip("'")
    return flat[:-2] if flat.endswith("'s") else flat


@lru_cache(maxsize=50_000)
def stem(folded: str) -> str:
    """A light English stem: plural, ``-ed`` and ``-ing`` endings off, irregular forms undone."""
    base = lexicons.bases("irregular").get(folded)
    if base:
        return base.rstrip("e") if len(base) > LONG else base
    return _plain(folded)


def _plain(folded: str) -> str:
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if folded.endswith(ending) and len(folded) - len(ending) >= 3 and not folded.endswith("ss"):
            cut = folded[: -len(ending)] + put
            if ending in ("ing", "ed") and cut[-1] == cut[-2] and cut[-1] not in "sl":
                cut = cut[:-1]
            return cut.rstrip("e") if len(cut) > 3 else cut
    return folded.rstrip("e") if len(folded) > 3 else folded


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """All words and numbers of a text, in order."""
    found = []
    for match in WORD.finditer(text):
        flat = fold(match[0])
        found.append(Token(match.start(), match.end(), match[0], flat, stem(flat)))
    return tuple(found)


def is_function(token: Token) -> bool:
    """True for words that carry no fact of their own."""
    return token.fold in lexicons.words("function")


@lru_cache(maxsize=16_384)
def content(text: str) -> tuple[Token, ...]:
    """The words of a text that carry facts."""
    return tuple(t for t in tokens(text) if not is_function(t))


@lru_cache(maxsize=16_384)
def keys(text: str) -> frozenset[str]:
    """The set of content stems, for comparing two texts."""
    return frozenset(t.key for t in content(text))


@lru_cache(maxsize=16_384)
def tidy(text: str) -> str:
    """One space between words, none before punctuation, no empty brackets, no small word twice."""
    text = SPACE.sub(" ", text).strip()
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text)
    text = re.sub(r" +([,;:?!)\]]|\.(?!\d))", r"\1", text)
    text = re.sub(r",{2,}", ",", text)
    text = DOUBLED.sub(r"\1", text)
    text = PREFIXED.sub(r"\1-", PARTED.sub("-", SPREAD.sub(r"-\1-", text)))
    text = re.sub(r"\.([\"”]),", r",\1", text)
    text = re.sub(r"^[-–—]+\s+", "", SPACE.sub(" ", text).strip())
    return text.lstrip(",;. ")


def opened(text: str) -> str:
    """The text with its first letter in upper case, past any opening quotation mark."""
    for i, c in enumerate(text[:3]):
        if c.isalpha():
            return text[:i] + c.upper() + text[i + 1 :]
        if c.isdigit():
            break
    return text


def count(text: str) -> int:
    """Number of words, numbers included."""
    return sum(1 for _ in WORD.finditer(text))


def outside_quotes(text: str) -> str:
    """The words of a text that stand between no quotation marks."""
    parts, inside = [], False
    for c in text:
        if c in QUOTE_MARKS:
            inside = not inside
        elif not inside:
            parts.append(c)
    return "".join(parts)
