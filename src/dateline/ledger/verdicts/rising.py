"""A toll that rises: a later, higher count of one incident overtakes an earlier one, whoever gave
it, unless two sides count against each other. Pure.

The verdict on the two is that both cannot be true; but nobody disputes what was so an hour ago.
"""

from datetime import timedelta

from dateline.ledger.asserted import populations, wording
from dateline.ledger.asserted.bounds import in_words
from dateline.ledger.asserted.periods import period, running
from dateline.ledger.speakers.sides import fights, side
from dateline.ledger.verdicts.voices import begin, later, names, say, who
from dateline.records import Assertion

_MEASURES = frozenset(("killed", "injured", "casualties", "missing"))
_SOON, _LATE = timedelta(minutes=30), timedelta(days=5)
"""A count is overtaken by one that comes so much later, and no more than that."""

_KEEPING = wording.content_words(
    "toll risen rose rises rising climbed climbs mounted jumped reached bilan alourdi alourdit"
)


def overtakes(a: Assertion, b: Assertion) -> bool:
    """True if ``a``, higher, goes on from ``b``: it says so, or ``b`` was a first count on the day
    itself and ``a`` is of a later day.
    """
    if a.about.measure not in _MEASURES or running(a) or running(b) or not later(a, b):
        return False
    if a.issued is None or b.issued is None or not _SOON <= a.issued - b.issued <= _LATE:
        return False
    if (
        (_number(a) or 0.0) <= (_number(b) or 0.0)
        or _against(a, b)
        or (a.guid, a.version) == (b.guid, b.version)
    ):
        return False
    return not _KEEPING.isdisjoint(a.context) or (_first(b) and a.issued.date() > b.issued.date())


def reason(a: Assertion, b: Assertion) -> str:
    """In words: ``Brio now says 10, Alba 7 earlier.``"""
    return f"{begin(who(a))} now {say(a)} {in_words(a)}, {who(b)} {in_words(b)} earlier."


def _number(a: Assertion) -> float | None:
    return next((n for n in (a.value, a.low, a.high) if n is not None), None)


def _against(a: Assertion, b: Assertion) -> bool:
    """True if two sides may count against each other: a side of a war speaks, or fighters fell."""
    armed = any(populations.armed(populations.counted(x).population_key) for x in (a, b))
    return armed or any(side(n) and fights(n) for x in (a, b) for n in names(x))


def _first(b: Assertion) -> bool:
    """True for a count given on the very day of what it counts, or as news without a day."""
    when = period(b) if b.about.when else None
    return when is None or (b.issued is not None and when.first == when.last == b.issued.date())
