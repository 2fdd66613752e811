"""Dated moments of the printed lines, in order of time."""

from dateline.records import Line, Moment, When
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft

DATED = ("day", "part-of-day", "hour", "range")


def timeline(printed: tuple[tuple[Draft, Line], ...], ground: Ground) -> tuple[Moment, ...]:
    """One moment per line: the first time that it gives and that has begun."""
    now = ground.as_of.replace(tzinfo=None)
    found = []
    for draft, line in printed:
        for when in _whens(draft):
            if when.start and when.end and when.start <= now:
                found.append(Moment(when.start, when.end, when.precision, line))
                break
    return tuple(sorted(found, key=lambda m: (m.start, m.end, m.line.text)))


def _whens(draft: Draft) -> list[When]:
    held = [w for w in draft.sheet.reading.dates if draft.span.contains(w.span)]
    return [w for w in sorted(held, key=lambda w: w.span) if w.precision in DATED]
