"""Days as the report spells them, and what a section has said so far."""

from dataclasses import dataclass, field
from datetime import date, datetime

from dateline.report import lexicons

DAYS = tuple(d.capitalize() for d in lexicons.sequence("days"))
MONTHS = tuple(m.capitalize() for m in lexicons.sequence("months"))
NEAR = 300  # days: dates further than this from the report's own get their year


@dataclass(slots=True)
class Said:
    """What the running section has given: the days, those of them with their weekday (``named``),
    years and names of ``people`` in full, the broadcaster of its last line, and its number of lines
    so far (``turns``).
    """

    days: set[date] = field(default_factory=set)
    named: set[date] = field(default_factory=set)
    outlet: str | None = None
    turns: int = 0
    years: set[int] = field(default_factory=set)
    people: set[str] = field(default_factory=set)


def spell(day: date, as_of: datetime, said: Said, *, weekday: bool = False) -> str:
    """``2 March``, ``Wednesday 2 March``; with the year where the report's differs and the section
    has not given it.
    """
    far = abs((as_of.date() - day).days) > NEAR or day.year != as_of.year
    year = f" {day.year}" if far and day.year not in said.years else ""
    if far:
        said.years.add(day.year)
    if weekday:
        said.named.add(day)
    head = f"{DAYS[day.weekday()]} " if weekday else ""
    return f"{head}{day.day} {MONTHS[day.month - 1]}{year}"


def again(day: date, as_of: datetime, said: Said) -> str:
    """A day once more: its weekday, where the section has told which date that is."""
    return DAYS[day.weekday()] if day in said.named else spell(day, as_of, said)
