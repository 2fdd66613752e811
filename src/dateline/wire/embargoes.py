"""Embargoes as header lines and editors' notes write them. What we cannot read fails closed."""

import re
from datetime import datetime
from functools import cache
from typing import Literal

from dateline.wire import times
from dateline.wire.lexicons import table

EMBARGO = re.compile(
    r"""(?ix) (?:strict(?:ly)?\s+|under\s+|sous\s+|hold\s+for\s+)?embargo(?:ed)?\b
      (?=\s*$|\s*[:,-]|.*\b(?:until|till|to|for|before|jusqu|bis|\d))(?!\s+on\b)
    | not\s+for\s+(?:public\s+)?(?:release|publication|use)\s+(?:before|until)
    | (?:hold\s+)?for\s+release\s+(?:(?:at|on|after|not\s+before)\b|(?=\d))
    | hold\s+for\s+release\b | sperrfrist\b"""
)
LIFTED = re.compile(r"(?i)\b(?:lifted|expired|no longer|levé)\b")


def begins_with_embargo(line: str) -> bool:
    """True for a header line such as ``EMBARGOED UNTIL 0600 GMT 3 MARCH``."""
    return bool(EMBARGO.match(line))


def embargo_in(note: str | None, near: datetime | None) -> datetime | None:
    """Until when a line or note embargoes, null if it does not; for ever if it gives no time."""
    match = EMBARGO.search(note) if note else None
    if note is None or match is None or LIFTED.search(note):
        return None
    return until(note[match.end() :].split("\n")[0], near)


def until(written: str, near: datetime | None) -> datetime:
    """The time that an embargo names, the next such day; for ever if it names none."""
    return times.moment(written, near, ahead=True) or times.NEVER


@cache
def _about(what: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(table('notices')['embargo'][what])})(?!\w)")


Moved = tuple[Literal["hold", "release"], datetime]
"""What a notice asks, and until when copy is kept back."""


def moved(notice: str, issued: datetime | None) -> Moved | None:
    """What a notice says of the embargo of copy sent before: until when that is kept back now.

    ``hold``: it is kept back until then, for ever if that cannot be read. ``release``: it is free
    from when the notice was issued.
    """
    if _about("stands").search(notice):
        return None
    if issued and _about("lifted").search(notice):
        return "release", issued
    change = _about("moved").search(notice)
    return ("hold", until(notice[change.end() :], issued)) if change else None
