"""Which words of a text in one case are names: a small trained model, one pass, no parse.

Each word is lower, capital (``Isaacs``) or upper (``FMLN``). An averaged perceptron (Collins, 2002)
decides from left to right over the features below. Its weights and the case habit of each word are
in ``lexicon/case-*.txt.gz``, made by ``tools/train_case.py``, which names the data.
"""

import gzip
import re
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
LETTERS = re.compile(r"[^\W\d_]+")
NEAR = 5  # words that a bracketed acronym can explain backwards


Sum = tuple[int, int, int]
"""A weight for each class."""
Pairs = dict[str, dict[str, Sum]]
"""Weights by the first word of a pair and by what follows it: found without naming the pair."""


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
    by_habit: Pairs = field(init=False, compare=False)
    by_last: Pairs = field(init=False, compare=False)
    by_word: Pairs = field(init=False, compare=False)
    """The weights of ``_of_pairs``: of the word before with a habit and with a word, and of a word
    with the next one.
    """
    sums: dict[object, Sum] = field(default_factory=dict, compare=False)
    """What the features of a word or of its surroundings add up to; both come up again."""
    usual: dict[str, "Token"] = field(default_factory=dict, compare=False)
    """Words as they are between spaces, with their class if it is the same wherever they stand."""

    def __post_init__(self) -> None:
        for name, kind in (("by_habit", "lp"), ("by_last", "l"), ("by_word", "n")):
            object.__setattr__(self, name, _pairs(self.weights, kind))


def _pairs(weights: dict[str, Sum], kind: str) -> Pairs:
    found: Pairs = {}
    for feature, weight in weights.items():
        first, space, second = feature.partition(" ")
        if space and first.startswith(kind):
            found.setdefault(first.removeprefix(kind), {})[second] = weight
    return found


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
    """The phrases of a lexicon file, one a line, as runs of letters in lower case, by the first."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in _read(name).decode().casefold().splitlines():
        words = tuple(LETTERS.findall(line))
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
NO_PAIRS: dict[str, Sum] = {}


def features(tokens: Sequence[Token], habits: Sequence[str], i: int, before: int) -> list[str]:
    """What the decision on ``tokens[i]`` rests on; ``before`` is the class of the word before."""
    token, habit = tokens[i], habits[i]
    last, behind = (tokens[i - 1].word, habits[i - 1]) if i else ("", UNKNOWN)
    after = tokens[i + 1] if i + 1 < len(tokens) else NOTHING
    parted = after.gap not in TOUCHING
    ahead = after.gap if parted else habits[i + 1]
    place = Place(habit, before, token.gap, behind, ahead, parted, token.acronym)
    return [*_of_word(token.word, habit), *_of_place(place), *_of_pairs(token, habit, last, after)]


def _sum(found: Sequence[str], weights: dict[str, Sum]) -> Sum:
    a = b = c = 0
    for feature in found:
        if feature in weights:
            x, y, z = weights[feature]
            a, b, c = a + x, b + y, c + z
    return a, b, c


def best(last: Token, token: Token, after: Token, before: int, model: Model) -> int:
    """The class of a word with the greatest sum of the weights of its features."""
    weights, sums = model.weights, model.sums
    word, gap, _, acronym, habit = token
    following, parting, _, _, ahead = after
    parted = parting not in TOUCHING
    place = (habit, before, gap, last.habit, parting if parted else ahead, parted, acronym)
    if len(sums) > MOST_KEPT:
        sums.clear()
    own = sums.get(word) or sums.setdefault(word, _sum(_of_word(word, habit), weights))
    near = sums.get(place) or sums.setdefault(place, _sum(_of_place(Place(*place)), weights))
    a, b, c = own[0] + near[0], own[1] + near[1], own[2] + near[2]
    weight = model.by_habit.get(last.word, NO_PAIRS).get(habit)
    if weight is not None:
        a, b, c = a + weight[0], b + weight[1], c + weight[2]
    weight = model.by_last.get(last.word, NO_PAIRS).get(word) if gap in TOUCHING else None
    if weight is not None:
        a, b, c = a + weight[0], b + weight[1], c + weight[2]
    weight = None if parted else model.by_word.get(word, NO_PAIRS).get(following)
    if weight is not None:
        a, b, c = a + weight[0], b + weight[1], c + weight[2]
    if not (a or b or c):
        return CAPITAL
    return LOWER if a >= b and a >= c else CAPITAL if b >= c else UPPER


def classify(tokens: Sequence[Token], starts: Sequence[bool], model: Model) -> list[int]:
    """The class of each word, from left to right; a sentence starts with a capital."""
    classes: list[int] = []
    before, last = START, NOTHING
    for token, after, starting in zip(tokens, (*tokens, NOTHING)[1:], starts, strict=True):
        _, gap, fixed, acronym, habit = token
        if fixed is not None:
            kind = fixed
        elif habit == ALWAYS_LOWER and gap == " " and before in UNMARKED and not acronym:
            kind = LOWER
        else:
            kind = best(last, token, after, before, model)
        before = START if starting and kind == LOWER else kind
        classes.append(CAPITAL if before == START else kind)
        last = token
    return classes
