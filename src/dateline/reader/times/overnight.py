"""Nights, which begin on one day and end on the next."""

from dataclasses import replace

from dateline.reader.times.mention import Mention
from dateline.reader.times.moment import Moment
from dateline.reader.times.resolve import Setting, calendar

INTO = frozenset(("into", "to", "à", "au"))
MORNING_AFTER = frozenset(("early", "before", "small"))


def value(mention: Mention, setting: Setting) -> str:
    """The night as ``YYYY-MM-DDTNI``, named by its evening.

    "Overnight from Tuesday to Wednesday" begins on the first day named, "overnight into Wednesday"
    on the day before; alone it is last night, or tonight where the clause looks ahead.
    """
    if mention.weekday is None and mention.day is None:
        now = setting.told if setting.narrative else setting.now
        evening = now.plus_days(0 if setting.tense() == "future" else -1) if now else None
        return f"{evening.value() if evening else 'XXXX-XX-XX'}TNI"
    day = calendar(replace(mention, part=None), setting)
    second_only = (
        mention.words[0] == "overnight" and len(mention.words) > 1 and mention.words[1] in INTO
    )
    if second_only:
        pieces = day.split("-")
        if len(pieces) == 3 and all(p.isdigit() for p in pieces):
            before = Moment(int(pieces[0]), int(pieces[1]), int(pieces[2])).plus_days(-1)
            day = before.value() if before else day
    return f"{day}TNI"


def spans_midnight(mention: Mention) -> bool:
    """True for a night named by its evening, false for the small hours of a day."""
    return not MORNING_AFTER & set(mention.words)
