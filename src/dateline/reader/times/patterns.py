"""The notation of the rule files: rows of word classes, compiled to regular expressions over codes.

An item is a class name, a 'word' in quotes or a punctuation mark; ``?`` makes it optional, ``|``
and ``( )`` group. ``<x``, ``!<x``, ``>x``, ``!>x`` look at the neighbours. ``$name`` is a macro.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

ITEM = re.compile(
    r"(?P<look>!?[<>])?(?:(?P<open>\()|'(?P<literal>[^']+)'|(?P<cls>[a-z]+)|(?P<mark>[^\s\w()|?]))"
    r"|(?P<other>[)|?])"
)
MACRO = re.compile(r"\$([a-z]+)")
LOOK = {None: "(?:", "<": "(?<=", "!<": "(?<!", ">": "(?=", "!>": "(?!"}


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """The pattern with its macros written out."""
    while MACRO.search(pattern):
        pattern = MACRO.sub(lambda m: f"({macros[m[1]]})", pattern)
    return pattern


def literals(pattern: str) -> set[str]:
    """The quoted words and marks of a pattern."""
    found = [m["literal"] or m["mark"] for m in ITEM.finditer(pattern)]
    return {word for word in found if word}


def _name(item: re.Match[str]) -> str:
    return item["cls"] or f"={item['literal'] or item['mark']}"


def translate(pattern: str, members: Mapping[str, str]) -> str:
    """The regular expression of a pattern; ``members[class]`` are the codes of a class."""
    out = []
    for item in ITEM.finditer(pattern):
        if item["other"]:
            out.append(item["other"])
        elif item["open"]:
            out.append(LOOK[item["look"]])
        else:
            chars = members[_name(item)]
            closed = item["look"] is not None
            out.append(f"{LOOK[item['look']]}[{chars}])" if closed else f"[{chars}]")
    return "".join(out)


@dataclass(frozen=True, slots=True)
class Opening:
    """How an expression may begin: classes that it may open with, ``single`` ones that may be all
    of it, and ``pairs`` that may be its first two; ``empty`` if it may match nothing.
    """

    first: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    empty: bool = True

    def then(self, after: "Opening") -> "Opening":
        """The opening of this expression with another one after it."""
        crossed = frozenset(product(self.single, after.first))
        return Opening(
            self.first | (after.first if self.empty else NONE),
            (self.single if after.empty else NONE) | (after.single if self.empty else NONE),
            self.pairs | crossed | (after.pairs if self.empty else frozenset()),
            self.empty and after.empty,
        )

    def either(self, other: "Opening") -> "Opening":
        """The opening of this expression or another one."""
        single, pairs = self.single | other.single, self.pairs | other.pairs
        return Opening(self.first | other.first, single, pairs, self.empty or other.empty)


NONE: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Walk:
    """A way through the items of a pattern; ``at`` is the next one."""

    items: list[re.Match[str]]
    at: int = 0

    def alternatives(self) -> Opening:
        """The opening of a group."""
        found = self.row()
        while self.at < len(self.items) and self.items[self.at]["other"] == "|":
            self.at += 1
            found = found.either(self.row())
        return found

    def row(self) -> Opening:
        """The opening of items one after the other."""
        found = Opening()
        while self.at < len(self.items) and self.items[self.at]["other"] not in ("|", ")"):
            found = found.then(self.item())
        return found

    def item(self) -> Opening:
        """The opening of one item or group; what only looks around consumes nothing."""
        item = self.items[self.at]
        self.at += 1
        if item["open"]:
            found = self.alternatives()
            self.at += 1
        else:
            name = frozenset((_name(item),))
            found = Opening(name, name, empty=False)
        if self.at < len(self.items) and self.items[self.at]["other"] == "?":
            self.at += 1
            found = found.either(Opening())
        return Opening() if item["look"] else found


def opening(pattern: str) -> Opening:
    """How an expression of this pattern may begin."""
    return _Walk(list(ITEM.finditer(pattern))).alternatives()
