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
FINE = 1000  # the weights have three decimals
CLASS = "class"  # begins the names under which the weights of classes of cues are kept


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


Worth = tuple[float, tuple[str, ...], tuple[str, ...]]
"""What a bunch weighs in general, and its features that also count by word and by class."""


@dataclass(frozen=True, slots=True)
class Scales:
    """A model's weights as they count for each cue.

    ``by_word``, ``by_kind``: the features that weigh something with some word, and some class.
    ``known``: what bunches weigh, by the names under which the cue has weights of its own.
    """

    weights: Weights
    by_word: frozenset[str]
    by_kind: frozenset[str]
    shared: dict[Bunch, Worth] = field(init=False)
    known: dict[tuple[str, str], dict[Bunch, int]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shared", _Shared(self))
        object.__setattr__(self, "known", {})

    def score(self, word: str, kind: str, bunches: Iterable[Bunch]) -> float:
        """The sum of the weights of some features for a cue word of a class (either may be
        unknown); unknown features weigh nothing.
        """
        return sum(map(self.weigher(word, kind), bunches)) / FINE

    def weigher(self, word: str, kind: str) -> Callable[[Bunch], int]:
        """What weighs a bunch for a cue, in units of the weights' last decimal."""
        own = (word if word in self.weights else "", kind if kind in self.weights else "")
        known = self.known.get(own)
        if known is None:
            known = self.known[own] = _Known(self, *own)
        return known.__getitem__

    def forget(self) -> None:
        """Let go of what is remembered."""
        self.shared.clear()
        self.known.clear()

    def worth(self, bunch: Bunch) -> Worth:
        """What one bunch weighs."""
        (name, *values), plain = bunch, self.weights[""]
        seen = name(*values)
        return (
            sum([plain.get(feature, 0.0) for feature in seen.plain]),
            tuple([feature for feature in seen.word if feature in self.by_word]),
            tuple([feature for feature in seen.kind if feature in self.by_kind]),
        )


class _Shared(dict[Bunch, Worth]):
    """What bunches weigh, added up when first asked."""

    def __init__(self, scales: Scales) -> None:
        self._scales = scales

    def __missing__(self, bunch: Bunch) -> Worth:
        if len(self) > MOST_KEPT:
            self._scales.forget()
        self[bunch] = worth = self._scales.worth(bunch)
        return worth


class _Known(dict[Bunch, int]):
    """What bunches weigh with one cue, in general and with it, in units of the weights' last
    decimal: sums of these don't depend on their order, so that what weighs the same is equal.
    """

    def __init__(self, scales: Scales, word: str, kind: str) -> None:
        self._shared = scales.shared
        self._of_word: dict[str, float] = scales.weights[word] if word else {}
        self._of_kind: dict[str, float] = scales.weights[kind] if kind else {}

    def __missing__(self, bunch: Bunch) -> int:
        plain, by_word, by_kind = self._shared[bunch]
        own = [self._of_word.get(feature, 0.0) for feature in by_word]
        own += [self._of_kind.get(feature, 0.0) for feature in by_kind]
        self[bunch] = worth = round((plain + sum(own)) * FINE)
        return worth


def _scales(weights: Weights) -> Scales:
    words = (some for name, some in weights.items() if name and not name.startswith(CLASS))
    kinds = (some for name, some in weights.items() if name.startswith(CLASS))
    return Scales(weights, frozenset().union(*words), frozenset().union(*kinds))


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
        cue=_scales(table["cue"]),
        source=_scales(table["source"]),
        content=_scales(table["content"]),
        heads=frozenset(table["heads"]),
        threshold=table["threshold"],
    )
