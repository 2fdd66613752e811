"""What is to come, and what was to come and should be asked about."""

from datetime import datetime

from dateline.records import AgendaItem, Plan
from dateline.report.gate import judge
from dateline.report.ground import Ground, Sheet
from dateline.report.lines.drafts import Draft, line_of
from dateline.report.lines.likeness import contained, repeats
from dateline.report.lines.spelling import Said
from dateline.report.words import keys, opened, tidy

MOST = 20
SAME = 0.35  # of the words of two lines about plans for one day


def agenda(drafts: tuple[Draft, ...], ground: Ground) -> tuple[AgendaItem, ...]:
    """Dated plans in order of time; of two dispatches' plans for one thing, the newer."""
    found: list[AgendaItem] = []
    for draft in sorted(drafts, key=lambda d: (-d.sheet.order, d.index)):
        for plan in draft.sheet.reading.plans:
            if draft.span.contains(plan.span):
                item = _item(plan, draft, ground)
                if item and not any(_same(item, other) for other in found):
                    found.append(item)
    found.sort(key=lambda i: (i.start or datetime.max, i.what))
    return tuple(found[:MOST])


def _item(plan: Plan, draft: Draft, ground: Ground) -> AgendaItem | None:
    when = plan.when
    if when is None or (when.start is None and when.end is None):
        return None
    made = line_of(draft, ground, Said())
    if made is None or judge(made, ground):
        return None
    over = when.end or when.start
    return AgendaItem(
        what=_what(plan, draft.sheet),
        start=when.start,
        end=when.end,
        precision=when.precision,
        place=plan.place.name if plan.place else None,
        line=made,
        past=over is not None and over < ground.as_of.replace(tzinfo=None),
    )


def _what(plan: Plan, sheet: Sheet) -> str:
    """The plan's words in the case of the published text."""
    at = sheet.dispatch.text.find(plan.what, plan.span.start)
    if 0 <= at < plan.span.end:
        return opened(tidy(sheet.shown[at : at + len(plan.what)]))
    return opened(tidy(plan.what))


def _same(a: AgendaItem, b: AgendaItem) -> bool:
    """One plan told twice: the same day, and much the same words."""
    same_day = a.start and b.start and a.start.date() == b.start.date()
    return bool(same_day) and (
        repeats(keys(a.what), keys(b.what))
        or contained(keys(a.line.text), keys(b.line.text)) >= SAME
    )
