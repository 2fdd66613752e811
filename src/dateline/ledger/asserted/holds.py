"""Who holds a place, has left it or denies its loss, where the reader finds no event. Pure.

"Our forces withdrew from Gharyan", "the city had not been lost", "part of Hadrut was still held by
his fighters". The holder stands as the population; who has left a place denies to hold it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dateline.ledger.asserted.charges import own_name
from dateline.ledger.asserted.doubts import doubt
from dateline.ledger.asserted.holding_words import NAME, NAME_BEFORE, NO, Form, words
from dateline.ledger.asserted.making import Maker, Said, about_of, context
from dateline.ledger.speakers.actors import plain, speaker, state_of
from dateline.ledger.speakers.sides import fights, side
from dateline.records import Assertion, Place, Reading, Span
from dateline.records.vocabulary import Polarity

_REACH = 32
"""Characters between the words and the place that they are about."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Words of a form in a sentence. ``before``: what stands in it before them and their helping
    verbs; ``denied``: these deny it.
    """

    form: Form
    match: re.Match[str]
    sentence: Span
    before: str
    denied: bool

    @property
    def at(self) -> int:
        """Where the place is told: behind the words, or before them."""
        return self.match.end() if self.form.after else self.match.start()

    @property
    def clause(self) -> str:
        """What stands before the words after the last comma, quotation mark or joining word."""
        return self.before[max((m.end() for m in words().cut.finditer(self.before)), default=0) :]


def holds(maker: Maker, reading: Reading) -> Iterator[Assertion]:
    """What sentences tell of who holds a place, in text order."""
    told: Place | None = None
    for sentence in maker.near.sentences:
        last = sentence.span.start
        for found in _matches(maker.dispatch.text, sentence.span):
            place = _place(maker, found, told) if found.match.start() >= last else None
            made = _account(maker, reading, found, place) if place else None
            if made is not None:
                told, last = place, found.match.end()
                yield made


_WORD = re.compile(r"[^\W\d_]{3,}")


def _matches(text: str, sentence: Span) -> list[_Found]:
    if words().signs.isdisjoint(_WORD.findall(text[sentence.start : sentence.end].casefold())):
        return []
    found = [
        _found(text, sentence, form, m)
        for form in words().forms
        for m in form.pattern.finditer(text, sentence.start, sentence.end)
    ]
    return sorted(found, key=lambda one: (one.match.start(), -one.match.end()))


def _found(text: str, sentence: Span, form: Form, match: re.Match[str]) -> _Found:
    before = text[sentence.start : match.start()]
    helped = words().helped.search(before)
    cut = before[: helped.start()] if helped else before
    return _Found(form, match, sentence, cut, NO.search(before[len(cut) :]) is not None)


def _place(maker: Maker, found: _Found, told: Place | None) -> Place | None:
    """The place that the words are about: named beside them, or meant by "the city"."""
    known = [*maker.near.places, *maker.near.unknown]
    near = [p for p in known if _beside(maker.dispatch.text, found, p.span)]
    if near:
        first = min(near, key=lambda p: p.span.start)
        whole = _named(maker.dispatch.text, found) if first.geonameid is None else None
        return whole if whole and whole.span.contains(first.span) else first
    if _points(maker.dispatch.text, found):
        known += maker.near.offices
        before = [p for p in known if p.span.end <= found.match.start()]
        return told or (before[-1] if before else None)
    return _named(maker.dispatch.text, found)


def _beside(text: str, found: _Found, place: Span) -> bool:
    """True if a place stands where that of the words is told, with nothing of its own between."""
    if found.form.holder == "fought":
        return found.match.start() <= place.start < found.match.end()
    if found.form.after:
        between = text[found.at : place.start]
        near = found.at <= place.start < found.at + _REACH and not words().cut.search(between)
        return near and _ELSEWHERE.search(between) is None
    between = text[place.end : found.at].strip(" ,")
    near = found.at - _REACH < place.end <= found.at
    return near and words().helped.fullmatch(f" {between}" if between else "") is not None


_ELSEWHERE = re.compile(r"\b(?:in|at|near|from|to|for|by|with|dans|à)\s", re.IGNORECASE)
"""Behind these stands a place in which something else was taken: "captured rebels in the city"."""


def _points(text: str, found: _Found) -> bool:
    """True for "the city", "it"."""
    unnamed = words().unnamed
    if found.form.holder == "fought":
        return unnamed.search(found.match[0]) is not None
    if found.form.after:
        return unnamed.match(text, found.at) is not None
    subject = found.before.rstrip()
    return any(m.end() == len(subject) for m in unnamed.finditer(subject))


def _named(text: str, found: _Found) -> Place | None:
    """A place that the reader does not know, by its capital letter; not in telex capitals, nor the
    first word of a sentence: "Snow fell".
    """
    name = NAME.match(text, found.at) if found.form.after else NAME_BEFORE.search(found.before)
    if name is None or state_of(name[1]) or text.isupper() or fights(plain(name[1]).split()[-1]):
        return None
    start = name.start(1) + (0 if found.form.after else found.sentence.start)
    if start == found.sentence.start and " " not in name[1]:
        return None
    return Place(span=Span(start, start + len(name[1])), text=name[1], name=name[1])


def _account(maker: Maker, reading: Reading, found: _Found, place: Place) -> Assertion | None:
    """The account that some words give; None if they tell of no holder."""
    form, said = found.form, _said(reading, found.match.start())
    who = _holder(maker, found, said)
    turns = (form.gone, found.denied, said.polarity == "denies", form.holder == "fought")
    polarity: Polarity = "denies" if sum(turns) % 2 else "asserts"
    if who is None and form.holder in ("before", "behind", "guest"):
        return None
    if form.holder == "guest" and polarity == "asserts":  # who is in a town may not hold it
        return None
    span = _span(maker.dispatch.text, found, place)
    about = about_of("control", place, maker.near.when(span))
    about = replace(about, population=who, population_key=who.casefold() if who else None)
    made = maker.make("control", span, about, replace(said, polarity=polarity))
    doubted = doubt(maker.dispatch.text, maker.near, span)
    return replace(made, verification=doubted, context=context(maker, span))


def _span(text: str, found: _Found, place: Place) -> Span:
    """The clause: from the holder, or the place, to the end of the words, of the place named or
    meant.
    """
    start, end = found.sentence.start + len(found.before) - len(found.clause), found.match.end()
    pointed = words().unnamed.match(text, found.at) if found.form.after else None
    end = max(end, pointed.end()) if pointed else end
    if found.form.after and place.span.start < end + _REACH:
        end = max(end, place.span.end)
    return Span(start, end)


def _said(reading: Reading, at: int) -> Said:
    """Who says what stands at an offset, and how; the agency if nobody is named."""
    inside = [
        s for s in reading.statements if any(c.span.start <= at < c.span.end for c in s.content)
    ]
    best = min(inside, key=lambda s: s.span.end - s.span.start, default=None)
    return Said(best.source_name, best.via, best.polarity) if best else Said()


_LIBERATED = re.compile(r"(?:re)?liberated", re.IGNORECASE)
_OWNERS = frozenset(("our", "its", "their", "his", "notre", "leur"))
_POSSESSIVE = re.compile(r"(?:'s|\u2019s|s'|s\u2019)$")
_THAT = re.compile(r"\b(?:that|said|says|qu)\s", re.IGNORECASE)


def _holder(maker: Maker, found: _Found, said: Said) -> str | None:
    """Who holds it, by name; the speaker where the words say "we", "its forces"."""
    holder, clause = found.form.holder, " ".join(found.clause.split())
    own = own_name(maker, said.by) or said.by or maker.dispatch.agency
    if holder in ("nobody", "fought"):
        return own if _LIBERATED.match(found.match[0]) else None
    who = (
        _POSSESSIVE.sub("", " ".join(found.match["who"].split())) if holder == "behind" else clause
    )
    ours = words().own.fullmatch(who) is not None or plain(who) in _OWNERS
    if _THEY.fullmatch(who) and (force := _force(found.before, own)):
        return force
    if side(who) is None and who and (whole := _joined(found.before, who)):
        who = whole
    if not who:  # "they had entered the town and had seized it"
        told = found.before[max((m.end() for m in _THAT.finditer(found.before)), default=0) :]
        ours = words().own.match(told.lstrip()) is not None
    if holder == "speaker" or ours:
        return own
    return who if _is_side(maker, who) else None


_THEY = re.compile(r"(?:that )?they", re.IGNORECASE)
_A_FORCE = re.compile(
    r"\b([A-Z][\w-]+ (?:forces|troops|soldiers|army|units|fighters|servicemen|tanks))\b"
)


def _force(before: str, own: str | None) -> str | None:
    """The other side's force that "they" may be: "said that Russian forces had taken the town, and
    that they had since left it"; None if the words name none.
    """
    named = [m[1] for m in _A_FORCE.finditer(before)]
    return next((n for n in reversed(named) if side(n) and side(n) != side(own or "")), None)


def _joined(before: str, who: str) -> str | None:
    """The whole of "Russian tanks and soldiers", of which the words name no side."""
    found = re.search(rf"([A-Z][\w-]+ \w+ (?:and|et) {re.escape(who)})\s*$", before)
    return found[1] if found and side(found[1]) else None


_LONGEST = 9


def _is_side(maker: Maker, who: str) -> bool:
    """True for a force, a state or a group that the dispatch knows by name."""
    named = plain(who).split()
    if not named or len(named) > _LONGEST or words().claims.search(who):
        return False
    known = {plain(n) for names in maker.also.values() for n in names}
    return bool(side(who) or fights(named[-1]) or speaker(who).government or plain(who) in known)


def merged(found: Iterable[Assertion], told: Iterable[Assertion]) -> Iterator[Assertion]:
    """The reader's accounts of control, and of these those that it does not have or of which it
    does not know the holder.
    """
    mine = list(told)
    for a in map(_placed, found):
        beside = [h for h in mine if a.kind == "control" and h.span.overlaps(a.span)]
        better = [h for h in beside if h.about.population or _has_holder(h) >= _has_holder(a)]
        whole = [h for h in beside if len(h.about.place or "") > len(a.about.place or "")]
        better = whole if a.about.geonameid is None and whole else better
        if better and (better is whole or not _sure(a)):
            continue
        mine = [h for h in mine if h not in beside]
        yield a
    yield from mine


_SUBJECT = re.compile(
    r"(?:(?i:the |la |le )?(?i:town|city|village|ville|village) (?i:of|de) |)([A-Z][\w'-]{2,})\s+"
    r"(?:is|was|has|had|remain\w*|fell|now|est|était|reste\w*)\b"
)
"""The place that an account is about, where it is its subject: "Kherson is in Russian hands"."""


def _placed(a: Assertion) -> Assertion:
    """An account of control with its place, by name only if the reader does not know it."""
    name = _SUBJECT.match(a.text) if a.kind == "control" and a.about.place is None else None
    return replace(a, about=replace(a.about, place=name[1])) if name else a


def _sure(a: Assertion) -> bool:
    """True if the reader knows both who holds it and which place it is."""
    return _has_holder(a) and a.about.place is not None and not a.about.guessed


def _has_holder(a: Assertion) -> bool:
    about = a.about
    return about.population is not None and plain(about.population) != plain(about.place or "")
