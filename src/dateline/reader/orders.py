"""Verbs and nouns by which an institution puts a measure in force, announces or lifts it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from dateline.reader.clause_parts import OBJECTS, child, helpers, negated, reporter, subject
from dateline.reader.lexicon_files import content
from dateline.reader.page import Page
from dateline.records.vocabulary import MeasureState

UNREAL = frozenset(("might", "could", "should", "may", "can", "must", "pourrait", "ought"))
AHEAD = frozenset(("will", "shall", "would", "’ll", "'ll"))
PERFECT = frozenset(("has", "have", "had", "been", "being", "is", "are", "was", "were"))
FROM = frozenset(("from", "de", "du", "des"))
STANDING = frozenset(("be", "remain", "stay", "come", "enter", "go", "take"))
AGENT = ("agent", "obl:agent")
CAUSING = frozenset(("prompt", "lead", "force", "cause", "push", "oblige", "compel"))
RULES = frozenset(("measure", "package", "rule", "legislation", "mesure", "texte"))
VERBS = ("VERB", "AUX")
INSTITUTIONS = ("ORG", "GPE", "NORP", "LOC")


@dataclass(frozen=True)
class Lexicon:
    """The words of a language for measures; see ``lexicon/measures.toml``."""

    acts: frozenset[str]
    closing: frozenset[str]
    closed: frozenset[str]
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


def _institution(token: Token, words: Lexicon) -> bool:
    """True for a noun phrase that names an authority or something that acts like one."""
    inside = [t for t in token.subtree if t.dep_ not in ("relcl", "appos")]
    named = token.ent_type_ in INSTITUTIONS
    titled = any(t.lemma_.lower() in words.issuers for t in inside[:12])
    return token.pos_ in ("NOUN", "PROPN") and (named or titled)


def is_measure(noun: Token, words: Lexicon) -> bool:
    """True for a noun that is a measure, or for one that sets up or ends one."""
    lemma = noun.lemma_.lower()
    phrase = noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text.lower()
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
    elif verb.dep_ == "xcomp" and verb.head.lemma_ in CAUSING:
        given = child(verb.head, OBJECTS)
    else:
        given = subject(verb)
    if (decree := _decree(verb, words)) is not None:
        given = subject(decree.head)
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
    if aux & UNREAL or negated(verb) or wished:
        return None
    if "to" in aux or ("VerbForm=Inf" in str(verb.morph) and verb.dep_ == "xcomp"):
        return _state_of_infinitive(verb, words)
    tenses = " ".join(str(t.morph) for t in (verb, *verb.children) if t is verb or "aux" in t.dep_)
    future = bool(aux & AHEAD) or "Tense=Fut" in tenses or "Aspect=Prog" in str(verb.morph)
    future = future or (_by_decree(verb, words) and "Tense=Pres" in tenses)
    if "would" in aux and reporter(verb) is None:
        return None
    if future or verb.lemma_ in words.announcing:
        return "announced"
    if "Tense=Past" not in str(verb.morph) and not aux & {"has", "have", "is", "are", "a", "ont"}:
        return None
    ending = noun is not None and noun.lemma_.lower() in words.ending
    closing = noun is None and verb.lemma_ in words.closing - words.reopening
    lifting = verb.lemma_ in words.lifting and not closing  # "cancelled flights" lifts nothing
    return "lifted" if lifting or ending else "in force"


def _state_of_infinitive(verb: Token, words: Lexicon) -> MeasureState | None:
    """Of "prompted the agency to suspend": in force; of "voted to impose": announced."""
    if verb.head.lemma_ in CAUSING and not negated(verb.head):
        return "in force"
    return "announced" if _is_given(verb, words) else None


def _is_given(verb: Token, words: Lexicon) -> bool:
    """True for "voted to impose": an infinitive under a verb by which authorities decide."""
    above = verb.head
    if above.lemma_ == "be" and above.lower_ in ("is", "are"):
        return True  # "is to freeze"
    past = "Tense=Past" in str(above.morph) or bool(helpers(above) & {"has", "have", "a", "ont"})
    return verb.dep_ == "xcomp" and above.lemma_ in words.giving and past and not negated(above)


def _by_decree(verb: Token, words: Lexicon) -> bool:
    """True for "the measures prohibit ...", "a law that will ban ..."."""
    doer = subject(verb)
    if doer is not None and doer.lower_ in ("that", "which") and verb.dep_ == "relcl":
        doer = verb.head
    return doer is not None and doer.lemma_.lower() in words.decrees | RULES


def _decree(verb: Token, words: Lexicon) -> Token | None:
    """The decree that a participle tells the content of: "signed a decree banning exports"."""
    noun = verb.head
    held = noun.dep_ in OBJECTS and noun.head.pos_ == "VERB"
    if verb.dep_ != "acl" or verb.tag_ == "VBN" or not held:
        return None
    return noun if noun.lemma_.lower() in words.decrees else None


def _is_closing(verb: Token, target: Token, words: Lexicon) -> bool:
    """True for what may be closed or cut by order: "its airspace", "gas supplies"."""
    return verb.lemma_ not in words.closing or target.lemma_.lower() in words.closed


def _act(verb: Token, words: Lexicon) -> Order | None:
    """As in "Suspended its aid", "banks would be excluded": the verb is the measure."""
    state = _state(verb, words, None)
    passive = _passive(verb)
    if (decree := _decree(verb, words)) is not None:
        state = _state(decree.head, words, None)
    target = child(verb, ("nsubjpass", "nsubj:pass")) if passive else child(verb, OBJECTS)
    issuer = _issuer(verb, words, passive)
    if state is None or target is None or target.pos_ == "PRON":
        return None
    if not _is_closing(verb, target, words) or target.lemma_.lower() in words.own:
        return None
    ruled = _by_decree(verb, words) or (passive and _takes_effect(verb, words))
    if issuer is None and not ruled:
        return None
    if verb.lemma_ in words.from_acts and _complement(verb, FROM) is None:
        return None
    return Order(verb, None, issuer, target, state)


def _takes_effect(verb: Token, words: Lexicon) -> bool:
    """True for a passive without issuer that says from when or from what: "excluded from"."""
    if verb.lemma_ in words.from_acts:
        return True
    below = [t for c in verb.children if c.i > verb.i for t in (c, *c.children)]
    return any(t.lower_ in words.effective for t in below)


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
    """As in "A curfew remains in force", "a truce came into force"."""
    noun = subject(verb)
    bound = [g for c in verb.children if c.lower_ in ("in", "into") for g in c.children]
    bound += [c for c in verb.children if c.dep_ == "dobj" and verb.lemma_ == "take"]
    inside = any(g.lower_ in ("force", "effect", "place") for g in bound)
    if verb.lemma_ not in STANDING or not inside or noun is None:
        return None
    if not is_measure(noun, words) or negated(verb) or helpers(verb) & UNREAL:
        return None
    ahead = bool(helpers(verb) & AHEAD)
    state: MeasureState = "announced" if ahead else "in force"
    return Order(verb, noun, None, _target(noun, words), state)


def orders(page: Page) -> Iterator[Order]:
    """Every measure in a text, in order."""
    words, lemmas = lexicon(page.language), page.table.lemmas
    givers = words.imposing | words.announcing | words.lifting
    for i, pos in enumerate(page.table.pos):
        if pos not in VERBS:
            continue
        lemma = lemmas[i].lower()
        token, found = page.doc[i], None
        if lemma in words.acts or lemma in words.closing:
            found = _act(token, words)
        elif lemma in givers:
            found = _of_noun(token, words)
        elif lemma in STANDING:
            found = _in_force(token, words)
        if found is not None:
            told = reporter(token)
            agreed = told is not None and told.lemma_ in words.announcing
            yield replace(found, state="announced") if agreed and helpers(token) & AHEAD else found
