"""Weekdays with their date: "Monday" -> "Monday 4 March", "early Tuesday" -> "early on Tuesday
5 March".
"""

import re
from datetime import datetime

from dateline.report import lexicons
from dateline.report.lines import expressions
from dateline.report.lines.edits import Edit
from dateline.report.lines.expressions import Place
from dateline.report.lines.spelling import DAYS, MONTHS, Said, spell

WEEKDAY = re.compile(
    rf"(?:(?P<early>early|late) )?(?:(?P<which>last|next|this) )?(?P<day>{'|'.join(DAYS)})"
    r"(?: (?P<part>morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
GOVERNORS = lexicons.words("governors")
"""Prepositions that a weekday may follow: it then needs no "on" of its own."""

FEASTS = frozenset({"good", "maundy", "holy", "easter", "palm", "ash", "shrove", "whit", "black"})
"""Before a weekday: the two name a day of the year, "Good Friday"."""

BLOCKED = frozenset({"every", "each", "any", "one", "that"}) | FEASTS
NO_ROOM = re.compile(rf"['’-]|\s*,?\s*(?:the\s+)?(?:\d|(?:{'|'.join(MONTHS)})\b)", re.IGNORECASE)
"""What after a weekday leaves no room for a date: a possessive, or a date that is there already."""

DATED = re.compile(rf",?\s+(?=\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\b)", re.IGNORECASE)
"""After a weekday: its date."""


def edit(place: Place, words: str, as_of: datetime, said: Said) -> Edit | None:
    """The edit for an expression that is a weekday, or a part of one; else null."""
    match = WEEKDAY.fullmatch(words)
    if not match or DAYS[place.day.weekday()].casefold() != match["day"].casefold():
        return None
    if place.owns and not match["part"] and not match["early"] and place.day not in said.days:
        return expressions.possessive(place, as_of, said)
    bare = words.casefold().startswith(match["day"].casefold())
    if (bare and place.day in said.named) or place.governor in BLOCKED:
        return None
    if NO_ROOM.match(place.after):
        return _last(place, match)
    return _dated(place, match, as_of, said)


def _dated(place: Place, match: re.Match[str], as_of: datetime, said: Said) -> Edit:
    """A weekday, or a part of it, with its date."""
    said.days.add(place.day)
    day = spell(place.day, as_of, said, weekday=True)
    early = f"{match['early'].casefold()} " if match["early"] else ""
    if match["part"]:
        lead = "" if place.governor in GOVERNORS - {"on"} else f"{early}on "
        return place.swap(f"{lead}the {match['part']} of {day}", eat="on")
    if place.governor == "the":
        return place.swap(spell(place.day, as_of, said))
    return place.swap(day if place.governor in GOVERNORS else f"{early}on {day}")


def _last(place: Place, match: re.Match[str]) -> Edit | None:
    """``last Saturday, 25 November`` -> ``on Saturday 25 November``."""
    dated = DATED.match(place.after)
    if not dated or not match["which"] or match["part"] or match["early"]:
        return None
    lead = "" if place.governor in GOVERNORS else "on "
    return place.swap(f"{lead}{match['day'].capitalize()} ", over=dated.end())
