"""Morning, afternoon, evening or night: a line may have none that its source has not."""

from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.dates import whens

HOURS = {"morning": (0, 12), "afternoon": (12, 18), "evening": (17, 24), "night": (18, 6)}
"""From which hour until before which."""


def supported(basis: Basis) -> str | None:
    """The rule: a part of the day is in the cited words, or an hour or night is that lies in it."""
    known = lexicons.bases("day_parts")
    for token in basis.words:
        own = known.get(token.fold)
        if own is None or basis.quoted(token):
            continue
        there = {known.get(t.fold) for h in basis.holds for t in h.words} - {None}
        if own not in there and not any(_falls(own, h) for h in basis.holds):
            return f"The source does not say that it was {token.text}."
    return None


def _falls(part: str, hold: Hold) -> bool:
    first, last = HOURS[part]
    hours = [
        w.start.hour for w in whens(hold) if w.start and w.precision in ("part-of-day", "hour")
    ]
    if first > last:
        return any(hour >= first or hour < last for hour in hours)
    return any(first <= hour < last for hour in hours)
