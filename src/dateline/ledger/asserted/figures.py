"""The figures of a reading as assertions: who gives them, of whom, and beside what. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dateline.ledger.asserted import cited, continued, populations, whose
from dateline.ledger.asserted.counted import BODILY, figure_about, own_losses
from dateline.ledger.asserted.former import told_as_former
from dateline.ledger.asserted.making import Maker, Said, context
from dateline.ledger.asserted.scenes import companion
from dateline.ledger.asserted.totals import Sum, sums
from dateline.ledger.speakers.actors import speaker
from dateline.records import Assertion, Figure, Reading, Span, Statement
from dateline.records.vocabulary import CORE_MEASURES


def figures(maker: Maker, reading: Reading) -> Iterator[Assertion]:
    """An assertion for each figure, in the reading's order."""
    totals = _sums(maker, reading)
    for figure in reading.figures:
        said = _who_says(figure, reading, maker)
        whom = _of_whom(figure, maker, totals, said)
        whole = _whole(figure, reading, maker)
        about = figure_about(figure, maker, totals, whole, whom)
        about = replace(about, population_key=whom)
        about = own_losses(figure, maker, totals, about)
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
    if said is not None and told_beside(said, maker.dispatch.text, figure.span):
        return Said()
    named = figure.source_name or (said.source_name if said else None)
    return Said(
        named or cited.source(maker.dispatch.text, figure.span),
        said.via if said else (),
        "denies" if said and said.polarity == "denies" else "asserts",
    )


_BESIDE_IT = re.compile(
    r"[^.;\"\u201c\u201d]{0,25}?,? (?:after|following|a day after|days after|hours after"
    r"|apr[\u00e8e]s|au lendemain d)\b"
)


def told_beside(said: Statement, text: str, figure: Span) -> bool:
    """True for a count in what an agency adds behind "the minister said": "..., after five days of
    fighting that killed 38".
    """
    if said.cue is None or not said.content or not said.source:
        return False
    end = max(said.cue.span.end, said.source.span.end)
    inside = said.content[0].span.start < said.cue.span.start and end <= figure.start
    return inside and _BESIDE_IT.match(text, end, figure.start) is not None


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
    key = whose.of_whom(key, words, before, state, army=army)
    if key is None and figure.measure in BODILY:
        key = whose.reported(before, state)
    return whose.of_both(key, maker.dispatch.text[figure.span.end : sentence.end])


_ARMY = frozenset(("army", "defence", "staff"))
