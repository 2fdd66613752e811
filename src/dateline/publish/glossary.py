"""Every status, hedge and mark in plain words, for the methods page and the marks' titles."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Chapter:
    """A group of words that the pages use, with what each means."""

    title: str
    about: str
    words: tuple[tuple[str, str], ...]


KEPT_OUT = "Why a line is kept out"
"""The title of the chapter on the gate's rules."""


def rule_in_words(rule: str) -> str:
    """What a rule of the gate means; the rule's own name if the glossary lacks it."""
    words = dict(next(one.words for one in entries() if one.title == KEPT_OUT))
    return words.get(f"{rule} line") or words.get(rule) or rule


@cache
def entries() -> tuple[Chapter, ...]:
    """The glossary in its order."""
    text = files("dateline.publish").joinpath("assets/glossary.toml").read_text("utf-8")
    return tuple(
        Chapter(one["title"], one["about"], tuple(one["words"].items()))
        for one in tomllib.loads(text)["chapter"]
    )
