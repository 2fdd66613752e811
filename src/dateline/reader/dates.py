"""Time expressions of a dispatch with TIMEX3 values and the stretches of time that they cover.

Values follow ISO-TimeML 1.2 (Pustejovsky et al. 2010). Relative ones lean on the dateline's date,
else on the day of issue in its own zone; in a text that tells history (see ``times.mode``) on the
last date told. Without either they stay unresolved (``XXXX-XX-XX``).
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from dateline.reader.page import Found, Page
from dateline.reader.times import interval, overnight
from dateline.reader.times.doubt import doubtful
from dateline.reader.times.grammar import grammar
from dateline.reader.times.interval import Stretch
from dateline.reader.times.mention import Mention
from dateline.reader.times.mode import is_narrative
from dateline.reader.times.moment import Moment
from dateline.reader.times.resolve import moment_of, resolve
from dateline.reader.times.setting import Setting
from dateline.reader.times.spans import mentions
from dateline.reader.times.tense import tense
from dateline.reader.times.thread import asides
from dateline.records import Dispatch, When

AFTERTHOUGHT = 40  # characters from a clock time to the date that it belongs to ("... on Thursday")
DAY_KINDS = ("clock", "partonly")


def anchor_day(dispatch: Dispatch) -> date | None:
    """The day that relative times lean on: the dateline's, else that of issue in its own zone."""
    if dispatch.dateline is not None and dispatch.dateline.date is not None:
        return dispatch.dateline.date
    return dispatch.issued.date() if dispatch.issued else None


def _mentions(page: Page) -> list[Mention]:
    """Everything that looks like a time, in order of the text."""
    rules = grammar(page.language)
    found = [m for match in rules.matches(page.view.text) for m in mentions(match, rules)]
    return [m for m in found if not doubtful(page, m)]


def _setting(
    page: Page, mention: Mention, day: date | None, narrative: bool, ref: Moment | None
) -> Setting:
    return Setting(day, narrative, ref, lambda: tense(page, mention.start, mention.end))


def _leans_on_next(page: Page, rows: Sequence[tuple[Mention, str]], at: int) -> Moment | None:
    """For a clock time, the day named close behind it or before it in the sentence."""
    mention = rows[at][0]
    around = page.sentence_at(mention.start)
    for near in (at + 1, at - 1):
        if not 0 <= near < len(rows) or around is None:
            continue
        other, value = rows[near]
        gap = max(other.start - mention.end, mention.start - other.end)
        inside = around.span.start <= other.start < around.span.end
        moment = moment_of(value)
        if inside and gap <= AFTERTHOUGHT and moment is not None and moment.date():
            return moment
    return None


def _kept(found: Sequence[Mention], narrative: bool) -> list[Mention]:
    """Former offices are times in TIDES, by which histories are annotated, not in TimeML."""
    return [m for m in found if narrative or m.kind != "office"]


def _values(page: Page, found: Sequence[Mention], day: date | None) -> list[tuple[Mention, str]]:
    """Each mention with its value; in order, since mentions lean on those before."""
    narrative = is_narrative(found, day)
    rows: list[tuple[Mention, str]] = []
    ref: Moment | None = None
    aside = asides(page.view.text, found)
    for mention in _kept(found, narrative):
        setting = _setting(page, mention, day, narrative, ref)
        value = resolve(mention, setting)
        rows.append((mention, value))
        if mention.kind not in DAY_KINDS and mention.start not in aside:
            ref = moment_of(value) or ref
    for at, (mention, _) in enumerate(rows):
        if mention.kind in DAY_KINDS and (near := _leans_on_next(page, rows, at)):
            setting = _setting(page, mention, day, narrative, near)
            rows[at] = (mention, resolve(mention, setting))
    return rows


def _stretch(mention: Mention, value: str, day: date | None) -> Stretch:
    """The time that a value covers; nights span midnight, vague times lean on the day of issue."""
    evening = moment_of(value)
    if value.endswith("TNI") and overnight.spans_midnight(mention) and evening is not None:
        start = evening.date()
        return interval.night(start) if start else interval.stretch(value)
    if mention.kind == "set":
        return Stretch(None, None, "set")
    found = interval.stretch(value)
    if day is None or found.start is not None:
        return found
    return _leaning(mention, value, found, day)


def _leaning(mention: Mention, value: str, found: Stretch, day: date) -> Stretch:
    """Open and present times, as far as the day of issue bounds them."""
    first = datetime(day.year, day.month, day.day)
    last = first + timedelta(days=1, seconds=-1)
    if value == "PRESENT_REF":
        return Stretch(first, last, "present")
    if value == "PAST_REF":
        return Stretch(None, last, "vague")
    if value == "FUTURE_REF":
        return Stretch(first, None, "vague")
    return found


def _whens(page: Page, rows: Sequence[tuple[Mention, str]], day: date | None) -> Iterator[When]:
    for mention, value in rows:
        covers = _stretch(mention, value, day)
        words = page.words(mention.start, mention.end)
        yield When(words.span, words.text, value, covers.start, covers.end, covers.precision)


def find(page: Page, found: Found) -> tuple[When, ...]:
    """All time expressions in the order of the text; durations and sets among them."""
    day = anchor_day(page.dispatch)
    rows = _values(page, _mentions(page), day)
    return tuple(_whens(page, rows, day))
