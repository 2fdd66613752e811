"""Which words of a text in one case are names: a small trained model, one pass, no parse.

Each word is lower, capital (``Isaacs``) or upper (``FMLN``). An averaged perceptron (Collins, 2002)
decides from left to right over the features below. Its weights and the case habit of each word are
in ``lexicon/case-*.txt.gz``, made by ``tools/train_case.py``, which names the data.
"""

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LOWER, CAPITAL, UPPER = range(3)
START = 3
"""Class of the word before, where that is capital only because a sentence starts with it."""
UNKNOWN = "?"
"""Habit of a word that no source knows: in news, nearly always a name."""

ALWAYS_LOWER = "a"  # habit of a word with a capital in under 3% of its uses
VOWELS = frozenset("aeiouy")
NEAR = 5  # words that a bracketed acronym can explain backwards


@dataclass(frozen=True, slots=True)
class Model:
    """``habits``: word (lower case) to a letter, how it is usually written. ``mixed``: words with
    capitals inside (``mcdonald`` -> ``McDonald``). ``weights``: feature to one weight a class.
    ``names``: words that always have a capital.
    """

    habits: dict[str, str]
    mixed: dict[str, str]
    weights: dict[str, tuple[int, int, int]]
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word in lower case with what stands around it.

    ``gap``: the characters between it and the word before, squeezed. ``fixed``: its class where the
    text decides it. ``acronym``: how many words on a bracketed acronym follows, 0 if none is near.
    """

    word: str
    gap: str
    fixed: int | None = None
    acronym: int = 0


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


def features(tokens: Sequence[Token], i: int, before: int, habits: dict[str, str]) -> list[str]:
    """What the decision on ``tokens[i]`` rests on; ``before`` is the class of the word before."""
    token = tokens[i]
    word, habit = token.word, habits.get(token.word, UNKNOWN)
    last = tokens[i - 1].word if i else ""
    following = tokens[i + 1] if i + 1 < len(tokens) else Token("", "")
    ahead = habits.get(following.word, UNKNOWN)
    touching = following.gap in (" ", "-")
    return [
        f"h{habit}",
        f"w{word}",
        f"hp{habit}{before}{token.gap}",
        f"hpl{habit}{before}{habits.get(last, UNKNOWN)}",
        f"hn{habit}{ahead if touching else following.gap}",
        f"hpn{habit}{before}{ahead if touching else following.gap}",
        f"ha{habit}{token.acronym}{before}",
        f"l{last} {word}" if token.gap in (" ", "-") else f"lg{token.gap}{habit}",
        f"lp{last} {habit}",
        f"n{word} {following.word}" if touching else f"ng{following.gap}{habit}",
        f"s{habit}{word[-3:]}",
        f"v{habit}{min(len(word), 6)}{not VOWELS.isdisjoint(word):d}",
    ]


def best(found: Sequence[str], weights: dict[str, tuple[int, int, int]]) -> int:
    """The class with the greatest sum of weights."""
    known = [weights[f] for f in found if f in weights]
    sums = list(map(sum, zip(*known, strict=True))) if known else [0, 1, 0]
    return sums.index(max(sums))


def classify(tokens: Sequence[Token], starts: Sequence[bool], model: Model) -> list[int]:
    """The class of each word, from left to right; a sentence starts with a capital."""
    classes: list[int] = []
    before = START
    for i, token in enumerate(tokens):
        kind = token.fixed
        if kind is None:
            plain = token.gap == " " and before in (LOWER, START) and not token.acronym
            if plain and model.habits.get(token.word) == ALWAYS_LOWER:
                kind = LOWER
            else:
                kind = best(features(tokens, i, before, model.habits), model.weights)
        before = START if starts[i] and kind == LOWER else kind
        classes.append(CAPITAL if before == START else kind)
    return classes
