"""Relative dates made absolute: "yesterday" -> "on 29 December", "Monday" -> "Monday 4 March".

Only expressions with one grammatical replacement are touched; any other keeps its words.
"""

import re
from datetime import datetime

from dateline.records import Span, When
from dateline.report.ground import Sheet
from dateline.report.lines import (
    bracketed_days,
    expressions,
    passing,
    periods,
    reckoned,
    tenses,
    weekdays,
)
from dateline.report.lines.edits import Edit
from dateline.report.lines.expressions import Place
from dateline.report.lines.spelling import MONTHS, Said, again, spell
from dateline.report.lines.weekdays import BLOCKED, GOVERNORS
from dateline.report.words import QUOTE_MARKS

ALREADY = re.compile(rf",?\s+(?=\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\b)", re.IGNORECASE)
"""After "today": the date that it means."""


def edits(sheet: Sheet, span: Span, as_of: datetime, said: Said) -> tuple[Edit, ...]:
    """Edits for the time expressions of a span that are outside quotation marks."""
    made = [*bracketed_days.edits(sheet, span, as_of, said)]
    for found in sheet.reading.dates:
        if span.contains(found.span) and not _in_quotes(sheet, span, found.span):
            when = reckoned.of_the_dispatch(sheet, bracketed_days.dated(sheet, found))
            gone = passing.edit(sheet, span, when)
            edit = gone or _edit(sheet, span, when, as_of, said)
            if edit:
                made += [*_past(sheet, span, when, edit), edit]
    return tuple(made)


PRESENT = re.compile(
    r"\b(?P<verb>is|are)\s+(?!(?:about|expected|due|likely|set|scheduled|planned|to)\b)"
    r"(?:\"[^\"]*\"|(?!\b(?:that|which|who|to|and|has|have|had|was|were|will|said|says)\b)[^,;:\"“”.])*$"
)
"""The verb of a clause that tells how things are, before the day on which they are so."""

NEXT_VERB = re.compile(r"\s+(?:[a-z]+ed|said|told|began|met|gave|took)\b")
"""A verb after a day, which is that of another clause than one before it."""

PASSING = re.compile(r"(?:today|tonight|this (?:morning|afternoon|evening))", re.IGNORECASE)


def _past(sheet: Sheet, span: Span, when: When, edit: Edit) -> list[Edit]:
    """What was so on a day, for what "is" so today: the day is past when it is given."""
    if sheet.reading.language != "en" or not edit.text or not PASSING.fullmatch(when.text.strip()):
        return []
    found = PRESENT.search(sheet.shown, span.start, edit.span.start)
    if found is None or NEXT_VERB.match(sheet.shown, edit.span.end):
        return []
    past = "was" if found["verb"] == "is" else "were"
    return [Edit(Span(*found.span("verb")), past)]


def _in_quotes(sheet: Sheet, span: Span, inner: Span) -> bool:
    before = sheet.shown[span.start : inner.start]
    straight = before.count('"') % 2 == 1
    curly = sum(before.count(c) for c in "“«") > sum(before.count(c) for c in "”»")
    return straight or curly or any(c in QUOTE_MARKS for c in sheet.shown[inner.start : inner.end])


def _edit(sheet: Sheet, span: Span, when: When, as_of: datetime, said: Said) -> Edit | None:
    text = sheet.shown
    before = text[max(0, when.span.start - 24) : when.span.start]
    after = text[when.span.end : when.span.end + 20]
    start = when.start
    governor = _governor(before)
    spot = _spot(sheet, span, when, said)
    period = periods.rewritten(spot, as_of, said)
    if period:
        return _put(sheet, span, spot, period)
    if start is None:
        return _undated(when, spot.words, governor, after)
    place, words = Place(when, start.date(), governor.casefold(), before, after), spot.words
    return (
        weekdays.edit(place, words, as_of, said)
        or _deictic(place, words, as_of, said)
        or _turned(place, words, as_of, said)
        or _yearly(place, words, as_of)
    )


DAYLONG = frozenset(("day", "part-of-day"))
"""Precisions of times that tell a day, as an hour on the clock does not."""

LED = re.compile(r"\b[A-Za-z]+\s+$")
"""The word before an expression."""

OVER = re.compile(r"\bover\s+$", re.IGNORECASE)
"""Before a number it would read as "more than"."""


def _spot(sheet: Sheet, span: Span, when: When, said: Said) -> periods.Spot:
    """An expression with what stands around it."""
    text, issued = sheet.shown, sheet.dispatch.issued
    day = when.start.date() if when.start else None
    others = [w for w in sheet.reading.dates if span.contains(w.span) and w is not when]
    told = [w.start for w in sheet.reading.dates if w.precision in DAYLONG and w.span < when.span]
    elsewhere = bool(told) and told[-1] is not None and told[-1].date() != day
    return periods.Spot(
        when=when,
        words=re.sub(r"\s+", " ", text[when.span.start : when.span.end]).strip(),
        governor=_governor(text[max(0, when.span.start - 24) : when.span.start]).casefold(),
        after=text[when.span.end : when.span.end + 20],
        issued=issued.date() if issued else None,
        alone=day not in said.days and all(not w.start or w.start.date() != day for w in others),
        settled=not elsewhere,
        lasting=tenses.is_perfect(
            text[span.start : span.end],
            Span(when.span.start - span.start, when.span.end - span.start),
        ),
        last=when.span.end >= span.end,
    )


def _governor(before: str) -> str:
    """The word before an expression."""
    found = re.search(r"([A-Za-z/]+)\s+$", before)
    return found[1] if found else ""


def _put(sheet: Sheet, span: Span, spot: periods.Spot, made: str) -> Edit:
    """A period in its place: a comma after it where it opens the sentence, and no "over" before
    it.
    """
    at = spot.when.span
    before = sheet.shown[span.start : at.start].strip()
    begins = not before or before.casefold() in periods.SPENT
    comma = "," if begins and re.match(r"\s+\w", spot.after) else ""
    if made.startswith(("on ", "within ")) and spot.governor in periods.SPENT:
        lost = LED.search(sheet.shown, span.start, at.start)
        return Edit(Span(lost.start() if lost else at.start, at.end), made + comma)
    over = OVER.search(sheet.shown, max(span.start, at.start - 8), at.start)
    if over and made.startswith("the ") and not made.startswith("the week"):
        return Edit(Span(over.start(), at.end), f"in {made}{comma}")
    return Edit(at, made + comma)


TURNED = re.compile(
    rf"(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}} (?:{'|'.join(MONTHS)})",
    re.IGNORECASE,
)
OPEN = re.compile(r"\s*(?:to|and|or|-|–|,?\s*\d)", re.IGNORECASE)
"""After a date: the rest of a range, of a list, or a year."""


RANGED = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:and|to|or)\s+$")
"""The first day of a range or list, before the second."""


def _turned(place: Place, words: str, as_of: datetime, said: Said) -> Edit | None:
    """``March 12`` -> ``12 March``, as the report writes all dates, with the year where it says
    which is meant.
    """
    if TURNED.fullmatch(words) is None or OPEN.match(place.after):
        return None
    if RANGED.search(place.before):
        return None
    return place.swap(spell(place.day, as_of, said))


def _yearly(place: Place, words: str, as_of: datetime) -> Edit | None:
    """Put the year for ``this year`` where the report is of another: ``in 1989``, ``the first half
    of 2027``.
    """
    relative = re.fullmatch(r"(.* of )?(?:this|last|next) year", words, re.IGNORECASE)
    if relative and DATED.search(place.before):
        return place.swap(str(place.day.year) if place.day.year != as_of.year else "")
    if not relative or place.day.year == as_of.year or place.after[:2] in ("'s", "’s"):
        return None
    lead = relative[1] or ("" if place.governor in YEARED else "in ")
    return place.swap(f"{lead}{place.day.year}")


DATED = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)})\s+$", re.IGNORECASE)
"""A date before "this year"."""

YEARED = frozenset(("in", "of", "for", "during", "by", "until", "since", "from", "before", "after"))
"""Prepositions that a year may follow."""

RELATIVE = re.compile(
    r"(?:(?P<early>early|late) (?=this |yesterday |tomorrow |last ))?"
    r"(?:today|yesterday|tomorrow|tonight|last (?P<last>night|evening)"
    r"|this (?P<this>morning|afternoon|evening)"
    r"|(?:yesterday|tomorrow) (?P<part>morning|afternoon|evening|night)"
    r"|the (?:day before|previous day|next day|following day|day after))",
    re.IGNORECASE,
)
ENDS_CLAUSE = re.compile(r"\s*(?:[,.;:)]|$|(?:of|in|at|by|to|from|and|when|that|with|for)\b)", re.I)


def _deictic(place: Place, words: str, as_of: datetime, said: Said) -> Edit | None:
    match = RELATIVE.fullmatch(words)
    if not match or place.when.precision not in ("day", "part-of-day"):
        return None
    word = words.casefold()
    part = match["this"] or match["part"] or match["last"]
    part = part or ("night" if word == "tonight" else None)
    dated = ALREADY.match(place.after)
    if dated:
        span = Span(place.when.span.start, place.when.span.end + dated.end())
        return Edit(span, "" if place.governor in GOVERNORS else "on ")
    if place.owns:
        told = part and place.day in said.days
        return expressions.bare(place) if told else expressions.possessive(place, as_of, said)
    if word.startswith("the ") and not ENDS_CLAUSE.match(place.after):
        return None
    early = f"{match['early'].casefold()} " if match["early"] and part else ""
    return _adverbial(place, part, early, as_of, said)


def _undated(when: When, words: str, governor: str, after: str) -> Edit | None:
    """A "today" of a dispatch without a date says nothing to the reader: it goes."""
    bare = governor and governor.casefold() not in GOVERNORS | BLOCKED and governor[0].islower()
    if not bare or RELATIVE.fullmatch(words) is None or after[:2] in ("'s", "’s"):
        return None
    return Edit(when.span, "")


def _adverbial(place: Place, part: str | None, early: str, as_of: datetime, said: Said) -> Edit:
    known = place.day in said.days
    said.days.add(place.day)
    if part:
        lead = "" if place.governor in GOVERNORS - {"on"} else f"{early}on "
        return place.swap(f"{lead}the {part} of {spell(place.day, as_of, said)}", eat="on")
    day = again(place.day, as_of, said) if known else spell(place.day, as_of, said)
    if place.governor in GOVERNORS - {"and", "for", "than"} or SET.search(place.before):
        return place.swap(day)
    return place.swap(f"on {day}")


SET = re.compile(r"\b(?:scheduled|set|planned|slated|due|fixed|called|convened|announced) for\s+$")
"""What goes before a day that it was put on."""
