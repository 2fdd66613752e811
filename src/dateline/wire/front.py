"""What the top of a text says of the transmission, gathered line by line."""

from dataclasses import dataclass, field
from datetime import datetime

from dateline.records import DatelineHead, Reference, Span
from dateline.records.vocabulary import PubStatus, Signal


@dataclass(frozen=True, slots=True)
class Front:
    """What the top of a text says. ``spans`` cover the header lines, not headline or dateline."""

    guid: str | None = None
    agency: str | None = None
    signal: Signal | None = None
    status: PubStatus | None = None
    version: int | None = None
    issued: datetime | None = None
    embargo_until: datetime | None = None
    expires: datetime | None = None
    headline: str | None = None
    slug: str | None = None
    number: str | None = None
    urgency: int | None = None
    byline: str | None = None
    language: str | None = None
    note: str | None = None
    rights: str | None = None
    usage_terms: str | None = None
    subjects: tuple[str, ...] = ()
    objects: tuple[Reference, ...] = ()
    dateline: DatelineHead | None = None
    spans: tuple[Span, ...] = field(default=())
