"""The rules for two figures, asked in order until one answers. Pure."""

from dateline.ledger.bounds import Bounds, bounds, equal, in_words
from dateline.ledger.comparable import Comparison, compare
from dateline.ledger.voices import Outcome, begin, incomparable, later, one_voice, who
from dateline.records import Assertion


def decide(a: Assertion, b: Assertion) -> Outcome:
    """The verdict on two figures, ``a`` the newer."""
    one, two = bounds(a), bounds(b)
    if one is None or two is None:
        return incomparable("One of the two gives no number.", "no number")
    revised = one_voice(a, b) and later(a, b)
    found = compare(a, b, any_day=revised)
    if found.grade == "no":
        return incomparable(found.reason, "comparability")
    if equal(a, b):
        return Outcome("same", _agreed(a, b), "equal figures")
    if found.grade == "soft":
        return _soft(a, b, found)
    return _one_dispatch(a, b) or _revised(a, b, revised) or _firm(a, b, one, two)


def _agreed(a: Assertion, b: Assertion) -> str:
    if who(a) == who(b):
        return f"{begin(who(a))} says {in_words(a)} twice."
    return f"{begin(who(a))} and {who(b)} both say {in_words(a)}."


def _sides(a: Assertion, b: Assertion) -> str:
    return f"{begin(who(a))} says {in_words(a)}, {who(b)} {in_words(b)}"


def _soft(a: Assertion, b: Assertion, found: Comparison) -> Outcome:
    """Where one may count a part of the other: only the same number counts as support."""
    if _number(a) is not None and _number(a) == _number(b):
        return Outcome("supports", f"{_sides(a, b)}: both can be true.", "bounds")
    return incomparable(found.reason, "comparability")


def _number(a: Assertion) -> float | None:
    """The number that a figure names, whatever its hedge."""
    return next((n for n in (a.value, a.low, a.high) if n is not None), None)


def _one_dispatch(a: Assertion, b: Assertion) -> Outcome | None:
    if (a.guid, a.version) != (b.guid, b.version) or not one_voice(a, b):
        return None
    reason = f"{begin(who(a))} gives both in one dispatch: they count different things."
    return incomparable(reason, "one dispatch")


def _revised(a: Assertion, b: Assertion, revised: bool) -> Outcome | None:
    if not revised:
        return None
    reason = f"{begin(who(a))} now says {in_words(a)}, earlier {in_words(b)}."
    return Outcome("supersedes", reason, "later toll")


def _firm(a: Assertion, b: Assertion, one: Bounds, two: Bounds) -> Outcome:
    if one.meets(two):
        return Outcome("supports", f"{_sides(a, b)}: both can be true.", "bounds")
    return Outcome("contradicts", f"{_sides(a, b)}: both cannot be true.", "bounds")
