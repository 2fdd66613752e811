"""Nights, which begin on one day and end on the next."""

from dataclasses import replace

from dateline.reader.times.calendar_dates import calendar
from dateline.reader.times.mention import Mention
from dateline.reader.times.moment import Moment
from dateline.reader.times.setting import Setting

INTO = ("into", "to")
SMALL_HOURS = frozenset(("early", "before", "small"))


def value(mention: Mention, setting: Setting) -> str:
    """The night as ``YYYY-MM-DDTNI``, named by its evening.

    "Overnight from Tuesday to Wednesday" begins on the first day named, "overnight into Wednesday"
    on the day before; alone it is last night, or tonight where the clause looks ahead.
    """
    if mention.weekday is None and mention.day is None:
        base = setting.told if setting.narrative else setting.now
        evening = base.plus_days(0 if setting.tense() == "future" else -1) if base else None
        return f"{evening.value() if evening else 'XXXX-XX-XX'}TNI"
    day = calendar(replace(mention, part=None), setting)
    if len(mention.words) > 1 and mention.words[1] in INTO:
        day = _day_before(day)
    return f"{day}TNI"


def _day_before(value: str) -> str:
    pieces = value.split("-")
    if len(pieces) != 3 or not all(p.isdecimal() for p in pieces):
        return value
    before = Moment(int(pieces[0]), int(pieces[1]), int(pieces[2])).plus_days(-1)
    return before.value() if before else value


def spans_midnight(mention: Mention) -> bool:
    """True for a night named by its evening, false for the small hours of a day."""
    return not SMALL_HOURS & set(mention.words)
