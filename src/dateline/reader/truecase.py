"""Which words of a text in one case are names: a small trained model, one pass, no parse.

Each word is lower, capital (``Isaacs``) or upper (``FMLN``). An averaged perceptron (Collins, 2002)
decides from left to right over the features below. Its weights and the case habit of each word are
in ``lexicon/case-*.txt.gz``, made by ``tools/train_case.py``, which names the data.
"""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LOWER, CAPITAL, UPPER = range(3)
START = 3
"""Class of the word before, where that is capital only because a sentence starts with it."""
UNMARKED = (LOWER, START)
UNKNOWN = "?"
"""Habit of a word that no source knows: in news, nearly always a name."""

ALWAYS_LOWER = "a"  # habit of a word with a capital in under 3% of its uses
VOWELS = frozenset("aeiouy")
TOUCHING = frozenset((" ", "-"))  # gaps across which words belong together
MOST_KEPT = 50_000  # sums of weights that are remembered
NEAR = 5  # words that a bracketed acronym can explain backwards


Sum = tuple[int, int, int]
"""A weight for each class."""


@dataclass(frozen=True, slots=True)
class Model:
    """``habits``: word (lower case) to a letter, how it is usually written. ``mixed``: words with
    capitals inside (``mcdonald`` -> ``McDonald``). ``weights``: feature to one weight a class.
    ``names``: words that always have a capital.
    """

    habits: dict[str, str]
    mixed: dict[str, str]
    weights: dict[str, Sum]
    names: frozenset[str] = frozenset()
    sums: dict[object, Sum] = field(default_factory=dict, compare=False)
    """What the features of a word or of its surroundings add up to; both come up again."""
    usual: dict[str, "Token"] = field(default_factory=dict, compare=False)
    """Words as they are between spaces, with their class if it is the same wherever they stand."""


class Token(NamedTuple):
    """A word in lower case with what stands around it.

    ``gap``: the characters between it and the word before, squeezed. ``fixed``: its class where the
    text decides it. ``acronym``: how many words on a bracketed acronym follows, 0 if none is near.
    ``habit``: how the word is usually written.
    """

    word: str
    gap: str
    fixed: int | None = None
    acronym: int = 0
    habit: str = UNKNOWN


def _read(name: str) -> bytes:
    return files("dateline.reader").joinpath("lexicon", name).read_bytes()


def _rows(name: str) -> list[list[str]]:
    lines = gzip.decompress(_read(name)).decode().splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a lexicon file, in lower case."""
    lines = (line for line in _read(name).decode().splitlines() if not line.startswith("#"))
    return frozenset(word.lower() for line in lines for word in line.split())


@cache
def phrases(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a lexicon file, one a line, in lower case, by their first word."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in _read(name).decode().casefold().splitlines():
        words = tuple(line.split())
        if words and not line.startswith("#"):
            table[words[0]] = (*table.get(words[0], ()), words)
    return table


@cache
def model(language: str) -> Model:
    """The model of a language (``en`` or ``fr``), read once a process."""
    habits = {word: letter for letter, words in _rows(f"case-habits.{language}.txt.gz")
              for word in words.split(" ")}  # fmt: skip
    mixed = {form.lower(): form for (form,) in _rows(f"case-mixed.{language}.txt.gz")}
    weights = {f: (int(a), int(b), int(c))
               for f, a, b, c in _rows(f"case-weights.{language}.txt.gz")}  # fmt: skip
    names = listed("always_capital.txt") if language == "en" else frozenset[str]()
    return Model(habits, mixed, weights, names)


def _of_word(word: str, habit: str) -> list[str]:
    return [
        f"h{habit}",
        f"w{word}",
        f"s{habit}{word[-3:]}",
        f"v{habit}{min(len(word), 6)}{not VOWELS.isdisjoint(word):d}",
    ]


class Place(NamedTuple):
    """What surrounds a word: ``habit`` is its own, ``before`` the class of the word before and
    ``behind`` that word's habit, ``ahead`` the next word's habit or, if ``parted``, the gap to it.
    """

    habit: str
    before: int
    gap: str
    behind: str
    ahead: str
    parted: bool
    acronym: int


def _of_place(place: Place) -> list[str]:
    habit, before, gap, behind, ahead, parted, acronym = place
    found = [
        f"hp{habit}{before}{gap}",
        f"hpl{habit}{before}{behind}",
        f"hn{habit}{ahead}",
        f"hpn{habit}{before}{ahead}",
        f"ha{habit}{acronym}{before}",
    ]
    if gap not in TOUCHING:
        found.append(f"lg{gap}{habit}")
    return [*found, f"ng{ahead}{habit}"] if parted else found


def _of_pairs(token: Token, habit: str, last: str, following: Token) -> list[str]:
    found = [f"lp{last} {habit}"]
    if token.gap in TOUCHING:
        found.append(f"l{last} {token.word}")
    if following.gap in TOUCHING:
        found.append(f"n{token.word} {following.word}")
    return found


NOTHING = Token("", "")


def _around(
    tokens: Sequence[Token], habits: Sequence[str], i: int, before: int
) -> tuple[str, Token, tuple[str, int, str, str, str, bool, int]]:
    """The word before, the token after, and the place of a word, as the fields of ``Place``."""
    token = tokens[i]
    last, behind = (tokens[i - 1].word, habits[i - 1]) if i else ("", UNKNOWN)
    after = tokens[i + 1] if i + 1 < len(tokens) else NOTHING
    parted = after.gap not in TOUCHING
    ahead = after.gap if parted else habits[i + 1]
    return last, after, (habits[i], before, token.gap, behind, ahead, parted, token.acronym)


def features(tokens: Sequence[Token], habits: Sequence[str], i: int, before: int) -> list[str]:
    """What the decision on ``tokens[i]`` rests on; ``before`` is the class of the word before."""
    last, after, place = _around(tokens, habits, i, before)
    pairs = _of_pairs(tokens[i], habits[i], last, after)
    return [*_of_word(tokens[i].word, habits[i]), *_of_place(Place(*place)), *pairs]


def _sum(found: Sequence[str], weights: dict[str, Sum]) -> Sum:
    a = b = c = 0
    for feature in found:
        if feature in weights:
            x, y, z = weights[feature]
            a, b, c = a + x, b + y, c + z
    return a, b, c


def best(tokens: Sequence[Token], habits: Sequence[str], i: int, before: int, model: Model) -> int:
    """The class of ``tokens[i]`` with the greatest sum of the weights of its features."""
    weights, sums = model.weights, model.sums
    last, after, place = _around(tokens, habits, i, before)
    word, habit = tokens[i].word, habits[i]
    if len(sums) > MOST_KEPT:
        sums.clear()
    own = sums.get(word) or sums.setdefault(word, _sum(_of_word(word, habit), weights))
    near = sums.get(place) or sums.setdefault(place, _sum(_of_place(Place(*place)), weights))
    a, b, c = own[0] + near[0], own[1] + near[1], own[2] + near[2]
    for feature in _of_pairs(tokens[i], habit, last, after):
        if (weight := weights.get(feature)) is not None:
            a, b, c = a + weight[0], b + weight[1], c + weight[2]
    if not (a or b or c):
        return CAPITAL
    return LOWER if a >= b and a >= c else CAPITAL if b >= c else UPPER


def classify(
    tokens: Sequence[Token], habits: Sequence[str], starts: Sequence[bool], model: Model
) -> list[int]:
    """The class of each word, from left to right; a sentence starts with a capital."""
    classes: list[int] = []
    before = START
    for i, (_, gap, fixed, acronym, habit) in enumerate(tokens):
        plain = gap == " " and before in UNMARKED and not acronym
        if fixed is not None:
            kind = fixed
        elif plain and habit == ALWAYS_LOWER:
            kind = LOWER
        else:
            kind = best(tokens, habits, i, before, model)
        before = START if starts[i] and kind == LOWER else kind
        classes.append(CAPITAL if before == START else kind)
    return classes
