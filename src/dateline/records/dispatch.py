"""What the wire room hands over: one transmission of one item, or a failure that says why not."""

from dataclasses import dataclass
from datetime import date, datetime

from dateline.records.vocabulary import MaskKind, PubStatus, Signal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open interval of Unicode code points in a dispatch's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """True if the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """True if ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch of text that is kept but not read, with the reason in words."""

    span: Span
    kind: MaskKind
    reason: str


@dataclass(frozen=True, slots=True)
class DatelineHead:
    """The dateline of a dispatch: ``BOGOTA, 9 JAN 90 (EFE) --``. ``span`` covers it in the text."""

    span: Span
    place: str | None
    date: date | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Reference:
    """What a kill, correction or hold names as its object. Any of the fields may be absent."""

    guid: str | None = None
    number: str | None = None
    slug: str | None = None
    headline: str | None = None


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text that is the same in text and raw file.

    ``text[text_start:text_start + length]`` was decoded from the raw bytes
    ``raw[raw_start:raw_end]``.
    """

    text_start: int
    length: int
    raw_start: int
    raw_end: int


@dataclass(frozen=True, slots=True)
class Dispatch:
    """One transmission. ``text`` never changes once made: every offset in the system refers to it.

    ``received`` is the transmission's own time for files (never "now"), the clock's for pushes.
    ``number`` is the agency's own number or transmission reference, as kills cite it.
    ``objects`` is what a kill, correction, hold or release names. ``numbered``: the agency gave the
    version; else it is ours, and the times tell which version is the newer. All times are aware.
    """

    guid: str
    text: str
    version: int = 1
    agency: str | None = None
    status: PubStatus = "usable"
    signal: Signal = "lead"
    issued: datetime | None = None
    received: datetime | None = None
    embargo_until: datetime | None = None
    expires: datetime | None = None
    language: str | None = None
    headline: str | None = None
    slug: str | None = None
    number: str | None = None
    urgency: int | None = None
    dateline: DatelineHead | None = None
    byline: str | None = None
    subjects: tuple[str, ...] = ()
    link: str | None = None
    note: str | None = None
    objects: tuple[Reference, ...] = ()
    rights: str | None = None
    usage_terms: str | None = None
    sha256: str = ""
    masks: tuple[Mask, ...] = ()
    runs: tuple[TextRun, ...] = ()
    format: str = "plain"
    path: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be taken in or read: kept and shown, never dropped."""

    path: str
    reason: str
    remedy: str
    stage: str = "wire"
    guid: str | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """One raw input as it came, and what was made of it. ``sha256`` is that of ``data``."""

    path: str
    data: bytes
    sha256: str
    items: tuple[Dispatch | Failure, ...]
