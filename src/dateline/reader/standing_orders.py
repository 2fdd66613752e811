"""Measures that no verb of imposing tells: in force, faced by somebody, kept shut."""

from dateline.reader.clause_parts import OBJECTS, child, helpers, negated, subject
from dateline.reader.order_words import (
    AHEAD,
    PLACED,
    STANDING,
    UNREAL,
    Lexicon,
    Order,
    complement,
    hit,
    is_measure,
    thing,
)  # fmt: skip
from dateline.reader.parse import Token
from dateline.records.vocabulary import MeasureState

PRESENT = ("VBZ", "VBP")
BEGINNING = frozenset(("take", "come", "enter", "go"))  # "takes effect at midnight"


def facing(verb: Token, words: Lexicon) -> Order | None:
    """As in "64 officials face travel bans"."""
    noun, target = child(verb, OBJECTS), child(verb, ("nsubj",))
    if noun is None or target is None or target.pos_ == "PRON" or not is_measure(noun, words):
        return None
    if negated(verb) or helpers(verb) & UNREAL:
        return None
    return Order(verb, noun, None, target, "announced")


def kept_shut(verb: Token, words: Lexicon) -> Order | None:
    """As in "Schools will stay closed until Friday"."""
    target = child(verb, ("nsubj",))
    how = next((c for c in verb.children if c.lower_ in words.shut), None)
    if how is None or target is None or thing(target) not in words.closed:
        return None
    if negated(verb) or helpers(verb) & UNREAL:
        return None
    return Order(verb, None, None, target, "announced" if helpers(verb) & AHEAD else "in force")


def in_force(verb: Token, words: Lexicon) -> Order | None:
    """As in "A curfew remains in force", "a truce came into force"."""
    noun = subject(verb)
    if noun is not None and noun.lower_ in ("which", "that") and verb.dep_ == "relcl":
        noun = verb.head
    bound = [g for c in verb.children if c.lower_ in ("in", "into") for g in c.children]
    bound += [c for c in verb.children if c.dep_ == "dobj" and verb.lemma_ == "take"]
    inside = any(g.lower_ in ("force", "effect", "place", "vigueur") for g in bound)
    if verb.lemma_ not in STANDING or not inside or noun is None:
        return None
    if not is_measure(noun, words) or negated(verb) or helpers(verb) & UNREAL:
        return None
    ahead = bool(helpers(verb) & AHEAD) or (verb.tag_ in PRESENT and verb.lemma_ in BEGINNING)
    state: MeasureState = "announced" if ahead else "in force"
    target = hit(noun, words) or complement(verb, PLACED)
    if target is not None and target.lower_ in ("force", "effect", "place", "vigueur"):
        target = hit(noun, words)
    return Order(verb, noun, None, target, state)
