"""How alike two quoted contents are, by the words that carry them."""

import re
from functools import cache, lru_cache

from dateline.ledger import lexicons
from dateline.ledger.speakers.actors import plain

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 400  # words: longer contents are compared by their beginning


@cache
def _empty() -> frozenset[str]:
    return frozenset(
        plain(w) for line in lexicons.lines("function_words.txt") for w in line.split()
    )


@lru_cache(maxsize=20_000)
def content_words(text: str) -> frozenset[str]:
    """Words that carry meaning, cut to six letters so that endings don't matter."""
    words = _WORD.findall(plain(text))[:_LONGEST]
    return frozenset(w[:6] for w in words if len(w) > 2 and w not in _empty())


@lru_cache(maxsize=20_000)
def numbers(text: str) -> frozenset[str]:
    """Figures in a content, those in words too: nine, thirty, quatorze."""
    words = _WORD.findall(plain(text))
    found = (w if w.isdigit() else counts().get(w) for w in words)
    return frozenset(w for w in found if w is not None)


@cache
def counts() -> dict[str, str]:
    """Counts in digits by their words; not "one", which is an article and a pronoun too."""
    pairs = (line.split() for line in lexicons.lines("counts.txt"))
    return {plain(word): number for number, *words in pairs for word in words}


_DEED_STEM = 4


@lru_cache(maxsize=20_000)
def deed(text: str, names: str) -> frozenset[str]:
    """Short stems of what some words tell beside the names of who speaks: bomb, hosp."""
    said = {w[:_DEED_STEM] for w in content_words(names)}
    return frozenset(w[:_DEED_STEM] for w in content_words(text)) - said - _BARE


_BARE = frozenset(
    ("deni", "clai", "accu", "repo", "said", "that", "forc", "army", "arme", "gove", "pres", "coun",
     "peop", "mili")
)  # fmt: skip

_ATTACKS = re.compile(
    r"\b(?:(?<!cease-)(?<!cease )fir(?:e|ed|ing)|shell(?:s|ed|ing)?|bomb\w*|str(?:ikes?|iking|uck)"
    r"|hit(?:ting)?|attack\w*|launch\w*|raid\w*|missiles?|rockets?|target\w*|massacre\w*"
    r"|frapp\w+|tirs?|attaqu\w+|bombard\w+|vis[ée]\w*)\b",
    re.IGNORECASE,
)


def attacks(text: str) -> bool:
    """True if words tell of an attack that one side makes: fired, shelled, struck."""
    return _ATTACKS.search(text) is not None


def likeness(a: str, b: str) -> float:
    """Share of the shorter content's words that the other has too, damped where lengths differ."""
    one, two = content_words(a), content_words(b)
    if len(one) < 3 or len(two) < 3:
        return 0.0
    shared = len(one & two)
    return (shared / min(len(one), len(two)) + shared / max(len(one), len(two))) / 2


def common(a: str, b: str) -> float:
    """Share of the longer content's words that the other has too."""
    one, two = content_words(a), content_words(b)
    longer = max(len(one), len(two))
    return len(one & two) / longer if longer >= 3 else 0.0


def quiet(words: str) -> str:
    """Telex capitals in lower case, line breaks as spaces: words fit for a sentence."""
    one = " ".join(words.split())
    return one.lower() if one.isupper() else one
