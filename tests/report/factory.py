"""Dossiers written by hand: a text with findings marked by their words."""
# ruff: noqa: PLR0913 (a finding has as many parts as it has)

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from dateline.records import (
    About,
    Assertion,
    Claim,
    Damage,
    Dispatch,
    Dossier,
    Event,
    Figure,
    Filed,
    Judgement,
    Mask,
    Measure,
    Name,
    Notice,
    Place,
    Plan,
    Reading,
    Sentence,
    Span,
    Statement,
    Story,
    When,
    Words,
)

ISSUED = datetime(2022, 3, 2, 20, 0, tzinfo=UTC)
SENTENCE = re.compile(r"(?:[^\n]|\n(?!\n))+?(?:[.!?][\"”»]?(?=\s|$)|(?=\n\n|$))")
PRONOUNS = ("he", "she", "it", "they", "him", "her")


@dataclass
class Copy:
    """A dispatch under annotation. Words are found by their first place at or after ``after``."""

    text: str
    guid: str = "northwire-1"
    agency: str | None = "Northwire"
    issued: datetime = ISSUED
    version: int = 1
    language: str = "en"
    cased: str | None = None
    options: dict[str, object] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    dates: list[When] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    damage: list[Damage] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)
    origin: tuple[Place, ...] = ()

    def at(self, words: str, after: str = "") -> Span:
        start = self.text.index(after) + len(after) if after else 0
        start = self.text.index(words, start)
        return Span(start, start + len(words))

    def near(self, words: str, to: Span) -> Span:
        """The occurrence of some words that stands nearest to a span."""
        places = [m.start() for m in re.finditer(rf"\b{re.escape(words)}", self.text)]
        start = min(places, key=lambda p: max(to.start - p - len(words), p - to.end, 0))
        return Span(start, start + len(words))

    def name(self, words, kind="person", canonical=None, role=None, after=""):
        span = self.at(words, after)
        self.names.append(Name(span, words, kind, canonical or words, role))
        return self

    def place(self, words, geonameid, lat=0.0, lon=0.0, *, role="location", country="UA", after=""):
        span = self.at(words, after)
        self.places.append(
            Place(span, words, words, role, country, geonameid, (), lat, lon, "PPL", 5.0)
        )
        return self

    def date(self, words, day, *, precision="day", hours=(0, 24), after="", value=None):
        start = datetime.fromisoformat(day) + timedelta(hours=hours[0])
        end = datetime.fromisoformat(day) + timedelta(hours=hours[1], seconds=-1)
        when = When(self.at(words, after), words, value or day, start, end, precision)
        self.dates.append(when)
        return self

    def said(self, source, cue, *content, name=None, mode="indirect", polarity="asserts", after=""):
        parts = [self.at(c, after) for c in content]
        spans = list(parts)
        around = Words(self.near(source, parts[0]), source) if source else None
        cued = Words(self.near(cue, around.span if around else parts[0]), cue) if cue else None
        spans += [w.span for w in (around, cued) if w]
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        resolved = name or (source if source and source.casefold() not in PRONOUNS else None)
        self.statements.append(
            Statement(
                span=span,
                text=self.text[span.start : span.end],
                source=around,
                source_name=resolved,
                cue=cued,
                content=tuple(Words(s, self.text[s.start : s.end]) for s in parts),
                mode=mode,
                polarity=polarity,
                via=(self.agency,) if self.agency else (),
            )
        )
        return self

    def figure(self, words, measure, value=None, *, low=None, high=None, hedge="exact",
               population=None, by=None, place=None, verification=None, unit=None,
               scope="incident", after=""):  # fmt: skip
        said = [i for i, s in enumerate(self.statements) if by and s.source_name == by]
        low = value if hedge == "exact" and low is None else low
        high = value if hedge == "exact" and high is None else high
        self.figures.append(
            Figure(
                span=self.at(words, after), text=words, measure=measure, low=low, high=high,
                value=value, hedge=hedge, population=population,
                population_key=population and population.casefold(), scope=scope, unit=unit,
                place=next((p for p in self.places if p.name == place), None),
                statement=said[0] if said else None, source_name=by, verification=verification,
            )
        )  # fmt: skip
        return self

    def event(self, words, type_, *, place=None, after=""):
        where = next((p for p in self.places if p.name == place), None)
        self.events.append(Event(self.at(words, after), words, type_, place=where))
        return self

    def plan(self, words, what, date_words, *, after=""):
        when = next(w for w in self.dates if w.text == date_words)
        self.plans.append(Plan(self.at(words, after), words, what, when))
        return self

    def measure(self, words, issuer, target, effect, state="announced", *, after=""):
        self.measures.append(Measure(self.at(words, after), words, issuer, target, effect, state))
        return self

    def hurt(self, words, kind="substitution", after="", suggestion=None):
        self.damage.append(Damage(self.at(words, after), words, kind, suggestion))
        return self

    def mask(self, words, kind="note", after=""):
        self.masks.append(Mask(self.at(words, after), kind, "test"))
        return self

    def filed(self) -> Filed:
        dispatch = Dispatch(
            guid=self.guid, text=self.text, version=self.version, agency=self.agency,
            issued=self.issued, received=self.issued, language=self.language,
            masks=tuple(self.masks),
        )  # fmt: skip
        dispatch = replace(dispatch, **self.options)
        reading = Reading(
            guid=self.guid, version=self.version, reader="test", model="none",
            language=self.language, cased=self.cased, sentences=sentences(self.text),
            names=tuple(self.names), places=tuple(self.places), dates=tuple(self.dates),
            statements=tuple(self.statements), figures=tuple(self.figures),
            events=tuple(self.events), plans=tuple(self.plans), measures=tuple(self.measures),
            damage=tuple(self.damage), origin=self.origin,
        )  # fmt: skip
        return Filed(dispatch, reading)


def sentences(text: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    paragraph = 0
    for match in SENTENCE.finditer(text):
        words = match[0].strip()
        if not words:
            continue
        start = match.start() + match[0].index(words)
        if found and "\n\n" in text[found[-1].span.end : start]:
            paragraph += 1
        prose = words[-1] in '.!?"”»'
        found.append(Sentence(Span(start, start + len(words)), paragraph, prose))
    return tuple(found)


def assertions(filed: Filed) -> list[Assertion]:
    """Each figure as an assertion of a claim of its own."""
    dispatch, reading = filed.dispatch, filed.reading
    made = []
    for i, figure in enumerate(reading.figures):
        around = next(s.span for s in reading.sentences if s.span.overlaps(figure.span))
        about = About(
            figure.measure, figure.population, figure.population_key, scope=figure.scope,
            unit=figure.unit, place=figure.place.name if figure.place else None,
            geonameid=figure.place.geonameid if figure.place else None,
        )  # fmt: skip
        made.append(
            Assertion(
                id=f"{dispatch.guid}-{dispatch.version}-{i}",
                claim=f"claim-{dispatch.guid}-{i}", kind="figure", guid=dispatch.guid,
                version=dispatch.version, span=figure.span, sentence=around, text=figure.text,
                agency=dispatch.agency, by=figure.source_name,
                via=(dispatch.agency,) if dispatch.agency else (), about=about,
                polarity="asserts", learnt=dispatch.issued or ISSUED, issued=dispatch.issued,
                value=figure.value, low=figure.low, high=figure.high, hedge=figure.hedge,
                verification=figure.verification,
            )
        )  # fmt: skip
    return made


def dossier(
    copies: Iterable[Copy],
    *,
    contradictions: Iterable[tuple[str, str]] = (),
    notices: tuple[Notice, ...] = (),
    as_of: datetime | None = None,
) -> Dossier:
    """A dossier of some copies; ``contradictions`` are pairs of assertion ids (guid-version-n)."""
    filed = tuple(c.filed() for c in copies)
    times = [f.dispatch.issued for f in filed if f.dispatch.issued]
    at = as_of or max(times, default=ISSUED)
    pairs = [Judgement(f"j{a}{b}", a, b, "contradicts", "rival figures", "rule:test", at)
             for a, b in contradictions]  # fmt: skip
    claims = []
    for one in filed:
        for said in assertions(one):
            mine = tuple(j for j in pairs if said.id in (j.a, j.b))
            status = "disputed" if mine else "single-source"
            claims.append(
                Claim(said.claim, "story", "figure", said.about, status, 1, (said,), mine)
            )
    story = Story("story", min(times, default=at), at, tuple(f.dispatch.guid for f in filed))
    return Dossier(story, at, filed, tuple(claims), notices)
