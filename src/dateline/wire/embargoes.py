"""Embargoes as header lines and editors' notes write them. What we cannot read fails closed."""

import re
from datetime import datetime

from dateline.wire import times

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
