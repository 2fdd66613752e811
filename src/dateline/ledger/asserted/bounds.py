"""The range of numbers that an asserted figure leaves open, and how to say it in words."""

from dataclasses import dataclass
from math import inf

from dateline.records import Assertion

_NEARLY = 0.9
_ABOUT = {1: 0.15, 2: 0.1}
_FINE = 0.05
"""How far the truth may lie from a hedged value, as shares: a tenth below for "nearly", a seventh
on either side for "about 20", less the more digits are told ("about 3,800"): what an editor takes
the words to allow.
"""


def _slack(hedge: str, value: float) -> tuple[float, float]:
    """The factors between which the truth may lie."""
    if hedge == "nearly":
        return _NEARLY, 1.0
    if hedge not in ("about", "estimated"):
        return 1.0, 1.0
    digits = len(f"{value:.0f}".rstrip("0"))
    share = _ABOUT.get(digits, _FINE)
    return 1.0 - share, 1.0 + share


@dataclass(frozen=True, slots=True)
class Bounds:
    """Inclusive bounds; ``inf`` where open."""

    low: float
    high: float

    def meets(self, other: "Bounds") -> bool:
        """True if some number satisfies both."""
        return self.low <= other.high and other.low <= self.high


def bounds(a: Assertion) -> Bounds | None:
    """The numbers that an assertion allows; None if it has no figure."""
    if a.low is None and a.high is None:
        if a.value is None:
            return None
        below, above = _slack(a.hedge or "exact", a.value)
        return Bounds(a.value * below, a.value * above)
    low = a.low if a.low is not None else 0.0
    high = a.high if a.high is not None else inf
    return Bounds(low, high)


def equal(a: Assertion, b: Assertion) -> bool:
    """True if two assertions give the same figure with the same bounds."""
    return (a.value, a.low, a.high) == (b.value, b.low, b.high) and bounds(a) == bounds(b)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def in_words(a: Assertion) -> str:
    """The figure as an editor would write it: ``at least 21``, ``nearly 9,000``, ``10 to 12``."""
    hedge = a.hedge or "exact"
    if hedge in ("dozens", "hundreds", "thousands", "a handful"):
        return hedge
    if a.value is not None:
        number = _number(a.value)
        return number if hedge == "exact" else f"{hedge} {number}"
    if a.low is not None and a.high is not None:
        return f"{_number(a.low)} to {_number(a.high)}" if a.low != a.high else _number(a.low)
    if a.low is not None:
        return (
            f"more than {_number(a.low)}" if hedge == "more than" else f"at least {_number(a.low)}"
        )
    if a.high is not None:
        words = {"fewer than": "fewer than", "up to": "up to"}.get(hedge, "at most")
        return f"{words} {_number(a.high)}"
    return a.text
