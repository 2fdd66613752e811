"""What comes of an event: a claim, a denial, an arrest, a death. A dispatch that opens with one has
news of its own, however much of the event it tells again.
"""

from functools import cache

from dateline.report import lexicons
from dateline.report.lines.drafts import Draft
from dateline.report.words import fold, stem


def turns(draft: Draft) -> frozenset[int]:
    """The turns that a line tells, by their number in the lexicon."""
    return frozenset().union(*(_rows().get(key, ()) for key in draft.keys))


def brings_a_turn(kept: Draft, draft: Draft) -> bool:
    """True if a draft opens a dispatch with a turn that a kept line does not tell."""
    apart = draft.opens and kept.sheet is not draft.sheet
    return apart and not turns(draft) <= turns(kept)


@cache
def _rows() -> dict[str, frozenset[int]]:
    """The turns of each stem."""
    made: dict[str, frozenset[int]] = {}
    for number, row in enumerate(lexicons.groups("turns")):
        for key in {stem(fold(word)) for word in row}:
            made[key] = made.get(key, frozenset()) | {number}
    return made
