"""Sets mentions against a calendar: a mention, the day of issue and the last date told -> value.

Deictic words ("yesterday", "last week", weekdays) lean on the day of issue; anaphoric ones ("the
next day", "two days later", "that year") on the last date told (ISO-TimeML 1.2, section 4).
"""

from collections.abc import Callable
from datetime import timedelta

from dateline.reader.times import overnight
from dateline.reader.times.calendar_dates import calendar, iso_date, year_only
from dateline.reader.times.interval import days_in
from dateline.reader.times.lengths import duration, each
from dateline.reader.times.mention import Mention
from dateline.reader.times.moment import Moment, week_value
from dateline.reader.times.setting import STEPS, Setting, within

SUNDAY = 7
SATURDAY = 6
DEICTIC = frozenset(("last", "next", "this"))
LARGE = {"DE": 10, "CE": 100, "ME": 1000}
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX",
           "CE": "XX", "Q": "XXXX-QX", "WE": "XXXX-WXX-WE"}  # fmt: skip
HALVES = {"Y": ("M", 6), "DE": ("Y", 5), "CE": ("Y", 50), "D": ("D", 0)}


def _days_on(base: Moment, unit: str, steps: int) -> str | None:
    """Days, weeks, weekends and fortnights from a day."""
    size = {"D": 1, "FN": 14}.get(unit, 7)
    moved = base.plus_days(size * steps)
    there = moved.date() if moved else None
    if moved is None or there is None:
        return None
    if unit == "D":
        return moved.value()
    return week_value(there) + ("-WE" if unit == "WE" else "")


def _unit_on(base: Moment, unit: str, steps: int) -> str | None:
    """``steps`` whole units from the one around ``base``; null if base is too coarse."""
    if unit in ("D", "W", "WE", "FN"):
        return _days_on(base, unit, steps)
    if unit == "Y":
        return base.plus_years(steps).value()
    if unit in LARGE:
        value = base.plus_years(steps * LARGE[unit]).value()
        return value[: 1 - len(str(LARGE[unit]))]
    if base.month is None:
        return None
    if unit == "Q":
        moved = base.plus_months(3 * steps)
        return f"{Moment(moved.year).value()}-Q{((moved.month or 1) + 2) // 3}"
    return base.plus_months(steps).value() if unit == "M" else None


def _step(mention: Mention) -> int:
    """Which way a relative expression points, by its words."""
    words = set(mention.words)
    if mention.words[-2:] == ("before", "last") or {"avant", "veille"} <= words:
        return -2
    if "surlendemain" in words:
        return 2
    return 1 if "after" in words else STEPS.get(mention.way or "", 0)


def _is_gone(setting: Setting) -> bool:
    """True where "the weekend" is the last one: on a weekday, unless the clause looks ahead."""
    day = setting.now.date() if setting.now else None
    return day is not None and day.isoweekday() < SATURDAY and setting.tense() != "future"


def _is_this_gone(mention: Mention, setting: Setting) -> bool:
    """True for "this weekend" where the clause tells what happened."""
    return mention.way == "this" and setting.tense() == "past"


def _is_over(setting: Setting) -> bool:
    """True on a Sunday for what is to come "this week": it is the one about to begin."""
    day = setting.now.date() if setting.now else None
    return day is not None and day.isoweekday() == SUNDAY and setting.tense() == "future"


def shift(mention: Mention, setting: Setting) -> str:
    """As in "Next week", "the following day", "that night", "the end of the year"."""
    definite = "the" in mention.words[:3]
    told = (mention.way not in DEICTIC or definite) and "last" not in mention.words
    base = setting.told if told or setting.narrative else setting.now
    steps = _step(mention)
    if mention.season is not None and mention.unit is None:
        year = base.plus_years(steps).value() if base else "XXXX"
        return f"{year}-{mention.season}"
    unit = mention.unit or "D"
    if unit == "WE" and (mention.way is None or _is_this_gone(mention, setting)):
        steps = -_is_gone(setting)
    if unit == "W" and mention.way == "this" and _is_over(setting):
        steps = 1
    value = _unit_on(base, unit, steps) if base else None
    if unit == "D":
        return within(value or UNKNOWN["D"], mention)
    return value or UNKNOWN.get(unit, "XXXX")


def ago(mention: Mention, setting: Setting) -> str:
    """As in "Three days ago", "two weeks later", "a year earlier"."""
    back = mention.way in ("ago", "earlier")
    unit, count = mention.unit or "D", mention.count
    if count is None:
        count = "X" if mention.words[0].endswith("s") else 1.0
    if isinstance(count, str):
        return "PAST_REF" if back else "FUTURE_REF"
    base = setting.now if mention.way in ("ago", "hence") else setting.told
    if base is None:
        return UNKNOWN.get(unit, UNKNOWN["D"])
    if unit.startswith("T"):
        return f"{base.value() if base.date() else UNKNOWN['D']}TXX"
    if "half" in mention.words and unit in HALVES:
        unit, size = HALVES[unit]
        count = float(size if "and" not in mention.words else size * 3)
    moved = _unit_on(base, unit, -int(count) if back else int(count))
    return moved or UNKNOWN.get(unit, UNKNOWN["D"])


def deictic(mention: Mention, setting: Setting) -> str:
    """As in "Yesterday", "tonight", "this morning", "last night"."""
    steps = mention.deictic or 0
    if mention.words[0] in ("avant", "après") or {"before", "after"} & set(mention.words):
        steps *= 2
    if mention.way == "last" and mention.deictic is None:
        steps = -1
    if mention.words[0] == "cette" and _is_night_gone(mention, setting):
        steps = -1
    part = "NI" if "tonight" in mention.words else mention.part
    if setting.narrative or setting.anchor is None:
        told = "PRESENT_REF" if mention.words == ("today",) else UNKNOWN["D"]
        return f"{told}T{part}" if part and told != "PRESENT_REF" else told
    try:
        day = Moment.of(setting.anchor + timedelta(days=steps)).value()
    except OverflowError:
        return UNKNOWN["D"]
    return within(f"{day}T{part}" if part and mention.part is None else day, mention)


def nth_day(mention: Mention, setting: Setting) -> str:
    """As in "On the seventh day of the offensive": agencies count the running day."""
    day = None if setting.narrative else setting.now
    return within(day.value() if day else UNKNOWN["D"], mention)


def _is_night_gone(mention: Mention, setting: Setting) -> bool:
    """True for "dans la nuit", "cette nuit" of what happened: that night began the day before."""
    night = "nuit" in mention.words and mention.part == "NI" and not setting.narrative
    return night and setting.tense() == "past"


def of_day(mention: Mention, setting: Setting) -> str:
    """A clock time or part of the day in hand."""
    base = setting.told if setting.narrative else setting.now
    if base is not None and _is_night_gone(mention, setting):
        base = base.plus_days(-1)
    return within(base.value() if base and base.date() else UNKNOWN["D"], mention)


def season(mention: Mention, setting: Setting) -> str:
    """A season without its year: that of the date in hand."""
    base = setting.told
    return f"{Moment(base.year).value() if base else 'XXXX'}-{mention.season}"


def _fixed(mention: Mention, setting: Setting) -> str:
    return mention.value or "PRESENT_REF"


def _length(mention: Mention, setting: Setting) -> str:
    return duration(mention)


def _repeated(mention: Mention, setting: Setting) -> str:
    return each(mention)


BY_KIND: dict[str, Callable[[Mention, Setting], str]] = {
    "calendar": calendar, "monthname": calendar, "isodate": iso_date, "year": year_only,
    "bareyear": year_only, "shortyear": year_only, "shift": shift, "ago": ago, "deictic": deictic,
    "nth": nth_day, "clock": of_day, "partonly": of_day, "seasononly": season, "vague": _fixed,
    "office": _fixed, "duration": _length, "set": _repeated, "night": overnight.value,
}  # fmt: skip


def resolve(mention: Mention, setting: Setting) -> str:
    """The TIMEX3 value of a mention."""
    return BY_KIND[mention.kind](mention, setting)


def moment_of(value: str) -> Moment | None:
    """The moment of a resolved value, if it names one, for later mentions to lean on."""
    bare = value.removeprefix("BC")
    pieces = bare.partition("T")[0].split("-")
    if not pieces[0].isdecimal() or len(pieces[0]) != 4 or int(pieces[0]) == 0:
        return None
    year = int(pieces[0]) * (-1 if bare != value else 1)
    numbers = [int(p) if p.isdecimal() else 0 for p in pieces[1:3]]
    month = numbers[0] if numbers and 1 <= numbers[0] <= 12 else None
    day = numbers[1] if month and len(numbers) > 1 else None
    real = day is not None and month is not None and 1 <= day <= days_in(abs(year), month)
    return Moment(year, month, day if real else None)
