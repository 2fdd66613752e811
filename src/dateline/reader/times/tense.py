"""Whether the clause around a time expression looks back or ahead."""

import re
from typing import Literal

from dateline.reader.page import Page
from dateline.reader.parse import Token

Tense = Literal["past", "future", "none"]

AHEAD = frozenset(("will", "shall", "wo", "’ll", "'ll", "would"))
PLANNED = frozenset(
    (
        "plan",
        "schedule",
        "expect",
        "due",
        "intend",
        "slate",
        "reschedule",
        "postpone",
        "delay",
        "adjourn",
        "prévoir",
        "devoir",
        "reporter",
    )
)
AUXILIARY = frozenset(("aux", "auxpass", "aux:tense", "aux:pass", "mark"))
BACK = frozenset(("had", "was", "were", "has", "have", "a", "ont", "avait", "avaient"))
FUTURE = ("rai", "ras", "ra", "rons", "rez", "ront")
CONDITIONAL = frozenset(("ais", "ait", "ions", "iez", "aient"))
STEMS = (
    "ser", "aur", "ir", "fer", "pourr", "devr", "viendr", "voudr", "verr", "tiendr", "saur",
    "faudr", "enverr", "courr", "mourr", "recevr", "reviendr", "interviendr", "parviendr",
)  # fmt: skip
UNTIL = ("until ", "till ", "jusqu'à ", "jusqu’à ", "jusqu'au ", "jusqu’au ")
# "banned from 10 August", "extended until Friday": what the verb does lies ahead of it
LASTING = frozenset(
    (
        *("ban", "bar", "exclude", "suspend", "extend", "impose", "close", "halt"),
        *("cancel", "ground"),
        *("prolong", "remand", "order", "keep", "introduce", "raise", "restrict", "prohibit"),
        *(
            "interdire",
            "exclure",
            "suspendre",
            "prolonger",
            "reconduire",
            "imposer",
            "fermer",
            "instaurer",
        ),
    )
)
# "the trial opens on Tuesday": in the present tense, of the timetable; headlines use other verbs
TIMETABLED = frozenset(
    (
        *("open", "meet", "begin", "start", "expire", "end", "close", "resume", "vote", "gather"),
        *("convene", "leave", "arrive", "return", "visit", "ouvrir", "réunir", "commencer"),
        *("débuter", "expirer", "reprendre", "partir", "arriver"),
    )
)
ANNOUNCING = frozenset(("announce", "propose", "annoncer", "proposer"))
CALLING = frozenset(("call", "schedule", "set", "fix", "convene", "book", "convoquer", "fixer"))
ONWARD = ("starting ", "starting on ", "as of ", "effective ", "dès ", "partir du ", "partir de ")
AWAITED = re.compile(r"\b(ahead of|before) (?!.*[,;:]|.*\b(?:that|who|which|and)\b)[^.]{2,60}$")
CLIMB = 12  # steps up the parse at most


def _governor(token: Token) -> tuple[Token | None, bool]:
    """The nearest verb above a token, and whether nothing but a preposition lies between."""
    direct, at = True, token
    for _ in range(CLIMB):
        if at.pos_ in ("VERB", "AUX") and at.i != token.i:
            return at, direct
        if at.head.i == at.i:
            return None, False
        direct = direct and (at.i == token.i or at.pos_ in ("ADP", "SCONJ", "ADV", "PART"))
        at = at.head
    return None, False


def _is_conditional(verb: Token) -> bool:
    """True for a French conditional (``reprendraient``), which the model takes for a past tense."""
    stem = next((s for s in STEMS if verb.lower_.startswith(s)), verb.lemma_.removesuffix("e"))
    rest = verb.lower_.removeprefix(stem)
    return rest != verb.lower_ and rest in CONDITIONAL and stem.endswith("r")


def is_future(verb: Token) -> bool:
    """True for a French future (``recevra``) that the model takes for another tense."""
    ending = next((e for e in FUTURE if verb.lower_.endswith(e)), None)
    stem = verb.lower_.removesuffix(ending) + "r" if ending else ""
    return stem in STEMS or stem.endswith("er") or (bool(stem) and stem == verb.lemma_)


def _of_verb(verb: Token, direct: bool) -> Tense:
    """By auxiliaries first; an infinitive looks ahead only for its own adverbials."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in AUXILIARY}
    forms = " ".join([verb.morph, *(c.morph for c in verb.children if c.dep_ in AUXILIARY)])
    ahead = verb.doc.lang_ == "fr" and (_is_conditional(verb) or is_future(verb))
    if ahead or "Tense=Fut" in forms or "Mood=Cnd" in forms or _is_due(verb, auxiliaries):
        auxiliaries |= {"will"}
    if "did" in auxiliaries or auxiliaries & AHEAD or verb.lemma_ in PLANNED:
        return "past" if "did" in auxiliaries else "future"
    if direct and "have" not in auxiliaries and ("to" in auxiliaries or "VerbForm=Inf" in forms):
        return "future"
    finite = "Tense=Pres" in verb.morph and "VerbForm=Fin" in verb.morph
    if finite and not auxiliaries & BACK and _is_timetabled(verb):
        return "future"
    if "Tense=Past" in forms or "Tense=Imp" in forms or auxiliaries & BACK:
        return "past"
    if direct and auxiliaries & {"is", "are", "’s", "'s"} and "Aspect=Prog" in forms:
        return "future"
    return "none"


def _is_due(verb: Token, auxiliaries: set[str]) -> bool:
    """True for "se rendre" of "doit se rendre", wherever the day hangs, for "est attendu", and for
    "is due".
    """
    if verb.lemma_ == "be":
        return any(c.lower_ == "due" and c.dep_ == "acomp" for c in verb.children)
    led = verb.dep_ == "xcomp" and verb.head.lemma_ in PLANNED and "VerbForm=Inf" in verb.morph
    return led or (verb.lemma_ == "attendre" and bool(auxiliaries & {"est", "sont"}))


def _is_timetabled(verb: Token) -> bool:
    """True for what is set for a day: "the trial opens", "the law takes effect"."""
    held = {c.lower_ for c in verb.children if c.dep_ in ("dobj", "obj", "prep")}
    return verb.lemma_ in TIMETABLED or (verb.lemma_ == "take" and bool(held & {"effect", "place"}))


def tense(page: Page, start: int, end: int) -> Tense:
    """The tense of the clause around an interval of the text."""
    before = page.view.text[max(0, start - 16) : start].lower()
    if before.endswith(ONWARD):
        return "future"
    tokens = page.tokens(start, end)
    if not len(tokens):
        return "none"
    verb, direct = _governor(tokens.root)
    if verb is None:
        return "none"
    if _is_awaited(verb, page.view.text[verb.idx + len(verb) : start].lower()):
        return "future"
    return _by_preposition(verb, before) or _of_verb(verb, direct)


def _is_awaited(verb: Token, between: str) -> bool:
    """True for a day ahead of which something is done: "closed ahead of the vote on", and "before"
    where the verb is still going on; ``between``: what is said from the verb to the day.
    """
    found = AWAITED.search(between)
    return found is not None and (found[1] != "before" or "Aspect=Prog" in verb.morph)


def _by_preposition(verb: Token, before: str) -> Tense | None:
    """What the preposition before a date makes of it with some verbs; "none": the nearest."""
    if verb.lemma_ in LASTING and before.endswith(UNTIL):
        return "future"
    if verb.lemma_ in LASTING and before.endswith("from "):
        return "future" if any(c.lower_ in AHEAD for c in verb.children) else "none"
    if verb.lemma_ in ANNOUNCING and before.endswith("from "):
        return "future"
    if verb.lemma_ in ANNOUNCING and before.endswith(("in ", "en ")):
        return "none"
    return "future" if verb.lemma_ in CALLING and before.endswith(("for ", "pour ")) else None
