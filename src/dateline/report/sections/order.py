"""The order of threads, and of the lines of each."""

from collections.abc import Sequence

from dateline.report.choosing.introduced import gives
from dateline.report.choosing.salience import is_background
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft
from dateline.report.words import keys

FIRST = 3.0  # what it is worth to a thread that it is of what the headline tells
BORNE = 0.6  # of the headline's words


def rank(group: Sequence[Draft], ground: Ground, news: str = "") -> tuple[bool, float]:
    """What orders threads: background last, else that of the headline (``news``) first, then the
    one with the strongest line.
    """
    background = sum(is_background(d, ground) for d in group) > len(group) / 2
    words = keys(news)
    told = max((len(words & d.keys) for d in group), default=0)
    first = FIRST * bool(words and told >= BORNE * len(words))
    return background, -max(d.score for d in group) - first


def ordered(group: Sequence[Draft]) -> tuple[Draft, ...]:
    """The strongest dispatch's sentences first, each dispatch's in their own order; what goes on
    from a line of another dispatch stands below that.
    """
    best: dict[int, float] = {}
    for draft in group:
        best[draft.sheet.order] = max(best.get(draft.sheet.order, -9.0), draft.score)
    lines = sorted(group, key=lambda d: (-best[d.sheet.order], d.sheet.order, d.index))
    for draft in tuple(lines):
        host = None if draft.leans else _host(draft, lines)
        moved = _with_leaning(draft, lines)
        if host is not None and host not in moved:
            lines = [d for d in lines if d not in moved]
            at = lines.index(host) + len(_with_leaning(host, lines))
            lines[at:at] = moved
    return tuple(lines)


def _host(draft: Draft, lines: list[Draft]) -> Draft | None:
    """The line that has to stand above another and does not: the first that tells what it takes as
    told, or one that says what its dispatch says before it.
    """
    above = lines[: lines.index(draft)]
    telling = [d for d in lines if d is not draft and gives((d,), draft) and not d.needs]
    if draft.needs and telling:
        own = [d for d in telling if d in above and d.sheet is draft.sheet]
        return None if own else telling[0]
    before = [d for d in lines if d not in above and d is not draft and _is_said_before(d, draft)]
    return before[0] if before else None


def _is_said_before(one: Draft, draft: Draft) -> bool:
    """True for a line of another dispatch that stands for an earlier sentence of this one's."""
    item, start = draft.sheet.item, draft.span.start
    return any(c.item == item and c.span.start < start for c in one.also)


def _with_leaning(draft: Draft, lines: list[Draft]) -> list[Draft]:
    """A line with those after it that lean on it."""
    at = lines.index(draft)
    end = at + 1
    while end < len(lines) and lines[end].leans:
        end += 1
    return lines[at:end]
