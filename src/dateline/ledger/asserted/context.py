"""Where and when a finding is, if its own clause doesn't say: the nearest words that do."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.records import Dispatch, Place, Reading, Sentence, Span, When

_SEATS = ("PPLC", "PCLI", None)
_AFTER = 2  # sentences in which the town of "a market in the country's north" may follow
_RIGHT_AFTER = 40  # characters behind a quarter's name in which its town may stand
_DAYS = ("day", "part-of-day", "hour")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A reading's sentences, located places and dated moments, in text order. ``offices``: towns in
    the names of speakers, which only "the city" refers to.
    """

    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    places: tuple[Place, ...]
    dates: tuple[When, ...]
    speakers: tuple[Span, ...] = ()
    unknown: tuple[Place, ...] = ()
    offices: tuple[Place, ...] = ()
    head: Place | None = None
    town: Place | None = None

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds an offset."""
        index = bisect_right(self.starts, at) - 1
        if index >= 0 and at < self.sentences[index].span.end:
            return self.sentences[index]
        return None

    def around(self, span: Span) -> Span:
        """The sentence or sentences around a span; the span itself if there are none."""
        first, last = self.sentence(span.start), self.sentence(max(span.start, span.end - 1))
        start = first.span.start if first else span.start
        end = last.span.end if last else span.end
        return Span(min(start, span.start), max(end, span.end))

    def scene(self, span: Span) -> tuple[Span, ...]:
        """The sentences that tell which incident a figure belongs to: its own, the one before it
        in its paragraph, and the first of the dispatch.
        """
        here = self.around(span)
        before = [s.span for s in self.sentences if s.span.end <= here.start]
        start = self.paragraph(span.start).start
        near = [s for s in before[-1:] if s.start >= start]
        lead = next((s.span for s in self.sentences if s.prose), here)
        return tuple(dict.fromkeys((lead, *near, here)))

    def before(self, sentence: Span) -> Span | None:
        """The sentence before one, in its paragraph."""
        start = self.paragraph(sentence.start).start
        ended = [
            s.span for s in self.sentences if start <= s.span.start and s.span.end <= sentence.start
        ]
        return ended[-1] if ended else None

    def paragraph(self, at: int) -> Span:
        """The paragraph's interval around an offset."""
        here = self.sentence(at)
        if here is None:
            return Span(at, at)
        same = [s.span for s in self.sentences if s.paragraph == here.paragraph]
        return Span(same[0].start, same[-1].end)

    def place(self, span: Span) -> Place | None:
        """Where something is: named in its sentence, else last in its paragraph before it, else
        first in the story.
        """
        sentence = self.around(span)
        near = _nearest(self.places, span, sentence)
        if near is None:
            before = Span(self.paragraph(span.start).start, sentence.start)
            near = _last(self.places, before)
        if near is None and self.places:
            near = self.places[0]
        return near

    def narrower(self, wide: Place, sentence: Span) -> Place | None:
        """The first place inside a country in the two sentences after one that names only that;
        else the dateline's, unless that is a capital, from where all of a country is told.
        """
        after = [s.span for s in self.sentences if s.span.start >= sentence.end][:_AFTER]
        return next(
            (p for s in after for p in (*self.places, *self.unknown)
             if s.contains(p.span) and wide.geonameid in p.within),
            self.head if self.head and wide.geonameid in self.head.within else None,
        )  # fmt: skip

    def spoken(self, place: Place | None) -> bool:
        """True if a place is only a part of a speaker's name."""
        return place is not None and any(name.contains(place.span) for name in self.speakers)

    def named(self, span: Span) -> Place | None:
        """The first place named in some words that holds no other of them: Nyala of "Nyala, in
        Darfur"; None if there is none.
        """
        here = [p for p in (*self.places, *self.unknown) if span.contains(p.span)]
        wide = {number for p in here for number in p.within}
        narrow = [p for p in here if p.geonameid is None or p.geonameid not in wide]
        renamed = {p.span.start - 2 for p in narrow}  # "Artyomovsk (Bakhmut)": the second name
        narrow = [p for p in narrow if p.span.end not in renamed or len(narrow) == 1]
        return min(narrow, key=lambda p: p.span, default=None)

    def within(self, place: Place) -> Place:
        """A place that no gazetteer knows, in the town that is told right after it ("Hamdaniyeh, in
        western Aleppo"), else in the dateline's.
        """
        if place.geonameid is not None or place.within:
            return place
        after = (p for p in self.places if 0 <= p.span.start - place.span.end < _RIGHT_AFTER)
        town = next(after, self.town)
        if town is None or not town.within or town.geonameid is None:
            return place
        return replace(place, within=(*town.within, town.geonameid))

    def days(self, span: Span, *, back: bool) -> tuple[When, ...]:
        """The days of something, the likeliest first: in its sentence, then (``back``) before it
        in its paragraph.
        """
        sentence = self.around(span)
        here = [d for d in self.dates if sentence.contains(d.span)]
        here.sort(key=lambda d: abs(d.span.start - span.start))
        last = self._earlier(span, sentence) if back else None
        return tuple(here + ([last] if last else []))

    def when(self, span: Span) -> When | None:
        """The day of something, in its sentence or before it in its paragraph."""
        sentence = self.around(span)
        near = _nearest(self.dates, span, sentence)
        return near or self._earlier(span, sentence)

    def _earlier(self, span: Span, sentence: Span) -> When | None:
        """The last day told before a sentence in its paragraph."""
        return _last(self.dates, Span(self.paragraph(span.start).start, sentence.start))


def _nearest[T: (Place, When)](found: Iterable[T], span: Span, inside: Span) -> T | None:
    here = [f for f in found if inside.contains(f.span)]
    return min(here, key=lambda f: abs(f.span.start - span.start), default=None)


def _last[T: (Place, When)](found: Iterable[T], inside: Span) -> T | None:
    here = [f for f in found if inside.contains(f.span)]
    return here[-1] if here else None


def surroundings(dispatch: Dispatch, reading: Reading) -> Surroundings:
    """What a reading says of where and when, without its dateline. A place in a speaker's name
    ("the Gaza health ministry") is not where anything happened, nor is that of a dateline of
    several.
    """
    head = dispatch.dateline.span if dispatch.dateline else Span(0, 0)
    speakers = [s.source.span for s in reading.statements if s.source]
    several = dispatch.dateline is not None and "/" in (dispatch.dateline.place or "")
    written = () if several else reading.origin
    return Surroundings(
        sentences=reading.sentences,
        starts=tuple(s.span.start for s in reading.sentences),
        places=tuple(
            p
            for p in reading.places
            if p.role == "location" and p.geonameid is not None and not p.span.overlaps(head)
            if not any(name.contains(p.span) for name in speakers)
        ),
        speakers=tuple(speakers),
        offices=tuple(
            p
            for p in reading.places
            if (p.feature or "").startswith("PPL") and any(n.contains(p.span) for n in speakers)
        ),
        unknown=tuple(p for p in reading.places if p.geonameid is None),
        head=next((p for p in written if p.feature not in _SEATS), None),
        town=next((p for p in written if p.feature != "PCLI"), None),
        dates=tuple(
            d
            for d in reading.dates
            if d.precision in _DAYS and d.start and d.end and not d.span.overlaps(head)
        ),
    )
