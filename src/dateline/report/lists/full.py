"""The full list behind the report: all that the dispatches give, without what is said twice."""

from dataclasses import dataclass, field

from dateline.records import Line
from dateline.report.choosing.again import core_tolls, says_again
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft, line_of
from dateline.report.lines.spelling import Said

MOST = 250  # lines


@dataclass(slots=True)
class _Listing:
    """The lines taken so far by place, and the drafts that they came of."""

    lines: dict[tuple[int, int], Line] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)


def full(chosen: tuple[Draft, ...], every: tuple[Draft, ...], ground: Ground) -> tuple[Line, ...]:
    """Lines of the newest dispatch first: those of the report, then by strength while room lasts.

    What leans on the sentence before it is listed only after that one.
    """
    found = _Listing()
    ranked = sorted(every, key=lambda d: (-d.score, -d.sheet.order, d.index))
    for draft in (*chosen, *(d for d in ranked if not d.leans)):
        _take(draft, found, ground)
    for draft in sorted((d for d in ranked if d.leans), key=lambda d: d.place):
        if (draft.sheet.order, draft.index - 1) in found.lines:
            _take(draft, found, ground)
    places = sorted(found.lines, key=lambda place: (-place[0], place[1]))
    return tuple(found.lines[place] for place in places)


def _take(draft: Draft, found: _Listing, ground: Ground) -> None:
    if draft.place in found.lines or len(found.lines) >= MOST:
        return
    tolls = core_tolls(draft)
    if any(says_again(o, draft) and tolls <= core_tolls(o) for o in found.drafts):
        return
    made = line_of(draft, ground, Said())
    if made is not None and judge(made, ground) is None:
        found.lines[draft.place] = made
        found.drafts.append(draft)
