"""The words of a text in one case, and what the text itself says about the case of each."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from dateline.reader.truecase import (
    CAPITAL,
    LETTERS,
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

WORD = LETTERS
PARTS = re.compile(rf"({WORD.pattern})")
DIGITS = re.compile(r"\d+")
ENDED = re.compile(r"[.!?…]['\"”’»)]*\s+['\"“‘«(]*$|\n\s*\n\W*$|:\s*[\"“«]$")
AFTER_DATELINE = re.compile(r"[)\d]\s*--\s*\W*$")
DATELINE = 200  # characters within which a dateline has ended
BRACKETED = re.compile(r"[(\[]([^\W\d_]{2,8})[)\]]")
EXPANDED = re.compile(r"[(\[]([^()\[\]]{8,90})[)\]]")
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


@dataclass(frozen=True, slots=True)
class Cut:
    """A text as words and what stands around them: ``gaps[i]`` before word i, one more at the end.

    ``ends`` are the offsets at which the words end.
    """

    text: str
    words: list[str]
    gaps: list[str]
    ends: list[int]

    def at(self, start: int) -> int:
        """The number of the word that begins at an offset."""
        return bisect_right(self.ends, start)

    def is_spaced(self, i: int, offset: int) -> bool:
        """True if one space stands between a word and an offset."""
        return i >= 0 and self.ends[i] == offset - 1 and self.text[offset - 1] == " "


def cut(text: str) -> Cut:
    """Cut a text into its words."""
    parts = PARTS.split(text)
    return Cut(text, parts[1::2], parts[::2], list(accumulate(map(len, parts)))[1::2])


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


def starts(cut: Cut) -> list[bool]:
    """For each word, whether a sentence starts with it.

    What follows a bracketed note starts one if the note stood where one would: ``-- [TEXT] Two``.
    """
    found, note = [False] * len(cut.words), False
    for i, whole in enumerate(cut.gaps[:-1]):
        if whole == " " and i:  # most words: nothing ends before them
            continue
        gap, at = whole[-40:], cut.ends[i - 1] if i else 0
        opened = gap.partition("[")[0]
        closed = opened.endswith("]") or "]" in opened
        start = i == 0 or ENDED.search(opened if "[" in gap else gap) is not None
        start = (
            start or (note and closed) or (at < DATELINE and AFTER_DATELINE.search(gap) is not None)
        )
        initial = gap == ". " and at > 1 and not cut.text[at - 2].isalpha()
        found[i] = start and not initial
        note = start if "[" in gap else note and not closed
    return found


@lru_cache(maxsize=5_000)
def _gap(raw: str) -> str:
    """The characters between two words, without spaces and with digits as one 0; at most three."""
    return DIGITS.sub("0", "".join(raw.split()))[:3] or " "


def _by_surroundings(text: str, end: int, word: str, gap: str) -> int | None:
    """The class that the characters around a short word or month decide, if they do."""
    start, after = end - len(word), text[end : end + 2]
    if gap in ("'", "’") and word in CLITICS and text[start - 1] in "'’":
        return LOWER
    if len(word) == 1 and after.startswith("."):
        return LOWER if "0" in gap or word == "m" else UPPER
    if word == "y":  # Spanish "and", inside names
        return LOWER
    if word in MONTHS and ("0" in gap or text[end : end + 4].strip()[:1].isdigit()):
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


def _in_phrases(words: Sequence[str], vocabulary: set[str]) -> Iterator[int]:
    """Positions inside well-known names made of ordinary words: ``Shining Path``."""
    known = phrases("names_of_words.txt")
    if vocabulary.isdisjoint(known):
        return
    for i in [i for i, word in enumerate(words) if word in known]:
        for phrase in known[words[i]]:
            if tuple(words[i : i + len(phrase)]) == phrase:
                yield from range(i, i + len(phrase))


def _certain(cut: Cut, begins: Sequence[bool], model: Model, vocabulary: set[str]) -> _Certain:
    habits, words = model.habits, cut.words
    present = listed("acronyms.txt") & vocabulary
    spelt = {word for word in present if habits.get(word, UNKNOWN) not in USUALLY_LOWER}
    explained, near = set[int](), dict[int, int]()
    for bracket in BRACKETED.finditer(cut.text):
        i, word = cut.at(bracket.start(1)), bracket[1]
        stands_for = _spelt(words[max(0, i - 16) : i], word)
        explained.update(range(i - stands_for, i))
        unknown = habits.get(word, UNKNOWN) in NO_WORD and len(word) <= NEAR + 1 and not begins[i]
        if stands_for or unknown:
            spelt.add(word)
            near.update((i - k, k) for k in range(1, NEAR + 1))
    explained.update(_in_phrases(words, vocabulary))
    for bracket in EXPANDED.finditer(cut.text):
        first, inside = cut.at(bracket.start()) - 1, WORD.findall(bracket[1])
        short = words[first] if cut.is_spaced(first, bracket.start()) else ""
        if 2 <= len(short) <= 8 and _spelt(inside, short) == len(inside):
            spelt.add(short)
            explained.update(range(first + 1, first + 1 + len(inside)))
    return _Certain(spelt, explained, near)


def _usual(word: str, model: Model) -> Token:
    """A word as it is between spaces, where nothing in the text speaks of its case."""
    fixed = LOWER if word == "y" else _everywhere(word, model)
    return Token(word, " ", fixed, 0, model.habits.get(word, UNKNOWN))


def tokens(cut: Cut, begins: Sequence[bool], model: Model) -> list[Token]:
    """The words of a text in lower case, with what the text itself says about their case."""
    vocabulary, usual = set(cut.words), model.usual
    certain = _certain(cut, begins, model, vocabulary)
    if len(usual) > MOST_KEPT:
        usual.clear()
    for word in vocabulary.difference(usual):
        usual[word] = _usual(word, model)
    made = [usual[word] for word in cut.words]
    for i in _spoken_of(cut, certain, vocabulary):
        made[i] = _told(cut, i, made[i], certain)
    return made


def _spoken_of(cut: Cut, certain: _Certain, vocabulary: set[str]) -> set[int]:
    """The numbers of the words of whose case something in the text may speak."""
    words, size = cut.words, len(cut.words)
    parted = [i for i, gap in enumerate(cut.gaps) if gap != " "]
    found = {*certain.explained, *certain.near, *parted}
    found.update(i - 1 for i in parted if i and len(words[i - 1]) < 3)
    told = (certain.spelt | MONTHS) & vocabulary
    if told:
        found.update([i for i, word in enumerate(words) if word in told])
    return {i for i in found if 0 <= i < size}


def _told(cut: Cut, i: int, usual: Token, certain: _Certain) -> Token:
    """A word with what its surroundings say about its case, or else what is usual."""
    word, gap, fixed = usual.word, cut.gaps[i], None
    gap = gap if gap == " " else _gap(gap[:12])
    if len(word) < 3 or word in MONTHS:
        fixed = _by_surroundings(cut.text, cut.ends[i], word, gap)
    if fixed is None:
        fixed = certain.kind(i, word)
    fixed = usual.fixed if fixed is None else fixed
    return Token(word, gap, fixed, certain.near.get(i, 0), usual.habit)
