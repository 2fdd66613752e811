"""What is to come, and what was to come and should be asked about."""

import re
from datetime import datetime

from dateline.records import AgendaItem, Plan
from dateline.report.gate import judge
from dateline.report.ground import Ground, Sheet
from dateline.report.lines.drafts import Draft, line_of
from dateline.report.lines.likeness import contained, repeats
from dateline.report.lines.spelling import Said
from dateline.report.words import keys, opened, tidy

MOST = 20
WHOM = re.compile(r"\b(?:him|her|them|it|he|she|they)\b", re.IGNORECASE)
"""A pronoun that a calendar does not explain: "a tour will take him to Kelm"."""

POINTING = re.compile(r"^(?:these|this|those|such)\s+", re.IGNORECASE)
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
    if when is None or (when.start is None and when.end is None) or WHOM.search(plan.what):
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
        place=plan.place.name if plan.place and _is_one(plan, draft) else None,
        line=made,
        past=over is not None and over < ground.as_of.replace(tzinfo=None),
    )


def _is_one(plan: Plan, draft: Draft) -> bool:
    """True unless a plan names several places, as a journey does."""
    told = (p for p in draft.sheet.reading.places if plan.span.contains(p.span))
    places = {p.geonameid: p for p in told if p.role == "location" and p.geonameid is not None}
    return not any(
        a is not b and a.geonameid not in b.within and b.geonameid not in a.within
        for a in places.values()
        for b in places.values()
    )


def _what(plan: Plan, sheet: Sheet) -> str:
    """The plan's words in the case of the published text."""
    at = sheet.dispatch.text.find(plan.what, plan.span.start)
    if 0 <= at < plan.span.end:
        return opened(POINTING.sub("", tidy(sheet.shown[at : at + len(plan.what)])))
    return opened(POINTING.sub("", tidy(plan.what)))


def _same(a: AgendaItem, b: AgendaItem) -> bool:
    """One plan told twice: the same day, and much the same words."""
    same_day = a.start and b.start and a.start.date() == b.start.date()
    return bool(same_day) and (
        repeats(keys(a.what), keys(b.what))
        or contained(keys(a.line.text), keys(b.line.text)) >= SAME
    )
