"""Time expressions of a dispatch with TIMEX3 values and the stretches of time that they cover.

Values follow ISO-TimeML 1.2 (Pustejovsky et al. 2010). Relative ones lean on the dateline's date,
else on the day of issue in its own zone; in a text that tells history (see ``times.mode``) on the
last date told. Without either they stay unresolved (``XXXX-XX-XX``).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from dateline.reader.page import Found, Page
from dateline.reader.times.doubt import doubtful
from dateline.reader.times.grammar import grammar
from dateline.reader.times.leaning import covers
from dateline.reader.times.mention import Mention
from dateline.reader.times.mode import is_narrative
from dateline.reader.times.moment import Moment
from dateline.reader.times.resolve import moment_of, resolve
from dateline.reader.times.setting import Setting
from dateline.reader.times.spans import mentions
from dateline.reader.times.tense import tense
from dateline.reader.times.thread import asides
from dateline.records import Dispatch, Span, When

AFTERTHOUGHT = 40  # characters from a clock time to the date that it belongs to ("... on Thursday")
MOST_DATES = 20  # looked at in one clause
OF_DAY = ("clock", "partonly")
SAID_WOULD = re.compile(r"[^.;\n]{2,120}\bwould\b[^.;\n]{2,60}")
"""Between the day on which somebody spoke and the day of what was to come then."""


def anchor_day(dispatch: Dispatch) -> date | None:
    """The day that relative times lean on: the dateline's, else that of issue in its own zone."""
    if dispatch.dateline is not None and dispatch.dateline.date is not None:
        return dispatch.dateline.date
    return dispatch.issued.date() if dispatch.issued else None


def _mentions(page: Page, day: date | None) -> tuple[list[Mention], bool]:
    """Everything that names a time, in order of the text, and whether the text tells history.

    Former offices are times in TIDES, by which histories are annotated, but not in TimeML.
    """
    rules = grammar(page.language)
    found = [m for match in rules.matches(page.view.text) for m in mentions(match, rules)]
    sure = [m for m in found if not doubtful(page, m)]
    narrative = is_narrative(sure, day)
    return [m for m in sure if narrative or m.kind != "office"], narrative


def _neighbour(page: Page, rows: Sequence[tuple[Mention, str]], at: int) -> Moment | None:
    """For a clock time, the day named close behind it, or close before it, in the same line."""
    mention = rows[at][0]
    for near in (at + 1, at - 1):
        if not 0 <= near < len(rows):
            continue
        other, value = rows[near]
        low, high = min(mention.end, other.end), max(mention.start, other.start)
        between = page.view.text[low:high]
        moment = moment_of(value)
        apart = len(between) > AFTERTHOUGHT or ". " in between or "\n" in between
        if not apart and moment is not None and moment.date():
            return moment
    return None


def _values(page: Page, day: date | None) -> list[tuple[Mention, str]]:
    """Each mention with its value; in order, since mentions lean on those before."""
    found, narrative = _mentions(page, day)
    aside = asides(page.view.text, found)
    rows: list[tuple[Mention, str]] = []
    ref: Moment | None = None
    for mention in found:
        now = _told_on(page, rows, mention) or day
        value = resolve(mention, _setting(page, mention, now, narrative, ref))
        rows.append((mention, value))
        if mention.kind not in OF_DAY and mention.start not in aside:
            ref = moment_of(value) or ref
    for at, (mention, _) in enumerate(rows):
        if mention.kind in OF_DAY and (near := _neighbour(page, rows, at)):
            leaning = _setting(page, mention, near.date(), narrative, near)
            rows[at] = (mention, resolve(mention, leaning))
    return rows


def _told_on(page: Page, rows: Sequence[tuple[Mention, str]], mention: Mention) -> date | None:
    """The day on which somebody said what "would" be on a weekday: it lies ahead of that day, and
    perhaps not of the day of issue ("said on Sunday that it would begin on Monday").
    """
    if mention.weekday is None or mention.month is not None or not rows:
        return None
    before, value = rows[-1]
    said = SAID_WOULD.fullmatch(page.view.text, before.end, mention.start)
    moment = moment_of(value) if said and before.weekday is not None else None
    return moment.date() if moment else None


def _setting(
    page: Page, mention: Mention, day: date | None, narrative: bool, ref: Moment | None
) -> Setting:
    return Setting(day, narrative, ref, lambda: tense(page, mention.start, mention.end))


def dates_inside(whens: Sequence[When], area: Span) -> list[When]:
    """The dates that lie wholly in an interval; ``whens`` in the order of the text."""
    first = bisect_left(whens, area.start, key=lambda when: when.span.start)
    near = whens[first : first + MOST_DATES]
    return [when for when in near if area.contains(when.span)]


def find(page: Page, found: Found) -> tuple[When, ...]:
    """All time expressions in the order of the text; durations and sets among them."""
    day = anchor_day(page.dispatch)
    whens = []
    for mention, value in _values(page, day):
        time = covers(mention, value, day)
        words = page.words(mention.start, mention.end)
        when = When(words.span, words.text, value, time.start, time.end, time.precision)
        whens.append(when)
    return tuple(whens)
