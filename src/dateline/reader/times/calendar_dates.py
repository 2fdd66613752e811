"""Dates in the calendar, whole or in part: "3 May 1990", "Thursday morning", "the late 1930s"."""

from dateline.reader.times.mention import Mention
from dateline.reader.times.moment import Moment
from dateline.reader.times.setting import Setting, within


def _weekday(mention: Mention, setting: Setting) -> Moment | None:
    """The day that a weekday names: by "last" and "next", else by tense; today counts."""
    today = setting.now.date() if setting.now else None
    if today is None or mention.weekday is None:
        return None
    back = (today.isoweekday() - mention.weekday) % 7
    ahead = (mention.weekday - today.isoweekday()) % 7
    steps = {"last": -(back or 7), "next": ahead or 7, "this": ahead}
    step = steps.get(mention.way or "")
    if step is None:
        step = ahead if setting.tense() == "future" else -back
    return Moment.of(today).plus_days(step)


def _stem(mention: Mention, setting: Setting) -> str:
    """The value of the year of a mention."""
    year = setting.year_of(mention)
    return Moment(year).value() if year is not None else "XXXX"


def _age(mention: Mention) -> str | None:
    """Decades and centuries, in three digits and two (TIDES 2005, section 4.2)."""
    ancient = any(w.startswith("b") and w.endswith(("c", "c.", "ce")) for w in mention.words)
    if mention.decade is not None:
        digits = str(mention.decade)
        digits = digits if len(digits) > 1 else f"19{digits}"
        return f"BC{int(digits):03}" if ancient else digits
    if "century" in mention.words or "siècle" in mention.words:
        nth = mention.day or mention.nth or 1
        return f"BC{nth - 1:02}" if ancient else f"{nth - 1:02}"
    return None


def _fraction(mention: Mention, setting: Setting) -> str | None:
    """Quarters, halves and seasons of a year."""
    words = mention.words
    if "quarter" in words or "trimestre" in words:
        nth = 4 if "last" in words and mention.nth is None else mention.nth
        return f"{_quarter_year(mention, setting, nth)}-Q{nth}" if nth else None
    if "semestre" in words and mention.nth:
        return f"{_stem(mention, setting)}-H{mention.nth}"
    if "half" in words and mention.month is None:
        return f"{_stem(mention, setting)}-H{1 if 'first' in words else 2}"
    return f"{_stem(mention, setting)}-{mention.season}" if mention.season is not None else None


def _quarter_year(mention: Mention, setting: Setting, nth: int) -> str:
    """The year of "the third quarter": the last one begun, unless the clause looks ahead."""
    now = setting.now
    told = mention.year is not None or mention.unit not in (None, "Q")
    if told or now is None or now.month is None:
        return _stem(mention, setting)
    ahead = 3 * nth - 2 > now.month and setting.tense() != "future"
    return Moment(now.year - ahead).value()


def _feast(mention: Mention, setting: Setting) -> str:
    """As in "Christmas 1914", "Christmas Eve"."""
    month, _, day = (mention.feast or "12-25").partition("-")
    eve = int(day) - ("eve" in mention.words)
    return f"{_stem(mention, setting)}-{month}-{eve:02}"


def _named_month(mention: Mention, setting: Setting) -> int | None:
    """The year of "last March", "next March"."""
    now = setting.now
    if mention.way not in ("last", "next") or mention.unit is not None:
        return setting.year_of(mention)
    if now is None or now.month is None or mention.month is None:
        return setting.year_of(mention)
    if mention.way == "last":
        return now.year - (mention.month >= now.month)
    return now.year + (mention.month <= now.month)


def _day(mention: Mention, setting: Setting) -> str:
    """Dates by day, month and year, as far as they are named or understood."""
    if mention.day is not None and mention.month is None and mention.year is None:
        base = setting.told
        if base is None or base.month is None:
            return f"XXXX-XX-{mention.day:02}"
        return Moment(base.year, base.month, mention.day).value()
    year = _named_month(mention, setting) if mention.month else setting.year_of(mention)
    if year is None:
        return f"XXXX{Moment(2000, mention.month, mention.day).value()[4:]}"
    return Moment(year, mention.month, mention.day).value()


def calendar(mention: Mention, setting: Setting) -> str:
    """The TIMEX3 value of a date in the calendar."""
    found = _age(mention) or _fraction(mention, setting)
    if found is not None:
        return found
    if mention.feast and mention.month is None:
        return within(_feast(mention, setting), mention)
    if mention.weekday is not None and mention.month is None:
        day = _weekday(mention, setting)
        return within(day.value() if day else f"XXXX-WXX-{mention.weekday}", mention)
    return within(_day(mention, setting), mention)


def year_only(mention: Mention, setting: Setting) -> str:
    """A bare year."""
    return _stem(mention, setting)


def iso_date(mention: Mention, setting: Setting) -> str:
    """As in "2022-03-02" as it stands."""
    pieces = [w for w in mention.words if w.isdecimal()]
    return "-".join(pieces) if [len(p) for p in pieces] == [4, 2, 2] else "XXXX-XX-XX"
