"""The parts of a clause as the parser sees them: subject, helpers, complements, and their words."""

import re
from collections.abc import Iterator

from dateline.reader.parse import Token

SUBJECTS = ("nsubj", "nsubjpass", "nsubj:pass", "csubj")
OBJECTS = ("dobj", "obj", "attr")
HELPERS = frozenset(("aux", "auxpass", "aux:tense", "aux:pass", "cop"))
ASIDES = ("relcl", "acl:relcl", "appos", "parataxis", "punct")
CONTENT_CLAUSES = ("ccomp", "xcomp", "conj")
CLIMB = 6


def child(token: Token, relations: tuple[str, ...]) -> Token | None:
    """The first dependant of a token in one of some relations."""
    for c in token.children:
        if c.dep_ in relations:
            return c
    return None


def helpers(verb: Token) -> set[str]:
    """The auxiliaries of a verb in lower case, those of a verb that it is joined to included."""
    own = {c.lower_ for c in verb.children if c.dep_ in HELPERS}
    if verb.tag_ == "VBD" and verb.head.tag_ == "VB":
        return own  # "said he would go and urged them": "would" is not its own
    if not own and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return {c.lower_ for c in verb.head.children if c.dep_ in HELPERS}
    return own


def subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that controls or coordinates it."""
    at = verb
    for _ in range(CLIMB):
        if found := child(at, SUBJECTS):
            return found
        if at.dep_ not in ("conj", "xcomp", "aux", "advcl") or at.head.i == at.i:
            return None
        at = _above(at)
    return None


def _above(verb: Token) -> Token:
    """What a verb is joined to: past "said he would go" for "and urged them to stay"."""
    head = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or head.tag_ != "VB":
        return head
    for _ in range(CLIMB):
        if head.dep_ == "ccomp" and head.head.tag_ == "VBD":
            return head.head
        head = head.head
    return verb.head


def negated(verb: Token) -> bool:
    """True if the verb itself is denied."""
    return any(c.dep_ == "neg" or c.lower_ in ("never", "no", "pas") for c in verb.children)


def reporter(verb: Token) -> Token | None:
    """The verb in whose content clause a verb stands ("confirmed that banks would be excluded")."""
    at = verb
    for _ in range(CLIMB):
        if at.dep_ == "ccomp" and at.head.pos_ == "VERB":
            return at.head
        if at.dep_ not in CONTENT_CLAUSES or at.head.i == at.i:
            return None
        at = at.head
    return None


def _core(token: Token, left_out: set[int]) -> Iterator[Token]:
    """A token's subtree without asides and without some dependants."""
    for part in token.subtree:
        if part.i in left_out:
            continue
        yield part


def _aside_tokens(token: Token) -> set[int]:
    """Positions in a subtree of relative clauses, appositions and other asides."""
    out: set[int] = set()
    for part in token.subtree:
        if part.i != token.i and part.dep_ in ASIDES and part.dep_ != "punct":
            out |= {t.i for t in part.subtree}
    return out


def words_of(token: Token, left_out: set[int] | None = None) -> str:
    """A phrase in plain words, asides and outer punctuation left off."""
    skip = _aside_tokens(token) | (left_out or set())
    kept = list(_core(token, skip))
    return plain(kept)


def _unbracketed(tokens: list[Token]) -> Iterator[Token]:
    """Tokens outside square brackets (service notes) and after a dateline's dash."""
    depth = 0
    for token in tokens:
        depth += (token.text == "[") - (token.text == "]")
        if depth <= 0 and token.text not in "[]":
            yield token


def plain(tokens: list[Token]) -> str:
    """Tokens as text, spaced as they were, without quotation marks, notes or stray punctuation."""
    pieces: list[str] = []
    last: Token | None = None
    for token in _unbracketed(tokens):
        if token.is_space or token.text in QUOTES:
            continue
        apart = last is not None and (last.i + 1 != token.i or bool(last.whitespace_))
        pieces.append(f" {token.text}" if apart else token.text)
        last = token
    text = DOUBLED.sub(",", STRAY.sub(r"\1", "".join(pieces)))
    return " ".join(text.split()).strip(" ,;:.–—-()")


DOUBLED = re.compile(r",(?:\s*,)+")
STRAY = re.compile(r"\s+([,.;:!?])")
QUOTES = frozenset("\"“”«»''``")
