"""Words of doubt and degree in a source that are none there, or that a date has taken in."""

import re

from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans, is_calendar
from dateline.report.words import is_function

BREAK = re.compile(r"[;:–—(]|[.!?,][\"”»']*\s")
"""Where a phrase ends."""
WITHIN = 6  # words after "not" among which its "until" stands
SPELLS = frozenset(("minutes", "hours", "days", "weeks", "months", "years"))
PAST = frozenset(("past", "last", "recent"))
PLACED = frozenset(("on", "at", "in", "and"))


def spared(basis: Basis, hold: Hold, j: int) -> bool:
    """True for a word of the source that a line may be without and say no less."""
    return _acts(hold, j) or _dated(basis, hold, j) or _breaks_down(hold, j)


def freely(basis: Basis, hold: Hold, links: tuple[tuple[int, ...], ...], j: int) -> bool:
    """True for a word of the source that a rewriter may be without: the "not" of "not restored
    until Monday" in "restored on Monday", and the "claimed" of "nobody claimed responsibility"
    where somebody holds another responsible.
    """
    folds = [t.fold for t in hold.words]
    own = {t.fold for t in basis.words}
    if folds[j] == "not" and "until" in folds[j : j + WITHIN] and not own & {"until", "before"}:
        until = folds.index("until", j)
        kept = {k for js in links for k in js if j < k}
        timed = any(k > until and is_calendar(folds[k]) for k in kept)
        return timed and any(k < until for k in kept)
    idiom = folds[j].startswith("claim") and folds[j + 1 : j + 2] == ["responsibility"]
    return idiom and "responsible" in own and bool(own & {"hold", "holds", "held"})


def _acts(hold: Hold, j: int) -> bool:
    """True for the "acting" of who is doing something: "acting on a warrant"."""
    after = hold.words[j + 1] if j + 1 < len(hold.words) else None
    return hold.words[j].fold == "acting" and (after is None or is_function(after))


def _dated(basis: Basis, hold: Hold, j: int) -> bool:
    """True for the "few" of "the past few weeks", for which a line has "the weeks to 25 April"."""
    time = {t.fold for t in hold.words[j + 1 : j + 2]} & SPELLS
    counted = j > 0 and hold.words[j - 1].fold in PAST
    return bool(time) and counted and bool(date_spans(basis.text))


def _breaks_down(hold: Hold, j: int) -> bool:
    """True for "failed" of a machine that no longer works, not of somebody who failed to act."""
    if not hold.words[j].fold.startswith("fail"):
        return False
    after = hold.words[j + 1 : j + 2]
    between = hold.sheet.shown[hold.words[j].end : after[0].start] if after else ". "
    return bool(BREAK.search(between)) or after[0].fold in PLACED
