"""Accounts and counts that an editor would set beside each other though no rule compares them: the
nearest of each by rare words, place, topic and time. Pure.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from dateline.ledger.verdicts.voices import denies
from dateline.ledger.verdicts.wires import Told, Wire
from dateline.records import Assertion

MOST = 40
"""So many others are set beside each account, the nearest."""

_DAYS = 4.0
"""Days between two dispatches of different stories within which they may tell of one matter."""
_FAR = 45.0
"""Days between two dispatches of one story."""


def beside(given: list[Assertion], wire: Wire) -> Iterator[tuple[Assertion, Assertion]]:
    """Pairs of accounts, and pairs of counts, the nearest of each; none twice."""
    for counts in (False, True):
        some = [wire.told(a) for a in given if (a.kind == "figure") == counts]
        yield from _nearest(some, wire)


def _nearest(some: list[Told], wire: Wire) -> Iterator[tuple[Assertion, Assertion]]:
    best: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for i, j in _met(some, wire):
        near = _nearness(some[i], some[j], wire)
        for one, two in ((i, j), (j, i)):
            heap = best[one]
            if len(heap) < MOST:
                heapq.heappush(heap, (near, two))
            else:
                heapq.heappushpop(heap, (near, two))
    kept = {(min(i, j), max(i, j)) for i, heap in best.items() for _, j in heap}
    yield from ((some[i].a, some[j].a) for i, j in sorted(kept))


def _met(some: list[Told], wire: Wire) -> Iterator[tuple[int, int]]:
    """Pairs of one story, or sent within some days of each other."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, told in enumerate(some):
        for story in wire.stories.get(told.a.guid, ()):
            groups[f"story {story}"].append(at)
        if told.a.issued is not None:
            day = told.a.issued.toordinal()
            for block in {day // int(_DAYS), (day + int(_DAYS) // 2) // int(_DAYS)}:
                groups[f"days {block} {(day // int(_DAYS)) == block}"].append(at)
        groups[f"dispatch {told.a.guid}"].append(at)
    seen: set[tuple[int, int]] = set()
    for members in groups.values():
        for pair in combinations(members, 2):
            if pair not in seen and _may(some[pair[0]].a, some[pair[1]].a):
                seen.add(pair)
                yield pair


def _may(a: Assertion, b: Assertion) -> bool:
    if a.guid == b.guid:
        return a.version == b.version and not a.span.overlaps(b.span)
    if a.issued is None or b.issued is None:
        return True
    return abs((a.issued - b.issued).total_seconds()) <= _FAR * 86400


def _nearness(one: Told, two: Told, wire: Wire) -> float:
    """How likely it is that two tell of one matter, by what is quickly seen."""
    a, b = one.a, two.a
    near = 2 * wire.rare(one.words & two.words) + wire.rare(one.around & two.around)
    near += len(one.names & two.names) * 0.5
    if a.about.geonameid is not None and a.about.geonameid == b.about.geonameid:
        near += 1.0
    if not {s.topic for s in one.stances}.isdisjoint(s.topic for s in two.stances):
        near += 1.0
    if denies(a) != denies(b):
        near += 0.5
    if a.guid == b.guid:
        gap = max(a.sentence.start - b.sentence.end, b.sentence.start - a.sentence.end)
        return near + (2.0 if gap < 400 else 0.5)
    if a.kind == "figure" and (a.value or a.low) == (b.value or b.low):
        near += 2.0
    if not wire.stories.get(a.guid, frozenset()).isdisjoint(wire.stories.get(b.guid, ())):
        near += 1.0
    if a.issued is not None and b.issued is not None:
        near -= min(3.0, abs((a.issued - b.issued).total_seconds()) / 86400 * 0.4)
    return near
