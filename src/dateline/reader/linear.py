"""A linear model over named features: weights in a text file, no library."""

from collections.abc import Iterable
from functools import cache

from dateline.reader import lexicon_files


@cache
def weights(name: str) -> dict[str, float]:
    """Weight per feature of ``lexicon/NAME``."""
    return {feature: float(weight) for feature, weight in lexicon_files.rows(name)}


def score(features: Iterable[str], weighed: dict[str, float]) -> float:
    """Sum of the weights; features that training did not keep weigh nothing."""
    return sum([weighed.get(feature, 0.0) for feature in features])
