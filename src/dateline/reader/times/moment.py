"""A point of the calendar at some grain, with arithmetic; years before Christ are negative."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month of it, or a day of that."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, day: date) -> "Moment":
        """The moment of a calendar day."""
        return cls(day.year, day.month, day.day)

    def date(self) -> date | None:
        """The calendar day, if the moment is one (and the calendar knows it)."""
        if self.month is None or self.day is None or not 1 <= self.year <= 9999:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def value(self) -> str:
        """The TIMEX3 value."""
        year = f"BC{-self.year:04}" if self.year < 0 else f"{self.year:04}"
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.month is None or self.day is None else f"-{self.day:02}"
        return year + month + day

    def plus_days(self, count: int) -> "Moment | None":
        """``count`` days on, null if this is no day or the calendar ends."""
        day = self.date()
        try:
            return Moment.of(day + timedelta(days=count)) if day else None
        except OverflowError:
            return None

    def plus_months(self, count: int) -> "Moment":
        """``count`` months on, at month grain (from June if only the year is known)."""
        total = self.year * 12 + (self.month or 6) - 1 + count
        return Moment(total // 12, total % 12 + 1)

    def plus_years(self, count: int) -> "Moment":
        """``count`` years on, at year grain; there is no year 0."""
        year = self.year + count
        if self.year < 0 <= year:
            year += 1
        return Moment(year)


def week_value(day: date) -> str:
    """The ISO week of a day as a TIMEX3 value."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
