"""When two sentences say the same thing."""

from dateline.report import quantities


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard similarity of two word sets."""
    return len(a & b) / max(1, len(a | b))


def contained(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that is in the other."""
    return len(a & b) / max(1, min(len(a), len(b)))


def repeats(a: frozenset[str], b: frozenset[str]) -> bool:
    """True if a reader who has read one learns next to nothing from the other."""
    return overlap(a, b) >= 0.5 or (min(len(a), len(b)) >= 5 and contained(a, b) >= 0.72)


def same_numbers(a: str, b: str) -> bool:
    """True if the numbers of one text are all among the other's."""
    first = {(q.value, q.kind) for q in quantities.find(a)}
    second = {(q.value, q.kind) for q in quantities.find(b)}
    return first <= second or second <= first
