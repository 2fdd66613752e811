"""Bracketed service notes: ``[TEXT]``, ``[PASSAGE OMITTED]``, but not ``[FMLN]``, which is text."""

import re
from functools import cache

from dateline.records import Mask, Span
from dateline.wire.lexicons import lines

BRACKET = re.compile(r"\[([^\[\]]{1,400})\]")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str]]:
    """Words of notes, and words that only accompany them."""
    entries = lines("service_notes")
    service = frozenset(e for e in entries if e[0] != "+")
    return service, frozenset(e[1:] for e in entries if e[0] == "+")


def is_note(inside: str) -> bool:
    """True if the words between brackets are all service words, one of them at least telling."""
    service, filler = _vocabulary()
    words = [w.casefold() for w in WORD.findall(inside)]
    telling = [w for w in words if w in service]
    return bool(telling) and all(w in service or w in filler or w.isdigit() for w in words)


def find(text: str, after_dateline: int | None) -> tuple[Mask, ...]:
    """Masks over service notes. Every bracket of the chain right after a dateline is one."""
    found, chain = [], after_dateline
    for match in BRACKET.finditer(text):
        in_chain = chain is not None and not text[chain : match.start()].strip(" \n\t-")
        if in_chain:
            chain = match.end()
        if in_chain or is_note(match[1]):
            found.append(Mask(Span(*match.span()), "note", "service note"))
    return tuple(found)
