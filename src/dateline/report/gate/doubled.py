"""A "not" more than the source has, or on another word, turns round what it bears on."""

from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.guards import NOT, alike, in_hedge, no_guard
from dateline.report.words import is_function

AFTER = 3  # words after what a "not" of the source bears on that it may still stand


def negations(basis: Basis) -> str | None:
    """A "not" more than the source has, which turns round what it bears on."""
    used: set[tuple[int, int]] = set()
    for i, token in enumerate(basis.words):
        told = token.fold in NOT - {"non"} and not in_hedge(basis.words, i)
        if not told or no_guard(basis.words, i):
            continue
        places = [
            (n, j) for n, h in enumerate(basis.holds) for j in range(len(h.words))
            if alike(basis, h, i, j) and (n, j) not in used and _anchored(basis, h, i, j)
        ]  # fmt: skip
        if not places:
            return f"“{token.text}” is a negation more than the cited words have."
        used.add(places[0])
    return None


def _anchored(basis: Basis, hold: Hold, i: int, j: int) -> bool:
    """True unless a line that follows its source closely has a "not" on another word than that."""
    if not basis.close or hold is not basis.best:
        return True
    pairs = dict(hold.pairs)
    if i in pairs:
        return pairs[i] == j
    after = next(
        (pairs[k] for k in range(i + 1, len(basis.words)) if _bears(basis, pairs, k)), None
    )
    before = next((pairs[k] for k in range(i - 1, -1, -1) if _bears(basis, pairs, k)), None)
    return (before is None or j > before - AFTER) and (after is None or j < after + AFTER)


def _bears(basis: Basis, pairs: dict[int, int], k: int) -> bool:
    return k in pairs and not is_function(basis.words[k])
