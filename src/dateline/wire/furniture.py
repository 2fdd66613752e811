"""What stands around an article and is no part of it: share bars, comment forms, sign-offs.

General method: a short block that is near a known phrase of site furniture, even if mangled; short
blocks that are no sentence after the last paragraph of prose; sources lines; agencies' sign-offs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from dateline.records import Mask, Span
from dateline.wire.lexicons import lines

BLOCK = re.compile(r"[^\n]+")
SOURCES = re.compile(
    r"(?i)\b(?:sources?|quellen?|fuentes?|fonti?|agences?)\s*:\s*([^.\n:]{2,60})\.?$"
)
COPYRIGHT = re.compile(r"(?i)^(?:©|\(c\)|copyright\b|all rights reserved)")
LABELLED = re.compile(
    r"(?i)^(?:the post .{3,200}? (?:appeared first on|first appeared on) .{2,80}"
    r"|(?:file )?(?:photo|image|picture|video|caption|graphic)(?: credit)?s?\s*:.{3,}"
    r"|\(?\d+\)? comments?|comments? \(?\d+\)?|\d+ (?:shares?|min(?:utes?)? read))$"
)
SIGN_OFF = re.compile(
    r"""(?x) NNNN | [-#*=]{2,} | -\s?(?:0|30)\s?- | /?\s*(?:ENDS?|End|FIN|Fin)\s*/?
    | \(?(?:MORE|more)\)?
    | \(?(?:Additional\ )?(?i:reporting|writing|editing|compiled|translated)\ by\ .{2,300}
    | [^.]{2,160}\ contributed\ to\ this\ (?:report|story)\.?
    | \(?[A-Z][A-Za-z-]{1,14}\)? (?=\s*$) | [a-z]{2,4}(?:[/-][a-z]{2,4}){0,5}(?:/[a-z]{2,4}/?)?
    | \([A-Z]{2,5}(?:[/-][A-Za-z]{2,5})*\)"""
)
NAVIGATION = re.compile(r"[|›•·→]|\s[»>]\s")
SENTENCE_END = re.compile(r"[.!?…][\"”»')\]]*$")
WORD = re.compile(r"[^\W_]+(?:[-'’@][^\W_]+)*")
NEAR = 0.75  # similarity from which a word counts as another with a slip in it
LONGEST = 160  # characters: longer blocks are never compared
TAIL = 12  # blocks looked at from the end


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    span: Span
    alone: bool  # a blank line, or nothing, stands before it


def _blocks(text: str) -> list[_Block]:
    found: list[_Block] = []
    for match in BLOCK.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            gap = text[found[-1].span.end : start].count("\n") if found else 2
            found.append(_Block(words, Span(start, start + len(words)), gap > 1))
    return found


@cache
def _phrases() -> dict[str, list[tuple[list[str], bool]]]:
    """Phrases by first letter: their words, and whether a block may go on after them."""
    found: dict[str, list[tuple[list[str], bool]]] = {}
    for entry in lines("site_furniture"):
        words = WORD.findall(entry.rstrip("*").casefold())
        found.setdefault(words[0][0], []).append((words, entry.endswith("*")))
    return found


def is_furniture(block: str) -> bool:
    """True if a block is a caption or a counter, or is, or nearly is, known site furniture."""
    if len(block) > LONGEST:
        return False
    if LABELLED.match(block):
        return True
    words = WORD.findall(block.casefold())
    if not words:
        return False
    if len(words) < 3 and SENTENCE_END.search(block):
        return False  # the last word of a wrapped sentence: "a share."
    known = _phrases().get(words[0][0], [])
    return any(_is_near(words, phrase, goes_on) for phrase, goes_on in known)


def _is_near(words: list[str], phrase: list[str], goes_on: bool) -> bool:
    """True if the words are the phrase's, at most one in three of them slightly damaged."""
    if len(words) < len(phrase) or (len(words) > len(phrase) and not goes_on):
        return False
    pairs = [(a, b) for a, b in zip(words, phrase, strict=False) if a != b]
    return len(pairs) <= len(phrase) // 3 and all(
        SequenceMatcher(None, a, b, autojunk=False).ratio() >= NEAR for a, b in pairs
    )


def sources_line(text: str) -> str | None:
    """The agencies named by a closing "Sources: a / b" line, as written."""
    for block in reversed(_blocks(text)[-TAIL:]):
        match = SOURCES.search(block.text)
        if match and len(block.text) < LONGEST:
            return match[1].strip()
    return None


def find(text: str, start: int, *, wrapped: bool) -> tuple[Mask, ...]:
    """Masks over furniture; the body starts at ``start``.

    ``wrapped``: the lines are mere line ends (telex), so that only whole-block phrases count at the
    very end.
    """
    blocks = _blocks(text)
    body = [b for b in blocks if b.span.start >= start]
    found = [*_phrase_masks(blocks, wrapped=wrapped), *_tail_masks(body, wrapped=wrapped)]
    unique = {m.span: m for m in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda m: m.span))


def _phrase_masks(blocks: list[_Block], *, wrapped: bool) -> Iterator[Mask]:
    for at, block in enumerate(blocks):
        near_end = at >= len(blocks) - TAIL
        if wrapped and not (near_end and block.alone):
            continue
        if is_furniture(block.text) or (near_end and _is_known(block)):
            yield Mask(block.span, "boilerplate", "page furniture, not part of the report")
        elif at < 3 and _is_navigation(block.text):
            yield Mask(block.span, "boilerplate", "navigation bar")


def _is_fragment(block: _Block, before: _Block) -> bool:
    """A few words that are no sentence, and neither a table's row nor the end of a wrapped line."""
    if len(block.text.split()) > 5 or SENTENCE_END.search(block.text):
        return False
    starts = block.alone or bool(SENTENCE_END.search(before.text))
    return starts and not any(c.isdigit() for c in block.text)


def _is_navigation(block: str) -> bool:
    """True for ``Home | World | Economy``."""
    bars, words = len(NAVIGATION.findall(block)), len(block.split())
    return bars > 1 and words <= 6 * bars and not SENTENCE_END.search(block)


def _is_known(block: _Block) -> bool:
    """True for site furniture and for closing sources and copyright lines."""
    if COPYRIGHT.match(block.text) and len(block.text) < 3 * LONGEST:
        return True
    if len(block.text) > LONGEST:
        return False
    return bool(SOURCES.search(block.text)) or is_furniture(block.text)


def _tail_masks(blocks: list[_Block], *, wrapped: bool) -> Iterator[Mask]:
    """Short blocks that are no sentence, from the end back to the last paragraph of prose."""
    if not any(SENTENCE_END.search(b.text) for b in blocks):
        return
    for before, block in reversed(list(pairwise(blocks))[-TAIL:]):
        if _is_known(block):
            continue
        if SIGN_OFF.fullmatch(block.text) and (block.alone or not wrapped):
            yield Mask(block.span, "signature", "sign-off")
        elif not wrapped and _is_fragment(block, before):
            yield Mask(block.span, "boilerplate", "short fragment after the last paragraph")
        else:
            return
