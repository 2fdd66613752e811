"""Word lists of the report room, read once from ``lexicon/``."""

from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[list[str]]:
    text = (files("dateline.report") / "lexicon" / f"{name}.txt").read_text(encoding="utf-8")
    kept = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [line.split() for line in kept]


@cache
def words(name: str) -> frozenset[str]:
    """Every word of ``lexicon/NAME.txt``."""
    return frozenset(word for line in _lines(name) for word in line)


@cache
def bases(name: str) -> dict[str, str]:
    """Form to base form, for a list whose lines start with the base form."""
    return {form: line[0] for line in reversed(_lines(name)) for form in line}
