"""How far a report goes with quotations of those whose own words a dispatch carries."""

from collections.abc import Iterable

from dateline.report.ground import Ground
from dateline.report.lines import direct
from dateline.report.lines.drafts import Draft, line_of
from dateline.report.lines.spelling import Said

HEADED = 131  # characters of a line that quotes somebody and can head a report
MOST = 2  # quotations of one speaker


WORTH = 1.6
"""News value of a quotation that decides, demands, denies and counts nothing."""

MORE = 0.5
"""What one must be worth beyond that if it opens a text, or only thinks aloud."""


def is_worth(draft: Draft) -> bool:
    """True unless a quotation is no news."""
    if draft.spoken is None or direct.is_news(draft.sheet, draft.span):
        return True
    return draft.worth >= WORTH + MORE * (draft.opens + direct.is_musing(draft.sheet, draft.span))


def is_aside(draft: Draft) -> bool:
    """True for a quotation from within a text, which takes no other line's room."""
    return draft.spoken is not None and not draft.opens


def is_heard(draft: Draft, kept: Iterable[Draft]) -> bool:
    """True for one more quotation of somebody whom the report has quoted enough; those who are
    called by the same last word are taken for one.
    """
    last = _last(draft)
    return last != "" and sum(_last(other) == last for other in kept) >= MOST


def _last(draft: Draft) -> str:
    return draft.spoken.casefold().split()[-1] if draft.spoken else ""


def can_head(draft: Draft, ground: Ground) -> bool:
    """True for all but long quotations, of which no headline can be made."""
    line = line_of(draft, ground, Said()) if draft.spoken else None
    return line is None or len(line.text) <= HEADED
