"""Reading the ledger's word lists, which lie beside the code."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def text(name: str) -> str:
    """A word list as it is."""
    return (files("dateline.ledger") / "lexicon" / name).read_text("utf-8")


def lines(name: str) -> list[str]:
    """The lines of a list, without comments and empty ones."""
    return [line for line in text(name).splitlines() if line and not line.startswith("#")]


@cache
def table(name: str) -> dict[str, Any]:
    """A list in TOML, read once; not to be changed."""
    return tomllib.loads(text(name))
