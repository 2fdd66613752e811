"""Sets mentions against a calendar: a mention, the day of issue and the last date told -> value.

Deictic words ("yesterday", "last week", weekdays) lean on the day of issue; anaphoric ones ("the
next day", "two days later", "that year") on the last date told (ISO-TimeML 1.2, section 4).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.reader.times.interval import days_in
from dateline.reader.times.lengths import duration, each
from dateline.reader.times.mention import Mention
from dateline.reader.times.moment import Moment, week_value
from dateline.reader.times.tense import Tense

FAR_MONTHS = 9  # what looks further ahead than this is nearer behind
DEICTIC = frozenset(("last", "next", "this", "past"))
STEPS = {"last": -1, "before": -1, "earlier": -1, "past": -1, "next": 1, "after": 1, "later": 1}
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX",
           "CE": "XX", "Q": "XXXX-QX", "WE": "XXXX-WXX-WE"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """What a mention is read against. ``ref`` is the last date told, ``tense`` is asked if needed."""

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


def _full_year(short: int, setting: Setting) -> int:
    """A two-digit year in the century that brings it nearest to the text's own time."""
    about = setting.ref.year if setting.narrative and setting.ref else None
    near = about or (setting.anchor.year if setting.anchor else 2000)
    return min((century + short for century in range(1000, 2200, 100)), key=lambda y: abs(y - near))


def _year_near(mention: Mention, setting: Setting, now: Moment) -> int:
    """The year of "in March" or "on 3 March" in the news, by tense, else the nearest."""
    month, day = mention.month or 1, mention.day
    here = (now.month or 1, now.day or 1)
    there = (month, day if day is not None else here[1])
    when = setting.tense()
    if when == "past":
        return now.year if there <= here else now.year - 1
    distance = (month - (now.month or 1)) + ((day or 15) - (now.day or 15)) / 31
    ahead = distance if there >= here else distance + 12
    if when == "future" and ahead <= FAR_MONTHS:
        return now.year if there >= here else now.year + 1
    return now.year + (-1 if distance > 6 else 1 if distance < -6 else 0)


def _year(mention: Mention, setting: Setting) -> int | None:
    """The year of a mention, named or understood."""
    if mention.year is not None:
        return mention.year
    if mention.shortyear is not None:
        return _full_year(mention.shortyear, setting)
    now = setting.now
    base = setting.told if mention.way in ("same", "after", "before") else now
    if mention.unit == "Y" and base is not None:
        return base.plus_years(STEPS.get(mention.way or "", 0)).year
    if base is None:
        return None
    if mention.month is None or setting.narrative:
        return base.year
    return _year_near(mention, setting, base)


def _weekday(mention: Mention, setting: Setting) -> Moment | None:
    """The day that a weekday names: by "last" and "next", else by tense; today counts."""
    base = setting.now
    today = base.date() if base else None
    if today is None or mention.weekday is None:
        return None
    back = (today.isoweekday() - mention.weekday) % 7
    ahead = (mention.weekday - today.isoweekday()) % 7
    if mention.way == "last":
        step = -(back or 7)
    elif mention.way == "next":
        step = ahead or 7
    elif mention.way == "this":
        step = ahead
    else:
        step = ahead if setting.tense() == "future" else -back
    return Moment.of(today).plus_days(step)


def _within(value: str, mention: Mention) -> str:
    """A day's value with the part of day or the clock time."""
    if mention.hour is not None:
        zone = f"{mention.zone}" if mention.zone else ""
        return f"{value}T{mention.hour:02}:{mention.minute or 0:02}{zone}"
    part = mention.part
    if part is None:
        return value
    return f"{value}{part}" if part.startswith("T") else f"{value}T{part}"


def _period(mention: Mention, setting: Setting) -> str | None:
    """Decades, centuries, quarters, halves and seasons."""
    words = mention.words
    ancient = any(w.startswith("b") and w.endswith(("c", "c.", "ce")) for w in words)
    if mention.decade is not None:
        digits = mention.decade if len(mention.decade) > 1 else f"19{mention.decade}"
        return f"BC{int(digits):03}" if ancient else digits
    if "century" in words or "siècle" in words:
        nth = mention.day or mention.nth or 1
        return f"BC{nth - 1:02}" if ancient else f"{nth - 1:02}"
    year = _year(mention, setting)
    stem = Moment(year).value() if year is not None else "XXXX"
    if "quarter" in words:
        nth = 4 if "last" in words else mention.nth
        return f"{stem}-Q{nth}" if nth else None
    if "half" in words and mention.month is None:
        return f"{stem}-H{1 if 'first' in words else 2}"
    if mention.season is not None:
        return f"{stem}-{mention.season}"
    return None


def calendar(mention: Mention, setting: Setting) -> str:
    """Values of dates in the calendar, whole or in part."""
    if mention.kind == "isodate":
        return "-".join(w for w in mention.words if w != "-")
    if period := _period(mention, setting):
        return period
    if mention.feast and mention.month is None:
        month, _, day = mention.feast.partition("-")
        year = _year(mention, setting)
        eve = int(day) - ("eve" in mention.words)
        return (
            Moment(year, int(month), eve).value() if year is not None else f"XXXX-{month}-{eve:02}"
        )
    if mention.weekday is not None and mention.month is None:
        day = _weekday(mention, setting)
        return _within(day.value() if day else f"XXXX-WXX-{mention.weekday}", mention)
    year = _year(mention, setting)
    if mention.day is not None and mention.month is None and mention.year is None:
        return _within(_day_only(mention, setting), mention)
    if year is None:
        rest = Moment(2000, mention.month, mention.day).value()[4:]
        return _within(f"XXXX{rest}", mention)
    if mention.way in ("last", "next") and mention.month is not None and mention.unit is None:
        year = _named_month(mention, setting, year)
    return _within(Moment(year, mention.month, mention.day).value(), mention)


def _named_month(mention: Mention, setting: Setting, year: int) -> int:
    """The year of "last March", "next March"."""
    now = setting.now
    if now is None or now.month is None or mention.month is None:
        return year
    if mention.way == "last":
        return now.year - (mention.month >= now.month)
    return now.year + (mention.month <= now.month)


def _day_only(mention: Mention, setting: Setting) -> str:
    """ "The 12th": of the month in hand."""
    base = setting.told
    if base is None or base.month is None:
        return f"XXXX-XX-{mention.day:02}"
    return Moment(base.year, base.month, mention.day).value()


def _unit_value(base: Moment, unit: str, steps: int) -> str | None:
    """``steps`` whole units from the one around ``base``; null if base is too coarse."""
    day = base.date()
    if unit == "D":
        moved = base.plus_days(steps)
        return moved.value() if moved else None
    if unit in ("W", "WE", "FN"):
        moved = base.plus_days(7 * steps * (2 if unit == "FN" else 1))
        there = moved.date() if moved else None
        return week_value(there) + ("-WE" if unit == "WE" else "") if day and there else None
    if unit == "M":
        return base.plus_months(steps).value() if base.month is not None else None
    if unit == "Q" and base.month is not None:
        moved = base.plus_months(3 * steps)
        return f"{moved.value()[:-3]}-Q{((moved.month or 1) + 2) // 3}"
    if unit == "Y":
        return base.plus_years(steps).value()
    if unit in ("DE", "CE", "ME"):
        size = {"DE": 10, "CE": 100, "ME": 1000}[unit]
        value = base.plus_years(steps * size).value()
        return value[: -len(str(size)) + 1]
    return None


def _step(mention: Mention) -> int:
    """Which way a relative expression points, by its words."""
    if mention.words[-2:] == ("before", "last") or {"avant", "veille"} <= set(mention.words):
        return -2
    if "surlendemain" in mention.words:
        return 2
    if "after" in mention.words or "lendemain" in mention.words:
        return 1
    return STEPS.get(mention.way or "", 0)


def shift(mention: Mention, setting: Setting) -> str:
    """ "Next week", "the following day", "that night", "the end of the year"."""
    definite = mention.words[0] == "the" or "the" in mention.words[:3]
    told = (mention.way not in DEICTIC or definite) and "last" not in mention.words
    base = setting.told if told or setting.narrative else setting.now
    steps = _step(mention)
    if mention.season is not None and mention.unit is None:
        year = Moment(base.year).plus_years(steps).value() if base else "XXXX"
        return f"{year}-{mention.season}"
    unit = mention.unit or "D"
    value = _unit_value(base, unit, steps) if base else None
    if unit == "D" or mention.unit is None:
        return _within(value or UNKNOWN["D"], mention)
    return value or UNKNOWN.get(unit, "XXXX")


def ago(mention: Mention, setting: Setting) -> str:
    """ "Three days ago", "two weeks later", "a year earlier"."""
    back = mention.way in ("ago", "earlier")
    unit, count = mention.unit or "D", mention.count
    if count is None:
        count = 1.0 if not mention.words[0].endswith("s") else "X"
    if isinstance(count, str):
        return "PAST_REF" if back else "FUTURE_REF"
    base = setting.now if mention.way == "ago" else setting.told
    if base is None:
        return UNKNOWN.get(unit, "XXXX-XX-XX")
    if unit.startswith("T"):
        day = base.value() if base.date() else UNKNOWN["D"]
        return f"{day}TXX"
    if "half" in mention.words:
        halves = {"Y": ("M", 6), "DE": ("Y", 5), "CE": ("Y", 50)}
        unit, each_half = halves.get(unit, (unit, 1))
        count = each_half if "and" not in mention.words else each_half * 3
    moved = _unit_value(base, unit, -int(count) if back else int(count))
    return moved or UNKNOWN.get(unit, "XXXX-XX-XX")


def deictic(mention: Mention, setting: Setting) -> str:
    """ "Yesterday", "tonight", "this morning", "last night"."""
    steps = mention.deictic or 0
    if mention.words[0] in ("avant", "après") or {"before", "after"} & set(mention.words):
        steps *= 2
    if mention.way == "last" and mention.deictic is None:
        steps = -1
    part = "NI" if "tonight" in mention.words else mention.part
    if setting.narrative or setting.anchor is None:
        return (
            "PRESENT_REF"
            if mention.words == ("today",)
            else f"XXXX-XX-XX{'T' + part if part else ''}"
        )
    try:
        day = Moment.of(setting.anchor + timedelta(days=steps)).value()
    except OverflowError:
        return UNKNOWN["D"]
    return _within(f"{day}T{part}" if part and mention.part is None else day, mention)


def nth_day(mention: Mention, setting: Setting) -> str:
    """ "On the seventh day of the offensive": agencies count the running day."""
    day = None if setting.narrative else setting.now
    return _within(day.value() if day else UNKNOWN["D"], mention)


def of_day(mention: Mention, setting: Setting) -> str:
    """A clock time or part of the day in hand."""
    base = setting.told if setting.narrative else setting.now
    day = base.value() if base and base.date() else UNKNOWN["D"]
    return _within(day, mention)


def season(mention: Mention, setting: Setting) -> str:
    """A season without its year: that of the date in hand."""
    base = setting.told
    return f"{Moment(base.year).value() if base else 'XXXX'}-{mention.season}"


def year_only(mention: Mention, setting: Setting) -> str:
    """A bare year."""
    year = _year(mention, setting)
    return Moment(year).value() if year is not None else "XXXX"


def fixed(mention: Mention, _: Setting) -> str:
    """The value that the grammar gives."""
    return mention.value or "PRESENT_REF"


def length(mention: Mention, _: Setting) -> str:
    """A duration."""
    return duration(mention)


def repeated(mention: Mention, _: Setting) -> str:
    """A set."""
    return each(mention)


BY_KIND: dict[str, Callable[[Mention, Setting], str]] = {
    "calendar": calendar, "isodate": calendar, "monthname": calendar, "year": year_only,
    "bareyear": year_only, "shortyear": year_only, "shift": shift, "ago": ago, "deictic": deictic,
    "nth": nth_day, "clock": of_day, "partonly": of_day, "seasononly": season, "vague": fixed,
    "office": fixed, "duration": length, "set": repeated,
}  # fmt: skip


def resolve(mention: Mention, setting: Setting) -> str:
    """The TIMEX3 value of a mention."""
    return BY_KIND[mention.kind](mention, setting)


def moment_of(value: str) -> Moment | None:
    """The moment of a resolved value, if it names one, for later mentions to lean on."""
    bare = value.removeprefix("BC")
    sign = -1 if bare != value else 1
    pieces = bare.partition("T")[0].split("-")
    if not pieces[0].isdigit() or len(pieces[0]) != 4 or int(pieces[0]) == 0:
        return None
    numbers = [int(p) for p in pieces[1:3] if p.isdigit()]
    month = numbers[0] if numbers and 1 <= numbers[0] <= 12 else None
    day = numbers[1] if month and len(numbers) > 1 else None
    if day is not None and month is not None and day > days_in(int(pieces[0]), month):
        day = None
    return Moment(sign * int(pieces[0]), month, day)
