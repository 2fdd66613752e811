"""Chosen drafts grouped into threads by the words, places and people that they share."""

from collections.abc import Iterator

from dateline.report.choosing.again import core_tolls
from dateline.report.choosing.introduced import gives
from dateline.report.figures.disputes import contradictions
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft
from dateline.report.sections.nearness import Near, between, similarities, towns
from dateline.report.sections.order import ordered, rank
from dateline.report.words import count

PER_SECTION = 100  # words
MOST = 15
LONGEST = 6  # lines
KIN = 0.15  # similarity at which a lone line joins a thread
STRONG = 1.2  # score of a line that can be a matter of its own
CLOSE = 0.25  # similarity at which such a line joins one
HOME = 0.1  # how much closer a line is to the thread of its town
ONE = 0.7  # what likeness to one line of a thread counts beside likeness to all
WEAK = 0.15  # average similarity under which two threads stay apart
SURE = 0.3  # ... when they are few enough

Group = list[Draft]


def threads(
    chosen: tuple[Draft, ...], ground: Ground, top: tuple[Draft, ...] = ()
) -> tuple[tuple[tuple[Draft, ...], ...], tuple[Draft, ...]]:
    """The threads in the order of print, strongest first and background last; and lines that
    belong to none of them.

    ``top``: lines of the standfirst, around which those of a longer report gather; they are in the
    threads too.
    """
    tops = top if len(chosen) > LONGEST else ()
    every = (*chosen, *(d for d in tops if d not in chosen))
    near = similarities(every)
    groups = _merged(every, len(every) - len(chosen), _opposed(every, ground), near)
    groups = [group for group in groups if not all(d in top for d in group)]
    groups.sort(key=lambda g: rank([d for d in g if d not in top], ground))
    whole, single = _adopted(*_parted(groups), near, every)
    return tuple(ordered(group) for group in whole), ordered(single)


def _parted(groups: list[Group]) -> tuple[list[Group], Group]:
    """Threads apart from lone lines, and from the weakest pairs where there are too many."""
    small = [group for group in groups if len(group) == 1]
    if len(groups) - len(small) > MOST:
        pairs = [group for group in groups if len(group) == 2]
        small += pairs[-(len(groups) - len(small) - MOST) :]
    if len(small) < 2 or len(small) == len(groups):
        return groups, []
    return [g for g in groups if g not in small], [d for group in small for d in group]


def _adopted(
    whole: list[Group], single: Group, near: Near, every: tuple[Draft, ...]
) -> tuple[list[Group], Group]:
    """Lone lines join the thread that they are most like, where there is room."""
    at = {d.place: k for k, d in enumerate(every)}
    kept = list(single)
    for draft in sorted(single, key=lambda d: d.place):
        roomy = [g for g in whole if len(g) < LONGEST and not _counts_only(g)]
        if draft not in kept or not roomy:
            continue
        mine = [at[draft.place]]
        likely = [
            (_kin(mine, [at[d.place] for d in g], near) + HOME * _neighbours(draft, g), i)
            for i, g in enumerate(roomy)
        ]
        likeness, best = max(likely, key=lambda pair: (pair[0], -pair[1]))
        alone = draft.score >= STRONG and not _neighbours(draft, roomy[best])
        if likeness >= (CLOSE if alone else KIN) and not draft.leans:
            roomy[best].append(draft)
            kept.remove(draft)
            for after in [d for d in kept if d.leans and _follows(d, roomy[best])]:
                roomy[best].append(after)
                kept.remove(after)
    return whole, kept


def _counts_only(group: Group) -> bool:
    """True for rival tolls, among which nothing else stands."""
    return len(group) > 1 and all(core_tolls(d) and not towns(d) for d in group)


def _neighbours(draft: Draft, group: Group) -> bool:
    """True for a line of a town in which half of a thread is set."""
    return 2 * sum(bool(towns(draft) & towns(d)) for d in group) >= len(group)


def _kin(mine: list[int], group: list[int], near: Near) -> float:
    """How alike a line is to the lines of a thread or, somewhat less, to one of them."""
    return max(between(mine, group, near), ONE * max(between(mine, [k], near) for k in group))


def _follows(draft: Draft, group: Group) -> bool:
    order, index = draft.place
    return any(d.place == (order, index - 1) for d in group)


def _opposed(chosen: tuple[Draft, ...], ground: Ground) -> set[tuple[int, int]]:
    """Pairs of lines of which one disputes what the other says."""
    line_of: dict[str, int] = {}
    for k, draft in enumerate(chosen):
        for said in draft.sheet.assertions:
            if draft.span.contains(said.span):
                line_of[said.id] = k
    pairs = ((line_of.get(a), line_of.get(b)) for a, b in contradictions(ground))
    return {(a, b) for a, b in pairs if a is not None and b is not None and a != b}


def _merged(
    chosen: tuple[Draft, ...], tops: int, opposed: set[tuple[int, int]], near: Near
) -> list[Group]:
    """Average-link clustering, down to a section for so many words where they are alike at all,
    and beyond that where they surely are one matter;
    rivals stand together from the start, and only other tolls with them. ``tops``: how many of the
    lines are the standfirst's.
    """
    words = sum(count(d.sheet.shown[d.span.start : d.span.end]) for d in chosen)
    target = max(1, min(MOST, round(words / PER_SECTION), len(chosen) // 3))
    groups: list[list[int]] = _glued(chosen, opposed, near)
    rivals = {k for pair in opposed for k in pair if core_tolls(chosen[k])}
    counts = {k for k, draft in enumerate(chosen) if core_tolls(draft)}
    short = len(chosen) - tops <= LONGEST
    while len(groups) > (target if short else 1):
        pairs = [
            (between(a, b, near) / (1 + 0.05 * len(a) * len(b)), i, j)
            for i, a in enumerate(groups)
            for j, b in enumerate(groups[:i])
            if len(a) + len(b) <= LONGEST or short
            if not rivals & {*a, *b} or counts >= {*a, *b}
        ]
        if not pairs:
            break
        best, i, j = max(pairs, key=lambda p: (p[0], -p[1], -p[2]))
        enough = SURE if len(groups) <= target else WEAK
        if best < enough and not short:
            break
        groups[j] += groups.pop(i)
    return [[chosen[k] for k in group] for group in groups]


def _glued(chosen: tuple[Draft, ...], opposed: set[tuple[int, int]], near: Near) -> list[list[int]]:
    """A draft that leans on the sentence before it starts in that one's group, what takes something
    as told with the line that tells it, rivals in one.
    """
    at = {d.place: k for k, d in enumerate(chosen)}
    home = list(range(len(chosen)))
    for k in sorted(range(len(chosen)), key=lambda k: chosen[k].place):
        order, index = chosen[k].place
        if chosen[k].leans and (order, index - 1) in at:
            home[k] = home[at[order, index - 1]]
    for a, b in (*_told_by(chosen, near), *sorted(opposed)):
        home = [home[a] if h == home[b] else h for h in home]
    return [
        [k for k in home_of if home[k] == h]
        for h in sorted(set(home))
        for home_of in [range(len(chosen))]
    ]


def _told_by(chosen: tuple[Draft, ...], near: Near) -> Iterator[tuple[int, int]]:
    """Each line that takes something as told, with the one most like it of those that tell it; but
    for one that goes on from the line before it.
    """
    at = {d.place for d in chosen}
    for k, draft in enumerate(chosen):
        telling = [j for j, own in enumerate(chosen) if j != k and gives((own,), draft)]
        telling = [j for j in telling if not chosen[j].needs]
        goes_on = draft.leans and (draft.sheet.order, draft.index - 1) in at
        if draft.needs and telling and not goes_on:
            yield max(telling, key=lambda j: (near[max(j, k), min(j, k)], -j)), k
