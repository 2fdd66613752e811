"""From a reading to what its dispatch asserts: figures, statements, contested events, control.

Pure. An assertion's id depends on the dispatch and the words only, so that a newer reader finds the
same assertions under the same ids, and an editor's judgements stay attached.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dateline.ledger import continued, populations
from dateline.ledger.actors import nobody, plain, speaker
from dateline.ledger.codec import digest
from dateline.ledger.context import Surroundings, surroundings
from dateline.ledger.doubts import doubt
from dateline.ledger.orders import tells
from dateline.ledger.periods import written
from dateline.ledger.tolls import Reach, reach
from dateline.ledger.wording import content_words
from dateline.records import (
    About,
    Assertion,
    Dispatch,
    Event,
    Figure,
    Place,
    Reading,
    Span,
    Statement,
    When,
)
from dateline.records.vocabulary import ClaimKind, EventStatus, Polarity

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
_POLARITY: dict[EventStatus, Polarity] = {
    "reported": "asserts",
    "claimed": "asserts",
    "planned": "promises",
    "demanded": "demands",
    "denied": "denies",
}
_CONTESTED = frozenset({"ASSAULT", "COERCE", "SEIZE"})
"""PLOVER types whose doer is argued about."""


def assertions(dispatch: Dispatch, reading: Reading) -> tuple[Assertion, ...]:
    """All that one dispatch version asserts, in text order; none for a bare order."""
    if not tells(dispatch):
        return ()
    maker = _Maker(dispatch, surroundings(dispatch, reading))
    found = [
        *_figures(maker, reading),
        *_statements(maker, reading),
        *_events(maker, reading),
    ]
    found.sort(key=lambda a: (a.span, a.kind, a.about.measure, a.text))
    return tuple(_named(found))


def _named(found: list[Assertion]) -> Iterator[Assertion]:
    """Ids; two findings of one kind on the very same words are told apart by their order."""
    seen: dict[str, int] = {}
    for a in found:
        base = digest(a.guid, a.version, a.kind, a.span.start, a.span.end)
        seen[base] = seen.get(base, 0) + 1
        name = base if seen[base] == 1 else f"{base}.{seen[base]}"
        yield replace(a, id=name, claim=name)


@dataclass(frozen=True, slots=True)
class _Said:
    """By whom, through whom, and how."""

    by: str | None = None
    via: tuple[str, ...] = ()
    polarity: Polarity = "asserts"


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes assertions of one dispatch."""

    dispatch: Dispatch
    near: Surroundings

    def make(self, kind: ClaimKind, span: Span, about: About, said: _Said) -> Assertion:
        """An assertion without an id yet."""
        one = self.dispatch
        if nobody(said.by):
            said = replace(said, by=None)
        chain = tuple(dict.fromkeys(n for n in (one.agency, *said.via) if n))
        return Assertion(
            id="",
            claim="",
            kind=kind,
            guid=one.guid,
            version=one.version,
            span=span,
            sentence=self.near.around(span),
            text=one.text[span.start : span.end],
            agency=one.agency,
            by=said.by,
            via=chain,
            about=about,
            polarity=said.polarity,
            learnt=one.received or one.issued or _UNDATED,
            issued=one.issued,
            origin=origin(one, said.by, chain),
        )


def origin(dispatch: Dispatch, by: str | None, via: tuple[str, ...]) -> str:
    """Where a claim comes from: its speaker, else the last link of the chain, else the item."""
    if by:
        return speaker(by).key
    if via:
        return speaker(via[-1]).key
    return f"item {digest(dispatch.guid)}"


def _figures(maker: _Maker, reading: Reading) -> Iterator[Assertion]:
    for figure in reading.figures:
        made = maker.make(
            "figure", figure.span, _figure_about(figure, maker), _who_says(figure, reading, maker)
        )
        yield replace(
            made,
            value=figure.value,
            low=figure.low,
            high=figure.high,
            hedge=figure.hedge,
            verification=figure.verification,
            context=_context(maker, figure.span),
        )


def _who_says(figure: Figure, reading: Reading, maker: _Maker) -> _Said:
    said = reading.statements[figure.statement] if figure.statement is not None else None
    if said is None and figure.source_name is None:
        said = continued.source(figure, reading, maker.dispatch.text, maker.near)
    return _Said(
        figure.source_name or (said.source_name if said else None),
        said.via if said else (),
        "denies" if said and said.polarity == "denies" else "asserts",
    )


def _context(maker: _Maker, span: Span) -> tuple[str, ...]:
    text = maker.dispatch.text
    parts = [content_words(text[s.start : s.end]) for s in maker.near.scene(span)]
    return tuple(sorted(frozenset().union(*parts)))


def _figure_about(figure: Figure, maker: _Maker) -> About:
    near, one = maker.near, maker.dispatch
    sentence = near.around(figure.span)
    dates = [*([figure.when] if figure.when else []), *near.days(figure.span)]
    found = reach(figure, one.text, sentence, dates, one.issued)
    single = found.scope == "incident"
    given = None if near.spoken(figure.place) else figure.place
    place = given or (near.place(figure.span) if single else None)
    about = _about(figure.measure, place, None)
    number = figure.value if figure.value is not None else figure.low
    if single and populations.of_an_army(figure.population_key, number) and not _town(place, found):
        found = replace(found, scope="cumulative", when=None, precision=None)
    return replace(
        about,
        when=found.when,
        precision=found.precision,
        guessed=place is not None and not sentence.contains(place.span),
        population=figure.population,
        population_key=figure.population_key,
        victims=figure.victims,
        scope=found.scope,
        unit=figure.unit,
    )


def _town(place: Place | None, found: Reach) -> bool:
    """True if an army's losses are said to be of one town, and of one day."""
    return place is not None and len(place.within) > 0 and found.when is not None


def _about(measure: str, place: Place | None, when: When | None) -> About:
    return About(
        measure=measure,
        place=place.name if place else None,
        geonameid=place.geonameid if place else None,
        within=place.within if place else (),
        when=written(when.start, when.end) if when else None,
        precision=when.precision if when else None,
    )


def _statements(maker: _Maker, reading: Reading) -> Iterator[Assertion]:
    for statement in reading.statements:
        if not statement.content:
            continue
        span = Span(statement.content[0].span.start, statement.content[-1].span.end)
        if span.start < span.end:
            said = _Said(statement.source_name, statement.via, statement.polarity)
            made = maker.make("statement", span, About(measure="statement"), said)
            yield replace(made, context=_context(maker, span)) if _charges(statement) else made


_CHARGE = re.compile(r"accus|blam|charg|held? .*responsible|imput", re.I)


def _charges(statement: Statement) -> bool:
    """True for a charge or a denial: what it is about often stands in the words around it."""
    cue = statement.cue.text if statement.cue else ""
    return statement.polarity == "denies" or _CHARGE.search(cue) is not None


def _events(maker: _Maker, reading: Reading) -> Iterator[Assertion]:
    names = frozenset(plain(n) for name in reading.names for n in (name.text, name.canonical))
    for event in reading.events:
        control = event.type == "CONTROL"
        if control or event.type in _CONTESTED or event.status in ("claimed", "denied"):
            made = maker.make(
                "control" if control else "event",
                event.span,
                _event_about(event, maker, names),
                _Said(_claimant(event), polarity=_POLARITY[event.status]),
            )
            doubted = doubt(maker.dispatch.text, maker.near, event.span) if control else None
            yield replace(made, verification=doubted)


def _claimant(event: Event) -> str | None:
    """Who says so: who is named as the source, else whoever claims or denies their own deed."""
    own = event.actors[0] if event.actors and event.status in ("claimed", "denied") else None
    return event.source_name or own


def _event_about(event: Event, maker: _Maker, names: frozenset[str]) -> About:
    """Who did it stands as the population: that is what rival accounts differ in. Only doers that
    the reader knows by name count; "bombs" do nothing.
    """
    place = maker.near.named(event.span) if event.type == "CONTROL" else None
    given = None if maker.near.spoken(event.place) else event.place
    place = place or given or maker.near.place(event.span)
    about = _about(event.type.lower(), place, event.when or maker.near.when(event.span))
    doers = ", ".join(a for a in event.actors if _known(a, names)) or _own(event)
    return replace(about, population=doers or None, population_key=doers.casefold() or None)


_OWN = re.compile(r"(?:that )?(?:it|they|we|(?:its|their|our) \w+)\b", re.I)


def _own(event: Event) -> str:
    """Whoever speaks of what "its forces" took; empty if the words name nobody."""
    return event.source_name or "" if event.type == "CONTROL" and _OWN.match(event.text) else ""


def _known(doer: str, names: frozenset[str]) -> bool:
    """True if a doer is, or holds, a name of the dispatch."""
    words = f" {plain(doer)} "
    return any(f" {name} " in words for name in names)
