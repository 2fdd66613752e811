"""Weeks, weekends, months and stretches of time made absolute: "last week" -> "in the week of
19 June", "the past 36 hours" -> "the 36 hours to 3 August", "20 days ago" -> "on 4 July".
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from dateline.records import When
from dateline.report import lexicons
from dateline.report.lines.spelling import MONTHS, Said, again, spell

LEADING = lexicons.words("governors") | frozenset(
    ["in", "during", "over", "at", "within", "throughout", "around", "about", "towards", "late",
     "early"]
)  # fmt: skip
"""Words after which a period needs no preposition of its own."""

SPENT = frozenset(["in", "within", "during", "over"])
"""Words before a few hours that go with them, where their day is given."""

LOOSE = frozenset(
    ["than", "over", "about", "approximately", "almost", "nearly", "least", "some", "around",
     "only", "just", "or"]
)  # fmt: skip
"""Words before a number that make it inexact."""

MONTH = "|".join(MONTHS)
WEEK = re.compile(r"(?:(early|late) )?(?:this|last|next|the past) week", re.IGNORECASE)
WEEKEND = re.compile(r"(?:the|this|last|next|this past|the past) weekend", re.IGNORECASE)
MONTHLY = re.compile(
    rf"(?:(early|late) )?(?:(?:this|last|next) month|(?:last|next|this past) (?:{MONTH}))",
    re.IGNORECASE,
)
NUMBER = r"(?:\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
EXACT = re.compile(rf"{NUMBER} (?:days?|weeks?|months?|years?) ago", re.IGNORECASE)
AGO = re.compile(r".*\b(?:days?|weeks?|months?|years?) ago", re.IGNORECASE)
SOON = re.compile(r".*\b(?:minutes?|hours?) ago", re.IGNORECASE)
STRETCH = re.compile(
    r"(?P<the>the )?(?P<way>past|last|next|coming) (?P<size>(?:[\w-]+ ){0,2}?)"
    r"(?P<unit>hours?|days?|weeks?|months?|years?)",
    re.IGNORECASE,
)
VAGUE = ("", "several ", "couple of ")
"""What counts no years: after "has fallen" no year fits them."""

NIGHT = re.compile(r"overnight", re.IGNORECASE)
CLOCK = re.compile(
    r"(?:noon|midday|midnight|dawn|dusk|daybreak"
    r"|\d{3,4}(?: hours)?(?: gmt| local time)?|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?)",
    re.IGNORECASE,
)
AT_NOON = re.compile(
    r"(?:yesterday|today|tomorrow),? (?:at )?(noon|midnight|dawn|midday|\d{3,4}(?: [a-z]+){0,2})",
    re.I,
)
PART = re.compile(r"(?:the )?(?:early )?(morning|afternoon|evening|night)", re.IGNORECASE)
GOES_ON = re.compile(r"\s*(?:['’-]|(?:of|on|to|and|until|,? ?\d)\b)", re.IGNORECASE)
CLOSES = re.compile(
    r"\s*(?:[,.;:)]|$|(?:of|in|at|by|to|from|and|when|that|with|for|on|as)\b)", re.I
)


@dataclass(frozen=True, slots=True)
class Spot:
    """An expression where it stands: its words, the word before it, what follows, the day on which
    its dispatch was sent; ``alone`` if its sentence gives that day nowhere else, ``settled`` if no
    other day was the last to be told of before it; ``last`` if its sentence ends with it;
    ``lasting`` if it goes with "has fallen", not "fell".
    """

    when: When
    words: str
    governor: str
    after: str
    issued: date | None
    alone: bool
    settled: bool
    last: bool
    lasting: bool = False

    @property
    def first(self) -> date | None:
        """The day on which it begins."""
        return self.when.start.date() if self.when.start else None


def rewritten(spot: Spot, as_of: datetime, said: Said) -> str | None:
    """What stands in place of an expression; null if its words stay."""
    if spot.after[:2] in ("'s", "’s") or spot.after[:1] == "-":
        return None
    if spot.issued is not None:
        relative = _ago(spot, as_of, said) or _stretch(spot, as_of, said)
        if relative:
            return relative
    return _calendar(spot, as_of, said) or _of_a_day(spot, as_of, said)


def _calendar(spot: Spot, as_of: datetime, said: Said) -> str | None:
    """A week, a weekend or a month."""
    when, words = spot.when, spot.words
    lead = "" if spot.governor in LEADING else "in "
    first = spot.first
    if first is None:
        return None
    if (found := WEEK.fullmatch(words)) and when.precision == "week":
        part = f"{found[1].casefold()} " if found[1] else ""
        return f"{part}{lead or ('in ' if part else '')}the week of {spell(first, as_of, said)}"
    if WEEKEND.fullmatch(words) and when.precision == "range":
        on = "" if lead == "" else "on "
        return f"{on}the weekend of {spell(first, as_of, said)}"
    if (found := MONTHLY.fullmatch(words)) and when.precision == "month":
        part = f"{found[1].casefold()} " if found[1] else ""
        return f"{part}{lead or ('in ' if part else '')}{_month(first, as_of)}"
    return None


def _month(day: date, as_of: datetime) -> str:
    year = "" if day.year == as_of.year else f" {day.year}"
    return f"{MONTHS[day.month - 1]}{year}"


def _of_a_day(spot: Spot, as_of: datetime, said: Said) -> str | None:
    """A part of a day, with the day."""
    words, day = spot.words, spot.first
    if day is None or spot.when.precision not in ("part-of-day", "hour"):
        return None
    if (found := AT_NOON.fullmatch(words)) and spot.governor != "at":
        return f"at {found[1]} on {spell(day, as_of, said)}"
    if NIGHT.fullmatch(words):
        free = spot.governor not in LEADING | {"the", "an", "a"} and CLOSES.match(spot.after)
        return f"on the night of {spell(day, as_of, said)}" if free else None
    dated = spot.alone and not GOES_ON.match(spot.after)
    if dated and spot.settled and CLOCK.fullmatch(words):
        ends = "." if words.endswith(".") and spot.last else ""
        return f"{words} on {spell(day, as_of, said)}{ends}"
    held = spot.governor == "during" or (spot.governor == "in" and spot.settled)
    if dated and held and (found := PART.fullmatch(words)):
        return f"the {found[1].casefold()} of {spell(day, as_of, said)}"
    return None


def _ago(spot: Spot, as_of: datetime, said: Said) -> str | None:
    """A date for "20 days ago", where it is exact; else counted from the dispatch's own."""
    if spot.issued is None or not spot.words.casefold().endswith("ago"):
        return None
    if SOON.fullmatch(spot.words):
        bare = spot.governor not in LOOSE and "few" in spot.words.casefold()
        return f"on {spell(spot.issued, as_of, said)}" if bare else None
    if spot.governor not in LOOSE and EXACT.fullmatch(spot.words) and spot.first:
        return _exact(spot, spot.first, as_of, said)
    if AGO.fullmatch(spot.words):
        vague = spot.words.casefold().startswith(("some years", "several years", "many years"))
        sent = str(spot.issued.year) if vague else spell(spot.issued, as_of, said)
        return f"{spot.words[:-3]}before {sent}"
    return None


def _exact(spot: Spot, first: date, as_of: datetime, said: Said) -> str | None:
    """So many days, weeks, months or years ago, as a day, week, month or year."""
    led = "" if spot.governor in LEADING else "on " if spot.when.precision == "day" else "in "
    match spot.when.precision:
        case "day":
            return led + spell(first, as_of, said)
        case "week":
            return f"{led}the week of {spell(first, as_of, said)}"
        case "month":
            return led + _month(first, as_of)
        case "year":
            return f"{led}{first.year}"
    return None


def _stretch(spot: Spot, as_of: datetime, said: Said) -> str | None:
    """The hours to the day of the dispatch, for "the past 36 hours"; the day itself for a few."""
    found = STRETCH.fullmatch(spot.words)
    if found is None or spot.issued is None or spot.governor in ("a", "an", "this", "these"):
        return None
    unit, way = found["unit"].casefold(), found["way"].casefold()
    ahead, size = way in ("next", "coming"), found["size"].casefold()
    one = unit in ("hour", "day", "month", "year", "week")
    if one and (way != "past" or unit in ("day", "month")):
        return None
    article = "" if spot.governor == "the" else "the "
    if unit.startswith("year"):
        size = size.removeprefix("few ")
        loose = spot.lasting and size in VAGUE
        return None if ahead or loose else f"{article}{size}{unit} to {spot.issued.year}"
    counted = bool(size) and size != "few "
    if not (spot.alone or ahead or one) and (counted or unit in ("weeks", "months")):
        return f"{article}previous {size}{unit}"
    near = _near(spot, as_of, said, ahead=ahead) if spot.governor in SPENT and not counted else None
    if near:
        return near
    day = spell(spot.issued, as_of, said)
    return f"{article}{size}{unit} {'after' if ahead else 'up to' if counted else 'before'} {day}"


def _near(spot: Spot, as_of: datetime, said: Said, *, ahead: bool) -> str | None:
    """The day on which a dispatch was sent, for a few hours from then."""
    if spot.issued is None or not spot.words.casefold().endswith("hours"):
        return None
    known = spot.issued in said.days
    day = again(spot.issued, as_of, said) if known else spell(spot.issued, as_of, said)
    if ahead and known:
        return "within hours"
    return f"within hours of {day}" if ahead else f"on {day}"
