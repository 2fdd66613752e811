"""Measures with legal or practical effect, as a list beside the report."""

from dateline.records import Measure, MeasureItem
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft, line_of
from dateline.report.lines.likeness import repeats
from dateline.report.lines.pronouns import printed
from dateline.report.lines.spelling import Said
from dateline.report.words import keys, tidy

MOST = 20


def measures(drafts: tuple[Draft, ...], ground: Ground) -> tuple[MeasureItem, ...]:
    """Measures, the newest dispatch first; one told twice is listed once."""
    found: list[MeasureItem] = []
    for draft in sorted(drafts, key=lambda d: (-d.sheet.order, d.index)):
        for measure in draft.sheet.reading.measures:
            if draft.span.contains(measure.span):
                item = _item(measure, draft, ground)
                if item and not any(_same(item, other) for other in found):
                    found.append(item)
    return tuple(found[:MOST])


def _item(measure: Measure, draft: Draft, ground: Ground) -> MeasureItem | None:
    bare = not (measure.issuer or measure.target or measure.when) and " " not in measure.effect
    made = None if bare else line_of(draft, ground, Said())
    if made is None or judge(made, ground):
        return None
    sheet = draft.sheet
    return MeasureItem(
        issuer=printed(sheet, measure.issuer) if measure.issuer else None,
        target=printed(sheet, measure.target) if measure.target else None,
        effect=tidy(measure.effect),
        start=measure.when.start if measure.when else None,
        state=measure.state,
        line=made,
    )


def _same(a: MeasureItem, b: MeasureItem) -> bool:
    return repeats(keys(a.line.text), keys(b.line.text))
