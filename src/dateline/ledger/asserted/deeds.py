"""What a dispatch tells of deeds: attacks and who made them, and who holds a place. Pure.

The doer or holder stands in an assertion as its population.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.ledger.asserted.charges import elsewhere, leaves_open, of_fact, own_name
from dateline.ledger.asserted.doubts import doubt
from dateline.ledger.asserted.making import Maker, Said, about_of, context
from dateline.ledger.asserted.tolls import day_of_deed
from dateline.ledger.speakers.actors import plain
from dateline.ledger.speakers.sides import side
from dateline.records import About, Assertion, Event, Place, Reading, Span
from dateline.records.vocabulary import EventStatus, Polarity

_POLARITY: dict[EventStatus, Polarity] = {
    "reported": "asserts",
    "claimed": "asserts",
    "planned": "promises",
    "demanded": "demands",
    "denied": "denies",
}
_CONTESTED = frozenset({"ASSAULT", "COERCE", "SEIZE"})
"""PLOVER types whose doer is argued about."""


def events(maker: Maker, reading: Reading) -> Iterator[Assertion]:
    """Contested attacks, denied and claimed deeds, and who holds a place."""
    names = frozenset(plain(n) for name in reading.names for n in (name.text, name.canonical))
    held: Place | None = None
    idle = _idle_denials(maker, reading)
    for event in reading.events:
        control = event.type == "CONTROL"
        if control and _NO_PLACE.search(event.text):
            continue
        if event.status == "denied" and any(span.contains(event.span) for span in idle):
            continue
        if control or event.type in _CONTESTED or event.status in ("claimed", "denied"):
            place = _event_place(event, maker, held)
            held = place if control else held
            made = maker.make(
                "control" if control else "event",
                event.span,
                _event_about(event, place, maker, names),
                Said(_claimant(event), polarity=_POLARITY[event.status]),
            )
            if control and not _names_place(event, maker, place):
                made = replace(made, about=replace(made.about, guessed=True))
            doubted = doubt(maker.dispatch.text, maker.near, event.span) if control else None
            yield replace(made, verification=doubted, context=context(maker, event.span))


def _idle_denials(maker: Maker, reading: Reading) -> tuple[Span, ...]:
    """What was rejected and is no fact, an offer or violence, and what was left open."""
    text = maker.dispatch.text
    denied = (s for s in reading.statements if s.polarity == "denies" and s.content)
    spans = ((s, Span(s.content[0].span.start, s.content[-1].span.end)) for s in denied)
    return tuple(
        span for s, span in spans
        if leaves_open(text, s) or not of_fact(text[span.start : span.end])
    )  # fmt: skip


def _names_place(event: Event, maker: Maker, place: Place | None) -> bool:
    """True if the words themselves name the place, or point at it."""
    named = maker.near.named(event.span) is not None or _THE.search(event.text) is not None
    return named or (place is not None and plain(place.text) in plain(event.text))


_NO_PLACE = re.compile(
    r"\bcontrol of (?:the |their |its |this )?(?:situation|themselves|events|state|nerves)\b"
    r"|\bsituation\b[^.;]{0,40}\bunder control\b(?! of)"
    r"|\b(?:taken|took|take) (?:prisoners?|hostages?)\b|\btaken prisoner by\b",
    re.IGNORECASE,
)
"""Control of what is no place, and what is taken that is none."""


def _claimant(event: Event) -> str | None:
    """Who says so: who is named as the source, else whoever claims or denies their own deed."""
    own = event.actors[0] if event.actors and event.status in ("claimed", "denied") else None
    return event.source_name or own


_THE = re.compile(
    r"\bthe (?:entire |whole )?"
    r"(?:town|city|village|area|complex|base|airport|camp|site|district)\b",
    re.I,
)


def _event_place(event: Event, maker: Maker, held: Place | None) -> Place | None:
    """Where something happened; for control the place that is held, or that was last spoken of if
    the words say only "the town" (``held``).
    """
    if event.type == "CONTROL":
        named = maker.near.named(event.span)
        if named is not None or (held is not None and _THE.search(event.text)):
            return named or held
    given = None if maker.near.spoken(event.place) else event.place
    return given or maker.near.place(event.span)


def _event_about(event: Event, place: Place | None, maker: Maker, names: frozenset[str]) -> About:
    """Who did it stands as the population: that is what rival accounts differ in. Only doers that
    the reader knows by name count; "bombs" do nothing.
    """
    text, owned = maker.dispatch.text, event.status in ("claimed", "denied")
    when = event.when or maker.near.when(event.span)
    if event.type != "CONTROL":
        when = day_of_deed(text, maker.near, event.span, event.when, owned=owned)
    about = about_of(event.type.lower(), place, when)
    doers = ", ".join(a for a in event.actors if _known(a, names)) or _own(event, maker)
    if event.type == "CONTROL":
        doers = doers or _accused(event, maker)
        doers = _with_side(doers, event, maker) if doers and not side(doers) else doers
    if event.status == "denied" and event.source_name in event.actors and not side(doers):
        doers = own_name(maker, event.source_name) or doers
    if event.type == "ASSAULT" and doers and (other := elsewhere(maker, place, event.span, doers)):
        told = about_of(about.measure, other, None)
        about = replace(told, when=about.when, precision=about.precision)
    return replace(about, population=doers or None, population_key=doers.casefold() or None)


_OWNED = re.compile(r"(?:its|their|our|his|ses|leurs) ", re.I)
_OWN = re.compile(
    r"(?:that )?(?:it|they|we|(?:its|their|our|his) \w+)\b"
    r"|.*\b(?:our|its|their) (?:\w+ )?(?:control|hands)$",
    re.I | re.S,
)


_ACCUSED = re.compile(
    r"\baccus\w+ (?:the )?([A-Z][\w'’-]*(?: [\w'’-]+){0,3}?) (?:of|d['’e])\s*[^.;]{0,60}$"
)
_BARE_FORCE = re.compile(r"([A-Z][\w-]+ \w+ (?:and|et)) $")


def _accused(event: Event, maker: Maker) -> str:
    """Whoever is accused of it: "accused Moscow of occupying the town"."""
    start = maker.near.around(event.span).start
    found = _ACCUSED.search(maker.dispatch.text[start : event.span.start])
    return found[1] if found and side(found[1]) else ""


def _with_side(doers: str, event: Event, maker: Maker) -> str:
    """The whole of "Russian tanks and soldiers", of which the doer alone tells no side."""
    text = maker.dispatch.text
    at = text.find(doers, event.span.start, event.span.end)
    found = _BARE_FORCE.search(text, max(0, at - 60), at) if at >= 0 else None
    whole = f"{found[1]} {doers}" if found else ""
    return whole if side(whole) else doers


def _own(event: Event, maker: Maker) -> str:
    """Whoever speaks of what "its forces" took, or denies what is said of them, by the name that
    tells the side; empty if the words name nobody.
    """
    own = event.type == "CONTROL" and _OWN.match(event.text) is not None
    if event.type == "ASSAULT" and (event.actors or event.status == "denied"):
        own = all(_OWNED.match(a) for a in event.actors)
    if not own or not event.source_name:
        return ""
    also = maker.also.get(event.source_name, ())
    return next((name for name in also if side(name)), event.source_name)


def _known(doer: str, names: frozenset[str]) -> bool:
    """True if a doer is, or holds, a name of the dispatch, or is a side of its war."""
    if side(doer) and not _OWNED.match(doer):
        return True
    words = f" {plain(doer)} "
    return any(f" {name} " in words for name in names)
