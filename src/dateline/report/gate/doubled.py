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
    if basis.tolerant and _next(hold, j) in _borne(basis, hold, i):
        return True
    after = next(
        (pairs[k] for k in range(i + 1, len(basis.words)) if _bears(basis, pairs, k)), None
    )
    before = next((pairs[k] for k in range(i - 1, -1, -1) if _bears(basis, pairs, k)), None)
    return (before is None or j > before - AFTER) and (after is None or j < after + AFTER)


def _next(hold: Hold, j: int) -> int:
    """The next word of the source with a meaning."""
    return next((k for k in range(j + 1, len(hold.words)) if not is_function(hold.words[k])), -1)


def _borne(basis: Basis, hold: Hold, i: int) -> tuple[int, ...]:
    """Where the source has the next word with a meaning of the line."""
    after = (k for k in range(i + 1, len(basis.words)) if not is_function(basis.words[k]))
    if [t.fold for t in basis.words[i + 1 : i + 2]] == ["of"]:
        next(after, None)  # "none of the crew": the verb is what it bears on
    return hold.links[k] if (k := next(after, None)) is not None else ()


def _bears(basis: Basis, pairs: dict[int, int], k: int) -> bool:
    return k in pairs and not is_function(basis.words[k])
