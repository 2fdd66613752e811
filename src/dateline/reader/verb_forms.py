"""The forms of a verb that a headline has: the present, or a bare participle for a passive."""

import re

from dateline.reader.clause_parts import SUBJECTS, subject
from dateline.reader.page import extent
from dateline.reader.parse import Token
from dateline.records import Verb

HELPERS = ("aux", "auxpass")
HISSING = ("s", "sh", "ch", "x", "z", "o")
VOWELS = "aeiou"
BEEN = frozenset(("was", "were", "been"))
PERFECT = frozenset(("has", "have"))
HELD_TO_BE = frozenset(("say", "believe", "think", "know", "expect", "suppose", "locate", "need"))
"""Verbs whose passive a headline needs whole: "is said to be"."""

UNDOUBLED = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""A base form that would double its last letter before "ed": "rag", of "raged"."""

MISREAD = re.compile(r"([bdgmnprt])\1e$")
"""A base form that the model made up: "planne"."""

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "CD", "PRP"))
PLURAL = frozenset(("NNS", "NNPS"))
MANY = frozenset(
    ("police", "people", "troops", "personnel", "forces", "authorities", "more", "many", "several")
)  # plural by themselves
WE = frozenset(("i", "we", "you", "they", "who", "which", "that"))


def verb_of(token: Token) -> Verb | None:
    """A verb with its auxiliaries and its form for a headline, or as it is; null if a token is
    none.
    """
    if token.pos_ not in ("VERB", "AUX"):
        return None
    own = [c for c in token.children if c.dep_ in HELPERS]
    parts = [*own, token]
    whole = [t.i for t in parts] == list(range(parts[0].i, token.i + 1))
    plain = token.doc.lang_ == "en" and all(c.dep_ != "neg" for c in token.children)
    now = _now(token, [c.lower_ for c in own or _shared(token)]) if whole and plain else None
    return Verb(extent(parts), now) if now else Verb(extent([token]), token.text)


def _shared(token: Token) -> list[Token]:
    """The "have" of the verb before, for one that goes on from it: "have killed or wounded"."""
    if token.dep_ != "conj" or token.tag_ != "VBN":
        return []
    before = [c for c in token.head.children if c.dep_ in HELPERS]
    return before if all(c.lower_ in PERFECT for c in before) else []


def _now(token: Token, helpers: list[str]) -> str | None:
    """The headline's form: "were killed" is "killed", "has called" is "calls", and what somebody
    said "had fallen" is, where they say it, "has fallen".
    """
    if not token.text.islower() or token.lemma_ in ("be", "have") or MISREAD.search(token.lemma_):
        return None
    passive = bool(helpers) and helpers[-1] in BEEN and token.tag_ == "VBN"
    doer = subject(token)
    if passive and (token.lemma_ in HELD_TO_BE or (doer is not None and doer.lower_ == "it")):
        return None
    if passive and all(h in BEEN | PERFECT for h in helpers):
        return token.text
    if token.tag_ == "VBN":
        return _perfect(token, helpers, doer)
    return _present(token) if token.tag_ == "VBD" and not helpers else None


def _perfect(token: Token, helpers: list[str], doer: Token | None) -> str | None:
    """The form for "has called" and for what somebody said "had fallen"; null for a toll that has
    grown, which is no deed of the day: "have died", "have killed 20 since May".
    """
    if doer is not None and helpers[:1] == ["had"] and _is_told(token):
        return " ".join(("have" if _is_several(doer, [doer]) else "has", *helpers[1:], token.text))
    if len(helpers) != 1 or helpers[0] not in PERFECT or token.lemma_ == "die" or _is_since(token):
        return None
    return token.lemma_ if helpers[0] == "have" else _third(token.lemma_)


def _present(token: Token) -> str | None:
    own = [c for c in token.children if c.dep_ in SUBJECTS]
    doer = own[-1] if own else subject(token)
    if doer is None or doer.lower_ in WE or doer.tag_ not in NOUNS:
        return None
    if token.lemma_ == "use" and token.doc[token.i + 1 : token.i + 2].text == "to":
        return None  # "a helicopter used to carry aid crashed"
    if doer.tag_ == "NNP" and doer.is_sent_start and doer.text.endswith(("s", "men")):
        return None  # "Bombs", capital and all
    base = _base(token)
    return base if _is_several(doer, own) else _third(base)


def _is_since(token: Token) -> bool:
    """True for what has gone on since a day or a deed."""
    first = token.head if token.dep_ == "conj" else token
    own = [
        *first.children,
        *(c for one in first.children if one.dep_ == "conj" for c in one.children),
    ]
    joined = (c for one in own if one.dep_ == "advcl" for c in one.children)
    return any(c.lower_ == "since" for c in (*own, *joined))


def _is_told(token: Token) -> bool:
    """True for the verb of what somebody said."""
    return token.dep_ == "ccomp" and token.head.tag_ == "VBD"


def _is_several(doer: Token, own: list[Token]) -> bool:
    """True for a subject that takes a plural verb; ``own``: its parts that hang on the verb."""
    several = doer.tag_ in PLURAL or any(_is_joined(one) for one in (doer, *own))
    return several or doer.tag_ == "CD" or doer.lower_ in MANY or doer.lower_ in ("they", "we")


def _base(token: Token) -> str:
    """The base form of a past tense, where the model takes "raged" for one of "rag"."""
    undoubled = UNDOUBLED.fullmatch(token.lemma_) and token.text == f"{token.lemma_}ed"
    return f"{token.lemma_}e" if undoubled else token.lemma_


def _is_joined(doer: Token) -> bool:
    """True for "the mayor and two others"; not for "the mayor, head of the port and the fleet"."""
    joints = [c for c in doer.children if c.lower_ == "and"]
    appositions = (c.subtree[0].i for c in doer.children if c.dep_ == "appos")
    explained = any(i > 0 and doer.doc[i - 1].text == "," for i in appositions)
    if explained and joints:
        return doer.doc[joints[-1].i - 1].text == ","
    return bool(joints) or any(c.dep_ == "conj" for c in doer.children)


def _third(lemma: str) -> str:
    """The third person singular of a verb by its base form."""
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(HISSING) else f"{lemma}s"
