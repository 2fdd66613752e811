"""Words that may stand in a line for a word of the source: synonyms, its kind, its noun or verb.

From WordNet, by ``tools/vendor_wordnet.py``. One-way: a ferry may be told as a vessel, not a vessel
as a ferry.
"""

from collections import defaultdict
from functools import cache

from dateline.report import lexicons
from dateline.report.words import fold, stem


@cache
def _sources() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for source, *own in lexicons.groups("wordnet"):
        for word in own:
            found[word].add(source)
    return {word: frozenset(told) for word, told in found.items()}


@cache
def phrases() -> frozenset[str]:
    """The phrases of two words, as stem and word joined by _."""
    every = (word for group in lexicons.groups("wordnet") for word in group)
    return frozenset(word for word in every if "_" in word)


def may_stand_for(*keys: str) -> frozenset[str]:
    """The stems for which a word of a line, given by its stem or idea, may stand."""
    found = frozenset().union(*(_sources().get(key, frozenset()) for key in keys))
    own = _side(*keys)
    return found if own is None else frozenset(k for k in found if _side(k) in (None, own))


@cache
def _sides() -> dict[str, int]:
    lines = enumerate(lexicons.groups("sides"))
    return {stem(fold(word)): number for number, line in lines for word in line}


def _side(*keys: str) -> int | None:
    """The side that a word for people takes, if it takes one: soldiers, rebels, police."""
    return next((_sides()[key] for key in keys if key in _sides()), None)
