"""What a mention is read against: the day of issue, the last date told, the tense around it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dateline.reader.times.mention import Mention
from dateline.reader.times.moment import Moment
from dateline.reader.times.tense import Tense

FAR_MONTHS = 9  # what looks further ahead than this is nearer behind
SOON_MONTHS = 2  # what lies this near ahead is not last year's, whatever the tense
STEPS = {"last": -1, "before": -1, "earlier": -1, "next": 1, "after": 1, "later": 1}


@dataclass(frozen=True, slots=True)
class Setting:
    """``ref`` is the last date told; ``tense`` is asked only where it matters."""

    anchor: date | None
    narrative: bool
    ref: Moment | None
    tense: Callable[[], Tense]

    @property
    def now(self) -> Moment | None:
        """What deictic words lean on: the day of issue, in a narrative the last date told."""
        if self.narrative or self.anchor is None:
            return self.ref
        return Moment.of(self.anchor)

    @property
    def told(self) -> Moment | None:
        """What anaphoric words lean on: the last date told, else the day of issue."""
        return self.ref or self.now

    def full_year(self, short: int) -> int:
        """A two-digit year in the century that brings it nearest to the text's own time."""
        told = self.ref.year if self.narrative and self.ref else None
        near = told or (self.anchor.year if self.anchor else 2000)
        return min((c + short for c in range(1000, 2200, 100)), key=lambda year: abs(year - near))

    def year_near(self, month: int, day: int | None) -> int | None:
        """The year of "in March" or "on 3 March" in the news, by tense, else the nearest."""
        now = self.now
        if now is None:
            return None
        here = (now.month or 1, now.day or 1)
        passed = (month, here[1] if day is None else day) <= here
        distance = (month - here[0]) + ((day or 15) - (now.day or 15)) / 31
        when = self.tense()
        if when == "past" and not 0 < distance <= SOON_MONTHS:
            return now.year if passed else now.year - 1
        today = (month, here[1] if day is None else day) == here
        ahead = distance + (12 if passed and not today else 0)
        if when == "future" and ahead <= FAR_MONTHS:
            return now.year + (1 if passed and not today else 0)
        return now.year + (-1 if distance > 6 else 1 if distance < -6 else 0)

    def year_of(self, mention: Mention) -> int | None:
        """The year of a mention, named or understood."""
        if mention.year is not None:
            return mention.year
        if mention.shortyear is not None:
            return self.full_year(mention.shortyear)
        base = self.told if mention.way in ("same", "after", "before") else self.now
        if mention.unit == "Y" and base is not None:
            return base.plus_years(STEPS.get(mention.way or "", 0)).year
        if mention.month is None or self.narrative or base is None:
            return base.year if base is not None else None
        return self.year_near(mention.month, mention.day)


def within(value: str, mention: Mention) -> str:
    """A day's value with the part of the day or the clock time."""
    if mention.hour is not None:
        return f"{value}T{mention.hour:02}:{mention.minute or 0:02}{mention.zone or ''}"
    if mention.part is None:
        return f"{value}TNI" if {"early", "hours"} <= set(mention.words) else value
    return f"{value}{mention.part}" if mention.part.startswith("T") else f"{value}T{mention.part}"
