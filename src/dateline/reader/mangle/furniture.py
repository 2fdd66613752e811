"""Page furniture in the body of a dispatch, damaged furniture included."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import groupby
from string import ascii_lowercase, digits

from dateline.reader.lexicon_files import rows
from dateline.records import Dispatch, Span

LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
LONGEST = 120  # characters of a line that is looked at
NEAR = 0.85
SLIPS = 2  # letters that a line like a phrase has more or fewer
ALONE = 30  # letters of a phrase that makes furniture of whatever follows it in its line
SPACING = bytes(set(range(128)) - set(f"{ascii_lowercase}{digits}".encode()))


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    """The phrases by their first letter: a slip there is not looked for."""
    every = sorted(row[0] for row in rows("furniture.txt"))
    return {letter: tuple(group) for letter, group in groupby(every, key=lambda p: p[0])}


@cache
def _openers(*, long: bool) -> re.Pattern[str]:
    """What a line must begin with to be like a phrase, in lower case; a ``long`` line, which has
    more letters than any phrase, to begin with one.
    """
    every = [phrase for some in _phrases().values() for phrase in some]
    words = {p.split()[0] for p in every if len(p) > ALONE} if long else set(_phrases())
    return re.compile(rf"[\W_]*(?:{'|'.join(map(re.escape, sorted(words)))})")


@cache
def _most_letters() -> int:
    """More letters than this are in no line that is like a phrase."""
    return max(len(phrase) for some in _phrases().values() for phrase in some) + SLIPS


def _is_long(low: str) -> bool:
    return (
        len(low) > (most := _most_letters())
        and len(low.encode("ascii", "ignore").translate(None, SPACING)) > most
    )


def intended(line: str) -> str | None:
    """The furniture phrase that a line is, or nearly is; null if it is none."""
    low = line.lower()
    if not _openers(long=_is_long(low)).match(low):
        return None
    words = " ".join(WORD.findall(low))
    for phrase in _phrases().get(words[:1], ()):
        if words == phrase or (len(phrase) > ALONE and words.startswith(phrase + " ")):
            return phrase
        if abs(len(words) - len(phrase)) <= SLIPS and _alike(words, phrase):
            return phrase
    return None


def _alike(words: str, phrase: str) -> bool:
    """True for a slip or two; letters that differ too much are told without looking for it."""
    matcher = SequenceMatcher(None, words, phrase, autojunk=False)
    return matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def repaired(line: str, phrase: str) -> str | None:
    """The phrase in the line's own capitals, null if nothing in it was damaged."""
    ours, theirs = phrase.split(), WORD.findall(line)
    if len(ours) != len(theirs) or [w.lower() for w in theirs] == ours:
        return None
    return " ".join(
        a.capitalize() if b[0].isupper() else a for a, b in zip(ours, theirs, strict=True)
    )


def furniture(dispatch: Dispatch) -> Iterator[tuple[Span, str | None, str]]:
    """Masked boilerplate and furniture lines in the body: span, what it should say, and why."""
    for mask in dispatch.masks:
        if mask.kind == "boilerplate":
            line = dispatch.text[mask.span.start : mask.span.end]
            phrase = intended(line) if len(line) <= LONGEST else None
            yield mask.span, repaired(line, phrase) if phrase else None, mask.reason
    for found in LINE.finditer(dispatch.text):
        line = found[0].strip()
        if 3 < len(line) <= LONGEST and (phrase := intended(line)):
            start = found.start() + found[0].index(line)
            yield Span(start, start + len(line)), repaired(line, phrase), "page furniture"
