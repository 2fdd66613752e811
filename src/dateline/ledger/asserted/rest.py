"""What a dispatch tells beside its assertions, for ``dateline judge`` alone: sentences in which
nobody is quoted and no deed was read, and numbers that no figure was read from. Pure.

An editor who sets two reports side by side compares these too; in the ledger, where claims and
pages rest on what is asserted, they would be noise.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from dateline.ledger import lexicons
from dateline.ledger.asserted import populations, wording
from dateline.ledger.asserted.context import surroundings
from dateline.ledger.asserted.making import Maker, Said, about_of, context
from dateline.ledger.asserted.measures import told
from dateline.ledger.orders.targets import tells
from dateline.ledger.speakers.personae import personae
from dateline.ledger.storage.codec import digest
from dateline.records import About, Assertion, Filed, Reading, Span, Statement
from dateline.records.vocabulary import Hedge

_LEAST_WORDS = 4
_WORD = re.compile(r"[^\W_]+")
_EDGE = " \t\n,;:.!?\"'“”«»()–—-•*"


def rest(filed: Filed, known: Sequence[Assertion]) -> tuple[Assertion, ...]:
    """What one dispatch tells beside ``known``, all that it asserts."""
    if not tells(filed.dispatch):
        return ()
    one, read = filed.dispatch, filed.reading
    maker = Maker(one, surroundings(one, read), personae(one, read))
    found = [*_sentences(maker, read, known), *_numbers(maker, read, known)]
    return tuple(_named(a) for a in found)


def _named(a: Assertion) -> Assertion:
    name = digest(a.guid, a.version, a.kind, a.span.start, a.span.end, "rest")
    return replace(a, id=name, claim=name)


def _sentences(maker: Maker, read: Reading, known: Sequence[Assertion]) -> Iterator[Assertion]:
    taken = [s.span for s in read.statements if s.content]
    taken += [a.span for a in known if a.kind != "figure"]
    for sentence in read.sentences:
        for piece in _left(sentence.span, taken):
            span = _trimmed(maker.dispatch.text, piece)
            words = maker.dispatch.text[span.start : span.end]
            if len(_WORD.findall(words)) >= _LEAST_WORDS and wording.content_words(words):
                made = maker.make("statement", span, About(measure="statement"), Said())
                yield replace(made, context=context(maker, span))


def _left(whole: Span, taken: Iterable[Span]) -> list[Span]:
    """What of a sentence stands in no span that is taken."""
    left, at = [], whole.start
    for span in sorted(s for s in taken if s.overlaps(whole)):
        if span.start > at:
            left.append(Span(at, span.start))
        at = max(at, span.end)
    return [*left, Span(at, whole.end)] if at < whole.end else left


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(_EDGE))
    return Span(start, max(start, span.start + len(words.rstrip(_EDGE))))


@dataclass(frozen=True, slots=True)
class _Words:
    measures: dict[str, re.Pattern[str]]
    number: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    hedges: dict[str, re.Pattern[str]]


@cache
def _words() -> _Words:
    table = lexicons.table("rest.toml")
    hedges = "|".join(table["hedges"].values())
    counts = "|".join(sorted(wording.counts(), key=len, reverse=True))
    return _Words(
        {m: re.compile(rf"\b(?:{w})\b", re.IGNORECASE) for m, w in table["measures"].items()},
        re.compile(
            rf"(?:\b(?P<hedge>{hedges})\s+)?(?<![\w.,$€£-])(?P<number>\d{{1,3}}(?:[., ]\d{{3}})+"
            rf"|\d+|(?:{counts}))(?![\w])",
            re.IGNORECASE,
        ),
        re.compile(rf"(?:{table['uncounted']['before']})$", re.IGNORECASE),
        re.compile(table["uncounted"]["after"], re.IGNORECASE),
        {h: re.compile(w, re.IGNORECASE) for h, w in table["hedges"].items()},
    )


_YEARS = range(1900, 2100)
_NEAR = 14


def _numbers(maker: Maker, read: Reading, known: Sequence[Assertion]) -> Iterator[Assertion]:
    """Counts of which no figure was read: "the rebels claim 22", "raised its own count to 92"."""
    text = maker.dispatch.text
    counted = [a for a in known if a.kind == "figure"]
    taken = [a.span for a in counted if told(a.about.measure)]
    taken += [d.span for d in read.dates]
    for sentence in read.sentences:
        for found in _words().number.finditer(text, sentence.span.start, sentence.span.end):
            span = Span(*found.span())
            value = _value(found["number"])
            if any(span.overlaps(t) for t in taken) or value is None or not _counts(text, found):
                continue
            about = _about(maker, span, sentence.span, counted)
            if about is None:
                continue
            made = maker.make("figure", span, about, _said(read, span))
            low, high, hedge = _bounds(found["hedge"], value)
            yield replace(
                made, value=value if low is None and high is None else None, low=low, high=high,
                hedge=hedge, context=context(maker, span),
            )  # fmt: skip


def _value(words: str) -> float | None:
    digits = wording.counts().get(words.casefold()) or re.sub(r"[^\d]", "", words)
    value = float(digits) if digits else None
    return None if value is None or value < 2 or (words.isdigit() and value in _YEARS) else value


def _counts(text: str, found: re.Match[str]) -> bool:
    """True for a number that may count something: no date, sum, distance, age or designation."""
    before = text[max(0, found.start("number") - _NEAR) : found.start("number")]
    hedged = found["hedge"] is not None
    return not (
        (not hedged and _words().before.search(before))
        or _words().after.match(text, found.end("number"))
    )


def _bounds(hedge: str | None, value: float) -> tuple[float | None, float | None, Hedge]:
    name = next((h for h, p in _words().hedges.items() if hedge and p.fullmatch(hedge)), "exact")
    low = value if name in ("at least", "more than") else None
    high = value if name in ("fewer than", "up to") else None
    return low, high, cast("Hedge", name)


def _about(maker: Maker, span: Span, sentence: Span, counted: Sequence[Assertion]) -> About | None:
    """What a number counts: by the nearest word that tells, else as the count told last."""
    text = maker.dispatch.text
    last = [a for a in counted if a.span.end <= span.start and told(a.about.measure)][-1:]
    near = {
        m: min(max(x.start() - span.end, span.start - x.end()) for x in found)
        for m, p in _words().measures.items()
        if (found := list(p.finditer(text, sentence.start, sentence.end)))
    }
    measure = min(near, key=lambda m: near[m], default=last[0].about.measure if last else None)
    if measure is None:
        return None
    place = maker.near.place(span)
    about = about_of(measure, place, maker.near.when(span))
    people = populations.classes_in(text[span.end : min(sentence.end, span.end + _PEOPLE)])
    return replace(about, population=people, population_key=people, guessed=True)


_PEOPLE = 30
"""Characters behind a number in which those counted are named."""


def _said(read: Reading, span: Span) -> Said:
    said: Statement | None = next(
        (s for s in read.statements if any(c.span.contains(span) for c in s.content)), None
    )
    return Said(said.source_name, said.via) if said else Said()
