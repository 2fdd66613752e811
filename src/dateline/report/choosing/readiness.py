"""Whether a line is clear to a reader who has only the lines chosen so far, by what the models say
of it; and on which of those it rests.
"""

from collections.abc import Mapping
from dataclasses import replace

from dateline.report.choosing.introduced import told
from dateline.report.choosing.learnt import LANGUAGE
from dateline.report.lines.drafts import Draft
from dateline.report.lines.reliance import Token
from dateline.report.lines.titles import is_wrapup

RISK = 0.35
"""How likely a reader may stumble over a line of a report."""

LOOSE = 0.5
"""The same of a line without which a report would miss its news, or have hardly a line."""

SURE = 0.12
"""The same of a line that no rule need be asked about."""

PART = 0.5
"""How likely a sentence must be what a line leans on, beside the likeliest one that is printed, for
the line to stand below it.
"""

FLOOR = 1.3
"""The least news value of a line, of 3."""

PLAIN = 1.1
"""The same where a report has few words for its dispatches."""

LEAST = 1.0
"""The same where a report has hardly a line."""

STRONG = 1.5
"""News value of what is worth a line though its words add little to those of another."""

Place = tuple[int, int]
Needs = frozenset[frozenset[Token]]


def is_judged(draft: Draft) -> bool:
    """True for a draft that the models speak of: in a wrap-up each line stands for itself."""
    return draft.sheet.reading.language == LANGUAGE and not is_wrapup(draft.sheet)


def is_clear(draft: Draft, kept: Mapping[Place, Draft], risk: float) -> bool:
    """True if the chance that a reader stumbles over a line is within a ``risk``, where some others
    are printed.
    """
    order, _ = draft.place
    cleared = sum(share for at, share in draft.clears if (order, at) in kept)
    return draft.stumbles * (1.0 - cleared) <= risk


def settled(draft: Draft, kept: Mapping[Place, Draft]) -> Draft:
    """The line with its needs: if it leans, one of those kept that may make it clear, and what the
    rules ask for and the lines kept tell.
    """
    if not is_judged(draft):
        return draft
    order, index = draft.place
    near = {(order, at): share for at, share in draft.clears if (order, at) in kept}
    least = PART * max(near.values(), default=0.0)
    above = [place for place, share in near.items() if share >= least]
    if draft.stumbles <= RISK or not above:
        return replace(draft, needs=Needs(), leans=False)
    known = told(kept.values())
    lines: frozenset[Token] = frozenset(("line", place) for place in above)
    needs = frozenset([lines, *(need for need in draft.needs if need & known)])
    below = draft.leans and not draft.definite and (order, index - 1) in above
    return replace(draft, needs=needs, leans=below)
