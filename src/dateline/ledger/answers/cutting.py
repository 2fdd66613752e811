"""A dispatch as far as it is in a story: the rest is masked, and nothing that was read there left.

Pure. Masked words are neither shown nor cited, so that a page cannot tell of what its story is not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from typing import Protocol

from dateline.ledger.speakers.actors import plain
from dateline.ledger.stories.matters import WORD
from dateline.ledger.stories.parts import Part
from dateline.records import Dispatch, Figure, Filed, Mask, Reading, Span

_WHY = "It is of another story."
_STEM = 6  # letters by which a word is known again as a form of a term


class _Found(Protocol):
    """Anything that a reading finds somewhere in a text."""

    @property
    def span(self) -> Span:
        """Where."""


def cut(one: Filed, part: Part) -> Filed | None:
    """What a story has of a dispatch; None if no sentence of it is left."""
    if part.whole:
        return one
    read = _reading(one, part)
    if not any(s.prose for s in read.sentences):
        return None
    masks = (Mask(span, "elsewhere", _WHY) for span in _hidden(one.dispatch, part))
    kept = replace(one.dispatch, masks=tuple(sorted((*one.dispatch.masks, *masks), key=_start)))
    return Filed(_untitled(kept) if part.inside else kept, read)


def _start(mask: Mask) -> int:
    return mask.span.start


def _hidden(one: Dispatch, part: Part) -> Iterator[Span]:
    """What of a dispatch is not in the story."""
    yield from part.outside
    at = 0
    for span in part.inside:
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if part.inside and at < len(one.text):
        yield Span(at, len(one.text))


def _untitled(one: Dispatch) -> Dispatch:
    """Without what names the whole: a headline, a slug, the city that it was sent from."""
    head = replace(one.dateline, place=None) if one.dateline else None
    return replace(one, headline=None, slug=None, subjects=(), dateline=head)


def _reading(one: Filed, part: Part) -> Reading:
    read = one.reading
    statements = {n: s for n, s in enumerate(read.statements) if part.has(s.span)}
    figures = {n: f for n, f in enumerate(read.figures) if part.has(f.span)}
    said = {old: new for new, old in enumerate(statements)}
    counted = {old: new for new, old in enumerate(figures)}
    return replace(
        read,
        sentences=tuple(s for s in read.sentences if part.has(s.span)),
        names=tuple(n for n in read.names if part.has(n.span)),
        places=tuple(p for p in read.places if part.has(p.span)),
        dates=tuple(d for d in read.dates if part.has(d.span)),
        statements=tuple(statements.values()),
        figures=tuple(_placed(f, said, counted) for f in figures.values()),
        events=tuple(e for e in read.events if part.has(e.span)),
        plans=tuple(p for p in read.plans if part.has(p.span)),
        measures=tuple(m for m in read.measures if part.has(m.span)),
        damage=tuple(d for d in read.damage if part.has(d.span)),
        outlines=tuple(o for o in read.outlines if part.has(o.span)),
        terms=_terms(one, part),
        origin=() if part.inside else read.origin,
    )


def _placed(one: Figure, said: dict[int, int], counted: dict[int, int]) -> Figure:
    """A figure that points to the statements and figures that are left."""
    by = said.get(one.statement) if one.statement is not None else None
    whole = counted.get(one.part_of) if one.part_of is not None else None
    return replace(one, statement=by, part_of=whole)


def _terms(one: Filed, part: Part) -> tuple[str, ...]:
    """The terms whose words are in what is left."""
    text = one.reading.cased or one.dispatch.text
    kept = (text[s.span.start : s.span.end] for s in one.reading.sentences if part.has(s.span))
    begun = {w[:n] for words in kept for w in WORD.findall(plain(words)) for n in range(3, 7)}
    return tuple(term for term in one.reading.terms if plain(term)[:_STEM] in begun)


def mended(some: Sequence[Filed]) -> Filed:
    """One dispatch, of which several stories have parts (at least one), with all that any has."""
    if len(some) == 1:
        return some[0]
    main = max(some, key=lambda one: one.dispatch.headline is not None)
    hidden = reduce(_common, ([m.span for m in _elsewhere(one)] for one in some))
    masks = [m for m in main.dispatch.masks if m.kind != "elsewhere"]
    masks += [Mask(span, "elsewhere", _WHY) for span in hidden]
    reads = [one.reading for one in some]
    counted = ([replace(f, statement=None, part_of=None) for f in r.figures] for r in reads)
    read = replace(
        main.reading,
        sentences=_all(read.sentences for read in reads),
        names=_all(read.names for read in reads),
        places=_all(read.places for read in reads),
        dates=_all(read.dates for read in reads),
        statements=_all(read.statements for read in reads),
        figures=_all(counted),
        events=_all(read.events for read in reads),
        plans=_all(read.plans for read in reads),
        measures=_all(read.measures for read in reads),
        damage=_all(read.damage for read in reads),
        outlines=_all(read.outlines for read in reads),
        terms=tuple(dict.fromkeys(term for read in reads for term in read.terms)),
    )
    return Filed(replace(main.dispatch, masks=tuple(sorted(masks, key=_start))), read)


def _elsewhere(one: Filed) -> Iterator[Mask]:
    return (mask for mask in one.dispatch.masks if mask.kind == "elsewhere")


def _common(one: Sequence[Span], two: Sequence[Span]) -> list[Span]:
    """What lies both in one of some spans and in one of others."""
    pairs = ((a, b) for a in one for b in two if a.overlaps(b))
    return [Span(max(a.start, b.start), min(a.end, b.end)) for a, b in pairs]


def _all[T: _Found](some: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """Every finding of several readings once, in text order."""
    return tuple(sorted(dict.fromkeys(f for found in some for f in found), key=lambda f: f.span))
