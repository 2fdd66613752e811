"""The words that report events (``lexicon/events.*.toml``), and PLOVER's contexts."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from dateline.reader import lexicon_files


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on a trigger: ``what`` is object, subject, in, with, without, like, not, place,
    clause or alone;
    ``words`` the lemmas of which one must fill it (any if empty); ``also``: "place" if a toponym,
    "person" if a person's name fills it as well.
    """

    what: str
    words: frozenset[str]
    also: str = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a word reports if its needs are met. ``light``: its object is the event itself.

    ``by``: the preposition before the actor where the subject is what befalls.
    """

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    needs: tuple[Need, ...]
    light: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class Triggers:
    """Triggers by lemma, for verbs and for nouns, in the order of the file; ``all`` lemmas."""

    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]
    localities: frozenset[str]
    all: frozenset[str]


def _need(text: str, lists: dict[str, frozenset[str]]) -> Need:
    what, _, rest = text.partition(":")
    if what in ("with", "without"):
        return Need(what, frozenset(rest.split()))
    name, _, also = rest.partition("|")
    return Need(what, lists[name] if name else frozenset(), also)


@cache
def triggers(language: str) -> Triggers:
    """The triggers of a language, ``en`` or ``fr``."""
    table = tomllib.loads(lexicon_files.content(f"events.{language}.toml"))
    lists = {name: frozenset(words.split()) for name, words in table["lists"].items()}
    verbs: defaultdict[str, list[Trigger]] = defaultdict(list)
    nouns: defaultdict[str, list[Trigger]] = defaultdict(list)
    for row in table["trigger"]:
        needs = tuple(_need(need, lists) for need in row["needs"])
        contexts, light = tuple(row.get("contexts", ())), row.get("light", False)
        made = Trigger(row["type"], row.get("mode"), contexts, needs, light, row.get("by", ""))
        for lemma in row.get("verbs", "").split():
            verbs[lemma].append(made)
        for lemma in row.get("nouns", "").split():
            nouns[lemma].append(made)
    return Triggers(
        {k: tuple(v) for k, v in verbs.items()},
        {k: tuple(v) for k, v in nouns.items()},
        lists["localities"],
        frozenset((*verbs, *nouns)),
    )


@cache
def context_words() -> dict[str, str]:
    """PLOVER context by word."""
    table = tomllib.loads(lexicon_files.content("plover.toml"))["contexts"]
    return {word: context for context, words in table.items() for word in words.split()}


@cache
def modes() -> dict[str, frozenset[str]]:
    """The modes that PLOVER allows for each type."""
    table = tomllib.loads(lexicon_files.content("plover.toml"))["modes"]
    return {name: frozenset(listed) for name, listed in table.items()}
