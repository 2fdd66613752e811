"""What a sentence takes as told: "the prisoners", "the attack", "a third explosion".

A definite noun phrase that nothing in it explains ("the attack", not "the attack on Kelm") needs a
line before it that speaks of the same; so does an ordinal ("a second bomb").
"""

import re
from functools import cache

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.lines import clauses
from dateline.report.words import Token, fold, is_function, stem, tokens

NOUNS = 4  # words of a noun phrase after its article
ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth"])
UNIQUE_BY = frozenset(
    ["first", "last", "only", "next", "main", "new", "current", "present", "entire", "whole",
     "so-called", "alleged", "possible", "latest"]
)  # fmt: skip
"""Words before a noun that make it the only one of its kind."""

LED = re.compile(
    r"\W*(?:(?:according to|all|most|many|some|several|both|each|one) (?:of )?"
    r"|(?:according|after|during|although|while) [^,\"“]{3,70},\s)?the\s",
    re.IGNORECASE,
)
"""A sentence that begins with a definite noun phrase, perhaps after an opening phrase."""

ADVERBS = frozenset(["not", "once", "further", "also", "now", "still", "then", "soon", "later"])


def needs(sheet: Sheet, span: Span) -> frozenset[str]:
    """Stems of what a sentence takes as told before it, outside quotations."""
    text = sheet.shown[span.start : span.end]
    words = tokens(text)
    found = set()
    led = LED.match(text)
    for i, word in enumerate(words):
        if clauses.enclosed(text[: word.start]):
            continue
        if word.fold == "the":
            subject = led is not None and led.end() >= word.end > led.end() - 6
            head = _head(words, i, text, subject=subject)
            if head and (subject or head.key in _pointed()):
                found.add(head.key)
        elif word.fold in ("a", "another") and i + 2 < len(words):
            noun = words[i + 2] if words[i + 1].fold in ORDINALS else None
            if noun and noun.key in _pointed():
                found.add(noun.key)
    return frozenset(found)


def told(keys: frozenset[str]) -> frozenset[str]:
    """What a line of some stems introduces: each of them, and those that go with them."""
    more = (family for key in keys for family in _families().get(key, ()))
    return keys.union(*more)


def _head(words: tuple[Token, ...], at: int, text: str, *, subject: bool) -> Token | None:
    """The noun after an article that needs to have been told of; null if it explains itself."""
    phrase: list[Token] = []
    for before, word in zip(words[at:], words[at + 1 : at + 2 + NOUNS], strict=False):
        broken = text[before.end : word.start].strip(" \n-")
        if broken or is_function(word) or (phrase and _ends(word)):
            break
        phrase.append(word)
    if not phrase or any(w.text[0].isupper() or w.text[0].isdigit() for w in phrase):
        return None
    known = lexicons.words("institutions") | lexicons.words("unique") | UNIQUE_BY
    if any(w.fold in known for w in phrase) or text[phrase[-1].end :][:2] in ("'s", "’s"):
        return None
    after = words[at + 1 + len(phrase) : at + 3 + len(phrase)]
    return None if _explained(phrase[-1], after, text, subject=subject) else phrase[-1]


def _ends(word: Token) -> bool:
    """True for a verb or an adverb, where a noun phrase ends."""
    return clauses.verbal(word.text) or word.fold.endswith("ly") or word.fold in ADVERBS


def _explained(head: Token, after: tuple[Token, ...], text: str, *, subject: bool) -> bool:
    """True if what follows a noun says which: "of Kelm", "that killed two", "arrested in Orl".

    After a ``subject``, a form in -ed is the sentence's own verb unless another follows.
    """
    if not after or text[head.end : after[0].start].strip():
        return False
    word = after[0].fold
    if word in lexicons.words("explaining"):
        return True
    past = word.endswith("ed") and len(after) > 1 and after[1].fold in lexicons.words("explaining")
    return past and (not subject or clauses.verbal(text[after[1].end :].split(",", maxsplit=1)[0]))


@cache
def _pointed() -> frozenset[str]:
    """Stems of nouns that need an introduction wherever they stand."""
    return frozenset(stem(fold(word)) for word in lexicons.words("pointed"))


@cache
def _families() -> dict[str, tuple[frozenset[str], ...]]:
    """The sets of stems that introduce one another, by each of their stems."""
    made: dict[str, list[frozenset[str]]] = {}
    for row in lexicons.groups("introductions"):
        family = frozenset(stem(fold(word)) for word in row)
        for key in family:
            made.setdefault(key, []).append(family)
    return {key: tuple(families) for key, families in made.items()}
