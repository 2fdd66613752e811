"""Who holds a place, has left it or denies its loss, where the reader finds no event. Pure.

"Our forces withdrew from Gharyan", "the city had not been lost", "part of Hadrut was still held by
his fighters". The holder stands as the population; who has left a place denies to hold it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from dateline.ledger import lexicons
from dateline.ledger.asserted.charges import own_name
from dateline.ledger.asserted.doubts import doubt
from dateline.ledger.asserted.making import Maker, Said, about_of, context
from dateline.ledger.speakers.actors import plain, speaker, state_of
from dateline.ledger.speakers.sides import fights, side
from dateline.records import Assertion, Place, Reading, Span
from dateline.records.vocabulary import Polarity


@dataclass(frozen=True, slots=True)
class _Form:
    """A way of telling it. ``after``: the place follows, else it stands before; ``holder``: before
    the words, behind them, or nobody is named; ``gone``: the holder holds it no longer.
    """

    pattern: re.Pattern[str]
    after: bool
    holder: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    forms: tuple[_Form, ...]
    helped: re.Pattern[str]
    unnamed: re.Pattern[str]
    own: re.Pattern[str]
    cut: re.Pattern[str]
    claims: re.Pattern[str]


@cache
def _words() -> _Words:
    words = {k: v.replace(" ", r"\s+") for k, v in lexicons.table("holding.toml").items()}
    where = rf"(?:{words['share']})?(?:the\s+)?(?:(?:{words['kind']})\s+)*"
    by = r"\s+by\s+(?P<who>[^,.;\"\u201c\u201d]{3,50}?)(?=[,.;\"\u201d]|\s+(?:on|in|after|since|and)\b|$)"
    under = rf"(?:in|under|sous)\s+(?P<who>[^,.;\"]{{2,40}}?)\s+(?:{words['kind']}\s+)*(?:control|hands|contr\u00f4le)"

    def form(pattern: str, holder: str, *, after: bool, gone: bool = False) -> _Form:
        return _Form(re.compile(rf"\b(?:{pattern})", re.IGNORECASE), after, holder, gone)

    return _Words(
        forms=(
            form(rf"(?:{words['left']})\s+{where}", "before", after=True, gone=True),
            form(rf"(?:{words['leaving']})\s+{where}", "speaker", after=True, gone=True),
            form(rf"(?:{words['enters']})\s+{where}", "guest", after=True),
            form(rf"(?:{words['holds']}|{words['takes']}|{words['keeps']})\s+{where}", "before",
                 after=True),
            form(rf"(?:{words['taken']}){by}", "behind", after=False),
            form(under, "behind", after=False),
            form(rf"(?:{words['lost']}|(?:{words['taken']})(?!\s+by\b))\b", "nobody", after=False),
            form(rf"(?:fighting|clashes|battles?)\s+(?:in|for|inside|around)\s+{where}"
                 rf"[^,.;]{{3,40}}?\s+(?:{words['goes_on']})\b", "fought", after=True),
        ),
        helped=re.compile(rf"(?:\s+(?:{words['helpers']}|{_NOT}))*\s*$", re.IGNORECASE),
        unnamed=re.compile(rf"(?:the\s+)?(?:(?:{words['kind']})\s+)*(?:{words['places']}|it)\b", re.IGNORECASE),
        own=re.compile(rf"(?:(?:that\s+)?(?:it|they|we|he)|(?:{words['ours']})\s+.*)", re.IGNORECASE | re.DOTALL),
        cut=re.compile(rf"[,;:.\"\u201c\u201d()-](?:\s|$)|[\"\u201c(]|\b(?:{words['joins']})(?:\s|$)", re.IGNORECASE),
        claims=re.compile(rf"\b(?:{words['claims']})\b", re.IGNORECASE),
    )  # fmt: skip


_NOT = r"not|never|no\s+longer|n['\u2019]?t|pas|plus|jamais|n['\u2019]est|ne|n['\u2019]a"
_NO = re.compile(rf"\b(?:{_NOT})\b|n['\u2019]t\b", re.IGNORECASE)
_REACH = 32
"""Characters between the words and the place that they are about."""

_THAT = re.compile(r"\b(?:that|said|says|qu)\s", re.IGNORECASE)
_NAME = re.compile(r"(?:(?i:town|city|village|settlement|base|district)\s+of\s+)?"
                   r"((?:(?:al|el|as|ash|ar|az)-)?[A-Z\u00c0-\u00de][\w'\u2019-]{2,}(?:[ -][A-Z][\w'\u2019-]+)?)")  # fmt: skip
_NAME_BEFORE = re.compile(r"([A-Z\u00c0-\u00de][\w'\u2019-]{2,}(?:[ -][A-Z][\w'\u2019-]+)?)\s*$")


def holds(maker: Maker, reading: Reading) -> Iterator[Assertion]:
    """What sentences tell of who holds a place, in text order."""
    told: Place | None = None
    for sentence in maker.near.sentences:
        last = sentence.span.start
        for form, found in _matches(maker.dispatch.text, sentence.span):
            place = _place(maker, form, found, told) if found.start() >= last else None
            made = _account(maker, reading, form, found, place) if place else None
            if made is not None:
                told, last = place, found.end()
                yield made


def _matches(text: str, sentence: Span) -> list[tuple[_Form, re.Match[str]]]:
    found = [
        (form, m)
        for form in _words().forms
        for m in form.pattern.finditer(text, sentence.start, sentence.end)
    ]
    return sorted(found, key=lambda one: (one[1].start(), -one[1].end()))


def _place(maker: Maker, form: _Form, found: re.Match[str], told: Place | None) -> Place | None:
    """The place that the words are about: named beside them, or meant by "the city"."""
    known = [*maker.near.places, *maker.near.unknown]
    text, at = maker.dispatch.text, found.end() if form.after else found.start()
    if form.holder == "fought":
        near = [p for p in known if found.start() <= p.span.start < found.end()]
    elif form.after:
        near = [p for p in known if at <= p.span.start < at + _REACH]
        near = [p for p in near if not _words().cut.search(text[at : p.span.start])]
    else:
        near = [p for p in known if at - _REACH < p.span.end <= at]
        near = [p for p in near if _words().helped.fullmatch(f" {text[p.span.end : at].strip(', ')}")
                or not text[p.span.end : at].strip()]  # fmt: skip
    if near:
        return min(near, key=lambda p: p.span.start)
    if _points(text, form, at, found):
        before = [p for p in known if p.span.end <= found.start()]
        return told or (before[-1] if before else None)
    return _named(text, form, at)


def _points(text: str, form: _Form, at: int, found: re.Match[str]) -> bool:
    """True for "the city", "it"."""
    if form.holder == "fought":
        return _words().unnamed.search(found[0]) is not None
    if form.after:
        start = max((m.end() for m in re.finditer(r"\s", found[0])), default=0)
        return _words().unnamed.match(text, at) is not None or start < 0
    words = text[max(0, at - _REACH) : at]
    helped = _words().helped.search(words)
    subject = words[: helped.start()] if helped else words
    return any(m.end() == len(subject.rstrip()) for m in _words().unnamed.finditer(subject.rstrip()))


def _named(text: str, form: _Form, at: int) -> Place | None:
    """A place that the reader does not know, by its capital letter."""
    if form.after:
        found = _NAME.match(text, at)
    else:
        words = text[max(0, at - 2 * _REACH) : at]
        helped = _words().helped.search(words)
        found = _NAME_BEFORE.search(words[: helped.start()] if helped else words)
    if found is None or state_of(found[1]) or text.isupper() or fights(plain(found[1]).split()[-1]):
        return None
    start = found.start(1) if form.after else max(0, at - 2 * _REACH) + found.start(1)
    return Place(span=Span(start, start + len(found[1])), text=found[1], name=found[1])


def _account(
    maker: Maker, reading: Reading, form: _Form, found: re.Match[str], place: Place
) -> Assertion | None:
    """The account that some words give; None if they tell of no holder."""
    text = maker.dispatch.text
    sentence = maker.near.around(Span(found.start(), found.end()))
    before = text[sentence.start : found.start()]
    helped = _words().helped.search(before)
    cut = before[: helped.start()] if helped else before
    denied = _NO.search(before[len(cut) :]) is not None
    said, span = _said(maker, reading, found)
    who = _holder(maker, form, found, cut, said)
    if form.holder in ("before", "behind") and who is None:
        return None
    asserted = (form.gone + denied + (said.polarity == "denies") + (form.holder == "fought")) % 2 == 0
    if form.holder == "guest" and (asserted or who is None):  # who is in a town may not hold it
        return None
    polarity: Polarity = "asserts" if asserted else "denies"
    words = span or _span(cut, sentence, found, place)
    about = about_of("control", place, maker.near.when(words))
    about = replace(about, population=who, population_key=who.casefold() if who else None)
    made = maker.make("control", words, about, replace(said, polarity=polarity))
    doubted = doubt(text, maker.near, words)
    return replace(made, verification=doubted, context=context(maker, words))


def _span(cut: str, sentence: Span, found: re.Match[str], place: Place) -> Span:
    """The clause: from the holder, or the place, to the end of the words or the place."""
    clause = _tail(cut)
    start = sentence.start + len(cut) - len(clause)
    return Span(min(start, place.span.start if place.span.end <= found.start() and place.span.start >= start else start),
                max(found.end(), place.span.end if place.span.start < found.end() + _REACH and place.span.start >= found.start() else 0))  # fmt: skip


def _tail(words: str) -> str:
    """What stands after the last comma, quotation mark or joining word."""
    last = 0
    for m in _words().cut.finditer(words):
        last = m.end()
    return words[last:].lstrip()


def _said(maker: Maker, reading: Reading, found: re.Match[str]) -> tuple[Said, Span | None]:
    """Who says it, and how."""
    inside = [
        s for s in reading.statements
        if any(c.span.start <= found.start() < c.span.end for c in s.content)
    ]  # fmt: skip
    if not inside:
        return Said(), None
    best = min(inside, key=lambda s: s.span.end - s.span.start)
    return Said(best.source_name, best.via, best.polarity), None


def _holder(
    maker: Maker, form: _Form, found: re.Match[str], cut: str, said: Said
) -> str | None:
    """Who holds it, by name; the speaker where the words say "we", "its forces"."""
    said_words = cut[max((m.end() for m in _THAT.finditer(cut)), default=0) :].lstrip()
    own = own_name(maker, said.by) or said.by or maker.dispatch.agency
    if form.holder == "speaker":
        return own
    if form.holder == "fought":
        return None
    if form.holder == "nobody":
        return own if re.match(r"(?:re)?liberated", found[0], re.IGNORECASE) else None
    who = " ".join((found["who"] if form.holder == "behind" else _tail(cut)).split())
    if form.holder == "behind":
        who = re.sub(r"(?:'s|\u2019s|s'|s\u2019)$", "", who)
    if not who and _words().own.match(said_words):
        return own
    if _words().own.fullmatch(who) or plain(who) in ("our", "its", "their", "his", "notre", "leur"):
        return own
    return who if _is_side(maker, who) else None


def _is_side(maker: Maker, who: str) -> bool:
    """True for a force, a state or a group that the dispatch knows by name."""
    words = plain(who).split()
    if not words or len(words) > _LONGEST or _words().claims.search(who):
        return False
    named = {plain(n) for names in maker.also.values() for n in names}
    return bool(side(who) or fights(words[-1]) or speaker(who).government or plain(who) in named)


_LONGEST = 9


def merged(found: Iterable[Assertion], told: Iterable[Assertion]) -> Iterator[Assertion]:
    """The reader's accounts of control, and of these those that it does not have or of which it
    does not know the holder.
    """
    mine = list(told)
    for a in found:
        beside = [h for h in mine if a.kind == "control" and h.span.overlaps(a.span)]
        better = [h for h in beside if h.about.population or _has_holder(h) >= _has_holder(a)]
        if better and not (_has_holder(a) and a.about.place and not a.about.guessed):
            continue
        mine = [h for h in mine if h not in beside]
        yield a
    yield from mine


def _has_holder(a: Assertion) -> bool:
    about = a.about
    return about.population is not None and plain(about.population) != plain(about.place or "")
