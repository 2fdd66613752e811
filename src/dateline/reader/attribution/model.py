"""Linear models over named features, each weighed in general, for the cue word and for its class.

A candidate's score is the sum of the weights of its features: in general, some also with this cue
word ("say/VERB"), some also with cues of this class ("say", "demand").
"""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat

Weights = dict[str, dict[str, float]]
"""Weight by feature, by cue word or class; under the empty name those that hold for every cue."""


@dataclass(frozen=True, slots=True)
class Models:
    """Weights for cue heads, sources and contents; ``heads`` lists cues that are no verbs.

    ``threshold``: the log-odds above which a token is taken for a cue.
    """

    cue: Weights
    source: Weights
    content: Weights
    heads: frozenset[str]
    threshold: float


@dataclass(frozen=True, slots=True)
class Features:
    """What a model sees: ``plain`` is weighed in general, ``word`` and ``kind`` also with those."""

    plain: list[str]
    word: list[str]
    kind: list[str]


@dataclass(frozen=True, slots=True)
class Scale:
    """The weights that count for one cue: in general, for its word, for its class."""

    plain: dict[str, float]
    word: dict[str, float] | None
    kind: dict[str, float] | None

    def score(self, seen: Features) -> float:
        """The sum of the weights of some features; unknown ones weigh nothing."""
        total = sum(map(self.plain.get, seen.plain, repeat(0.0)))
        if self.word:
            total += sum(map(self.word.get, seen.word, repeat(0.0)))
        if self.kind:
            total += sum(map(self.kind.get, seen.kind, repeat(0.0)))
        return total


def scale(weights: Weights, word: str, kind: str) -> Scale:
    """The weights that count for a cue word of a class (either may be unknown)."""
    return Scale(weights[""], weights.get(word), weights.get(kind))


@cache
def models() -> Models:
    """The weights in the package, as ``tools/train_attribution.py`` wrote them."""
    packed = files("dateline.reader.attribution").joinpath("weights.json.gz").read_bytes()
    table = json.loads(gzip.decompress(packed))
    return Models(
        cue=table["cue"],
        source=table["source"],
        content=table["content"],
        heads=frozenset(table["heads"]),
        threshold=table["threshold"],
    )
