"""Words for what happens to people, and whether a text says that it did happen."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.reader.parse import Token
from dateline.records.vocabulary import CORE_MEASURES

LINKED = frozenset(
    ["xcomp", "pcomp", "advcl", "acl", "prep", "acomp", "oprd", "attr", "conj", "ccomp", "dep"]
)
EVENT_ROLES = frozenset(
    ["dobj", "obj", "pobj", "prep", "nsubjpass", "nsubj", "conj", "compound", "obl", "nmod"]
)
PERHAPS = frozenset(("may", "might"))
AUXILIARIES = frozenset(("aux", "auxpass", "aux:pass", "aux:tense"))


@dataclass(frozen=True, slots=True)
class Harms:
    """Lemmas to measures by how they take their victims, and the frames that make them unreal.

    ``all``: every word by which somebody may come to harm.
    """

    transitive: Mapping[str, str]
    intransitive: Mapping[str, str]
    events: Mapping[str, str]
    states: Mapping[str, str]
    counted: Mapping[str, str]
    frames: Mapping[str, frozenset[str]]
    votes: Mapping[str, str]
    all: frozenset[str]


def _by_lemma(table: Mapping[str, Any], part: str) -> dict[str, str]:
    return {word: measure for measure in CORE_MEASURES for word in table[measure][part]}


@cache
def harms(language: str) -> Harms:
    """The words of a language, read once."""
    path = files("dateline.reader") / "lexicon" / f"casualties_{language}.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    parts = ("transitive", "intransitive", "events", "states", "counted")
    maps = {part: _by_lemma(table, part) for part in parts}
    frames = {name: frozenset(words) for name, words in table["frames"].items()}
    votes = {word: name for name, words in table["votes"].items() for word in words}
    taking = [maps[part] for part in ("transitive", "intransitive", "events", "states")]
    return Harms(
        **maps,
        frames=frames,
        votes=votes,
        all=frames["wounds"].union(
            frames["driving"], frames["leaving"], frames["falling"], frames["holding"], *taking
        ),
    )


def is_negated(token: Token) -> bool:
    """True for ``were not injured``, ``was never arrested``."""
    return any(
        (c.dep_ == "neg" or c.lower_ in ("not", "never", "n't", "pas", "jamais"))
        and not (c.i and c.nbor(-1).lower_ == "if")
        for c in token.children
    )


def is_real(token: Token, words: Harms) -> bool:
    """False where the text only plans, fears, demands, conditions or denies what a word says."""
    if token.pos_ == "NOUN":
        return _event_is_real(token, words)
    at, steps = token, 0
    while steps < 6:
        if _is_possible(at, words):
            return False
        if at.dep_ not in LINKED or (at.dep_ == "acl" and at.tag_ == "VBN") or _has_subject(at):
            return True
        at, steps = at.head, steps + 1
        if not _allows(at, token, words):
            return False
        if at.pos_ == "NOUN":
            return True
    return True


def _has_subject(verb: Token) -> bool:
    """True for a clause that stands on its own: what governs it doesn't make it unreal."""
    return verb.dep_ in ("conj", "ccomp") and any("subj" in c.dep_ for c in verb.children)


def _event_is_real(event: Token, words: Harms) -> bool:
    """``the murder of X`` is real unless planned, threatened or a mere possible outcome."""
    at, steps = event, 0
    while steps < 4 and at.head != at and at.dep_ in EVENT_ROLES:
        at, steps = at.head, steps + 1
        word = at.lemma_.casefold()
        if at.pos_ == "NOUN" and word in words.frames["unreal_nouns"]:
            return False
        if at.pos_ in ("VERB", "AUX") and _is_handled(event, at, words):
            return False
        if at.pos_ == "VERB":
            possible = word in words.frames["causes"] and _is_possible(at, words)
            return not possible and word not in words.frames["unreal_for_events"]
    return True


def _is_handled(event: Token, verb: Token, words: Harms) -> bool:
    """True for the dead of another day: ``the bodies of 30 soldiers were handed over``."""
    if event.lemma_.casefold() not in words.frames["remains"]:
        return False
    done = (verb, *(c for c in verb.children if c.dep_ in ("xcomp", "ccomp")))
    return any(one.lemma_.casefold() in words.frames["handling"] for one in done)


def _allows(at: Token, origin: Token, words: Harms) -> bool:
    """False if a governing word makes its infinitive, gerund or prepositional phrase unreal."""
    word = at.lemma_.casefold()
    if at.pos_ == "NOUN":
        return word not in words.frames["unreal_nouns"] or origin.tag_ in ("VBN", "VBD")
    if at.pos_ in ("VERB", "ADJ") and word in words.frames["unreal_verbs"]:
        return origin.tag_ not in ("VB", "VBG", "VBP")
    return at.lower_ not in ("without", "sans")


def _is_possible(at: Token, words: Harms) -> bool:
    """Modals, conditions, and infinitives of purpose unless a verb such as ``managed`` governs."""
    helpers = [
        c for c in at.children if c.dep_ in AUXILIARIES or (c.dep_ == "mark" and not _is_scale(c))
    ]
    lower = {c.lower_ for c in helpers}
    if not lower.isdisjoint(PERHAPS) and "have" in lower:
        return False  # "may have died": an estimate
    if lower & words.frames["conditions"] or lower & words.frames["modals"]:
        return True
    if any("Tense=Fut" in c.morph for c in helpers):
        return True
    infinitive = any(c.tag_ == "TO" for c in helpers)
    if not infinitive or any(c.lemma_ == "have" for c in helpers):
        return False
    return at.head.lemma_.casefold() not in words.frames["real_infinitives"]


def _is_scale(mark: Token) -> bool:
    """``hundreds if not thousands``: no condition."""
    return mark.i + 1 < len(mark.doc) and mark.lower_ == "if" and mark.nbor(1).lower_ == "not"
