"""The words of a text in one case, and what the text itself says about the case of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.reader.truecase import (
    CAPITAL,
    LOWER,
    MOST_KEPT,
    NEAR,
    UNKNOWN,
    UPPER,
    Model,
    Token,
    listed,
    phrases,
)

WORD = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"\d+")
ENDED = re.compile(r"[.!?…]['\"”’»)]*\s+['\"“‘«(]*$|\n\s*\n\W*$|:\s*[\"“«]$")
AFTER_DATELINE = re.compile(r"[)\d]\s*--\s*\W*$")
DATELINE = 200  # characters within which a dateline has ended
BRACKETED = re.compile(r"[(\[]([^\W\d_]{2,8})[)\]]")
EXPANDED = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,8}) [(\[]([^()\[\]]{8,90})[)\]]")
VOWELS = re.compile(r"[aeiouyàâäéèêëíîïóôöúùûü]")
CLITICS = frozenset(["s", "t", "ll", "re", "ve", "d", "m"])
LINKS = frozenset(
    ["of", "the", "and", "for", "de", "la", "del", "los", "las", "y", "du", "des", "et"]
)
MONTHS = frozenset(("march", "may"))  # the two that are words of another kind too
USUALLY_LOWER = "abcl"
NO_WORD = f"{UNKNOWN}uMNOPQRSTUVWX"  # in no dictionary, as habits tell


def lowered(text: str) -> str:
    """Lower case, code point for code point (``İ`` would grow, so it stays)."""
    if text.isascii():
        return text.lower()
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _spelt(before: Sequence[str], acronym: str) -> int:
    """How many words before a bracketed acronym it stands for, 0 if their initials don't fit."""
    letters, matched = list(acronym), 0
    for used, word in enumerate(reversed(before), start=1):
        if word[0] in letters:
            letters.remove(word[0])
            matched = used
        elif word not in LINKS and word not in CLITICS:
            break
    spent = len(acronym) - len(letters)
    return matched if spent >= min(3, len(acronym)) else 0


def starts(text: str, words: Sequence[re.Match[str]]) -> list[bool]:
    """For each word, whether a sentence starts with it.

    What follows a bracketed note starts one if the note stood where one would: ``-- [TEXT] Two``.
    """
    found, at, note = [], 0, False
    for match in words:
        begin, end = match.span()
        gap = text[max(at, begin - 40) : begin]
        if gap == " " and at:  # most words: nothing ends before them
            found.append(False)
            at = end
            continue
        opened = gap.partition("[")[0]
        closed = opened.endswith("]") or "]" in opened
        start = at == 0 or ENDED.search(opened if "[" in gap else gap) is not None
        start = (
            start or (note and closed) or (at < DATELINE and AFTER_DATELINE.search(gap) is not None)
        )
        initial = gap == ". " and at > 1 and not text[at - 2].isalpha()
        found.append(start and not initial)
        note = start if "[" in gap else note and not closed
        at = end
    return found


@lru_cache(maxsize=5_000)
def _gap(raw: str) -> str:
    """The characters between two words, without spaces and with digits as one 0; at most three."""
    return DIGITS.sub("0", "".join(raw.split()))[:3] or " "


def _by_surroundings(text: str, match: re.Match[str], gap: str) -> int | None:
    """The class that the characters around a short word or month decide, if they do."""
    word = match[0]
    after = text[match.end() : match.end() + 2]
    if gap in ("'", "’") and word in CLITICS and text[match.start() - 1] in "'’":
        return LOWER
    if len(word) == 1 and after.startswith("."):
        return LOWER if "0" in gap or word == "m" else UPPER
    if word == "y":  # Spanish "and", inside names
        return LOWER
    if word in MONTHS and ("0" in gap or text[match.end() : match.end() + 4].strip()[:1].isdigit()):
        return CAPITAL
    numbered = len(word) <= 2 and after.startswith("-") and after[1:].isdigit()
    return UPPER if numbered else None


@dataclass(frozen=True, slots=True)
class _Certain:
    """What is known before the model decides: acronyms of the text, the words that they stand for,
    the words near them.
    """

    spelt: set[str]
    explained: set[int]
    near: dict[int, int]

    def kind(self, i: int, word: str) -> int | None:
        if word in self.spelt:
            return UPPER
        return CAPITAL if i in self.explained and word not in LINKS else None


def _everywhere(word: str, model: Model) -> int | None:
    """The class of a word that is always a name, or no word at all."""
    if word in model.names:
        return CAPITAL
    bare = len(word) > 1 and not VOWELS.search(word) and word not in listed("titles.txt")
    return UPPER if bare and model.habits.get(word, UNKNOWN) in NO_WORD else None


def _in_phrases(words: Sequence[str]) -> Iterator[int]:
    """Positions inside well-known names made of ordinary words: ``Shining Path``."""
    known = phrases("names_of_words.txt")
    for i, word in enumerate(words):
        for phrase in known.get(word, ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                yield from range(i, i + len(phrase))


def _certain(
    text: str, found: Sequence[re.Match[str]], begins: Sequence[bool], model: Model
) -> _Certain:
    habits, words = model.habits, [m[0] for m in found]
    position = {m.start(): i for i, m in enumerate(found)}
    present = listed("acronyms.txt").intersection(words)
    spelt = {word for word in present if habits.get(word, UNKNOWN) not in USUALLY_LOWER}
    explained, near = set[int](), dict[int, int]()
    for bracket in BRACKETED.finditer(text):
        i, word = position[bracket.start(1)], bracket[1]
        stands_for = _spelt(words[max(0, i - 16) : i], word)
        explained.update(range(i - stands_for, i))
        unknown = habits.get(word, UNKNOWN) in NO_WORD and len(word) <= NEAR + 1 and not begins[i]
        if stands_for or unknown:
            spelt.add(word)
            near.update((i - k, k) for k in range(1, NEAR + 1))
    explained.update(_in_phrases(words))
    for bracket in EXPANDED.finditer(text):
        first = position[bracket.start(1)]
        inside = WORD.findall(bracket[2])
        if _spelt(inside, bracket[1]) == len(inside):
            spelt.add(bracket[1])
            explained.update(range(first + 1, first + 1 + len(inside)))
    return _Certain(spelt, explained, near)


def tokens(
    text: str, words: Sequence[re.Match[str]], begins: Sequence[bool], model: Model
) -> list[Token]:
    """The words of a text in lower case, with what the text itself says about their case."""
    certain, known = _certain(text, words, begins, model), model.fixed
    near, sure = certain.near.get, bool(certain.spelt or certain.explained)
    if len(known) > MOST_KEPT:
        known.clear()
    made, at = list[Token](), 0
    for i, match in enumerate(words):
        word = match[0]
        begin, end = match.span()
        gap = text[at:begin]
        if gap != " ":
            gap = _gap(gap[:12])
        fixed = _by_surroundings(text, match, gap) if len(word) < 3 or word in MONTHS else None
        if fixed is None and sure:
            fixed = certain.kind(i, word)
        if fixed is None:
            if word not in known:
                known[word] = _everywhere(word, model)
            fixed = known[word]
        made.append(Token(word, gap, fixed, near(i, 0)))
        at = end
    return made
