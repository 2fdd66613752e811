"""From candidates to the toponyms of a text, and to the names that are asked to be resolved."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from dateline.reader import gazetteer, linear
from dateline.reader.gazetteer import Entry
from dateline.reader.lexicon_files import word_lists
from dateline.reader.parse import Parse
from dateline.reader.place_readings import Asked
from dateline.reader.token_columns import Columns
from dateline.reader.toponym_features import Scene, features, scene
from dateline.reader.toponyms import PLACE_LABELS, Candidate, candidates, labels

WEIGHTS = "toponym.weights"
THRESHOLD = -0.4  # where cross-validated F peaks; the log odds of being a toponym
BELOW = 60  # readings of "Paris" that are looked at to tell what "Texas" is
PLACED = 1.0  # added for a listed name that the model takes for a place, after "in" or "near"
CALLED = 2.0  # the least log odds of "the town of X"
ECHO = 0.3  # how much a name's other occurrences count, by cross-validation
REGIONS = frozenset({"PCLI", "ADM1", "ADM2", "RGN", "ISL", "CONT"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym as it stands in the text.

    ``region`` is the key of the toponym that follows as its region ("Paris, Texas"), ``inside`` of
    the one before whose region this is; ``division`` if the text calls it a state, province ...
    """

    candidate: Candidate
    region: str = ""
    inside: str = ""
    division: bool = False


def chosen(doc: Parse, text: str, table: Columns) -> list[Candidate]:
    """The candidates that are toponyms, likeliest first where they overlap, in text order."""
    named = labels(doc, table.words)
    found = candidates(doc, text, table, named)
    shared, weighed = scene(table, named, found), linear.weights(WEIGHTS)
    kept = settle([(_score(c, shared, weighed), c) for c in found])
    return _again(kept, found, shared)


def _again(kept: list[Candidate], found: list[Candidate], shared: Scene) -> list[Candidate]:
    """The chosen candidates and other mentions of what the text surely calls a place."""
    sure = {c.key for c in kept if c.called}
    taken = {i for c in kept for i in range(c.start, c.end)}
    more = [
        replace(c, called=True)
        for c in found
        if c.key in sure
        and taken.isdisjoint(range(c.start, c.end))
        and shared.piece[c.start] in ((0, 0), (c.start, c.end))
    ]
    return sorted([*kept, *more], key=lambda c: c.start)


def _score(candidate: Candidate, shared: Scene, weighed: dict[str, float]) -> float:
    """The log odds of being a toponym; what the text calls a town is one."""
    found = linear.score(features(candidate, shared), weighed)
    if candidate.listed and candidate.label in PLACE_LABELS and candidate.start:
        found += PLACED * (
            shared.low[candidate.start - 1] in word_lists("place_words.toml")["placing"]
        )
    return max(found, CALLED + candidate.listed) if candidate.called else found


def _echoed(scored: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Scores that heed how surely the same name is a toponym elsewhere in the text."""
    by_key: defaultdict[str, list[float]] = defaultdict(list)
    for score, candidate in scored:
        by_key[candidate.key].append(max(-3.0, min(3.0, score)))
    sums = {key: (sum(scores), len(scores) - 1) for key, scores in by_key.items()}
    made = []
    for score, candidate in scored:
        total, others = sums[candidate.key]
        rest = (total - max(-3.0, min(3.0, score))) / others if others else 0.0
        made.append((score + ECHO * rest, candidate))
    return made


def settle(scored: list[tuple[float, Candidate]]) -> list[Candidate]:
    """The candidates above the threshold that do not overlap, best first; in text order."""
    taken: set[int] = set()
    kept = []
    likely = [(score, c) for score, c in _echoed(scored) if score > THRESHOLD]
    for _, candidate in sorted(likely, key=lambda sc: (-sc[0], sc[1].start, sc[1].end)):
        tokens = range(candidate.start, candidate.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def mentions(found: list[Candidate], words: list[str]) -> list[Mention]:
    """The toponyms with the regions that follow them."""
    made, inside = [], ""
    for one, two in zip_longest(found, found[1:]):
        joined = two and _joined(words[one.end : two.start]) and _is_region(two.key)
        joined = joined and not _is_country(one.key)  # "Russia in Geneva"
        region = two.key if joined else ""
        made.append(Mention(one, region, inside, _is_division(words, one)))
        inside = one.key if joined else ""
    return made


def _is_division(words: list[str], one: Candidate) -> bool:
    """True for ``department of Bolivar`` and ``Zhitomir region``."""
    lists = word_lists("place_words.toml")
    before = [w.casefold() for w in words[max(0, one.start - 3) : one.start]]
    after = words[one.end].casefold() if one.end < len(words) else ""
    if before and before[-1] in lists["division_of"] and lists["divisions"] & set(before):
        return True
    return after in lists["divisions"]


def _joined(between: list[str]) -> bool:
    return between in ([","], ["("], [], [",", "in"], ["in"])


@cache
def _is_region(key: str) -> bool:
    return any(e.feature in REGIONS for e in gazetteer.lookup(key)[:3])


@cache
def _is_country(key: str) -> bool:
    return any(e.feature == "PCLI" and e.own for e in gazetteer.lookup(key)[:1])


def ask(made: list[Mention]) -> tuple[list[Asked], list[int]]:
    """The distinct names to be resolved, and for each mention the number of its name.

    A name without a region is the one that has a region elsewhere in the text.
    """
    regions: dict[str, str] = {}
    for mention in made:
        if mention.region:
            regions.setdefault(mention.candidate.key, mention.region)
    slots: dict[tuple[str, str, bool], list[int]] = {}
    for number, mention in enumerate(made):
        key = mention.candidate.key
        slot = (key, mention.region or regions.get(key, ""), mention.division)
        slots.setdefault(slot, []).append(number)
    owner = {number: at for at, numbers in enumerate(slots.values()) for number in numbers}
    asked = [
        Asked(
            key, gazetteer.lookup(key), above(region), _below(made, numbers), division,
            tuple(numbers),
        )
        for (key, region, division), numbers in slots.items()
    ]  # fmt: skip
    return asked, [owner[number] for number in range(len(made))]


def _below(made: list[Mention], numbers: list[int]) -> tuple[Entry, ...]:
    keys = dict.fromkeys(made[n].inside for n in numbers if made[n].inside)
    return tuple(e for key in keys for e in gazetteer.lookup(key)[:BELOW])


def above(region: str) -> tuple[Entry, ...]:
    """What a region's name may mean, by its key."""
    return tuple(e for e in gazetteer.lookup(region) if e.feature in REGIONS) if region else ()
