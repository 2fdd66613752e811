"""Quantities in a text: value, unit, hedge and what is counted, from digits or words."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from dateline.report import lexicons
from dateline.report.quantity_words import (
    AFTER,
    ENDING,
    FRACTIONS,
    FRENCH_ARTICLES,
    FRENCH_ORDINALS,
    HEDGES,
    ORDINAL_DIGITS,
    ORDINALS,
    PAIRS,
    PREPOSITIONS,
    ROUND,
    SCALES,
    SPREADING,
    TAKEN,
    VAGUE,
)
from dateline.report.words import Token, is_function, tokens

HUNDREDS = frozenset(("cent", "cents"))
FRENCH_DIGITS = frozenset(("deux", "trois", "quatre", "cinq", "sept", "huit", "neuf"))
FRENCH_UNITS = frozenset(("sept", "huit", "neuf"))
FRENCH_TEENS = frozenset(("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"))
TENS = frozenset((20.0, 30.0, 40.0, 50.0, 60.0))
LIMITING = frozenset(("above", "over", "under", "below"))
REACH = 4  # words before a number in which its hedge may stand


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` is null for words that give no number ("dozens"); ``kind`` then tells them apart.

    ``begins`` is where its hedge or article starts; ``together``: how many of ``nouns`` stand right
    after one another, as one phrase.
    ``nouns`` are the stems that follow, up to the next number or punctuation; ``first`` and
    ``last`` are positions among the tokens of the text.
    """

    start: int
    end: int
    first: int
    last: int
    value: float | None
    kind: str
    unit: str | None
    hedge: str
    nouns: tuple[str, ...]
    begins: int
    together: int = 1


@cache
def _number_words() -> dict[str, float]:
    return {form: float(base) for form, base in lexicons.bases("number_words").items()}


def number(text: str) -> float | None:
    """The value of digits: ``9,000`` and ``1.597`` group thousands, ``7.62`` is a decimal."""
    if not text[:1].isdigit():
        return None
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        return float(re.sub(r"[.,]", "", text))
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _cardinal(found: tuple[Token, ...], at: int) -> tuple[float, int] | None:
    """Value and end position of a cardinal that starts at ``at``."""
    if _half_hour(found, at):
        return 30.0, at + 1
    simple = _number_words()
    total, part, i = 0.0, None, at
    while i < len(found):
        word = found[i].fold
        digits = number(found[i].text)
        if digits is not None and part is None:
            part = digits
        elif (more := _more(found, i, part, simple)) is not None:
            part, i = more
        elif word in ROUND | PAIRS and part is None and total == 0 and _after_article(found, i):
            part = (ROUND | PAIRS)[word]
            i += 1
            break
        elif word in SCALES and (part is not None or _after_article(found, i)):
            scale = SCALES[word]
            if scale >= 1e3:
                total, part = total + (1.0 if part is None else part) * scale, None
            else:
                part = (1.0 if part is None else part) * scale
            if scale == 12.0:
                i += 1
                break
        elif word == "and" and part is not None and part % 100 == 0 and _small(found, i + 1):
            pass
        else:
            break
        i += 1
    if i == at:
        return None
    return total + (part or 0.0), i


def _more(
    found: tuple[Token, ...], i: int, part: float | None, simple: dict[str, float]
) -> tuple[float, int] | None:
    """What was read with the simple number at a place, and where that ends; null if none fits."""
    word, following = found[i].fold, [t.fold for t in found[i + 1 : i + 2]]
    if word == "quatre" and part is None and following in (["vingt"], ["vingts"]):
        return 80.0, i + 1
    if part is not None and word in HUNDREDS and found[i - 1].fold in FRENCH_DIGITS:
        return part * 100.0, i
    if part is not None and word == "et" and part in TENS and following in (["un"], ["une"]):
        return part + 1.0, i + 1
    tens = part is not None and word in FRENCH_UNITS and found[i - 1].fold == "dix"
    if word in simple and (tens or _fits(part, simple[word]) or _french_teen(part, word)):
        return (part or 0.0) + simple[word], i
    return None


def _fits(part: float | None, value: float) -> bool:
    """True if a simple number may follow what was read: twenty-one, two hundred (and) fifty."""
    if part is None or (part > 0 and part % 100 == 0):
        return True
    return part >= 20 and part % 10 == 0 and value < 10


def _french_teen(part: float | None, word: str) -> bool:
    """True for the "dix" of "soixante-dix", the "quinze" of "quatre-vingt-quinze"."""
    return part in (60.0, 80.0) and word in FRENCH_TEENS


def _after_article(found: tuple[Token, ...], i: int) -> bool:
    return i > 0 and found[i - 1].fold in ("a", "an", "one", "half", "un", "une")


def _no_one(found: tuple[Token, ...], i: int) -> bool:
    """True for the "one" of "no one"."""
    return found[i].fold == "one" and i > 0 and found[i - 1].fold == "no"


def _half_hour(found: tuple[Token, ...], i: int) -> bool:
    """True for "half an hour", which is thirty minutes."""
    folds = [t.fold for t in found[i : i + 3]]
    before = found[i - 1].fold if i else ""
    return folds == ["half", "an", "hour"] or (folds[:2] == ["half", "hour"] and before == "a")


def _small(found: tuple[Token, ...], i: int) -> bool:
    return i < len(found) and _number_words().get(found[i].fold, 100.0) < 100


def _hedge(found: tuple[Token, ...], first: int, last: int) -> tuple[str, int]:
    """The hedge of the number at ``first``, and where it (or an article) begins."""
    before = list(found[max(0, first - REACH) : first])
    given = bool(before) and before[-1].fold == "the"
    begins = found[first].start
    while before and before[-1].fold in ("a", "an", "the", "another", "of", "un", "une"):
        article = before.pop()
        begins = article.start if article.fold in ("a", "an") else begins
    for size in (3, 2, 1):
        if len(before) >= size:
            words = ["de" if t.fold == "d" else t.fold for t in before[-size:]]
            known = HEDGES.get(" ".join(words))
            if known == "between" and not _ranged(found, last):
                continue
            spread = found[first - size - 1].fold if first > size else ""
            if words == ["over"] and spread in SPREADING:
                continue
            if given and " ".join(words) in LIMITING:
                continue  # "above the three-percent limit" is three percent
            if known:
                return known, before[-size].start
    return "exact", begins


def _own_hedge(found: tuple[Token, ...], first: int, end: int) -> str:
    """The hedge in the number itself: "a dozen", "une centaine", "four or more", "40 or so"."""
    for at in (end, end + 1):
        after = " ".join(t.fold for t in found[at : at + 2])
        if after in AFTER:
            return AFTER[after]
    if [t.fold for t in found[end : end + 2]] in (["or", "more"], ["ou", "plus"]):
        return "at least"
    lone = end - first == 1
    return "about" if lone and found[first].fold in ROUND else "exact"


def _ranged(found: tuple[Token, ...], last: int) -> bool:
    """True if "and" and another number follow: "between 20 and 30"."""
    following = found[last + 1 : last + 3]
    joined = len(following) == 2 and following[0].fold in ("and", "et")
    return joined and (following[1].text[0].isdigit() or following[1].fold in _number_words())


def _unit(text: str, found: tuple[Token, ...], first: int, last: int) -> str | None:
    known = lexicons.bases("units")
    before = text[max(0, found[first].start - 2) : found[first].start].strip()
    after = text[found[last].end : found[last].end + 2].strip()
    for mark in (before[-1:], after[:1]):
        if mark and mark in known and not mark.isalpha():
            return known[mark]
    following = [t.fold for t in found[last + 1 : last + 3]]
    if _half_hour(found, first):
        return "minute"
    if following in (["year", "old"], ["years", "old"]):
        return "age"
    if following[:2] == ["per", "cent"]:
        return "percent"
    if following[:1] in (["d"], ["d'"], ["de"]):
        following = following[1:]
    return known.get(following[0]) if following else None


def _nouns(text: str, found: tuple[Token, ...], last: int) -> tuple[str, ...]:
    kept: list[str] = []
    at = found[last].end
    following = [t.fold for t in found[last + 1 : last + 3]]
    if following[:1] and following[0] in PREPOSITIONS:
        return ()
    if following[:1] == ["of"] and following[1:2] in (["whom"], ["which"], ["them"]):
        return ()
    for token in found[last + 1 : last + 8]:
        if re.search(r"[,;:.()]", text[at : token.start]) or token.text[:1].isdigit():
            break
        at = token.end
        if token.fold in _number_words() or token.fold in SCALES:
            break
        if not kept and token.fold in ENDING | TAKEN:
            break
        if not is_function(token) and not token.text.endswith(("'s", "’s")):
            kept.append(token.key)
    return tuple(kept)


def _together(found: tuple[Token, ...], at: int, nouns: tuple[str, ...]) -> int:
    """How many of what follows a number stand right after one another; a verb ends them."""
    keys = (t.key for t in found[at : at + len(nouns)] if not t.fold.endswith("ed"))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(keys, nouns, strict=False))
    return max(1, sum(1 for _ in same))


def _kind(found: tuple[Token, ...], i: int) -> str | None:
    """The kind of a quantity that is not a cardinal."""
    word = found[i].fold
    if _half_hour(found, i):
        return None
    if word in FRENCH_ORDINALS and i and found[i - 1].fold in FRENCH_ARTICLES:
        minister = [t.fold for t in found[i + 1 : i + 2]] == ["ministre"]
        return None if minister else f"ordinal {FRENCH_ORDINALS[word]}"
    if word in VAGUE:
        return VAGUE[word]
    previous = found[i - 1].fold if i else ""
    if word in FRACTIONS and previous in {
        "a",
        "one",
        "two",
        "three",
        "than",
        "by",
        "over",
        "of",
        "un",
        "deux",
        "trois",
        "la",
    }:
        noun = i + 1 < len(found) and not is_function(found[i + 1])
        return (
            f"ordinal {ORDINALS[word]}"
            if noun and previous == "a" and (word in ORDINALS)
            else FRACTIONS[word]
        )
    return f"ordinal {ORDINALS[word]}" if word in ORDINALS else None


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text in order, dates included."""
    found = tokens(text)
    quantities: list[Quantity] = []
    i = 0
    while i < len(found):
        kind = _kind(found, i)
        cardinal = None if kind or _no_one(found, i) else _cardinal(found, i)
        if kind is None and cardinal is None:
            i += 1
            continue
        value, end = cardinal if cardinal else (None, i + 1)
        if value is not None and [t.fold for t in found[end : end + 3]] == ["and", "a", "half"]:
            value, end = value + 0.5, end + 3
        hedge, begins = _hedge(found, i, end - 1)
        if hedge == "exact":
            hedge = _own_hedge(found, i, end)
        ordinal = ORDINAL_DIGITS.match(text, found[i].start) if cardinal else None
        end += bool(ordinal)
        quantities.append(
            Quantity(
                start=found[i].start,
                end=found[end - 1].end,
                first=i,
                last=end - 1,
                value=None if ordinal else value,
                kind=f"ordinal {ordinal[1]}" if ordinal else kind or "count",
                unit=_unit(text, found, i, end - 1),
                hedge=hedge,
                nouns=(nouns := _nouns(text, found, end - 1)),
                together=_together(found, end, nouns),
                begins=begins,
            )
        )
        i = end
    return tuple(quantities)
