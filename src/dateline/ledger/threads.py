"""The strands of a story: dispatches that share more with each other than with the rest. Pure."""

from collections import Counter
from collections.abc import Sequence

from dateline.ledger.codec import digest
from dateline.records import Filed, Thread

_ALIKE = 0.22
_TERMS = 6
_WIDE = 0.6  # share of a story's dispatches above which a term tells nothing about a thread


def threads(filed: Sequence[Filed]) -> tuple[Thread, ...]:
    """Threads of a story's public dispatches, largest first, then by their first dispatch."""
    terms = {f.dispatch.guid: set(f.reading.terms) for f in filed}
    spread = Counter(t for some in terms.values() for t in some)
    most = max(2.0, _WIDE * len(terms))
    telling = {g: {t for t in some if spread[t] <= most} for g, some in terms.items()}
    groups = _groups(list(terms), telling)
    found = [_thread(group, telling, spread) for group in groups]
    return tuple(sorted(found, key=lambda t: (-len(t.dispatches), t.key)))


def _groups(guids: list[str], telling: dict[str, set[str]]) -> list[list[str]]:
    """Dispatches joined to the group of the earlier one that they are most like."""
    groups: list[list[str]] = []
    for guid in guids:
        scored = [(_likeness(telling[guid], telling[g]), n)
                  for n, group in enumerate(groups) for g in group]  # fmt: skip
        best = max(scored, key=lambda s: (s[0], -s[1]), default=(0.0, 0))
        if best[0] >= _ALIKE:
            groups[best[1]].append(guid)
        else:
            groups.append([guid])
    return groups


def _likeness(one: set[str], two: set[str]) -> float:
    shorter = min(len(one), len(two))
    return len(one & two) / shorter if shorter else 0.0


def _thread(group: list[str], telling: dict[str, set[str]], spread: Counter[str]) -> Thread:
    inside = Counter(t for g in group for t in telling[g])
    best = sorted(inside, key=lambda t: (-inside[t] / spread[t] * inside[t], t))[:_TERMS]
    return Thread(digest("thread", group[0], length=8), tuple(best), tuple(group))
