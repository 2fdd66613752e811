"""Case restored to telex capitals, for the language model and for what is published."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.reader.language import detect
from dateline.reader.truecase import CAPITAL, LOWER, NEAR, UNKNOWN, UPPER, Token, classify, model

WORD = re.compile(r"[^\W\d_]+")
ENDED = re.compile(r"[.!?…]['\"”’»)]*\s+['\"“‘«(]*$|\n\s*\n\W*$|\)\s*--\s*$|[:,]\s*[\"“«]$")
BRACKETED = re.compile(r"[(\[]([^\W\d_]{2,8})[)\]]")
VOWELS = re.compile(r"[aeiouyàâäéèêëíîïóôöúùûü]")
CLITICS = frozenset("s t ll re ve d m".split())
LINKS = frozenset("of the and for de la del los las y du des et".split())
USUALLY_LOWER = "abcl"


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


def _spelt(before: Sequence[str], acronym: str) -> int:
    """How many words before a bracketed acronym it stands for, 0 if their initials don't fit."""
    letters, used, matched = list(acronym), 0, 0
    for word in reversed(before):
        used += 1
        if word[0] in letters:
            letters.remove(word[0])
            matched = used
        elif word not in LINKS:
            break
    spent = len(acronym) - len(letters)
    return matched if spent >= min(3, len(acronym)) else 0


def starts(text: str, words: Sequence[re.Match[str]]) -> list[bool]:
    """For each word, whether a sentence starts with it.

    What follows a bracketed note starts one if the note stood where one would: ``-- [TEXT] Two``.
    """
    found, at, note = [], 0, False
    for match in words:
        gap = text[max(at, match.start() - 40) : match.start()]
        opened = gap.partition("[")[0]
        closed = opened.endswith("]") or "]" in opened
        start = at == 0 or ENDED.search(opened if "[" in gap else gap) is not None
        start = start or (note and closed)
        initial = gap == ". " and at > 1 and not text[at - 2].isalpha()
        found.append(start and not initial)
        note = start if "[" in gap else note and not closed
        at = match.end()
    return found


def _gap(raw: str) -> str:
    """The characters between two words, without spaces and with digits as one 0; at most three."""
    return re.sub(r"\d+", "0", "".join(raw[:12].split()))[:3] or " "


def _by_surroundings(text: str, match: re.Match[str], gap: str) -> int | None:
    """The class that the characters around a word decide, if they do."""
    word, after = match[0], text[match.end() : match.end() + 2]
    if gap in ("'", "’") and word in CLITICS and text[match.start() - 1] in "'’":
        return LOWER
    if len(word) == 1 and after.startswith("."):
        return LOWER if "0" in gap or word == "m" else UPPER
    numbered = len(word) <= 2 and after.startswith("-") and after[1:].isdigit()
    return UPPER if numbered else None


@dataclass(frozen=True, slots=True)
class _Acronyms:
    """What the acronyms of a text tell: themselves, the words they stand for, words near them."""

    spelt: frozenset[str]
    explained: frozenset[int]
    near: dict[int, int]

    def kind(self, i: int, word: str, habits: dict[str, str]) -> int | None:
        if word in self.spelt:
            return UPPER
        if i in self.explained and word not in LINKS:
            return CAPITAL
        bare = len(word) > 1 and not VOWELS.search(word)
        return UPPER if bare and word not in habits else None


def _acronyms_of(
    text: str, words: Sequence[re.Match[str]], begins: Sequence[bool], habits: dict[str, str]
) -> _Acronyms:
    position = {m.start(): i for i, m in enumerate(words)}
    spelt = {word for word in _acronyms() if habits.get(word, UNKNOWN) not in USUALLY_LOWER}
    explained, near = set[int](), dict[int, int]()
    for bracket in BRACKETED.finditer(text):
        i, word = position[bracket.start(1)], bracket[1]
        stands_for = _spelt([m[0] for m in words[max(0, i - 16) : i]], word)
        explained.update(range(i - stands_for, i))
        unknown = habits.get(word, UNKNOWN) in "?u" and len(word) <= NEAR + 1 and not begins[i]
        if stands_for or unknown:
            spelt.add(word)
            near.update((i - k, k) for k in range(1, NEAR + 1))
    return _Acronyms(frozenset(spelt), frozenset(explained), near)


def tokens(
    text: str, words: Sequence[re.Match[str]], begins: Sequence[bool], habits: dict[str, str]
) -> list[Token]:
    """The words of a text in lower case, with what the text itself says about their case."""
    acronyms = _acronyms_of(text, words, begins, habits)
    made, at = [], 0
    for i, match in enumerate(words):
        gap = _gap(text[at : match.start()])
        fixed = _by_surroundings(text, match, gap)
        if fixed is None:
            fixed = acronyms.kind(i, match[0], habits)
        made.append(Token(match[0], gap, fixed, acronyms.near.get(i, 0)))
        at = match.end()
    return made


def restore(text: str, language: str | None = None) -> str:
    """The text in sentence case with names capitalised; same length, code point for code point.

    ``language`` is ``en`` or ``fr``, detected if not given.
    """
    low = lowered(text)
    chosen = model(language or detect(text))
    matches = list(WORD.finditer(low))
    begins = starts(low, matches)
    classes = classify(tokens(low, matches, begins, chosen.habits), begins, chosen)
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
