"""Lines that speak of "the prisoners" stand only after one that has told of them."""

from collections import Counter
from collections.abc import Collection

from dateline.report.lines import definite
from dateline.report.lines.drafts import Draft

NOTHING: frozenset[str] = frozenset()


def told(drafts: Collection[Draft]) -> frozenset[str]:
    """What some lines introduce."""
    return definite.told(NOTHING.union(*(d.keys for d in drafts)))


def introduced(drafts: tuple[Draft, ...], before: frozenset[str] = NOTHING) -> tuple[Draft, ...]:
    """The lines, in their order, that take nothing as told but what stands ``before`` or above
    them; and that lean on no line which has gone for that.
    """
    kept: list[Draft] = []
    gone: set[tuple[int, int]] = set()
    known = before
    for draft in drafts:
        order, index = draft.place
        unheld = draft.leans and (order, index - 1) in gone
        if unheld or not draft.needs <= known:
            gone.add(draft.place)
            continue
        kept.append(draft)
        known |= told((draft,))
    return tuple(kept)


def unmet(kept: Collection[Draft]) -> tuple[Draft, ...]:
    """Of the lines of a report, those that take as told what no other one tells."""
    tells = [told((d,)) for d in kept]
    by = Counter(key for keys in tells for key in keys)
    return tuple(
        draft
        for draft, own in zip(kept, tells, strict=True)
        if any(by[need] == (need in own) for need in draft.needs)
    )
