"""The strands of a story: dispatches that share more with each other than with the rest. Pure.

A wrap-up, whose paragraphs tell of several things, belongs to the thread of each of them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from dateline.ledger.speakers.actors import plain
from dateline.ledger.storage.codec import digest
from dateline.records import Filed, Thread

_ALIKE = 0.22
_TERMS = 6
_WIDE = 0.6  # share of a story's dispatches above which a term tells nothing about a thread
_LATEST = 40
"""Of the dispatches with a term only so many, the latest, are compared with a new one."""

_PARTS, _FED = 3, 1.5
"""Paragraphs from which a dispatch may be a wrap-up, and how many words that are usual in a thread,
and nowhere else, a paragraph must have to feed it.
"""

_FEWEST = 3  # telling terms of a paragraph, below which it tells of nothing in particular
_WORD = re.compile(r"[^\W\d_]{4,}")


def threads(filed: Sequence[Filed]) -> tuple[Thread, ...]:
    """Threads of a story's public dispatches, largest first, then by their first dispatch."""
    terms = {f.dispatch.guid: set(f.reading.terms) for f in filed}
    spread = Counter(t for some in terms.values() for t in some)
    most = max(2.0, _WIDE * len(terms))
    telling = {g: {t for t in some if spread[t] <= most} for g, some in terms.items()}
    groups = _groups(list(terms), telling)
    fed = _fed(filed, groups, telling)
    found = [_thread(g, fed[n], telling, spread) for n, g in enumerate(groups)]
    return tuple(sorted(found, key=lambda t: (-len(t.dispatches), t.key)))


def _groups(guids: list[str], telling: Mapping[str, set[str]]) -> list[list[str]]:
    """Dispatches joined to the group of the earlier one that they are most like."""
    groups: list[list[str]] = []
    home: dict[str, int] = {}
    having: dict[str, list[str]] = defaultdict(list)
    marks = _marks(telling)
    for guid in guids:
        near: set[str] = set().union(*(having[t][-_LATEST:] for t in telling[guid]))
        mine, size = marks[guid], len(telling[guid])
        likeness, group = max(
            (((mine & marks[g]).bit_count() / min(size, len(telling[g])), -home[g]) for g in near),
            default=(0.0, 0),
        )
        if likeness < _ALIKE:
            group = -len(groups)
            groups.append([])
        groups[-group].append(guid)
        home[guid] = -group
        for term in telling[guid]:
            having[term].append(guid)
    return groups


def _marks(telling: Mapping[str, set[str]]) -> dict[str, int]:
    """Sets of terms as the bits of numbers: common ones are counted many times faster so."""
    place: dict[str, int] = {}
    for some in telling.values():
        for term in some:
            place.setdefault(term, len(place))
    return {guid: sum(1 << place[term] for term in some) for guid, some in telling.items()}


def _fed(
    filed: Sequence[Filed], groups: list[list[str]], telling: Mapping[str, set[str]]
) -> list[list[str]]:
    """For each group of several, the dispatches of others of which a paragraph tells of it."""
    own = {guid: n for n, group in enumerate(groups) for guid in group}
    having: dict[str, Counter[int]] = defaultdict(Counter)
    for guid, n in own.items():
        for stem in _stems(" ".join(telling[guid])):
            having[stem][n] += 1
    sizes = [len(group) for group in groups]
    usual = {
        stem: _Usual({n: count / sizes[n] for n, count in counts.items()})
        for stem, counts in having.items()
    }
    found: list[list[str]] = [[] for _ in groups]
    for one in filed:
        guid = one.dispatch.guid
        for n in sorted(_told(one, own[guid], usual, sizes[own[guid]]) - {own[guid]}):
            if len(groups[n]) > 1 and guid not in found[n]:
                found[n].append(guid)
    return found


class _Usual:
    """How usual a stem is in each group (the share of its dispatches that have it), with what is
    asked of that again and again.
    """

    def __init__(self, shares: dict[int, float]) -> None:
        self.shares = shares
        self.total = sum(shares.values())
        self.squares = [(n, share * share) for n, share in shares.items()]


def _told(one: Filed, own: int, usual: Mapping[str, _Usual], size: int) -> set[int]:
    """The groups that a dispatch's paragraphs tell of, one each, if there are several.

    ``own``, ``size``: its own group, and how many are in that. A word speaks for a group as far as
    it is usual there, and not elsewhere; one that only the dispatch itself says in its own group
    speaks for none.
    """
    parts = [[s for s in part if s in usual] for part in _paragraphs(one)]
    parts = [part for part in parts if len(part) >= _FEWEST]
    told: set[int] = set()
    for part in parts if len(parts) >= _PARTS else []:
        worth: dict[int, float] = defaultdict(float)
        for stem in part:
            here = usual[stem]
            total = here.total
            if own in here.shares:  # less the dispatch itself
                share = here.shares[own]
                total -= 1 / size
                worth[own] += ((share - 1 / size) ** 2 - share * share) / (total or 1.0)
            for n, square in here.squares:
                worth[n] += square / (total or 1.0)
        best = max(worth, key=lambda n: (worth[n], -n), default=own)
        if worth[best] >= _FED:
            told.add(best)
    return told


def _stems(text: str) -> set[str]:
    """The words of a text cut to six letters, so that endings don't matter."""
    return {word[:6] for word in _WORD.findall(plain(text))}


def _paragraphs(one: Filed) -> Iterator[set[str]]:
    text = one.reading.cased or one.dispatch.text
    for _, some in groupby(one.reading.sentences, key=lambda s: s.paragraph):
        spans = [s.span for s in some]
        yield _stems(text[spans[0].start : spans[-1].end])


def _thread(
    group: list[str], fed: list[str], telling: Mapping[str, set[str]], spread: Counter[str]
) -> Thread:
    inside = Counter(t for g in group for t in telling[g])
    best = sorted(inside, key=lambda t: (-inside[t] / spread[t] * inside[t], t))[:_TERMS]
    return Thread(digest("thread", group[0], length=8), tuple(best), (*group, *fed))
