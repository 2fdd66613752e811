"""Case restored to telex capitals, for the language model and for what is published."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dateline.reader.language import detect
from dateline.reader.truecase import CAPITAL, LOWER, NEAR, UNKNOWN, UPPER, Token, classify, model

WORD = re.compile(r"[^\W\d_]+")
STARTS = re.compile(r"[.!?…]['\"”’»)\]]*\s+['\"“‘«(\[]*$|\n\s*\n\W*$|\]\s*$|--\s*$|[:,]\s*[\"“«]$")
BRACKETED = re.compile(r"[(\[]([^\W\d_]{2,8})[)\]]")
CLITICS = frozenset("s t ll re ve d m".split())
LINKS = frozenset("of the and for de la del los las y du des et e".split())
USUALLY_LOWER = "abclpqr"
VOWELS = re.compile(r"[aeiouyàâäéèêëíîïóôöúùûü]")


def is_capitals(text: str) -> bool:
    """True if nearly all letters are capitals."""
    upper = sum(c.isupper() for c in text)
    return upper > 20 and upper > 0.9 * (upper + sum(c.islower() for c in text))


def lowered(text: str) -> str:
    """Lower case, code point for code point (``İ`` would grow, so it stays)."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def _acronyms() -> frozenset[str]:
    text = files("dateline.reader").joinpath("lexicon", "acronyms.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word.lower() for line in lines for word in line.split())


def _initials(before: Sequence[str], acronym: str) -> list[int]:
    """Positions in ``before`` of the words whose initials spell ``acronym`` backwards, else none."""
    used, rest = [], acronym
    for back in range(len(before) - 1, -1, -1):
        if not rest:
            break
        if before[back].startswith(rest[-1]):
            used.append(back)
            rest = rest[:-1]
        elif before[back] not in LINKS:
            return []
    return used if not rest and len(used) > 1 else []


def starts(text: str, words: Sequence[re.Match[str]]) -> list[bool]:
    """For each word, whether a sentence starts with it."""
    found, at = [], 0
    for match in words:
        gap = text[max(at, match.start() - 40) : match.start()]
        initial = gap.startswith(".") and at >= 2 and not text[at - 2].isalpha()
        found.append(at == 0 or (STARTS.search(gap) is not None and not (initial and gap == ". ")))
        at = match.end()
    return found


def _gap(raw: str) -> str:
    """The characters between two words, without spaces and with digits as one 0; at most three."""
    return re.sub(r"\d+", "0", "".join(raw[:12].split()))[:3] or " "


def _fixed(text: str, match: re.Match[str], gap: str) -> int | None:
    """The class that the surroundings alone decide, if they do."""
    word = match[0]
    if gap in ("'", "’") and word in CLITICS and text[match.start() - 1] in "'’":
        return LOWER
    if len(word) == 1 and text[match.end() : match.end() + 1] == ".":
        return LOWER if "0" in gap or word == "m" else UPPER
    return None


def tokens(text: str, habits: dict[str, str]) -> list[Token]:
    """The words of a text in lower case, with what the text itself says about their case."""
    matches = list(WORD.finditer(text))
    words = [m[0] for m in matches]
    position = {m.start(): i for i, m in enumerate(matches)}
    spelt = {word for word in _acronyms() if habits.get(word, UNKNOWN) not in USUALLY_LOWER}
    near, explained = dict[int, int](), set[int]()
    for bracket in BRACKETED.finditer(text):
        i, word = position[bracket.start(1)], bracket[1]
        first = max(0, i - 2 * len(word) - 2)
        used = [first + k for k in _initials(words[first:i], word)]
        explained.update(used)
        if used or (habits.get(word, UNKNOWN) in "?U" and len(word) <= NEAR + 2):
            spelt.add(word)
            near.update((i - k, k) for k in range(1, NEAR + 1))
    made, at = [], 0
    for i, match in enumerate(matches):
        gap = _gap(text[at : match.start()])
        fixed = _fixed(text, match, gap)
        if fixed is None:
            fixed = _known(match[0], habits, spelt, i in explained)
        made.append(Token(match[0], gap, fixed, near.get(i, 0)))
        at = match.end()
    return made


def _known(word: str, habits: dict[str, str], spelt: set[str], explained: bool) -> int | None:
    if word in spelt:
        return UPPER
    if explained:
        return CAPITAL
    bare = len(word) > 1 and not VOWELS.search(word)
    return UPPER if bare and word not in habits else None


def restore(text: str, language: str | None = None) -> str:
    """The text in sentence case with names capitalised; same length, code point for code point.

    ``language`` is ``en`` or ``fr``, detected if not given.
    """
    low = lowered(text)
    chosen = model(language or detect(text))
    matches = list(WORD.finditer(low))
    classes = classify(tokens(low, chosen.habits), starts(low, matches), chosen)
    parts, at = [], 0
    for match, kind in zip(matches, classes, strict=True):
        parts += [low[at : match.start()], _written(match[0], kind, chosen.mixed)]
        at = match.end()
    return "".join([*parts, low[at:]])


def _written(word: str, kind: int, mixed: dict[str, str]) -> str:
    if kind == LOWER:
        return word
    made = word.upper() if kind == UPPER else mixed.get(word) or word[0].upper() + word[1:]
    return made if len(made) == len(word) else word
