"""What a figure is about: what is counted, where, when, and whether it is a running toll. Pure."""

import re
from collections.abc import Mapping
from dataclasses import replace

from dateline.ledger.asserted import measures, populations, whose
from dateline.ledger.asserted.context import Surroundings
from dateline.ledger.asserted.making import Maker, about_of
from dateline.ledger.asserted.parts import some_only
from dateline.ledger.asserted.tolls import (
    Reach,
    of_a_country,
    of_an_event,
    of_owning,
    reach,
    sums_up,
)
from dateline.ledger.asserted.totals import Sum
from dateline.records import About, Dispatch, Figure, Place, Span

BODILY = frozenset(("killed", "injured", "casualties", "missing"))
"""Measures of which a state reports its own."""


def own_losses(figure: Figure, maker: Maker, totals: Mapping[Span, Sum], about: About) -> About:
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
        days = any(sentence.contains(d.span) for d in maker.near.dates) and not _SPAN.search(words)
        tied = (days and about.when is not None) or bool(towns)
    if not total and (tied or of_an_event(words)):
        return about
    return replace(about, scope="cumulative", when=None, precision=None)


_SPAN = re.compile(r"\b\d{1,2} ?(?:-|\u2013|to|au) ?\d{1,2}(?:er)? [A-Za-z\u00e9\u00fb]{3,}")
"""From day to day: "24-28 July"."""
_ITS_OWN = re.compile(r"\b(?:of|de) (?:its|our|their|ses|nos|leurs) ", re.IGNORECASE)
_BESIDE = re.compile(r"\bof (?:its|our|their) [\w -]{3,40}? and $", re.IGNORECASE)
"""Before a count that goes with one of a speaker's own: "874 of its soldiers and 37 civilians"."""


_ALSO = re.compile(r"\b(?:had|have|has) also (?:been killed|died|been injured)\b", re.IGNORECASE)


def covers(figure: Figure, maker: Maker, totals: Mapping[Span, Sum]) -> Reach:
    """What a figure covers: a day, a stretch of days, or all since some start."""
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


def figure_about(
    figure: Figure, maker: Maker, totals: Mapping[Span, Sum], whole: Figure | None, whom: str | None
) -> About:
    """What a figure is about, but whom it counts. ``totals``: by sentence; ``whole``: the count
    that it says a part of; ``whom``: who is counted, with whose they are.
    """
    near, one = maker.near, maker.dispatch
    sentence = near.around(figure.span)
    found = covers(figure, maker, totals)
    if whole is not None and (of_all := covers(whole, maker, totals)).scope == "cumulative":
        found = of_all
    single = found.scope == "incident"
    sides = figure.place and _BETWEEN.search(one.text[: figure.place.span.start][-_REACH:])
    given = None if near.spoken(figure.place) or sides else figure.place
    given = _there(figure, maker, given)
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
    if single:
        found = _summed(figure, found, place, maker, whom)
    if about.measure in _CAUGHT and _HOLDING.search(one.text[sentence.start : sentence.end]):
        found = replace(found, scope="cumulative", when=None, precision=None)
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


def _summed(
    figure: Figure, found: Reach, place: Place | None, maker: Maker, whom: str | None
) -> Reach:
    """What a count covers that no word calls running, and that can be of no single deed."""
    text, sentence = maker.dispatch.text, maker.near.around(figure.span)
    number = figure.value if figure.value is not None else figure.low
    whole = replace(found, scope="cumulative", when=None, precision=None)
    if populations.of_an_army(whom, number) and not _town(place, found):
        found = whole
    if figure.measure in BODILY and of_a_country(place, sentence, text, figure.span):
        found = whole
    if sums_up(number, place, found, text[sentence.start : sentence.end]):
        found = replace(found, scope="cumulative")
    return found


def _there(figure: Figure, maker: Maker, given: Place | None) -> Place | None:
    """The place last told before the sentence of a count that says no more than "there"."""
    sentence = maker.near.around(figure.span)
    here = given is not None and sentence.contains(given.span)
    if here or not _THERE.search(maker.dispatch.text, figure.span.end, sentence.end):
        return given
    known = sorted((*maker.near.places, *maker.near.unknown), key=lambda p: p.span)
    before = [p for p in known if p.span.end <= sentence.start]
    paragraph = maker.near.paragraph(sentence.start).start
    narrow = [p for p in before if p.span.start >= paragraph and (p.within or p.geonameid is None)]
    return narrow[0] if narrow and given is None else given or (before[-1] if before else None)


_THERE = re.compile(
    r"\b(?:fighting|battles?|clashes|killed|died|dead|wounded|combats) there\b", re.I
)
_CAUGHT = frozenset(("captured", "held", "surrendered"))
_HOLDING = re.compile(
    r"\b(?:holds?|holding|hands of|captivity|release|still held|d[\u00e9e]tient"
    r"|lib[\u00e9e]ration)\b",
    re.I,
)
"""Words of prisoners whom somebody has by now: no count of one day."""


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
