"""From a reading to what its dispatch asserts: figures, statements, contested events, control.

Pure. An assertion's id depends on the dispatch and the words only, so that a newer reader finds the
same assertions under the same ids, and an editor's judgements stay attached.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from dateline.ledger.asserted import continued, measures, populations, whose
from dateline.ledger.asserted.charges import blame, charges, doer, leaves_open, polarity, told
from dateline.ledger.asserted.context import Surroundings, surroundings
from dateline.ledger.asserted.deeds import events
from dateline.ledger.asserted.emendations import emendations
from dateline.ledger.asserted.former import told_as_former
from dateline.ledger.asserted.holds import holds, merged
from dateline.ledger.asserted.making import Maker, Said, about_of, context
from dateline.ledger.asserted.parts import some_only
from dateline.ledger.asserted.scenes import companion
from dateline.ledger.asserted.tolls import Reach, of_an_event, of_owning, reach, sums_up
from dateline.ledger.asserted.totals import Sum, sums
from dateline.ledger.orders.targets import tells
from dateline.ledger.speakers.actors import speaker
from dateline.ledger.speakers.personae import personae
from dateline.ledger.storage.codec import digest
from dateline.records import (
    About,
    Assertion,
    Dispatch,
    Figure,
    Place,
    Reading,
    Span,
    Statement,
)
from dateline.records.vocabulary import CORE_MEASURES


def assertions(dispatch: Dispatch, reading: Reading) -> tuple[Assertion, ...]:
    """All that one dispatch version asserts, in text order; none for a bare order, nor what a note
    asks editors to read.
    """
    if not tells(dispatch):
        return ()
    maker = Maker(dispatch, surroundings(dispatch, reading), personae(dispatch, reading))
    found = [
        *_figures(maker, reading),
        *_statements(maker, reading),
        *merged(events(maker, reading), holds(maker, reading)),
    ]
    found.sort(key=lambda a: (a.span, a.kind, a.about.measure, a.text))
    notes = [one.note for one in emendations(dispatch)]
    said = [a for a in found if not any(note.overlaps(a.span) for note in notes)]
    return tuple(_named(said))


def _named(found: list[Assertion]) -> Iterator[Assertion]:
    """Ids; two findings of one kind on the very same words are told apart by their order."""
    seen: dict[str, int] = {}
    for a in found:
        base = digest(a.guid, a.version, a.kind, a.span.start, a.span.end)
        seen[base] = seen.get(base, 0) + 1
        name = base if seen[base] == 1 else f"{base}.{seen[base]}"
        yield replace(a, id=name, claim=name)


def _figures(maker: Maker, reading: Reading) -> Iterator[Assertion]:
    totals = _sums(maker, reading)
    for figure in reading.figures:
        said = _who_says(figure, reading, maker)
        about = _figure_about(figure, maker, totals, _whole(figure, reading, maker))
        about = replace(about, population_key=_of_whom(figure, maker, totals, said))
        about = _own_losses(figure, maker, totals, about)
        made = maker.make("figure", figure.span, about, said)
        yield replace(
            made,
            value=figure.value,
            low=figure.low,
            high=figure.high,
            hedge=figure.hedge,
            verification=figure.verification,
            context=_scene(figure, reading, maker),
            former=told_as_former(maker.dispatch.text, made.sentence, figure.span),
        )


def _scene(figure: Figure, reading: Reading, maker: Maker) -> tuple[str, ...]:
    """The words around a figure, and the other counts of its sentence: two accounts that have one
    of these in common are of one incident.
    """
    sentence = maker.near.around(figure.span)
    beside = (f for f in reading.figures if f is not figure and sentence.contains(f.span))
    counts = {c for f in beside if f.measure in CORE_MEASURES and (c := companion(f)) is not None}
    return tuple(sorted({*context(maker, figure.span), *counts}))


def _who_says(figure: Figure, reading: Reading, maker: Maker) -> Said:
    said = reading.statements[figure.statement] if figure.statement is not None else None
    if said is None and figure.source_name is None:
        said = continued.source(figure, reading, maker.dispatch.text, maker.near)
    return Said(
        figure.source_name or (said.source_name if said else None),
        said.via if said else (),
        "denies" if said and said.polarity == "denies" else "asserts",
    )


def _whole(figure: Figure, reading: Reading, maker: Maker) -> Figure | None:
    """The count that a figure says a part of: named by the reader, else the last of its measure in
    its sentence or the one before; only for a class of people that others count by itself.
    """
    if figure.scope != "part" or not populations.population(figure.population_key or "").classes:
        return None
    if figure.part_of is not None:
        return reading.figures[figure.part_of]
    sentence = maker.near.around(figure.span)
    ended = [s.span for s in reading.sentences if s.span.end <= sentence.start]
    start = ended[-1].start if ended else sentence.start
    before = [
        f
        for f in reading.figures
        if start <= f.span.start < figure.span.start
        and f.measure == figure.measure
        and f.scope != "part"
    ]
    return before[-1] if before else None


def _sums(maker: Maker, reading: Reading) -> dict[Span, Sum]:
    """Totals told with what was added to them, by their sentence."""
    by_sentence: dict[Span, list[Figure]] = {}
    for figure in reading.figures:
        by_sentence.setdefault(maker.near.around(figure.span), []).append(figure)
    found = {s: sums(some, maker.dispatch.text, s) for s, some in by_sentence.items()}
    return {sentence: one for sentence, one in found.items() if one}


def _of_whom(figure: Figure, maker: Maker, totals: Mapping[Span, Sum], said: Said) -> str | None:
    """Who is counted, with whose they are; a total counts those who were added to it."""
    sentence, key = maker.near.around(figure.span), figure.population_key
    before = maker.dispatch.text[sentence.start : figure.span.start]
    told = totals.get(sentence)
    words = figure.text
    if told and told.total is figure and not key:
        key, words = told.added.population_key, told.added.text
    names = [speaker(name) for name in maker.names(said.by)]
    state = next((name.state for name in names if name.state), None)
    army = any(not _ARMY.isdisjoint(name.key.split()) for name in names)
    return whose.of_whom(key, words, before, state, army=army)


_ARMY = frozenset(("army", "defence"))


def _own_losses(figure: Figure, maker: Maker, totals: Mapping[Span, Sum], about: About) -> About:
    """An army's own losses, of no day and nothing that happened, are its running toll."""
    sentence = maker.near.around(figure.span)
    told, words = totals.get(sentence), maker.dispatch.text[sentence.start : sentence.end]
    spans = [x.span for found in (maker.near.dates, maker.near.places) for x in found]
    tied = any(sentence.contains(span) for span in spans)
    added = (told and told.added is figure) or populations.more(figure.text)
    total = told is not None and told.total is figure
    before = maker.dispatch.text[sentence.start : figure.span.start]
    mine = whose.own(about.population_key) or _ITS_OWN.search(figure.text) or _BESIDE.search(before)
    mine = mine or _ALSO.search(words)
    machines = measures.lost(about.measure)
    if not (mine or machines) or added:
        return about
    if machines or whose.own(about.population_key):
        towns = [p for p in maker.near.places if sentence.contains(p.span) and p.within]
        days = any(sentence.contains(d.span) for d in maker.near.dates)
        tied = (days and about.when is not None) or bool(towns)
    if not total and (tied or of_an_event(words)):
        return about
    return replace(about, scope="cumulative", when=None, precision=None)


_ITS_OWN = re.compile(r"\b(?:of|de) (?:its|our|their|ses|nos|leurs) ", re.IGNORECASE)
_BESIDE = re.compile(r"\bof (?:its|our|their) [\w -]{3,40}? and $", re.IGNORECASE)
"""Before a count that goes with one of a speaker's own: "874 of its soldiers and 37 civilians"."""


_ALSO = re.compile(r"\b(?:had|have|has) also (?:been killed|died|been injured)\b", re.IGNORECASE)


def _reach(figure: Figure, maker: Maker, totals: Mapping[Span, Sum]) -> Reach:
    near, one = maker.near, maker.dispatch
    sentence = near.around(figure.span)
    # the reader has looked back for the day of an incident, not for that of a running toll
    back = figure.when is None and figure.scope == "cumulative"
    dates = [*([figure.when] if figure.when else []), *near.days(figure.span, back=back)]
    if figure.when and of_owning(one.text, figure.when):
        dates += [d for d in near.days(figure.when.span, back=False) if d not in dates]
    told = totals.get(sentence)
    if (since := _then_since(figure, one.text, sentence)) is not None:
        figure = replace(figure, scope="incident")
        sentence = Span(sentence.start, since)
        dates = [d for d in dates if d.span.end <= since]
    if told and told.whole and told.total is figure:
        whole = replace(figure, scope="cumulative")
        found = reach(whole, one.text, told.clause, dates, one.issued)
        return found if found.scope == "cumulative" else Reach("cumulative", None, None)
    if told and told.added is figure:
        figure, sentence = replace(figure, scope="incident"), told.before(sentence)
        dates = [d for d in dates if not told.clause.contains(d.span)]
    return reach(figure, one.text, sentence, dates, one.issued)


_SINCE = re.compile(r",? (?:and |for a total of )?[\w,.]+(?: in all)? (?:since|depuis) ")


def _then_since(figure: Figure, text: str, sentence: Span) -> int | None:
    """Where a longer count begins that follows a day's: "seven today over the town, 13 since
    Sunday"; null if none does.
    """
    found = _SINCE.search(text, figure.span.end, sentence.end)
    own = text[figure.span.end : found.start()] if found else ""
    return found.start() if found and found[0].startswith(",") and _TODAY.search(own) else None


_TODAY = re.compile(
    r"\b(?:today|yesterday|overnight|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|this morning"
    r"|last night|aujourd'hui|hier)\b",
    re.IGNORECASE,
)


def _figure_about(
    figure: Figure, maker: Maker, totals: Mapping[Span, Sum], whole: Figure | None
) -> About:
    near, one = maker.near, maker.dispatch
    sentence = near.around(figure.span)
    found = _reach(figure, maker, totals)
    if whole is not None and (of_all := _reach(whole, maker, totals)).scope == "cumulative":
        found = of_all
    single = found.scope == "incident"
    sides = figure.place and _BETWEEN.search(one.text[: figure.place.span.start][-_REACH:])
    given = None if near.spoken(figure.place) or sides else figure.place
    if _EVERYWHERE.search(one.text, sentence.start, sentence.end) and found.when is None:
        found = replace(found, scope="cumulative")
        given = given if given and sentence.contains(given.span) else None
        single = False
    place = given or (near.place(figure.span) if single else None)
    if single and place is None:
        place = _seat(one.text, near, sentence)
    if single and place is not None and not place.within:
        place = near.narrower(place, sentence) or place
    placed = near.within(place) if place else None
    about = about_of(measures.named(figure, one.text, sentence), placed, None)
    number = figure.value if figure.value is not None else figure.low
    if single and populations.of_an_army(figure.population_key, number) and not _town(place, found):
        found = replace(found, scope="cumulative", when=None, precision=None)
    if single and sums_up(number, place, found, one.text[sentence.start : sentence.end]):
        found = replace(found, scope="cumulative")
    some = some_only(one.text, figure)
    daily = one.text[figure.span.end : figure.span.end + 12].lstrip().startswith(_A_DAY)
    return replace(
        about,
        when=found.when,
        precision=found.precision,
        guessed=place is not None
        and not (sentence.contains(place.span) or _heads(place, one, near)),
        population=figure.population,
        victims=figure.victims,
        scope="part" if some else found.scope,
        unit="a day" if daily else figure.unit,
    )


def _heads(place: Place, one: Dispatch, near: Surroundings) -> bool:
    """True for a place that heads its paragraph like a dateline, as in a wrap-up: "LAGOS - "."""
    rest = one.text[place.span.end : place.span.end + _DASH]
    opens = near.paragraph(place.span.start).start == place.span.start
    return opens and rest.lstrip()[:1] in ("-", "–", "—")


_DASH = 3


def _seat(text: str, near: Surroundings, sentence: Span) -> Place | None:
    """The town that is named only with who speaks: "the port authority in Lagos said", "the mayor
    of Kharkiv said ... in the city"; else the dateline's, if the words say "the city".
    """
    here = [p for p in near.offices if sentence.contains(p.span)]
    local = (p for p in here if _LOCAL.search(text, max(0, p.span.start - _REACH), p.span.start))
    city = _CITY.search(text, sentence.start, sentence.end) is not None
    return next(local, near.town if city and not here else next(iter(here), None) if city else None)


_REACH = 30
_LOCAL = re.compile(
    r"(?:\b(?:in|at|à)|\b(?:mayor|governor|prefect|maire|gouverneur|pr[ée]fet)"
    r" (?:of|de|d['’]))\s*\Z",
    re.IGNORECASE,
)
_CITY = re.compile(
    r"\b(?:in|on|at) the (?:city|town|village|district|area)\b"
    r"|\bdans (?:la ville|le village|le quartier)\b",
    re.IGNORECASE,
)
"""Where the town is that is named last, or only as whose mayor is speaking."""
_BETWEEN = re.compile(r"\b(?:between|entre) (?:(?:the|la|le|l') ?)?(?:[\w-]+ (?:and|et) )?$")
"""Before a party to a war, which is no place: "the fighting between Russia and Georgia"."""

_EVERYWHERE = re.compile(
    r"\b(?:across|throughout|in all of) the (?:whole )?country\b|\b(?:nation|country)wide\b"
    r"|\bdans tout le pays\b",
    re.IGNORECASE,
)

_A_DAY = ("a day", "per day", "daily", "every day", "par jour")


def _town(place: Place | None, found: Reach) -> bool:
    """True if an army's losses are said to be of one town, and of one day."""
    return place is not None and len(place.within) > 0 and found.when is not None


_CITING = frozenset(("citing", "quoting", "citant"))
_NAME = 60  # characters


def _only_names_source(statement: Statement) -> bool:
    """True for "citing the health ministry", which says nothing but where something came from."""
    cue, (first, *more) = statement.cue, statement.content
    citing = cue is not None and cue.text.casefold() in _CITING
    return citing and not more and len(first.text) <= _NAME


def _statements(maker: Maker, reading: Reading) -> Iterator[Assertion]:
    followed = zip_longest(reading.statements, reading.statements[1:])
    for statement, answer in followed:
        if not statement.content or leaves_open(maker.dispatch.text, statement):
            continue
        if _only_names_source(statement):
            continue
        span = Span(statement.content[0].span.start, statement.content[-1].span.end)
        if span.start < span.end:
            words = maker.dispatch.text[span.start : span.end]
            said = Said(statement.source_name, statement.via, polarity(statement, words))
            made = maker.make("statement", span, About(measure="statement"), said)
            charged = charges(statement) or said.polarity == "denies"
            charged = charged or (answer is not None and answer.polarity == "denies")
            yield replace(made, context=context(maker, span)) if charged else made
            whom = doer(maker, statement, words, said)
            if whom is not None and not told(reading, span):
                yield blame(maker, span, whom, said)
