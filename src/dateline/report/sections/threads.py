"""Chosen drafts grouped into threads by the words, places and people that they share."""

import math
from collections import Counter
from collections.abc import Sequence

from dateline.records import Place
from dateline.report.choosing.choose import core_tolls
from dateline.report.choosing.salience import is_background
from dateline.report.figures.disputes import contradictions
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft
from dateline.report.lines.likeness import STEM
from dateline.report.lines.titles import headed
from dateline.report.sections.beats import beat
from dateline.report.words import count, keys

PER_SECTION = 100  # words
MOST = 12
LONGEST = 6  # lines
HANDFUL = 5  # lines that may stand under no heading of their own
SHORT = 10  # sentences of a dispatch about one matter
KIN = 0.2  # similarity at which a lone line may join a thread
BEAT = 0.1  # similarity that lines of one beat have for that alone
TOWN = 0.12  # ... of one town; as much unlike if of different ones
WEAK = 0.09  # average similarity under which two threads stay apart

Group = list[Draft]


def threads(
    chosen: tuple[Draft, ...], ground: Ground
) -> tuple[tuple[tuple[Draft, ...], ...], tuple[Draft, ...]]:
    """The threads in the order of print, strongest first and background last; and lines that
    belong to none of them.
    """
    words = sum(count(d.sheet.shown[d.span.start : d.span.end]) for d in chosen)
    target = max(1, min(MOST, round(words / PER_SECTION), len(chosen) // 3))
    groups = _merged(chosen, target, _opposed(chosen, ground))
    groups.sort(key=lambda g: rank(g, ground))
    whole, single = _adopted(*_parted(groups), _similarities(chosen), chosen)
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
    whole: list[Group],
    single: Group,
    near: dict[tuple[int, int], float],
    chosen: tuple[Draft, ...],
) -> tuple[list[Group], Group]:
    """Lone lines beyond a handful join the thread that they are most like, where there is room."""
    at = {d.place: k for k, d in enumerate(chosen)}
    kept = list(single)
    for draft in sorted(single, key=lambda d: d.place):
        roomy = [g for g in whole if len(g) < LONGEST]
        if len(kept) <= HANDFUL or not roomy:
            break
        if draft not in kept:
            continue
        mine = [at[draft.place]]
        likely = [(_between(mine, [at[d.place] for d in g], near), i) for i, g in enumerate(roomy)]
        likeness, best = max(likely, key=lambda pair: (pair[0], -pair[1]))
        if likeness >= KIN and not draft.leans:
            roomy[best].append(draft)
            kept.remove(draft)
            for after in [d for d in kept if d.leans and _follows(d, roomy[best])]:
                roomy[best].append(after)
                kept.remove(after)
    return whole, kept


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


def _merged(chosen: tuple[Draft, ...], target: int, opposed: set[tuple[int, int]]) -> list[Group]:
    """Average-link clustering, down to ``target`` groups where they are alike at all; rivals stand
    together from the start, and only other tolls with them.
    """
    near = _similarities(chosen)
    groups: list[list[int]] = _glued(chosen, opposed)
    rivals = {k for pair in opposed for k in pair if core_tolls(chosen[k])}
    counts = {k for k, draft in enumerate(chosen) if core_tolls(draft)}
    while len(groups) > target:
        pairs = [
            (_between(a, b, near) / (1 + 0.05 * len(a) * len(b)), i, j)
            for i, a in enumerate(groups)
            for j, b in enumerate(groups[:i])
            if len(a) + len(b) <= LONGEST or len(chosen) <= LONGEST
            if not rivals & {*a, *b} or counts >= {*a, *b}
        ]
        if not pairs:
            break
        best, i, j = max(pairs, key=lambda p: (p[0], -p[1], -p[2]))
        if best < WEAK and len(chosen) > LONGEST:
            break
        groups[j] += groups.pop(i)
    return [[chosen[k] for k in group] for group in groups]


def _glued(chosen: tuple[Draft, ...], opposed: set[tuple[int, int]]) -> list[list[int]]:
    """A draft that leans on the sentence before it starts in that one's group, rivals in one."""
    at = {d.place: k for k, d in enumerate(chosen)}
    home = list(range(len(chosen)))
    for k in sorted(range(len(chosen)), key=lambda k: chosen[k].place):
        order, index = chosen[k].place
        if chosen[k].leans and (order, index - 1) in at:
            home[k] = home[at[order, index - 1]]
    for a, b in sorted(opposed):
        home = [home[a] if h == home[b] else h for h in home]
    return [
        [k for k in home_of if home[k] == h]
        for h in sorted(set(home))
        for home_of in [range(len(chosen))]
    ]


def _similarities(chosen: tuple[Draft, ...]) -> dict[tuple[int, int], float]:
    lands = _lands(chosen)
    matters = [_matter(d) - lands for d in chosen]
    beats = [beat(d) for d in chosen]
    spread = Counter(key for matter in matters for key in matter)
    size = len(chosen)
    weights = {k: math.log((size + 1) / n) for k, n in spread.items()}
    norms = [math.sqrt(sum(weights[k] ** 2 for k in m)) or 1.0 for m in matters]
    return {
        (i, j): sum(weights[k] ** 2 for k in matters[i] & matters[j]) / (norms[i] * norms[j])
        + _company(a, chosen[j])
        + (BEAT if beats[i] and beats[i] == beats[j] else 0.0)
        for i, a in enumerate(chosen)
        for j in range(i)
    }


def _matter(draft: Draft) -> frozenset[str]:
    """What a line is about: no whole country, which is in everything, and not who says it."""
    large = {f"#{p.geonameid}" for p in draft.spots if (p.feature or "").startswith("PCL")}
    told = (s for s in draft.sheet.reading.statements if draft.span.overlaps(s.span))
    speakers = (f"{s.source_name or ''} {s.source.text if s.source else ''}" for s in told)
    named = {key[:STEM] for key in keys(" ".join(speakers))}
    return draft.gist - large - named


def _lands(chosen: tuple[Draft, ...]) -> frozenset[str]:
    """Stems of the countries that a story speaks of, and of what is called after them: "Russian"
    tells no more of what a line is about than "Russia" does.
    """
    sheets = {d.sheet.order: d.sheet for d in chosen}.values()
    places = (p for sheet in sheets for p in sheet.reading.places)
    large = (p for p in places if (p.feature or "").startswith("PCL"))
    return frozenset(key[:STEM] for p in large for key in keys(f"{p.text} {p.name}"))


def _nearness(a: Draft, b: Draft) -> float:
    """Sentences that a reporter put together belong together."""
    if a.sheet.order != b.sheet.order:
        return 0.0
    if a.sentence.paragraph == b.sentence.paragraph:
        return 0.35
    if headed(a) or headed(b):
        return 0.25 if headed(a) == headed(b) else 0.0
    gap = abs(a.index - b.index)
    if len(a.sheet.reading.sentences) <= SHORT:
        return 0.22 if gap <= 3 else 0.12
    return 0.15 if gap <= 2 else 0.04 if gap <= 5 else 0.0


def _company(a: Draft, b: Draft) -> float:
    """Lines that a reporter put together belong together, and so do lines of one town; of two
    towns, they stand apart however near they were written.
    """
    one, other = ({p.geonameid for p in d.spots if _is_town(p)} for d in (a, b))
    if one and other and not one & other:
        return -TOWN
    return _nearness(a, b) + (TOWN if one & other else 0.0)


def _is_town(place: Place) -> bool:
    return (place.feature or "").startswith("PPL")


def _between(a: list[int], b: list[int], near: dict[tuple[int, int], float]) -> float:
    pairs = [(max(i, j), min(i, j)) for i in a for j in b]
    return sum(near[p] for p in pairs) / len(pairs)


def rank(group: Sequence[Draft], ground: Ground) -> tuple[bool, float]:
    """What orders threads: background last, else the strongest line first."""
    background = sum(is_background(d, ground) for d in group) > len(group) / 2
    return background, -max(d.score for d in group)


def ordered(group: Sequence[Draft]) -> tuple[Draft, ...]:
    """The strongest dispatch's sentences first, each dispatch's in their own order."""
    best: dict[int, float] = {}
    for draft in group:
        best[draft.sheet.order] = max(best.get(draft.sheet.order, -9.0), draft.score)
    return tuple(sorted(group, key=lambda d: (-best[d.sheet.order], d.sheet.order, d.index)))
