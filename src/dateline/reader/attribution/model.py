"""Linear models: a feature has a weight, a candidate the sum of its features' weights."""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Models:
    """Weights by feature for cue heads, sources and contents; ``heads`` lists cues not verbs."""

    cue: dict[str, float]
    source: dict[str, float]
    content: dict[str, float]
    heads: frozenset[str]
    threshold: float


def score(weights: dict[str, float], features: list[str]) -> float:
    """The sum of the weights of some features; unknown ones weigh nothing."""
    get = weights.get
    return sum([get(f, 0.0) for f in features])


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
