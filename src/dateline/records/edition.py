"""What the report room composes and the publish room renders."""

from dataclasses import dataclass
from datetime import datetime

from dateline.records.claim import About, Notice
from dateline.records.dispatch import Span
from dateline.records.vocabulary import ClaimStatus, Hedge, Mode, Polarity, Precision, Signal


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words that a line rests on: ``text`` equals the dispatch's text at ``span``.

    ``before`` and ``after`` are the neighbouring sentences (empty at the ends), which is all the
    context that a page may show. ``assertions`` are ids in the ledger, if it holds any there.
    """

    guid: str
    version: int
    span: Span
    text: str
    agency: str | None
    issued: datetime | None
    before: str = ""
    after: str = ""
    assertions: tuple[str, ...] = ()

    @property
    def item(self) -> tuple[str, int]:
        """The dispatch: its guid and version."""
        return self.guid, self.version


@dataclass(frozen=True, slots=True)
class Line:
    """One published sentence with what it rests on; never without a citation.

    ``origins`` counts independent origins of what it says.
    """

    text: str
    citations: tuple[Citation, ...]
    origins: int = 1
    status: ClaimStatus | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one thread under a heading, which is empty where there is no true one.
    ``heading_citations`` support the heading's words.
    """

    heading: str
    lines: tuple[Line, ...]
    heading_citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """One speaker's figure at one moment, for the who-says-what table and chart.

    ``words`` is the figure as published ("at least 21"). ``by`` null: the agency itself.
    ``at`` is when it was said (the dispatch's time).
    """

    claim: str
    about: About
    by: str | None
    via: tuple[str, ...]
    words: str
    value: float | None
    low: float | None
    high: float | None
    hedge: Hedge
    at: datetime | None
    status: ClaimStatus
    citation: Citation
    verification: str | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """Who says what, in words that the report cites, for the table of statements.

    ``by`` null: the agency itself. ``cue`` and ``content`` are the dispatch's own words. ``at`` is
    the dispatch's time. ``status`` and ``origins`` are the claim's, null and 1 if there is none.
    """

    by: str | None
    via: tuple[str, ...]
    cue: str | None
    content: tuple[str, ...]
    mode: Mode
    polarity: Polarity
    hedges: tuple[str, ...]
    at: datetime | None
    citation: Citation
    status: ClaimStatus | None = None
    origins: int = 1


@dataclass(frozen=True, slots=True)
class Dispute:
    """Rival figures or accounts, side by side in one line, never averaged."""

    about: About
    line: Line
    rivals: tuple[Toll, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Something to come (or that was to come). ``start``/``end`` local, naive, end inclusive."""

    what: str
    start: datetime | None
    end: datetime | None
    precision: Precision | None
    place: str | None
    line: Line
    past: bool = False


@dataclass(frozen=True, slots=True)
class MeasureItem:
    """A measure in words, with its date of effect if known."""

    issuer: str | None
    target: str | None
    effect: str
    start: datetime | None
    state: str
    line: Line


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map. ``precision_km`` is the radius of the area the words may mean."""

    name: str
    geonameid: int
    country: str | None
    lat: float
    lon: float
    precision_km: float
    kind: str
    line: Line


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of the timeline: local, naive times, ``end`` inclusive."""

    start: datetime
    end: datetime
    precision: Precision
    line: Line


@dataclass(frozen=True, slots=True)
class Change:
    """What differs from the previous edition, in words. ``kind`` is one of ``new``, ``raised``,
    ``lowered``, ``corrected``, ``withdrawn``, ``disputed``.
    """

    kind: str
    text: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that the gate kept out, with the rule and the reason in words."""

    text: str
    rule: str
    reason: str
    guid: str | None = None


@dataclass(frozen=True, slots=True)
class SourceCount:
    """One agency on the sources line."""

    agency: str
    dispatches: int
    last: datetime | None


@dataclass(frozen=True, slots=True)
class DispatchRef:
    """A dispatch behind an edition, for the list of sources."""

    guid: str
    version: int
    agency: str | None
    issued: datetime | None
    signal: Signal
    language: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """One numbered, published state of a story's report.

    ``digest`` is a hash of everything but number and as-of time: an edition is new if it differs.
    ``brief`` is the report in 150 words, the strongest line first; ``full`` every line that the
    dispatches give, the newest dispatch first, however many there are beyond the report's length.
    """

    story: str
    number: int
    as_of: datetime
    headline: Line
    standfirst: tuple[Line, ...]
    sections: tuple[Section, ...]
    disputes: tuple[Dispute, ...] = ()
    figures: tuple[Toll, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    measures: tuple[MeasureItem, ...] = ()
    pins: tuple[Pin, ...] = ()
    timeline: tuple[Moment, ...] = ()
    changes: tuple[Change, ...] = ()
    corrections: tuple[Notice, ...] = ()
    refused: tuple[Refusal, ...] = ()
    sources: tuple[SourceCount, ...] = ()
    dispatches: tuple[DispatchRef, ...] = ()
    digest: str = ""
    brief: tuple[Line, ...] = ()
    full: tuple[Line, ...] = ()
    statements: tuple[Spoken, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Everything to be published in one go.

    ``editions`` is the newest edition of each story, ``archive`` all earlier ones. ``withdrawn``:
    stories that have nothing left to show, with when that happened (for tombstones). ``address``
    is where the site is served, for the links of feeds; without it they are relative. ``desk`` is
    where readers' replies are posted, ``contact`` a mail address for them. ``notices``
    are kills, holds and releases that concern no story shown; ``kept_back`` counts dispatches that
    are embargoed, held or withheld. ``moved``: stories that were merged away, each with the one it
    is part of now; their addresses stay, ``archive`` holds their editions. ``sequels``: stories too
    long for one page, each with the one that it goes on in; both are shown.
    """

    title: str
    as_of: datetime
    editions: tuple[Edition, ...]
    archive: tuple[Edition, ...] = ()
    withdrawn: tuple[tuple[str, datetime], ...] = ()
    note: str | None = None
    address: str | None = None
    notices: tuple[Notice, ...] = ()
    kept_back: int = 0
    moved: tuple[tuple[str, str], ...] = ()
    sequels: tuple[tuple[str, str], ...] = ()
    desk: str | None = None
    contact: str | None = None
