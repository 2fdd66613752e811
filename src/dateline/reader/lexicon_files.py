"""Reads the tables in ``lexicon/``: tab-separated rows, ``#`` for notes."""

from collections.abc import Iterator
from importlib.resources import files


def content(name: str) -> str:
    """The text of a lexicon file."""
    return (files("dateline.reader") / "lexicon" / name).read_text(encoding="utf-8")


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table, notes and empty lines left out."""
    for line in content(name).split("\n"):
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")
