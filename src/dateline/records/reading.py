"""What the reader finds in one dispatch. ``text`` of a finding always equals
``dispatch.text[span.start:span.end]``.
"""

from dataclasses import dataclass, field
from datetime import datetime

from dateline.records.dispatch import Span
from dateline.records.vocabulary import (
    AsideKind,
    DamageKind,
    EventStatus,
    Hedge,
    MeasureState,
    Mode,
    NameKind,
    PlaceRole,
    Polarity,
    Precision,
    Scope,
    Victims,
)


@dataclass(frozen=True, slots=True)
class Words:
    """A quoted stretch: the span and the words in it."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a heading that stands alone; ``prose`` is false for headings and fragments.

    Paragraphs are numbered from 0.
    """

    span: Span
    paragraph: int
    prose: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a person, organisation, group or place.

    ``canonical`` is the fullest form by which the dispatch names the same thing.
    ``role`` is a title or office that the dispatch gives it ("regional governor").
    """

    span: Span
    text: str
    kind: NameKind
    canonical: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym. ``role`` is metonym when the place's name stands for its government.

    ``within``: GeoNames ids of the containing divisions, country first. ``lat``/``lon`` in degrees
    (WGS 84), null where unresolved. ``precision_km``: radius of the area that the name may mean.
    """

    span: Span
    text: str
    name: str
    role: PlaceRole = "location"
    country: str | None = None
    geonameid: int | None = None
    within: tuple[int, ...] = ()
    lat: float | None = None
    lon: float | None = None
    feature: str | None = None
    precision_km: float | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time expression. ``value`` is its TIMEX3 value (ISO-TimeML 1.2).

    ``start``/``end``: local, naive; ``end`` is inclusive; null where open or unresolved.
    """

    span: Span
    text: str
    value: str
    start: datetime | None
    end: datetime | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. ``span`` covers source, cue and content.

    ``source`` is null when nobody is named, or when the agency itself speaks. ``source_name`` is
    the source resolved within the dispatch ("he" -> "Antony Blinken"). ``via`` is the chain through
    which it came, nearest to the reader first (agency, channel). ``hedges``: words such as
    "apparently", "reportedly".
    """

    span: Span
    text: str
    source: Words | None
    source_name: str | None
    cue: Words | None
    content: tuple[Words, ...]
    mode: Mode
    polarity: Polarity = "asserts"
    via: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A count or quantity with what it counts.

    ``low``/``high`` are inclusive bounds as the words allow; ``value`` is null where the words give
    only bounds. ``population`` is in the dispatch's words, ``population_key`` normalised ("russian
    soldiers"). ``statement`` is a position in ``Reading.statements``. ``part_of`` is a position in
    ``Reading.figures``. ``unit`` is null for counts of people and things.
    """

    span: Span
    text: str
    measure: str
    low: float | None
    high: float | None
    value: float | None
    hedge: Hedge
    population: str | None = None
    population_key: str | None = None
    victims: Victims = "unknown"
    scope: Scope = "incident"
    part_of: int | None = None
    unit: str | None = None
    place: Place | None = None
    when: When | None = None
    statement: int | None = None
    source_name: str | None = None
    verification: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER event (Open Event Data Alliance, PLOVER 2023), or one of our extensions.

    Extensions: ``VOTE`` (a vote in an assembly) and ``CONTROL`` (a change of territorial control).
    """

    span: Span
    text: str
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: Place | None = None
    when: When | None = None
    status: EventStatus = "reported"
    source_name: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Something announced for later; ``when`` is null if no date is given."""

    span: Span
    text: str
    what: str
    when: When | None = None
    place: Place | None = None
    source_name: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with legal or practical effect: sanction, suspension, corridor, curfew."""

    span: Span
    text: str
    issuer: str | None
    target: str | None
    effect: str
    state: MeasureState
    when: When | None = None
    source_name: str | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """Mangled text or page furniture. ``suggestion``: what probably stood there, if we can tell."""

    span: Span
    text: str
    kind: DamageKind
    suggestion: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that a sentence can lose and stay a sentence, without the commas around them."""

    span: Span
    kind: AsideKind


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb of a main clause with its auxiliaries; ``now``: what a headline has for them
    ("have killed": "kill", "were killed": "killed").
    """

    span: Span
    now: str


@dataclass(frozen=True, slots=True)
class Outline:
    """How a sentence is built: its main verb, that of what it says first ("..., police said"), and
    what it can lose. Asides may stand inside others.
    """

    span: Span
    verbs: tuple[Verb, ...] = ()
    asides: tuple[Aside, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one version of a dispatch, by one version of the reader.

    ``cased`` is the text with case restored and line breaks as spaces, of the same length as the
    text; null where the text is in mixed case already. ``terms`` are the distinct content lemmas in
    order of first use, for grouping dispatches into stories. ``origin``: the places of the
    dateline, which are not among ``places``. ``outlines``: those of the prose sentences whose parse
    makes one, in text order.
    """

    guid: str
    version: int
    reader: str
    model: str
    language: str
    cased: str | None = None
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[When, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    plans: tuple[Plan, ...] = ()
    measures: tuple[Measure, ...] = ()
    damage: tuple[Damage, ...] = ()
    terms: tuple[str, ...] = field(default=())
    origin: tuple[Place, ...] = ()
    outlines: tuple[Outline, ...] = ()
