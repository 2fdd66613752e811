"""Citations: exact words of a dispatch, with no more context than the neighbouring sentences."""

from dateline.records import Citation, Line, Sentence, Span
from dateline.records.vocabulary import ClaimStatus
from dateline.report.ground import Ground, Sheet
from dateline.report.words import tidy

GRAVITY: tuple[ClaimStatus, ...] = (
    "disputed", "denied", "uncertain", "corroborated", "single-source", "superseded", "withdrawn",
)  # fmt: skip
"""Of several claims in one line, the status that a reader must know first."""


def quotable(sheet: Sheet, whole: Span, part: Span) -> Span:
    """The whole sentence, or only the part that is meant if the sentence is damaged elsewhere."""
    damaged = any(whole.overlaps(d.span) for d in sheet.reading.damage)
    return part if damaged else whole


def _neighbour(sheet: Sheet, sentence: Sentence | None) -> str:
    """A sentence as context: empty if it is furniture, damaged or a heading."""
    if sentence is None or not sentence.prose:
        return ""
    bad = [d.span for d in sheet.reading.damage] + [m.span for m in sheet.dispatch.masks]
    if any(sentence.span.overlaps(span) for span in bad):
        return ""
    return tidy(sheet.shown[sentence.span.start : sentence.span.end])


def cite(sheet: Sheet, span: Span) -> Citation:
    """A citation of ``span``, with the ids of the assertions that it holds."""
    before, after = sheet.neighbours(span)
    dispatch = sheet.dispatch
    return Citation(
        guid=dispatch.guid,
        version=dispatch.version,
        span=span,
        text=dispatch.text[span.start : span.end],
        agency=dispatch.agency,
        issued=dispatch.issued,
        before=_neighbour(sheet, before),
        after=_neighbour(sheet, after),
        assertions=tuple(a.id for a in sheet.assertions if span.contains(a.span)),
    )


def line(ground: Ground, text: str, citations: tuple[Citation, ...]) -> Line:
    """A line with its status and origins, taken from the claims that its citations hold."""
    ids = {i for c in citations for i in c.assertions}
    claims = [ground.claim_of[i] for i in sorted(ids) if i in ground.claim_of]
    statuses = {c.status for c in claims}
    return Line(
        text=text,
        citations=citations,
        origins=max([1, *(c.origins for c in claims)]),
        status=next((s for s in GRAVITY if s in statuses), None),
    )
