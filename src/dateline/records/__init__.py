"""The hall: every value that crosses rooms, frozen and slotted. No I/O, no third-party import."""

from dateline.records.claim import (
    About,
    Actor,
    Assertion,
    Claim,
    Dossier,
    Filed,
    Ingested,
    Judgement,
    Notice,
    Redaction,
    Regrouping,
    Signed,
    Story,
    Thread,
)
from dateline.records.dispatch import (
    DatelineHead,
    Dispatch,
    Failure,
    Intake,
    Mask,
    Reference,
    Span,
    TextRun,
)
from dateline.records.edition import (
    AgendaItem,
    Change,
    Citation,
    DispatchRef,
    Dispute,
    Edition,
    Line,
    MeasureItem,
    Moment,
    Pin,
    Refusal,
    Section,
    Site,
    SourceCount,
    Spoken,
    Toll,
)
from dateline.records.reading import (
    Damage,
    Event,
    Figure,
    Measure,
    Name,
    Place,
    Plan,
    Reading,
    Sentence,
    Statement,
    When,
    Words,
)

__all__ = [
    "About", "Actor", "AgendaItem", "Assertion", "Change", "Citation", "Claim", "Damage",
    "DatelineHead", "Dispatch", "DispatchRef", "Dispute", "Dossier", "Edition", "Event",
    "Failure", "Figure", "Filed", "Ingested", "Intake", "Judgement", "Line", "Mask", "Measure",
    "MeasureItem", "Moment", "Name", "Notice", "Pin", "Place", "Plan", "Reading", "Redaction",
    "Reference", "Refusal", "Regrouping", "Section", "Sentence", "Signed", "Site", "SourceCount",
    "Span", "Spoken", "Statement", "Story", "TextRun", "Thread", "Toll", "When", "Words",
]  # fmt: skip
