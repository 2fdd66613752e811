"""The wire room's word lists, read once from the data files beside the code."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML lexicon, such as ``signals``."""
    return tomllib.loads((files(__package__) / "lexicon" / f"{name}.toml").read_text("utf-8"))


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of a plain lexicon such as ``site_furniture``, one a line, less comments."""
    text = (files(__package__) / "lexicon" / f"{name}.txt").read_text("utf-8")
    return tuple(line for line in map(str.strip, text.splitlines()) if line and line[0] != "#")
