"""The day that a dispatch itself gives for what was "9 days ago", where counting from its own date
comes out one day off.
"""

import re
from dataclasses import replace
from datetime import timedelta

from dateline.records import When
from dateline.report.ground import Sheet
from dateline.report.lines.spelling import MONTHS
from dateline.report.words import keys

COUNTED = re.compile(r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+days\s+ago", re.I)
DATED = re.compile(rf"\d{{1,2}}\s+(?:{'|'.join(MONTHS)})", re.IGNORECASE)
BESIDE = 60  # characters before a date that tell what happened then
OFF = timedelta(days=1)


def of_the_dispatch(sheet: Sheet, when: When) -> When:
    """A time expression with the day that its dispatch gives elsewhere in the same words."""
    if when.start is None or COUNTED.fullmatch(when.text.strip()) is None:
        return when
    here = _beside(sheet, when)
    for other in sheet.reading.dates:
        if other.start is None or DATED.fullmatch(other.text.strip()) is None:
            continue
        if abs(other.start - when.start) == OFF and _beside(sheet, other) & here:
            return replace(when, start=other.start, end=other.end)
    return when


def _beside(sheet: Sheet, when: When) -> frozenset[str]:
    """The words before a time expression, in its sentence."""
    before = sheet.shown[max(0, when.span.start - BESIDE) : when.span.start]
    return keys(re.split(r"[.;:]\s", before)[-1])
