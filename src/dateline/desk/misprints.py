"""Dispatches that cannot be of the day that their dateline gives: "11 MAR 11" in a wire of 1990.

Pure. Only a day that nothing but the dateline tells is doubted, and only by its neighbours in one
file, or in one numbered series of files. The dispatch is kept without a time of its own; what its
dateline says stays in it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from dateline.records import Dispatch

_APART = timedelta(days=366)
"""A dispatch this much later than those before and behind it in its file is not of its dateline's
day: they could not stand around it.
"""


def undated(found: Sequence[Dispatch]) -> list[Dispatch]:
    """The dispatches in their order, those with a misprinted year without a time."""
    dated = [i for i, one in enumerate(found) if one.issued is not None]
    stray = {
        i
        for before, i, after in zip(dated, dated[1:], dated[2:], strict=False)
        if _by_dateline(found[i]) and _misfit(found[before], found[i], found[after])
    }
    return [
        replace(one, issued=None, received=None) if i in stray else one
        for i, one in enumerate(found)
    ]


def _by_dateline(one: Dispatch) -> bool:
    """True if only the dateline tells the day."""
    day = one.dateline.date if one.dateline else None
    return day is not None and one.issued == datetime.combine(day, time(), tzinfo=UTC)


def _misfit(before: Dispatch, one: Dispatch, after: Dispatch) -> bool:
    """True if a dispatch is far later than both its neighbours in a file, which fit each other."""
    if len({_file(x) for x in (before, one, after)}) > 1:
        return False
    if before.issued is None or one.issued is None or after.issued is None:
        return False
    late = one.issued - max(before.issued, after.issued) > _APART
    return late and abs(before.issued - after.issued) <= _APART


NUMBER = re.compile(r"\d+(?=(?:\.\w+)?$)")


def _file(one: Dispatch) -> str:
    """The file of a line of JSON Lines; the numbered series of a folder's file (``W-0107.txt``)."""
    return one.path.rpartition(":")[0] or NUMBER.sub("", one.path)
