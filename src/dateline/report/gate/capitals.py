"""A capital may stand for the government of its country, and a country for its government."""

from functools import cache

from dateline.report import lexicons
from dateline.report.gate.ideas import idea
from dateline.report.words import fold, stem


@cache
def _known() -> dict[str, frozenset[str]]:
    groups = (
        frozenset(idea(stem(fold(word))) for word in group) for group in lexicons.groups("capitals")
    )
    return {word: group for group in groups for word in group}


def seats(one: str) -> frozenset[str]:
    """What else a government is called that is called by the idea of a place."""
    return _known().get(one, frozenset())
