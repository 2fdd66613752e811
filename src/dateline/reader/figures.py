"""Figures: tolls, and everything else that is counted or measured.

A figure's span is the number phrase with its hedge and the noun that it counts (``at least 21
people``); for one person without a number, the phrase up to the noun (``a guard``).
"""

from dateline.reader.counting.bare import bare
from dateline.reader.counting.context import context
from dateline.reader.counting.counts import setting
from dateline.reader.counting.others import others
from dateline.reader.counting.records import figures
from dateline.reader.counting.tally import casualties
from dateline.reader.page import Found, Page
from dateline.records import Figure


def find(page: Page, found: Found) -> tuple[Figure, ...]:
    """All figures of a page in text order."""
    at = setting(page, found)
    tolls = casualties(at)
    told = [*tolls, *others(at, tolls)]
    counts = sorted([*told, *bare(at, told)], key=lambda c: (c.start, -c.end, c.measure))
    return tuple(figures(context(page, found), counts))
