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


@cache
def sequence(name: str) -> tuple[str, ...]:
    """Every word of ``lexicon/NAME.txt`` in order."""
    return tuple(word for line in _lines(name) for word in line)


@cache
def group(name: str, first: str) -> frozenset[str]:
    """The words after ``first`` on the line of ``lexicon/NAME.txt`` that starts with it."""
    return frozenset(word for line in _lines(name) if line[0] == first for word in line[1:])


@cache
def groups(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of ``lexicon/NAME.txt``, each as its words."""
    return tuple(tuple(line) for line in _lines(name))


@cache
def weights(name: str) -> dict[str, float]:
    """The weight of each sign of ``lexicon/NAME.txt``."""
    return {line[0]: float(line[1]) for line in _lines(name)}
