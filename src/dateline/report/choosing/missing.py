"""The main news of a dispatch, where a report would go without it."""

from collections.abc import Collection, Iterable

from dateline.report.choosing.readiness import is_judged
from dateline.report.choosing.strict import unvouched
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft
from dateline.report.lines.outlets import outlet

MAIN = 1.9
"""News value of what a report should not go without, of 3."""

UNTOLD = 1.5
"""The same of the best of a dispatch of which nothing is printed."""

BELOW = 0.4
"""News value by which what is printed of a dispatch may fall short of its best."""

LIKELY = 0.5
"""How likely a sentence must be what another leans on, to be printed for its sake."""


def missing(ranked: Iterable[Draft], kept: Collection[Draft], ground: Ground) -> list[Draft]:
    """The best sentence of each dispatch of which nothing as good is kept, nor told by another;
    with somebody who answers for it.
    """
    best: dict[int, Draft] = {}
    for draft in filter(is_judged, ranked):
        held = best.setdefault(draft.sheet.order, draft)
        best[draft.sheet.order] = draft if draft.worth > held.worth else held
    told = {order: _told(order, kept) for order in best}
    cited = {ground.of(c).order for draft in kept for c in draft.also}
    return [
        draft
        for order, draft in best.items()
        if draft.worth >= (max(MAIN, told[order] + BELOW) if told[order] else UNTOLD)
        and order not in cited
        and (not unvouched(draft) or (draft.worth >= MAIN and outlet(draft.sheet) is not None))
    ]


def support(draft: Draft, ranked: Iterable[Draft]) -> Draft | None:
    """The earlier sentence that a draft leans on, if it is likely enough to be that one."""
    order, _ = draft.place
    at, share = draft.clears[0] if draft.clears else (-1, 0.0)
    return next((d for d in ranked if share >= LIKELY and d.place == (order, at)), None)


def _told(order: int, kept: Collection[Draft]) -> float:
    """The news value of the best line of a dispatch."""
    return max((draft.worth for draft in kept if draft.sheet.order == order), default=0.0)
