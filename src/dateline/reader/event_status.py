"""What stands behind an event: reported, claimed, planned, demanded or denied."""

from dateline.reader.clause_parts import helpers, negated, reporter
from dateline.reader.lexicon_files import word_lists
from dateline.reader.parse import Token
from dateline.records import Statement
from dateline.records.vocabulary import EventStatus

CLIMB = 5
TAKERS = ("xcomp", "ccomp", "acl", "dobj", "obj", "pcomp", "pobj", "prep", "conj", "advcl")


def lists() -> dict[str, frozenset[str]]:
    """The words of ``lexicon/event_status.toml``."""
    return word_lists("event_status.toml")


def _governors(token: Token) -> list[Token]:
    """The words on which a trigger hangs as their complement, nearest first."""
    found, at = [], token
    for _ in range(CLIMB):
        if at.dep_ not in TAKERS or at.head is at:
            break
        at = at.head
        found.append(at)
    return found


def is_bare(verb: Token) -> bool:
    """True for an infinitive, which by itself says of nothing that it happened."""
    infinitive = verb.tag_ == "VB" or "VerbForm=Inf" in verb.morph
    return infinitive and not {"do", "did", "does"} & helpers(verb)


def is_threatened(verb: Token) -> bool:
    """True for what somebody threatens: that is a threat (PLOVER, special contexts)."""
    return any(g.lemma_.lower() in lists()["threatening"] for g in _governors(verb))


def _is_if_not(verb: Token) -> bool:
    """True for "hundreds if not thousands were killed", which neither doubts nor denies."""
    marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ == "if"]
    after = [list(c.doc[c.i + 1 : c.i + 3]) for c in marks]
    return any(t and t[0].lower_ == "not" and t[-1].pos_ in ("NOUN", "NUM") for t in after)


def is_hypothetical(verb: Token) -> bool:
    """True for what may or would happen: no event."""
    words, aids = lists(), helpers(verb)
    if aids & words["hypothetical"] or (aids & words["future_in_past"] and reporter(verb) is None):
        return True
    at = verb
    for _ in range(CLIMB):
        marked = any(c.dep_ == "mark" and c.lower_ in words["conditions"] for c in at.children)
        if marked and not _is_if_not(at):
            return True
        if at.head is at or at.dep_ not in ("conj", "xcomp", "ccomp", "advcl"):
            return False
        at = at.head
    return False


def _by_statement(
    said: Statement | None, actors: tuple[str, ...], open_: bool
) -> EventStatus | None:
    """What the statement makes of it; demands and promises only of what is ``open_``: an
    infinitive or a noun, not a finite clause that tells what happened.
    """
    if said is None:
        return None
    if said.polarity == "denies":
        return "denied"
    if open_ and said.polarity in ("demands", "asks"):
        return "demanded"
    if open_ and said.polarity in ("promises", "predicts"):
        return "planned"
    own = said.source_name is not None and said.source_name in actors
    return "claimed" if own or said.hedges or _is_claim(said) else None


def _is_claim(said: Statement) -> bool:
    """True if the cue is a form of a verb of claiming ("alleges", "claimed")."""
    cue = said.cue.text.casefold().split() if said.cue else []
    stems = {word.rstrip("esd") for word in lists()["claiming"]}
    return any(word.rstrip("esd") in stems for word in cue)


def _tense(verb: Token) -> str:
    """The morphology of a verb and its auxiliaries ("seront exclues")."""
    aids = [c for c in verb.children if c.dep_.startswith("aux")]
    return " ".join(t.morph for t in (verb, *aids))


def status(token: Token, said: Statement | None, actors: tuple[str, ...]) -> EventStatus:
    """The status of an event, from negation, tense, what governs it and who says it."""
    words, lemmas = lists(), [g.lemma_.lower() for g in _governors(token)]
    if (negated(token) and not _is_if_not(token)) or words["refusing"].intersection(lemmas[:1]):
        return "denied"
    infinitive = token.tag_ == "VB" or token.pos_ == "NOUN" or "VerbForm=Inf" in token.morph
    if (infinitive or token.tag_ == "VBP") and words["demanding"].intersection(lemmas):
        return "demanded"
    future = words["future"] | words["future_in_past"]
    if helpers(token) & future or "Tense=Fut" in _tense(token):
        return "planned"
    if infinitive and words["planning"].intersection(lemmas):
        return "planned"
    own = {token.lemma_.lower()} - words["accusing"]
    governed = words["claiming"].intersection((*own, *lemmas))
    return _by_statement(said, actors, infinitive) or ("claimed" if governed else "reported")
