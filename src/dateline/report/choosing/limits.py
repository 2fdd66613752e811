"""How long a report is: in words, and in lines."""

from dateline.report.lines.drafts import Draft
from dateline.report.lines.titles import is_wrapup
from dateline.report.words import count

FULL = 1100  # words of a full report, headline apart
BRIEF = 150
SHARE = 0.85  # of what could be printed, on top of a brief, for stories of few dispatches
FIRST, EACH = 4, 5  # lines of the only dispatch, and more for each further one
LEAST, WELL = 600, 70  # words of a full report, and for each dispatch of a shorter one
HALF = 2  # of the sentences of a long dispatch


def budget(drafts: tuple[Draft, ...]) -> int:
    """Words to print: most of a short story, at most a full report."""
    printable = sum(count(d.sheet.shown[d.span.start : d.span.end]) for d in drafts)
    return min(FULL, max(BRIEF, int(printable * SHARE) + BRIEF))


def enough(drafts: tuple[Draft, ...]) -> int:
    """Words that a report should have, though its lines be plainer ones."""
    return min(LEAST, WELL * len({d.sheet.order for d in drafts}))


def room(drafts: tuple[Draft, ...]) -> int:
    """Lines to print: few of a dispatch, so that they are its best, but for long ones, and for a
    wrap-up, whose lines are the best of others.
    """
    dispatches = len({d.sheet.order for d in drafts})
    summed = sum(is_wrapup(d.sheet) for d in drafts)
    return max(FIRST + EACH * (dispatches - 1), len(drafts) // HALF, summed)
