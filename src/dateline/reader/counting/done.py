"""What is done to the things that a figure counts: ``banks excluded``, ``drones shot down``."""

from dateline.reader.counting.victims import OBJECT, SUBJECT, SUBJECT_PASSIVE
from dateline.reader.parse import Token

DEEDS = frozenset(
    (
        *("destroy", "damage", "seize", "fire", "launch", "burn", "attack", "release", "intercept"),
        *("rescue", "deploy", "exchange", "recruit", "mobilize", "mobilise", "down", "demolish"),
    )
)
DONE = {"shoot": "shot down", "lose": "lost", "send": "sent", "free": "freed", "sink": "sunk",
        "blow": "blown up", "hand": "handed over", "cut": "cut off", "swap": "swapped",
        "repatriate": "repatriated", "evacuate": "evacuated", "shut": "shut"}  # fmt: skip
LOSSES = {"loss": "lost", "destruction": "destroyed", "downing": "shot down"}
SENT = frozenset(("launch", "fire", "send"))
BEFALLS = frozenset(
    ("collapse", "capsize", "crash", "derail", "burn", "explode", "survive", "sink")
)
SAVED_FROM = frozenset(("rubble", "wreckage", "debris", "sea", "water", "ruin"))
ACTED = OBJECT | SUBJECT_PASSIVE
MOST_JOINED = 8  # members of a list of things that are done to together


def done_to(noun: Token) -> str | None:
    """The participle of what is done to a thing: ``seven banks would be excluded``."""
    for _ in range(MOST_JOINED):  # "18 drones, five missiles and a rocket were shot down"
        if noun.dep_ != "conj":
            break
        noun = noun.head
    return _by_clause(noun) or _by_noun(noun) or _by_verb(noun, noun.head)


def _by_clause(noun: Token) -> str | None:
    """By a participle behind: ``51 drones launched overnight``, ``homes destroyed``."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.i == noun.i + 1 and verb.lemma_ in SENT and _is_bare(verb):
        return _participle(verb)
    passive = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    if passive is not None and passive.lemma_ in DEEDS | DONE.keys() and noun.dep_ not in ACTED:
        return DONE.get(passive.lemma_, passive.lower_)
    return None


def _by_noun(noun: Token) -> str | None:
    """By the noun for it: ``the loss of two aircraft``."""
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return LOSSES.get(of.head.lemma_) if of is not None else None


def _by_verb(noun: Token, verb: Token) -> str | None:
    """By the verb whose object or passive subject the things are."""
    if verb.lemma_ == "pull" and noun.dep_ in ACTED and _is_saved(verb):
        return "rescued"
    if noun.dep_ in SUBJECT and verb.pos_ == "VERB":
        return _of_itself(noun, verb)
    if verb.lemma_ in DONE and noun.dep_ in ACTED:
        return DONE[verb.lemma_]
    if noun.dep_ in SUBJECT_PASSIVE:
        particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
        return f"{verb.lower_} {particle}".strip()
    return _participle(verb) if noun.dep_ in OBJECT and verb.lemma_ in DEEDS else None


def done_to_part(noun: Token, start: int) -> str | None:
    """What is done to ``34 of 51 drones``, by the verb right before or that of the 34."""
    before = noun.doc[start - 1] if start else None
    verb = before.head if before is not None and before.dep_ == "prt" else before
    if verb is None or verb.pos_ != "VERB" or verb.lemma_ not in DEEDS | DONE.keys():
        tied = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NUM"
        return done_to(noun.head.head if tied else noun)
    return DONE.get(verb.lemma_) or _participle(verb)


def _is_bare(verb: Token) -> bool:
    return not any(c.dep_ in (*OBJECT, "aux", "ccomp", "xcomp", "prt") for c in verb.children)


def _is_saved(verb: Token) -> bool:
    below = (g for c in verb.children if c.lower_ in ("from", "out") for g in c.subtree)
    return any(g.lemma_ in SAVED_FROM for g in below)


def _of_itself(noun: Token, verb: Token) -> str | None:
    """What a subject does that is done to it: ``240 buildings collapsed``, ``and 12 homes
    destroyed``.
    """
    if verb.lemma_ in BEFALLS:
        return DONE.get(verb.lemma_) or _participle(verb)
    borrowed = verb.dep_ == "conj" and any(
        c.dep_ in SUBJECT_PASSIVE or c.dep_ == "auxpass" for c in verb.head.children
    )
    return _participle(verb) if borrowed and _is_bare(verb) and verb.lemma_ in DEEDS else None


def _participle(verb: Token) -> str:
    return f"{verb.lemma_}d" if verb.lemma_.endswith("e") else f"{verb.lemma_}ed"
