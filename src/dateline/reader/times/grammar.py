"""The grammar of time expressions: the words and rules of a language, ready to run."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Any

from dateline.reader.lexicon_files import content
from dateline.reader.times.patterns import Opening, expand, literals, opening, translate
from dateline.reader.times.tokens import (
    MILITARY,
    SHAPES,
    Coder,
    Token,
    number_classes,
    shy_classes,
)

# Numbers that between them show every combination of what a number may be.
NUMBERS = ("1.5", "15000", "2101", "2400", "2360", "9999", *(str(n) for n in range(2200)),
           *(f"{n:0{size}}" for size in (2, 3, 4) for n in range(100)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with the kind of expression that it finds and, for fixed ones, the value."""

    kind: str
    value: str | None
    pattern: re.Pattern[str]
    opening: Opening

    def may_begin(self, first: frozenset[str], second: frozenset[str]) -> bool:
        """Whether an expression may begin with tokens of these classes."""
        if not self.opening.single.isdisjoint(first):
            return True
        return not self.opening.pairs.isdisjoint(product(first, second))


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule fits: a row of tokens."""

    rule: Rule
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Grammar:
    """A language's time words and rules. ``values[class][word]`` is what a word means.

    ``starting[code]`` are the rules that may begin with a code; ``starts`` finds such codes.
    ``fitting[codes]`` are those that may begin with a code and the one after it, as far as asked.
    """

    values: dict[str, dict[str, Any]]
    coder: Coder
    starting: dict[str, tuple[Rule, ...]]
    starts: re.Pattern[str]
    fitting: dict[str, tuple[Rule, ...]] = field(default_factory=dict)

    def matches(self, text: str) -> Iterator[Match]:
        """Where rules fit, left to right, the longest at each place; they never overlap."""
        row = self.coder.row(text)
        coded, at = row.coded, 0
        for start in self.starts.finditer(coded):
            here = start.start()
            if here < at:
                continue
            codes = coded[here : here + 2]
            rules = self.fitting.get(codes)
            if rules is None:
                rules = self._fitting(codes)
            fits = [(m.end(), rule) for rule in rules if (m := rule.pattern.match(coded, here))]
            if fits:
                at, rule = max(fits, key=lambda fit: fit[0])
                yield Match(rule, row.tokens(here, at))

    def _fitting(self, codes: str) -> tuple[Rule, ...]:
        first, second = self.coder.classes(codes[0]), self.coder.classes(codes[1:])
        rules = self.starting[codes[0]]
        fitting = tuple(rule for rule in rules if rule.may_begin(first, second))
        return self.fitting.setdefault(codes, fitting)


def _classes(values: dict[str, dict[str, Any]], quoted: set[str]) -> dict[str, frozenset[str]]:
    """Every word's classes; a literal ``x`` is the class ``=x``."""
    found: dict[str, set[str]] = {}
    for name, words in values.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    for word in quoted:
        found.setdefault(word, set()).add(f"={word}")
    return {word: frozenset(names) for word, names in found.items()}


def _coder(classes: dict[str, frozenset[str]], shy: frozenset[str]) -> Coder:
    """A coder that knows every set of classes that a token may have."""
    coder = Coder(classes, shy)
    sets = {*classes.values(), *(number_classes(n) for n in NUMBERS), MILITARY}
    sets |= {shy_classes(classes[word]) for word in shy if word in classes}
    sets |= {frozenset((shape,)) for shape in SHAPES}
    for names in sorted(sets, key=sorted):
        coder.char(names)
    return coder


def _members(coder: Coder) -> dict[str, str]:
    """The codes of each class."""
    found: dict[str, str] = {}
    for names, char in coder.chars.items():
        for name in names:
            found[name] = found.get(name, "") + char
    return found


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language (``en``, ``fr``), compiled on first use."""
    data = tomllib.loads(content(f"time_{language}.toml"))
    rows = [
        (rule["kind"], rule.get("value"), expand(pattern, data["macros"]))
        for rule in data["rules"]
        for pattern in rule["patterns"]
    ]
    quoted = {word for _, _, pattern in rows for word in literals(pattern)}
    coder = _coder(_classes(data["words"], quoted), frozenset(data["shy"]))
    members = _members(coder)
    starting: dict[str, list[Rule]] = {}
    for kind, value, pattern in rows:
        rule = Rule(kind, value, re.compile(translate(pattern, members)), opening(pattern))
        for char in {char for name in rule.opening.first for char in members[name]}:
            starting.setdefault(char, []).append(rule)
    starts = re.compile(f"[{''.join(sorted(starting))}]")
    return Grammar(data["words"], coder, {c: tuple(r) for c, r in starting.items()}, starts)
