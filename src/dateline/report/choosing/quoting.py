"""How far a report goes with quotations of those whose own words a dispatch carries."""

from collections.abc import Iterable

from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft, line_of
from dateline.report.lines.spelling import Said

HEADED = 131  # characters of a line that quotes somebody and can head a report
MOST = 2  # quotations of one speaker


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
