"""Who is said to have made an attack, and who denies it, where the reader finds no event. Pure.

Charges ("blamed the RSF for the shelling"), accounts with a doer ("Turkish jets bombed the camp",
"shot down by a Turkish jet") and denials, which often only point at the charge ("denied the
accusation", "denied that it launched the strike"). The doer stands as the population; who denies
an attack denies it of itself.
"""

import re
from dataclasses import replace

from dateline.ledger.asserted.making import Maker, Said, about_of, context
from dateline.ledger.asserted.scenes import telling_attack
from dateline.ledger.asserted.tolls import day_of_deed
from dateline.ledger.speakers.actors import bodies, official, plain, speaker
from dateline.ledger.speakers.sides import fights, irregular, side
from dateline.records import Assertion, Place, Reading, Span, Statement
from dateline.records.vocabulary import Polarity

_CHARGE = re.compile(r"accus|blam|charg|held? .*responsible|imput", re.I)
_BLAMED = re.compile(r"(?:on )?(.{3,60}?) (?:for|of|over) (?:the|an?|\w+ing)\b", re.DOTALL)

_DEED = (
    r"(?:fired|shelled|bombed|bombarded|attacked|struck|targeted|hit|downed|shot down|shot"
    r"|launched|carried out|opened fire|destroyed)"
)
_DID = re.compile(
    rf"(?:that |qu')?[\"“«]?\s*(.{{3,60}}?) (?:(?:had|has|have|again|deliberately) )*{_DEED}\b",
    re.I | re.S,
)
_DONE_BY = re.compile(
    rf"\b{_DEED}\b[^.;]{{0,40}}? by (?:an? |the )?(.{{3,50}}?)"
    r"(?=[,.;\"”]| (?:that|which|on|in|near|after|over|during|from|at)\b|$)",
    re.I | re.S,
)
_BEHIND = re.compile(
    r"(?:that |qu')?[\"\u201c\u00ab]?\s*(.{3,60}?)[\"\u201d]? (?:was|is|were|had been) "
    r"(?:behind|responsible for|to blame for) (?:the|this|an?|all)\b",
    re.I | re.S,
)
_POINTS_BACK = re.compile(
    r"(?:that |any |the |all |its |these |such |those |both )*"
    r"(?:claims?|accusations?|charges?|allegations?|reports?|versions?|accounts?|responsib\w+"
    r"|involve\w+|blame)\b(?! (?:made|of|that)\b)",
    re.I,
)
_FALSE = re.compile(
    r"\b(?:claims?|reports?|allegations?|accusations?|statements?|information|assertions?|it'?s?)\b"
    r".{0,160}\b(?:untrue|not true|false|fake|lies?|baseless|groundless|unfounded|fabricat\w+"
    r"|nonsense|disinformation|absurd)\b",
    re.I | re.S,
)


_CLAIMED = re.compile(
    r"\b(?:claims?|reports?|allegations?|rumou?rs?|statements?|information|assertions?|news)\s+that\s[^.;]{0,40}$",
    re.I,
)
_IS_FALSE = re.compile(
    r"[^.;]{0,40}?\b(?:is|are|was|were)\s+(?:\w+\s+)?(?:untrue|not true|false|fakes?|lies?|baseless"
    r"|groundless|unfounded|fabricat\w+|nonsense|disinformation|absurd|propaganda)\b",
    re.I,
)


def called_false(text: str, sentence: Span, span: Span) -> bool:
    """True for what stands between "the claim that" and "is fake news"."""
    before = _CLAIMED.search(text, sentence.start, span.start)
    return before is not None and _IS_FALSE.match(text, span.end, sentence.end) is not None


_ATTACK = (
    r"(?:(?<!cease-)(?<!cease )(?<!cease - )fir(?:e|ed|ing)|hit(?:ting)?|attack\w*|shell\w*"
    r"|bomb\w*|str(?:ikes?|uck|iking)|target\w*|shot|shoot\w*|down(?:ed|ing)|launch\w*"
    r"|carr(?:y|ied|ying) out|kill\w*)"
)
_ATTACKING = re.compile(rf"\b{_ATTACK}\b", re.I)
_NOT_DONE = re.compile(
    r"^[^.;]{0,80}\b(?:(?:had|has|have|did|does|do|was|were) not|(?:had|has|have|did|does|do|was"
    r"|were)n['’]t|never|(?:no one|nobody|no \w+(?: of ours)?) (?:has|have|had|was|were)"
    rf"|no (?:indication|evidence|information))\b[^.;]{{0,60}}?\b{_ATTACK}\b",
    re.I,
)
_MODEL = re.compile(r"[a-z]{1,4}-?\d{1,3}[a-z]?")
_ITS = re.compile(r"(?:that |qu')?(?:its|their|our|ses|leurs|nos) \w+", re.I)
_THAT = re.compile(r"^.{0,60}?\bthat ", re.I | re.S)


def points_back(words: str) -> bool:
    """True for "the accusation", "any involvement": what is denied stands before."""
    return _POINTS_BACK.match(words) is not None


def charges(statement: Statement) -> bool:
    """True for a charge or a denial: what it is about often stands in the words around it."""
    cue = statement.cue.text if statement.cue else ""
    return statement.polarity == "denies" or _CHARGE.search(cue) is not None


_NEITHER = re.compile(
    r"\b(?:neither\s+(?:confirm|admit)\w*\s+nor\s+den(?:y|ies|ied|ying)"
    r"|(?:confirm|admit)(?:ing)?\s+or\s+deny(?:ing)?"
    r"|ni\s+(?:confirm|admett?)\w+,?\s+ni\s+(?:démenti|infirm|ni)\w*)\b",
    re.I,
)
_BEFORE_CUE = 40
"""Characters before "deny" in which "neither confirm nor" may stand."""


def leaves_open(text: str, statement: Statement) -> bool:
    """True for who "would neither confirm nor deny" something, and so says nothing of it."""
    if statement.polarity != "denies" or statement.cue is None:
        return False
    cue = statement.cue.span
    return _NEITHER.search(text, max(0, cue.start - _BEFORE_CUE), cue.end) is not None


_OF_FACT = re.compile(
    r"\b(?:that|qu[e']|avoir|having|any|all|toute?s?|them|it|this|claims?|accusations?|charges?|versions?"
    r"|allegations?|reports?|responsib\w+|involve\w+|participat\w+|links?|accounts?)\b|^\W*\w+ing\b"
    r"|\b(?:was|were|is|are|had|has|have|been)\b",
    re.I,
)
"""What is denied if a fact is; who rejects an offer, a plan or a party denies none."""


_QUOTED = re.compile(r"(?<=\w)\s+[\"“«].*", re.DOTALL)


def of_fact(words: str) -> bool:
    """By what stands before a quotation in them: who rejects violence "now that priests have been
    killed" denies no killing.
    """
    told = _QUOTED.sub("", words)
    return _OF_FACT.search(told) is not None or telling_attack(told)


def polarity(statement: Statement, words: str) -> Polarity:
    """A statement's own, but "the claim that ... is untrue" and "we did not bomb it" deny."""
    if statement.polarity == "asserts" and (_FALSE.search(words) or _NOT_DONE.search(words)):
        return "denies"
    return statement.polarity


def doer(maker: Maker, statement: Statement, words: str, said: Said) -> str | None:
    """Whom a statement names as the doer of an attack, or who denies to be it; None if nobody."""
    if said.polarity == "denies":
        return _denier(maker, words, said)
    cue = statement.cue.text if statement.cue else ""
    if _CHARGE.search(cue) and statement.source_name:
        found = _BLAMED.match(words)
        return " ".join(found[1].split()) if found and telling_attack(words) else None
    if said.polarity != "asserts":
        return None
    return _subject(words)


def _subject(words: str) -> str | None:
    """Whom some words name as the doer of an attack, if they tell a side."""
    told = (_DID.match(words), _DONE_BY.search(words), _BEHIND.match(words))
    whom = [" ".join(m[1].split()) for m in told if m]
    return next((w for w in whom if side(w) and _fights(w)), None)


def _fights(whom: str) -> bool:
    """True for a state itself, and for what fights for it: its army, its jets, an F-16."""
    head = plain(whom).split()[-1]
    return fights(head) or speaker(whom).government or _MODEL.fullmatch(head) is not None


def _denier(maker: Maker, words: str, said: Said) -> str | None:
    """Of whom an attack is denied: as the words say, else of the speaker."""
    if not of_fact(words) and not _FALSE.search(words):
        return None
    about = _ATTACKING.search(words) or telling_attack(words)
    if not (about or points_back(words) or _FALSE.search(words)):
        return None
    named = _subject(_THAT.sub("", words, count=1))
    body = said.by is not None and (bodies(said.by) or said.by.isupper())
    itself = said.by if body and _ITS.match(words) else None
    return named or own_name(maker, said.by) or itself


def own_name(maker: Maker, by: str | None) -> str | None:
    """The name of a speaker that makes it a side of the war: a government, an army, rebels."""
    return next((n for n in maker.names(by) if side(n) and _wages_war(n)), None)


def _wages_war(name: str) -> bool:
    return irregular(side(name)) or official(speaker(name)) or _fights(name)


def told(reading: Reading, span: Span) -> bool:
    """True if the reader has found an attack with its doer in some words."""
    return any(
        span.overlaps(e.span) and any(side(a) for a in e.actors)
        for e in reading.events
        if e.type == "ASSAULT"
    )


def blame(maker: Maker, span: Span, whom: str, said: Said) -> Assertion:
    """A charge or a denial as an account of who did it, to be set against others."""
    place = elsewhere(maker, _place(maker, span), span, whom)
    when = day_of_deed(maker.dispatch.text, maker.near, span, None, owned=True)
    about = about_of("assault", place, when)
    known: Polarity = "denies" if said.polarity == "denies" else "asserts"
    made = maker.make("event", span, about, Said(said.by, said.via, known))
    return _with_doer(made, whom, context(maker, span))


def _place(maker: Maker, span: Span) -> Place | None:
    """Where it was; if only the country is near, the first place inside it that is told."""
    place = maker.near.place(span)
    if place is None or place.within or place.geonameid is None:
        return place
    inside = (p for p in maker.near.places if place.geonameid in p.within)
    return next(inside, place)


def elsewhere(maker: Maker, place: Place | None, span: Span, whom: str) -> Place | None:
    """A place that is not only the doer's own name: of "Russia fired at the city", the city."""
    if place is None or not (plain(place.text) in plain(whom) or _launched_from(maker, place)):
        return place
    others = [p for p in maker.near.places if plain(p.text) not in plain(whom)]
    others = [p for p in others if not _launched_from(maker, p)]
    before = [p for p in others if p.span.start < span.end]
    return next(iter(before[-1:] or others[:1]), place)


_FROM = re.compile(
    r"\b(?:from|depuis) (?:(?:the|la|le) )?"
    r"(?:(?:village|town|city|direction|area|ville) (?:of|de) )?$"
)


def _launched_from(maker: Maker, place: Place) -> bool:
    """True for where an attack came from: "shelled the station from the village of Jvari"."""
    start = place.span.start
    return _FROM.search(maker.dispatch.text[max(0, start - 40) : start]) is not None


def _with_doer(a: Assertion, whom: str, words: tuple[str, ...]) -> Assertion:
    about = replace(a.about, population=whom, population_key=whom.casefold())
    return replace(a, about=about, context=words)
