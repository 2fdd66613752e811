"""The words of measures, and what a measure is, hits and takes behind prepositions."""

import tomllib
from dataclasses import dataclass
from functools import cache

from dateline.reader.clause_parts import child
from dateline.reader.lexicon_files import content
from dateline.reader.parse import Token
from dateline.records.vocabulary import MeasureState

UNREAL = frozenset(("might", "could", "should", "may", "can", "must", "pourrait", "ought"))
AHEAD = frozenset(("will", "shall", "would", "’ll", "'ll"))
PLACED = frozenset(("in", "across", "à", "dans", "en"))
STANDING = frozenset(
    (*("be", "remain", "stay", "come", "enter", "go", "take"), *("rester", "demeurer", "entrer"))
)
INSTITUTIONS = ("ORG", "GPE", "NORP", "LOC")


@dataclass(frozen=True)
class Lexicon:
    """The words of a language for measures; see ``lexicon/measures.toml``."""

    acts: frozenset[str]
    closing: frozenset[str]
    closed: frozenset[str]
    shut: frozenset[str]
    reopening: frozenset[str]
    giving: frozenset[str]
    own: frozenset[str]
    decrees: frozenset[str]
    from_acts: frozenset[str]
    imposing: frozenset[str]
    announcing: frozenset[str]
    lifting: frozenset[str]
    measures: frozenset[str]
    states: frozenset[str]
    setting: frozenset[str]
    ending: frozenset[str]
    issuers: frozenset[str]
    effective: frozenset[str]
    into: frozenset[str]
    loosely: frozenset[str]


@dataclass(frozen=True, slots=True)
class Order:
    """A measure in the parse. ``noun`` is the measure where the verb itself is none.

    ``target`` is whom or what it hits, ``issuer`` who gives it.
    """

    verb: Token
    noun: Token | None
    issuer: Token | None
    target: Token | None
    state: MeasureState


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language."""
    words = tomllib.loads(content("measures.toml"))[language]
    return Lexicon(**{name: frozenset(row) for name, row in words.items()})


def institution(token: Token, words: Lexicon) -> bool:
    """True for a noun phrase that names an authority or something that acts like one."""
    inside = [t for t in token.subtree if t.dep_ not in ("relcl", "appos")]
    named = token.ent_type_ in INSTITUTIONS
    titled = any(t.lemma_.lower() in words.issuers for t in inside[:12])
    return token.pos_ in ("NOUN", "PROPN") and (named or titled)


def thing(noun: Token) -> str:
    """The lemma of a noun; the model takes some plurals that open a sentence for names."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if noun.pos_ == "PROPN" and not noun.ent_type_ else lemma


def is_state(noun: Token, words: Lexicon) -> bool:
    """True for "a state of emergency", "martial law"."""
    phrase = noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text.lower()
    return any(state in phrase for state in words.states)


def is_measure(noun: Token, words: Lexicon) -> bool:
    """True for a noun that is a measure, or for one that sets up or ends one."""
    lemma = noun.lemma_.lower()
    if is_state(noun, words):
        return True
    if lemma == "emergency":
        return False
    if lemma in words.measures:
        return True
    return lemma in words.setting | words.ending and any(
        t.lemma_.lower() in words.measures for t in noun.subtree if t.i > noun.i
    )


def hit(head: Token, words: Lexicon) -> Token | None:
    """Whom or what a measure hits: "on X"; after loose prepositions only a named place or body."""
    found = complement(head, words.into)
    if found is not None and found.ent_type_ not in ("DATE", "TIME"):
        return found
    loose = complement(head, words.loosely)
    return loose if loose is not None and loose.ent_type_ in INSTITUTIONS else None


def complement(head: Token, prepositions: frozenset[str]) -> Token | None:
    """The noun behind a preposition after a noun or verb ("sanctions on X")."""
    for part in head.children:
        if part.i < head.i:
            continue
        if part.lower_ in prepositions and part.dep_ in ("prep", "dative"):
            return child(part, ("pobj",))
        case = child(part, ("case",)) if part.dep_ in ("nmod", "obl", "obl:arg") else None
        if case is not None and case.lower_ in prepositions:
            return part
    return None
