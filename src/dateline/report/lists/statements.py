"""Who says what in the words that a report cites, as a table beside it."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.records import Citation, Edition, Line, Span, Spoken, Statement
from dateline.report.citing import cite
from dateline.report.ground import Ground, Sheet


def statements(edition: Edition, ground: Ground) -> tuple[Spoken, ...]:
    """Every statement inside the words that the edition's lines cite, oldest dispatch first.

    No more of a dispatch is quoted so than the report and its full list quote anyway.
    """
    cited: dict[tuple[str, int], set[Span]] = {}
    for one in _citations(edition):
        cited.setdefault(one.item, set()).add(one.span)
    return tuple(
        _spoken(said, sheet, ground)
        for sheet in ground
        for said in sheet.reading.statements
        if any(span.contains(said.span) for span in cited.get(sheet.item, ()))
        if not any(damage.span.overlaps(said.span) for damage in sheet.reading.damage)
    )


def _citations(edition: Edition) -> Iterable[Citation]:
    lines: list[Line] = [edition.headline, *edition.standfirst, *edition.full]
    lines += [line for section in edition.sections for line in section.lines]
    return (one for line in lines for one in line.citations)


def _spoken(said: Statement, sheet: Sheet, ground: Ground) -> Spoken:
    citation = replace(cite(sheet, said.span), before="", after="")
    held = (ground.claim_of.get(one) for one in citation.assertions)
    claim = next((one for one in held if one and one.kind == "statement"), None)
    return Spoken(
        by=said.source_name,
        via=said.via,
        cue=said.cue.text if said.cue else None,
        content=tuple(words.text for words in said.content),
        mode=said.mode,
        polarity=said.polarity,
        hedges=said.hedges,
        at=sheet.dispatch.issued,
        citation=citation,
        status=claim.status if claim else None,
        origins=claim.origins if claim else 1,
    )
