"""The notation of the rule files: rows of word classes, compiled to regular expressions over codes.

An item is a class name, a 'word' in quotes or a punctuation mark; ``?`` makes it optional, ``|``
and ``( )`` group. ``<x``, ``!<x``, ``>x``, ``!>x`` look at the neighbours. ``$name`` is a macro.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

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


@dataclass(slots=True)
class _Opening:
    """What a pattern may begin with. ``at`` walks over the items."""

    items: list[re.Match[str]]
    at: int = 0

    def alternatives(self) -> tuple[set[str], bool]:
        """First classes of a group, and whether it may be empty."""
        names, empty = self.row()
        while self.at < len(self.items) and self.items[self.at]["other"] == "|":
            self.at += 1
            more, other = self.row()
            names, empty = names | more, empty or other
        return names, empty

    def row(self) -> tuple[set[str], bool]:
        """First classes of items one after the other."""
        names: set[str] = set()
        empty = True
        while self.at < len(self.items) and self.items[self.at]["other"] not in ("|", ")"):
            some, optional = self.item()
            names |= some if empty else set()
            empty = empty and optional
        return names, empty

    def item(self) -> tuple[set[str], bool]:
        """First classes of one item or group; what only looks around consumes nothing."""
        item = self.items[self.at]
        self.at += 1
        if item["open"]:
            names, empty = self.alternatives()
            self.at += 1
        else:
            names, empty = {_name(item)}, False
        if self.at < len(self.items) and self.items[self.at]["other"] == "?":
            self.at += 1
            empty = True
        return (set(), True) if item["look"] else (names, empty)


def openings(pattern: str) -> set[str]:
    """The classes that an expression of this pattern may begin with."""
    return _Opening(list(ITEM.finditer(pattern))).alternatives()[0]
