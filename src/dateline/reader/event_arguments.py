"""Who did what to whom: the arguments of a verb or of a noun that reports an event."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.reader.clause_parts import subject
from dateline.reader.parse import Token

OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "nsubj:pass"})
AGENTS = frozenset({"agent", "obl:agent"})
OBLIQUE = frozenset({"obl", "obl:arg", "obl:mod", "nmod"})
COMPLEMENTS = frozenset({"pobj", "obj", "pcomp"})
BY = frozenset({"by", "par"})
OF = frozenset({"of", "de", "du", "des", "d'", "d’"})
AGAINST = frozenset({"against", "contre", "with", "avec"})
UPON = frozenset({"on", "sur", "upon"})
TIED = frozenset({"nsubj", "nsubjpass", "dobj", "obj", "nsubj:pass"})
REFLEXIVE = frozenset({"se", "s'", "s’"})
DAYS = frozenset(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
TIMES = frozenset({"DATE", "TIME", "CARDINAL"})
AT = frozenset({"in", "at", "near", "into", "à", "dans", "près", "outside", "around"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Heads of the phrases around a trigger. ``joined`` are (preposition, noun) pairs.

    ``verb`` is the trigger itself, or the verb by which a noun happens ("talks were held").
    """

    trigger: Token
    verb: Token | None
    actor: Token | None
    object: Token | None
    joined: tuple[tuple[str, Token], ...]

    @property
    def recipient(self) -> Token | None:
        """Whom the event befalls: the object, else what is attacked, accused or met."""
        return self.object if self.object is not None else self.target

    @property
    def target(self) -> Token | None:
        """Whom it is done against, on or with; "on the ground" names no one."""
        noun = self.trigger.pos_ != "VERB"
        found = (
            n
            for word, n in self.joined
            if n.ent_type_ not in TIMES
            and (word in AGAINST or (word in UPON and (noun or n.ent_type_ or n.pos_ == "PROPN")))
        )
        return next(found, None)


def _joined(token: Token) -> Iterator[tuple[str, Token]]:
    """Nouns under prepositions, as the English or the French parser hangs them."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative"):
            for below in child.children:
                if below.dep_ in COMPLEMENTS:
                    yield child.lower_, below
                elif below.dep_ == "prep":
                    yield from ((below.lower_, deep) for deep in below.children)
        elif child.dep_ in OBLIQUE or child.dep_ in AGENTS:
            case = next((c.lower_ for c in child.children if c.dep_ == "case"), "")
            yield case, child


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "aux:pass", "nsubjpass", "nsubj:pass") for c in verb.children)


def of_verb(verb: Token) -> Arguments:
    """Subject, object and complements; the agent of a passive is its actor."""
    joined = tuple(_joined(verb))
    if any(c.lower_ in REFLEXIVE and c.dep_.startswith("expl") for c in verb.children):
        return Arguments(verb, verb, _antecedent(verb, subject(verb)), None, joined)
    by = next((noun for word, noun in joined if word in BY), None)
    held = _antecedent(verb, next((c for c in verb.children if _is_held(c)), None))
    bare = verb.dep_ in ("acl", "amod") and verb.tag_ in ("VBN", "VBD")
    if _passive(verb) or bare:
        return Arguments(verb, verb, by, held or (verb.head if bare else None), joined)
    actor = subject(verb)
    if actor is None and verb.dep_ == "acl":
        actor = verb.head
    return Arguments(verb, verb, _antecedent(verb, actor), held, joined)


def _is_held(child: Token) -> bool:
    """True for an object or the subject of a passive; "démissionné lundi" has none."""
    return child.dep_ in OBJECTS and child.lower_ not in DAYS


def of_joined(noun: Token | None) -> tuple[tuple[str, Token], ...]:
    """What hangs on an object by prepositions: "500 missiles to Ukraine"."""
    return tuple(_joined(noun)) if noun is not None else ()


def _antecedent(verb: Token, found: Token | None) -> Token | None:
    """What a relative pronoun stands for."""
    if found is None or found.lower_ not in ("which", "who", "that", "whom", "qui", "que"):
        return found
    at = verb
    while at.dep_ in ("conj", "xcomp") and at.head is not at:
        at = at.head
    return at.head if at.dep_ in ("relcl", "acl:relcl") else None


def of_noun(noun: Token, happening: frozenset[str]) -> Arguments:
    """``the bombing of Kharkiv by the army``, ``bombings took place in Zhitomir``."""
    joined = tuple(_joined(noun))
    verb = noun.head if noun.dep_ in TIED and noun.head.lemma_.lower() in happening else None
    if verb is not None:
        joined += tuple((word, n) for word, n in _joined(verb) if word not in BY)
    by = next((n for word, n in joined if word in BY), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    held = next((n for word, n in joined if word in OF), None)
    return Arguments(noun, verb, by or owner, held, joined)


def lemmas_of(token: Token) -> Iterator[str]:
    """Lemmas of a noun, of those joined to it and of the nouns in front of it."""
    yield token.lemma_.lower()
    for child in token.children:
        if child.dep_ == "conj":
            yield from lemmas_of(child)
        elif child.dep_ in ("compound", "amod") and child.ent_type_ not in TIMES:
            yield child.lemma_.lower()
        elif child.dep_ == "prep" and child.lower_ in ("of", "number"):
            yield from (deep.lemma_.lower() for deep in child.children)
