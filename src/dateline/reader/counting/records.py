"""Counts as figures: population, victims, scope, and what stands around them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.reader.counting.context import (
    Context,
    is_cumulative,
    nearest,
    next_end,
    statement_of,
    verification,
)
from dateline.reader.counting.counts import Count
from dateline.reader.counting.givers import giver
from dateline.reader.counting.parts import THEM
from dateline.reader.counting.people import is_name, is_plural, kind_of, lemma
from dateline.reader.counting.phrases import left_edge, population_key, quoted
from dateline.reader.lexicon_files import rows
from dateline.reader.parse import Token
from dateline.records import Figure, Place, Span
from dateline.records.vocabulary import CORE_MEASURES, Scope, Victims

PLACE_BACK, TIME_BACK = 3, 1  # sentences before a figure's that may tell its place and time
NEAR = 60  # characters in which a part tells its place
OWNERS = frozenset(("its", "their", "his", "ses", "leurs"))
NO_POPULATION = frozenset(
    (
        *("other", "others", "one", "ones", "more", "them", "autre", "autres"),
        *("nobody", "none", "aucun", "aucune"),
    )
)
COUNTED_ALONE = frozenset(
    (
        *(
            "death",
            "fatality",
            "casualty",
            "victim",
            "body",
            "corpse",
            "cadavre",
            "corps",
            "life",
            "injury",
            "dead",
            "wounded",
            "injured",
        ),
        *(
            "kidnapping",
            "arrest",
            "mort",
            "blessé",
            "blessée",
            "tué",
            "victime",
            "disparu",
            "perte",
        ),
    )
)
Population = tuple[str | None, str | None, Victims]


@dataclass(frozen=True, slots=True)
class Beside:
    """What the counts around one tell of it: the position of its whole, whether it is the last
    before the end of the next sentence, and the offset at which a part begins that has a place of
    its own.
    """

    part_of: int | None
    last: bool
    until: int | None


def figures(at: Context, counts: Sequence[Count]) -> Iterator[Figure]:
    """Figures in the order of the counts (text order); ``part_of`` refers to that order."""
    position = {
        (c.start, c.measure): i for i, c in reversed(list(enumerate(counts))) if c.whole is None
    }
    known: dict[int, Population] = {}
    for i, count in enumerate(counts):
        like = known.get(count.like) if count.like is not None else None
        population = like or _population(at, count, counts[:i][-3:], known)
        known[count.start] = population
        count_start = at.page.doc[count.start].idx
        part_of = position.get((count.whole, count.measure)) if count.whole is not None else None
        last = i + 1 == len(counts) or at.page.doc[counts[i + 1].start].idx >= next_end(
            at, count_start
        )
        until = _own_words_end(at, count, counts[i + 1 : i + 3])
        yield _figure(at, count, population, Beside(part_of, last, until))


INCLUDES = re.compile(r"\b(?:including|among them|of whom|of which|dont|parmi lesquels)\s+\Z")
WHO = re.compile(r"(?: \w+){0,2} (?:from|who|that|in|at|qui|de|dans|en)\b")
PARTS_PLACE = re.compile(
    r"(?:of (?:them|whom|these|those|the \w+)|d['’]entre (?:eux|elles))\s+"
    r"(?:in|at|near|à|dans|en|au)\b"
)


def _own_words_end(at: Context, count: Count, after: Sequence[Count]) -> int | None:
    """Where a part begins that has a place of its own ("91 of the dead in Leyte"): what stands
    behind is not where the whole is.
    """
    text = at.page.view.text
    for part in after:
        begin = at.page.doc[part.start].idx
        told = INCLUDES.search(text, max(0, begin - NEAR), begin) is not None
        last = quoted(at.page.doc, part.start, part.end)[1]
        if told and WHO.match(text, last) and _same_sentence(at, count, part):
            return begin
        if part.part or part.whole == count.start:
            near = at.page.view.text[begin : begin + NEAR]
            return begin if PARTS_PLACE.search(near) else None
    return None


def _same_sentence(at: Context, one: Count, two: Count) -> bool:
    return at.page.doc[one.start].sent == at.page.doc[two.start].sent


def _sentence_of(at: Context, count: Count) -> int:
    sentence = at.page.sentence_at(at.page.doc[count.start].idx)
    return sentence.span.start if sentence is not None else -1


def _figure(
    at: Context,
    count: Count,
    population: Population,
    beside: Beside,
) -> Figure:
    start, end = quoted(at.page.doc, count.start, count.end)
    span = Span(start, end)
    words, key, kind = population
    statement = statement_of(at, span)
    said = at.statements[statement].source_name if statement is not None else None
    scope: Scope = "cumulative" if is_cumulative(at, span) else "incident"
    apart = scope == "cumulative" or count.measure not in CORE_MEASURES
    number = count.number
    return Figure(
        span=span,
        text=at.page.dispatch.text[start:end],
        measure=count.measure,
        low=number.low,
        high=number.high,
        value=number.value,
        hedge=number.hedge,
        population=words,
        population_key=key,
        victims=kind,
        scope="part" if beside.part_of is not None or count.part else scope,
        part_of=beside.part_of,
        unit=count.unit,
        place=nearest(at, span, _before(at.places, beside.until), 0 if apart else PLACE_BACK),
        when=nearest(at, span, at.dates, 0 if apart else TIME_BACK),
        statement=statement,
        source_name=said or (giver(at.page, count) if statement is None else None),
        verification=verification(at, span, beside.last),
    )


def _before(places: Sequence[Place], until: int | None) -> Sequence[Place]:
    if until is None:
        return places
    return places[: bisect_left(places, until, key=lambda p: p.span.start)]


@cache
def _demonyms() -> dict[str, str]:
    """Country code to the adjective for its people."""
    table: dict[str, str] = {}
    for country, words in rows("place_peoples.tsv"):
        table.setdefault(country, words.split()[0].casefold())
    return table


def _population(
    at: Context, count: Count, before: Sequence[Count], known: dict[int, Population]
) -> Population:
    """Who is counted: the words, the key, and their part in the conflict."""
    noun = count.noun
    stuff = count.measure == "share" and noun is not None and not is_plural(noun)
    if count.unit is not None or stuff:
        return None, None, "unknown"
    if noun is None or lemma(noun) in NO_POPULATION:
        return _inherited(at, count, before, known)
    if lemma(noun) in COUNTED_ALONE or noun.lower_ in COUNTED_ALONE:
        return None, None, "unknown"
    if is_name(noun):
        start, end = quoted(at.page.doc, count.start, count.end)
        name = " ".join(t.text for t in at.page.doc[count.start : count.end] if t.pos_ == "PROPN")
        return at.page.dispatch.text[start:end], name.casefold() or None, _part(at, count, noun)
    tokens = _named(at, count, noun)
    if not tokens:
        return None, None, "unknown"
    start, end = quoted(at.page.doc, tokens[0].i, tokens[-1].i + 1)
    key = population_key(tokens, noun, at.page.language)
    owner = _owner(at, count, tokens)
    return (
        at.page.dispatch.text[start:end],
        f"{owner} {key}" if owner and key else key,
        _part(at, count, noun),
    )


def _named(at: Context, count: Count, noun: Token) -> list[Token]:
    """The words for the population: after the number, without ``of`` and articles."""
    first = count.start if count.number.end <= count.number.first else count.number.end
    end = max(count.end, noun.i + 1)
    beyond = count.number.end == count.end or count.part
    if noun.i >= count.end and beyond:  # "of whom 41 were children", "nine of the dead were"
        return list(at.page.doc[left_edge(noun).i : noun.i + 1])
    if noun.i < count.number.start:  # "tanks – 353"
        return list(at.page.doc[min(count.start, noun.i) : noun.i + 1])
    tokens = list(at.page.doc[min(first, noun.i) : end])
    if count.number.start == count.start and count.number.end == count.end:
        tokens = list(at.page.doc[count.start : end])
    them = next((k for k, t in enumerate(tokens) if t.lower_ in THEM), -1)
    tokens = tokens[them + 1 :] or tokens  # "four of them children"
    while len(tokens) > 1 and (
        tokens[0].lower_ in ("of", "de", "d'", "the", "a", "an", "no", "un", "une")
        or tokens[0].is_punct
        or tokens[0].pos_ == "AUX"
    ):
        tokens = tokens[1:]
    return tokens


def _part(at: Context, count: Count, noun: Token) -> Victims:
    """The part of the counted in the conflict, by the noun, else by a title before a name."""
    kind = kind_of(noun, at.page.language)
    if lemma(noun) in ("man", "homme") and _are_troops(count, noun):
        return "combatant"
    if kind != "unknown":
        return kind
    kinds = (kind_of(t, at.page.language) for t in at.page.doc[count.start : count.end])
    return next((k for k in kinds if k != "unknown"), "unknown")


def _are_troops(count: Count, noun: Token) -> bool:
    """True for ``four of his men``, ``lost 11 men``."""
    owned = any(c.lower_ in OWNERS for c in noun.children)
    return is_plural(noun) and (
        owned or lemma(count.trigger) in ("lose", "loss", "perdre", "perte")
    )


def _inherited(
    at: Context, count: Count, before: Sequence[Count], known: dict[int, Population]
) -> Population:
    """``nine injured``, ``1,597 others``: the people of the count before in the sentence."""
    here = _sentence_of(at, count)
    for other in reversed(before):
        whole = other.whole is None and not other.part
        same = _sentence_of(at, other) == here and other.unit is None and whole
        tolls = (other.measure in CORE_MEASURES) == (count.measure in CORE_MEASURES)
        tolls = tolls or (count.noun is not None and other.noun is not None)  # "30 others"
        if (
            same
            and tolls
            and known[other.start][0]
            and not (other.noun is not None and is_name(other.noun))
        ):
            return known[other.start]
    return None, None, "unknown"


def _owner(at: Context, count: Count, tokens: Sequence[Token]) -> str | None:
    """Whose ``its soldiers`` are: the people of the country that a metonym before it names."""
    if tokens[0].lower_ not in OWNERS:
        return None
    sentence = at.page.sentence_at(at.page.doc[count.start].idx)
    if sentence is None:
        return None
    owners = [
        p
        for p in at.metonyms
        if sentence.span.contains(p.span) and p.span.start < at.page.doc[count.start].idx
    ]
    return _demonyms().get(owners[-1].country or "") if owners else None
