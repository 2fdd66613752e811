"""Verbs and nouns by which an institution puts a measure in force, announces or lifts it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from dateline.reader.clause_parts import OBJECTS, child, helpers, negated, reporter, subject
from dateline.reader.lexicon_files import content
from dateline.records.vocabulary import MeasureState

UNREAL = frozenset(("might", "could", "should", "may", "can", "must", "pourrait", "ought"))
AHEAD = frozenset(("will", "shall", "would", "’ll", "'ll"))
PERFECT = frozenset(("has", "have", "had", "been", "being", "is", "are", "was", "were"))
FROM = frozenset(("from", "de", "du", "des"))
AGENT = ("agent", "obl:agent")
INSTITUTIONS = ("ORG", "GPE", "NORP", "LOC")


@dataclass(frozen=True)
class Lexicon:
    """The words of a language for measures; see ``lexicon/measures.toml``."""

    acts: frozenset[str]
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


def _institution(token: Token, words: Lexicon) -> bool:
    """True for a noun phrase that names an authority or something that acts like one."""
    inside = [t for t in token.subtree if t.dep_ not in ("relcl", "appos")]
    named = token.ent_type_ in INSTITUTIONS
    titled = any(t.lemma_.lower() in words.issuers for t in inside[:12])
    return token.pos_ in ("NOUN", "PROPN") and (named or titled)


def is_measure(noun: Token, words: Lexicon) -> bool:
    """True for a noun that is a measure, or for one that sets up or ends one."""
    lemma = noun.lemma_.lower()
    phrase = " ".join(t.lower_ for t in noun.subtree)
    if any(state in phrase for state in words.states):
        return True
    if lemma == "emergency":
        return False
    if lemma in words.measures:
        return True
    return lemma in words.setting | words.ending and any(
        t.lemma_.lower() in words.measures for t in noun.subtree if t.i > noun.i
    )


def _target(head: Token, words: Lexicon) -> Token | None:
    """Whom or what a measure hits: "on X"; after loose prepositions only a named place or body."""
    found = _complement(head, words.into)
    if found is not None and found.ent_type_ not in ("DATE", "TIME"):
        return found
    loose = _complement(head, words.loosely)
    return loose if loose is not None and loose.ent_type_ in INSTITUTIONS else None


def _complement(head: Token, prepositions: frozenset[str]) -> Token | None:
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


def _issuer(verb: Token, words: Lexicon, passive: bool) -> Token | None:
    """Who gives the order: subject, agent, or who reports it."""
    agent = child(verb, AGENT)
    if passive:
        given = (child(agent, ("pobj",)) or agent) if agent is not None else None
    else:
        given = subject(verb)
    if given is not None and given.pos_ != "PRON":
        return given if _institution(given, words) else None
    told = reporter(verb)
    speaker = subject(told) if told is not None else None
    return speaker if speaker is not None and _institution(speaker, words) else None


def _passive(verb: Token) -> bool:
    return child(verb, ("nsubjpass", "nsubj:pass")) is not None


def _state(verb: Token, words: Lexicon, noun: Token | None) -> MeasureState | None:
    """Announced, in force or lifted, by the verb's tense; null for what is wished or denied."""
    aux = helpers(verb)
    wished = "be" in aux and not aux & (AHEAD | PERFECT)
    if aux & UNREAL or negated(verb) or "to" in aux or wished:
        return None
    future = bool(aux & AHEAD) or "Tense=Fut" in str(verb.morph) or "Aspect=Prog" in str(verb.morph)
    if "would" in aux and reporter(verb) is None:
        return None
    if future or verb.lemma_ in words.announcing:
        return "announced"
    if "Tense=Past" not in str(verb.morph) and not aux & {"has", "have", "is", "are", "a", "ont"}:
        return None
    ending = noun is not None and noun.lemma_.lower() in words.ending
    return "lifted" if verb.lemma_ in words.lifting or ending else "in force"


def _act(verb: Token, words: Lexicon) -> Order | None:
    """As in "Suspended its aid", "banks would be excluded": the verb is the measure."""
    state = _state(verb, words, None)
    passive = _passive(verb)
    target = child(verb, ("nsubjpass", "nsubj:pass")) if passive else child(verb, OBJECTS)
    issuer = _issuer(verb, words, passive)
    if state is None or issuer is None or target is None or target.pos_ == "PRON":
        return None
    if verb.lemma_ in words.from_acts and _complement(verb, FROM) is None:
        return None
    return Order(verb, None, issuer, target, state)


def _of_noun(verb: Token, words: Lexicon) -> Order | None:
    """As in "Imposed a curfew on X", "announced the suspension of X", "a curfew was imposed"."""
    passive = _passive(verb)
    noun = child(verb, ("nsubjpass", "nsubj:pass")) if passive else child(verb, OBJECTS)
    if noun is None or not is_measure(noun, words):
        return None
    state, issuer = _state(verb, words, noun), _issuer(verb, words, passive)
    if state is None or (issuer is None and not passive):
        return None
    of = _complement(noun, frozenset(("of", "de", "des", "du")))
    inner = of if of is not None and is_measure(of, words) else None
    target = _target(inner or noun, words) or _target(verb, words)
    whole = inner is not None or noun.lemma_.lower() not in words.measures
    return Order(verb, noun, issuer, target or (None if whole else of), state)


def _in_force(verb: Token, words: Lexicon) -> Order | None:
    """As in "A curfew remains in force"."""
    noun = subject(verb)
    bound = (g for c in verb.children if c.lower_ == "in" for g in c.children)
    inside = any(g.lower_ in ("force", "effect", "place") for g in bound)
    if verb.lemma_ not in ("be", "remain", "stay") or not inside or noun is None:
        return None
    if not is_measure(noun, words) or negated(verb) or helpers(verb) & UNREAL:
        return None
    return Order(verb, noun, None, _target(noun, words), "in force")


def orders(doc: Doc, language: str) -> Iterator[Order]:
    """Every measure in a text, in order."""
    words = lexicon(language)
    givers = words.imposing | words.announcing | words.lifting
    for token in doc:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        lemma = token.lemma_.lower()
        found = None
        if lemma in words.acts:
            found = _act(token, words)
        elif lemma in givers:
            found = _of_noun(token, words)
        elif lemma in ("be", "remain", "stay"):
            found = _in_force(token, words)
        if found is not None:
            told = reporter(token)
            agreed = told is not None and told.lemma_ in words.announcing
            yield replace(found, state="announced") if agreed and helpers(token) & AHEAD else found
