"""The grammar of time expressions: rule files compiled to regular expressions over word classes."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.reader.times.tokens import Codes, Token, classes_of, number_classes, shy_classes, tokens

ITEM = re.compile(
    r"(?P<look>!?[<>])?(?:(?P<open>\()|'(?P<literal>[^']+)'|(?P<cls>[a-z]+)|(?P<mark>[^\s\w()|?]))"
    r"|(?P<other>[)|?])"
)
MACRO = re.compile(r"\$([a-z]+)")
LOOK = {None: "(?:", "<": "(?<=", "!<": "(?<!", ">": "(?=", "!>": "(?!"}
SHAPES = ("meridiem", "era", "decade", "ordinal", "clockfr", "military", "hours", "break")
NUMBERS = ("1.5", "1,500", "15000", *(str(n) for n in range(2200)), *(f"{n:02}" for n in range(10)),
           *(f"{n:04}" for n in range(1000)), "2400", "2360", "9999")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with the kind of expression that it finds and, for fixed ones, the value."""

    kind: str
    value: str | None
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a rule fits: a row of tokens."""

    rule: Rule
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Grammar:
    """A language's time words and rules. ``values[class][word]`` is what a word means."""

    values: dict[str, dict[str, Any]]
    classes: dict[str, frozenset[str]]
    shy: frozenset[str]
    codes: Codes
    rules: tuple[Rule, ...]
    any_rule: re.Pattern[str]

    def matches(self, text: str) -> Iterator[Match]:
        """Where rules fit, left to right, the longest at each place; they never overlap."""
        row = tokens(text)
        coded = "".join(
            self.codes.chars.get(classes_of(t, self.classes, self.shy), "\0") for t in row
        )
        at = 0
        while found := self.any_rule.search(coded, at):
            start = found.start()
            fits = [(m.end(), rule) for rule in self.rules if (m := rule.pattern.match(coded, start))]
            end, rule = max(fits, key=lambda fit: fit[0])
            yield Match(rule, tuple(row[start:end]))
            at = end


def _expand(pattern: str, macros: dict[str, str]) -> str:
    while MACRO.search(pattern):
        pattern = MACRO.sub(lambda m: f"({macros[m[1]]})", pattern)
    return pattern


def _literals(patterns: list[str]) -> set[str]:
    found = [m for p in patterns for m in ITEM.finditer(p)]
    return {m["literal"] or m["mark"] for m in found if m["literal"] or m["mark"]}


def _classes(values: dict[str, dict[str, Any]], literals: set[str]) -> dict[str, frozenset[str]]:
    """Every word's classes; a literal ``x`` is the class ``=x``."""
    found: dict[str, set[str]] = {}
    for name, words in values.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    for word in literals:
        found.setdefault(word, set()).add(f"={word}")
    return {word: frozenset(names) for word, names in found.items()}


def _codes(classes: dict[str, frozenset[str]], shy: frozenset[str]) -> Codes:
    codes = Codes()
    sets = {*classes.values(), *(number_classes(n) for n in NUMBERS)}
    sets |= {shy_classes(classes[w]) for w in shy if w in classes}
    sets |= {frozenset((shape,)) for shape in SHAPES} | {frozenset(("clock", "count"))}
    for names in sorted(sets, key=sorted):
        codes.char(names)
    return codes


def _translate(pattern: str, codes: Codes) -> str:
    """A pattern in the notation of the rule files as a regular expression over codes."""
    out = []
    for m in ITEM.finditer(pattern):
        if m["other"]:
            out.append(m["other"])
        elif m["open"]:
            out.append(LOOK[m["look"]])
        else:
            name = m["cls"] or f"={m['literal'] or m['mark']}"
            chars = "".join(char for names, char in codes.chars.items() if name in names)
            if not chars:
                raise ValueError(f"Unknown word class {name!r} in pattern {pattern!r}")
            out.append(f"[{chars}]" if m["look"] is None else f"{LOOK[m['look']]}[{chars}])")
    return "".join(out)


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language (``en``, ``fr``), compiled on first use."""
    source = files("dateline.reader.lexicon").joinpath(f"time_{language}.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    values, macros = data["words"], data["macros"]
    rows = [
        (rule["kind"], rule.get("value"), _expand(pattern, macros))
        for rule in data["rules"]
        for pattern in rule["patterns"]
    ]
    classes = _classes(values, _literals([pattern for _, _, pattern in rows]))
    shy = frozenset(data["shy"])
    codes = _codes(classes, shy)
    rules = tuple(
        Rule(kind, value, re.compile(_translate(pattern, codes))) for kind, value, pattern in rows
    )
    any_rule = re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in rules))
    return Grammar(values, classes, shy, codes, rules, any_rule)
