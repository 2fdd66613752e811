"""Linear models over named features, each weighed in general, for the cue word and for its class.

A candidate's score is the sum of the weights of its features: in general, some also with this cue
word ("say/VERB"), some also with cues of this class ("say", "demand").

Features come in bunches that go together ("tag, relation, kind of subject"). A candidate is
described by the bunches' values; what a bunch weighs is added up once and remembered, for naming
the features and looking each up costs several times as much.
"""

import gzip
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

Weights = dict[str, dict[str, float]]
"""Weight by feature, by cue word or class; under the empty name those that hold for every cue."""

MOST_KEPT = 50_000  # bunches remembered


@dataclass(frozen=True, slots=True)
class Features:
    """What a model sees: ``plain`` is weighed in general, ``word`` and ``kind`` also with those."""

    plain: list[str]
    word: list[str] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)


Bunch = tuple[Callable[..., Features], *tuple[object, ...]]
"""What names some features, and what it is to be called with."""


def named(bunches: Iterable[Bunch]) -> Features:
    """All features of some bunches."""
    made = Features([])
    for name, *values in bunches:
        some = name(*values)
        made.plain.extend(some.plain)
        made.word.extend(some.word)
        made.kind.extend(some.kind)
    return made


Worth = tuple[float, list[str], list[str]]
"""What a bunch weighs in general, and its features that also count by word and by class."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The weights that count for one cue: in general, for its word, for its class."""

    plain: dict[str, float]
    word: dict[str, float]
    kind: dict[str, float]
    known: dict[Bunch, Worth]

    def score(self, bunches: Iterable[Bunch]) -> float:
        """The sum of the weights of some features; unknown ones weigh nothing."""
        word, kind, total = self.word, self.kind, 0.0
        for bunch in bunches:
            plain, by_word, by_kind = self.known.get(bunch) or self._worth(bunch)
            total += plain
            if by_word and word:
                for feature in by_word:
                    if feature in word:
                        total += word[feature]
            if by_kind and kind:
                for feature in by_kind:
                    if feature in kind:
                        total += kind[feature]
        return total

    def _worth(self, bunch: Bunch) -> Worth:
        seen = named([bunch])
        if len(self.known) > MOST_KEPT:
            self.known.clear()
        plain = sum([self.plain.get(feature, 0.0) for feature in seen.plain])
        self.known[bunch] = worth = plain, seen.word, seen.kind
        return worth


@dataclass(frozen=True, slots=True)
class Scales:
    """A model's weights as they count for each cue."""

    weights: Weights
    known: dict[Bunch, Worth] = field(default_factory=dict)

    def of(self, word: str, kind: str) -> Scale:
        """The weights that count for a cue word of a class (either may be unknown)."""
        weights = self.weights
        return Scale(weights[""], weights.get(word, {}), weights.get(kind, {}), self.known)


@dataclass(frozen=True, slots=True)
class Models:
    """Weights for cue heads, sources and contents; ``heads`` lists cues that are no verbs.

    ``threshold``: the log-odds above which a token is taken for a cue.
    """

    cue: Scales
    source: Scales
    content: Scales
    heads: frozenset[str]
    threshold: float


@cache
def models() -> Models:
    """The weights in the package, as ``tools/train_attribution.py`` wrote them."""
    packed = files("dateline.reader.attribution").joinpath("weights.json.gz").read_bytes()
    table = json.loads(gzip.decompress(packed))
    return Models(
        cue=Scales(table["cue"]),
        source=Scales(table["source"]),
        content=Scales(table["content"]),
        heads=frozenset(table["heads"]),
        threshold=table["threshold"],
    )
