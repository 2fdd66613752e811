"""Reads the tables in ``lexicon/``: tab-separated rows, ``#`` for notes."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def content(name: str) -> str:
    """The text of a lexicon file."""
    return (files("dateline.reader") / "lexicon" / name).read_text(encoding="utf-8")


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table, notes and empty lines left out."""
    for line in content(name).split("\n"):
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The lists of words of a TOML file whose values are all strings of words."""
    table = tomllib.loads(content(name))
    return {key: frozenset(words.split()) for key, words in table.items()}
