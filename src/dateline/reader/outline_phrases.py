"""What a preposition or a bare noun is to its sentence: a day, a place, or what was so besides."""

from dateline.reader.clause_parts import child
from dateline.reader.lexicon_files import word_lists
from dateline.reader.parse import Token
from dateline.records.vocabulary import AsideKind

WORDS = word_lists("outlines.toml")
WHEN = ("DATE", "TIME")
ADVERBIAL = ("npadvmod", "obl:mod", "obl")


def nominal(token: Token, places: set[int], days: set[int]) -> AsideKind | None:
    """What a noun is that hangs on a verb or noun without a preposition, or with a French one."""
    english = token.dep_ == "npadvmod"
    if token.i in days and token.dep_ in ADVERBIAL:
        return "time" if english or _case(token) in ("", *WORDS["french_timed"]) else None
    if not english:
        return _french(token, places)
    if token.ent_type_ in WHEN or token.lower_ in WORDS["days"]:
        return "time"
    return "apposition" if token.head.i < token.i else None


def prepositional(token: Token, root: Token, places: set[int], days: set[int]) -> AsideKind | None:
    """What a preposition leads in: a day, a place, or what was so besides."""
    obj = child(token, ("pobj", "pcomp"))
    if obj is None:
        return None
    word, verbal = token.lower_, token.head.pos_ in ("VERB", "AUX")
    if token.head is root and _opens(token) and _is_before_comma(token):
        return None if word == "according" else "phrase"
    if obj.i in days or obj.ent_type_ in WHEN:
        return "time" if word in WORDS["timed"] and verbal else None
    if word in WORDS["free"] if verbal else _describes(token):
        return "phrase"
    return _led_in(token, obj, places) or _telling_apart(token)


def _telling_apart(token: Token) -> AsideKind | None:
    """What a preposition says of a noun with an article, which asks which one is meant."""
    head, word = token.head, token.lower_
    apart = is_noun(head) and token.i > head.i and head.lemma_ not in WORDS["wanting"]
    told = word in WORDS["setting"] or (word in WORDS["between"] and word != "by")
    return "defining" if apart and told else None


def _led_in(token: Token, obj: Token, places: set[int]) -> AsideKind | None:
    """What "in", "at", "with" and the like lead in: a place, an aim, or how a thing was done."""
    word, verb = token.lower_, token.head
    if verb.pos_ not in ("VERB", "AUX"):
        spot = word in WORDS["noun_prepositions"] and is_noun(verb)
        return "place" if spot and _nearest(obj) & places else None
    full = _complete(verb)
    if word in WORDS["spot"] and (word != "on" or full) and _nearest(obj) & places:
        return "place"
    if word in WORDS["beside"] and obj.lower_ in WORDS["aims"]:
        return "purpose"
    beside = word in WORDS["beside"] and verb.lemma_ not in WORDS["taking"]
    return "phrase" if beside and full else None


def _complete(verb: Token) -> bool:
    """True for a verb with its object, for a passive and for what happens by itself."""
    full = child(verb, ("dobj", "obj", "auxpass")) is not None
    return full or verb.lemma_ in WORDS["happening"]


def _describes(token: Token) -> bool:
    """True for what a preposition says of a noun that no article tells apart."""
    head, word = token.head, token.lower_
    if not is_noun(head) or token.i < head.i:
        return False
    if word == "including":
        return True
    told_apart = any(c.lower_ in WORDS["definite"] or c.dep_ == "poss" for c in head.children)
    of = any(c.lower_ == "of" and c.i < token.i for c in head.children)
    known = head.pos_ == "PROPN" or of or not told_apart
    return known and (
        word in WORDS["setting"]
        or (word in WORDS["between"] and head.lemma_ not in WORDS["wanting"])
    )


def is_noun(token: Token) -> bool:
    """True for a noun or a name."""
    return token.pos_ in ("NOUN", "PROPN")


def _opens(token: Token) -> bool:
    """True for the first word of a sentence, or of what follows a note in brackets."""
    return token.is_sent_start or token.doc[token.i - 1].text == "]"


def _is_before_comma(token: Token) -> bool:
    """True if a comma follows what hangs on a token."""
    after = token.subtree[-1].i + 1
    return token.doc[after : after + 1].text == ","


def _nearest(obj: Token) -> set[int]:
    """The numbers of a noun, of what stands directly before it, and of what it is "of"."""
    of = [c for c in obj.children if c.lower_ in ("of", "de", "du")]
    return {t.i for t in (obj, *obj.children, *(c for o in of for c in o.children))}


def _case(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def _french(token: Token, places: set[int]) -> AsideKind | None:
    case = _case(token)
    if token.head.pos_ == "VERB" and case in WORDS["free"]:
        return "phrase"
    below = _nearest(token)
    return "place" if case in WORDS["spot"] and below & places else None
