"""Words that may stand for one another in some sense, without meaning the same throughout."""

from functools import cache

from dateline.report import lexicons
from dateline.report.words import fold, stem


@cache
def _groups() -> dict[str, frozenset[int]]:
    """Stem, or phrase of a stem and a word, to the numbers of its groups."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(lexicons.groups("thesaurus")):
        for word in group:
            found.setdefault(phrased(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def phrased(word: str) -> str:
    """The key of an entry: its stem; of a phrase the first word's stem and the second word."""
    if "_" not in word:
        return stem(fold(word))
    first, second = word.split("_")
    return f"{stem(fold(first))}_{fold(second)}"


@cache
def phrases() -> dict[tuple[str, str], str]:
    """Stem and following word to the key of the phrase."""
    keys = (key for key in _groups() if "_" in key)
    return {(key.split("_")[0], key.split("_")[1]): key for key in keys}


def senses(*keys: str) -> frozenset[int]:
    """The groups in which a word stands by any of its keys."""
    return frozenset().union(*(_groups().get(key, frozenset()) for key in keys))
