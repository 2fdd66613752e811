"""Dates of a line must be those of the cited words, as the reader resolved them."""

import re
from datetime import datetime

from dateline.records import When
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import Dated, date_spans, find
from dateline.report.gate.voices import voices
from dateline.report.words import tidy, tokens

SETTING = re.compile(
    r"^\s(?:(?:in|at|during|to)\s(?:an?\s|the\s)?[\w ]{0,30}(?:statement|address|interview|speech"
    r"|communique|broadcast|conference|briefing|announcement|reporters|journalists)"
    r"|reporters|journalists)\s",
    re.IGNORECASE,
)
"""Where something was said, between the verb and the date."""

DATELINE = re.compile(r"[^\n]{0,110}?\)\s{1,3}(?:--?|–|—)\s")
"""What stands before the body of a dispatch: "KELM, March 2 (Northwire) - "."""
NIGHT_OF = re.compile(r"\bnight\s(?:of|on)\s(?:the\s)?(?:\w+day,?\s)?$", re.IGNORECASE)
NIGHT = re.compile(r"^(?!.*overnight)(?=.*day)(?=.*night)", re.IGNORECASE)
"""A night that is named after the day on which it begins."""

LEADING_IN = re.compile(
    r"\s*(?:(?:on|in|at|late|early|earlier|the|evening|morning|afternoon|night|of|from|during|a"
    r"|overnight|midday|noon|week|weekend|few|before|hours?|days?|weeks?|months?|years?)\s+)*",
    re.IGNORECASE,
)
"""What else may stand before the date."""


COUNTED = re.compile(r"\b(?:past|last|next|coming|recent|ago)\b", re.IGNORECASE)
"""Words that count time from the moment of writing."""


BESIDE = 6  # words from a date within which a figure goes with it


def supported(basis: Basis) -> str | None:
    """The rule: each date is in the cited words, or is what the reader resolved them to."""
    used: set[tuple[str, int, int]] = set()
    for dated in find(basis.text):
        if _is_headed(basis, dated):
            continue
        places = {(*h.citation.item, at) for h in basis.holds for at in _places(dated, h)}
        if places and places <= used:
            return f"“{dated.words}” stands more often than in the cited words."
        used.update(sorted(places - used)[:1])
        spoken = _spoken(basis.text, dated.span.start)
        bearing = [h for h in basis.holds if _gives(dated, h, basis.text, spoken)]
        if not bearing:
            return f"“{dated.words}” is not a date that the cited words give."
        place = next(i for i, t in enumerate(basis.words) if t.end > dated.span.start)
        home = basis.home(basis.parts[place])
        if len(basis.holds) > 1 and home not in bearing and not _counted_on(basis, place, bearing):
            return f"“{dated.words}” is not a date that the words cited for this clause give."
        apart = _apart(basis, place, bearing)
        if apart:
            return f"“{dated.words}” and “{apart}” are from different passages."
        if not any(spoken in (None, told) for h in bearing for told in _tellings(dated, h)):
            if spoken and any(_on_the_day(dated, h) for h in bearing):
                continue
            there, here = ("was said", "happened") if spoken is False else ("happened", "was said")
            return f"In the source “{dated.words}” is when it {there}, not when it {here}."
    return None


def _is_headed(basis: Basis, dated: Dated) -> bool:
    """True for the day in a draft's own dateline: neither when it happened nor when it was said."""
    own = DATELINE.match(basis.text)
    inside = own is not None and dated.span.start < own.end()
    return inside and any(_heads(dated, h) for h in basis.holds)


def _heads(dated: Dated, hold: Hold) -> bool:
    """True for the day of a passage's own dateline, or on which its dispatch was sent."""
    told = (w.start for w in whens(hold))
    issued = hold.sheet.dispatch.issued
    days = [*told, issued.replace(tzinfo=None) if issued else None]
    return _verbatim(dated, hold) or any(day and _agrees(dated, day) for day in days)


def _gives(dated: Dated, hold: Hold, text: str, spoken: bool | None) -> bool:
    """True if a passage gives a date. That of its dateline tells when it was said, and when it
    happened only if the passage has no other.
    """
    if NIGHT_OF.search(text[: dated.span.start]) and not _nights(dated, hold):
        return False
    if _verbatim(dated, hold) or _resolved(dated, hold):
        return True
    return bool(spoken) and _on_the_day(dated, hold)


def _nights(dated: Dated, hold: Hold) -> bool:
    """True unless the source tells of a night, and the date is the day on which that ends."""
    ends = [
        (w.start, w.end) for w in _told(hold)
        if w.start and w.end and "night" in w.text.casefold() and w.precision == "part-of-day"
    ]  # fmt: skip
    return not any(_agrees(dated, end) and not _agrees(dated, start) for start, end in ends)


def headed(hold: Hold) -> int:
    """Where, in the dispatch, the body of a passage starts that has a dateline."""
    found = DATELINE.match(hold.prose)
    return hold.wide.start + (found.end() if found else 0)


def _told(hold: Hold) -> tuple[When, ...]:
    """The time expressions of a passage without that of its dateline, unless it has no other."""
    every, body = whens(hold), headed(hold)
    return tuple(w for w in every if w.span.start >= body) or every


def _counted_on(basis: Basis, place: int, bearing: list[Hold]) -> bool:
    """True for a clause of two sentences run into one, if those with its date have its figures."""
    skipped = date_spans(basis.text)
    figures = [
        i for i, t in enumerate(basis.words)
        if basis.parts[i] == basis.parts[place] and basis.ideas[i].startswith("#")
        and not any(s.start <= t.start < s.end for s in skipped)
    ]  # fmt: skip
    near = [i for i in figures if abs(i - place) <= BESIDE]
    return basis.tolerant and bool(near) and all(h.links[i] for h in bearing for i in near)


def _apart(basis: Basis, place: int, bearing: list[Hold]) -> str | None:
    """A number in the clause of a date that no passage gives together with it."""
    spans = date_spans(basis.text)
    for i, token in enumerate(basis.words):
        if basis.parts[i] != basis.parts[place] or not basis.ideas[i].startswith("#"):
            continue
        if any(s.start <= token.start < s.end for s in spans):
            continue
        if any(h.links[i] for h in basis.holds) and not any(h.links[i] for h in bearing):
            return token.text
    return None


def _spoken(text: str, at: int) -> bool | None:
    """True if a date stands right after a verb of speech and its speaker, or right before the verb,
    so tells when something was said; null if it can't be told.
    """
    words = tokens(text)
    place = next((i for i, t in enumerate(words) if t.start >= at), len(words))
    for voice in voices(text):
        first = min((voice.cue, *voice.positions))
        if place < first and _fronted(text, at, words[first].start):
            return None
        said = {voice.cue, *(p for p in voice.positions if p > voice.cue)}
        last = max(said)
        if voice.cue < place < last and LEADING_IN.fullmatch(text[words[voice.cue].end : at]):
            return True
        apart = words[last].end if last < place else at
        between = text[apart:at]
        if last < place and LEADING_IN.fullmatch(SETTING.sub(" ", between)):
            follows = text[at:].split(",", 1)[0]
            return None if len(tokens(follows)) > 4 and "that" not in follows else True
    return False


def _fronted(text: str, at: int, first: int) -> bool:
    """True for the day with which a line begins, right before its speaker: "On Monday the UN put
    the toll at 41". That it was said then goes without saying.
    """
    told = next((d for d in find(text) if d.span.start == at), None)
    between = [t for t in tokens(text[told.span.end : first] if told else text) if t.fold != "the"]
    return LEADING_IN.fullmatch(text[:at]) is not None and not between


def _tellings(dated: Dated, hold: Hold) -> set[bool | None]:
    """Whether each place where the source gives a date tells when something was said."""
    told = {_spoken(hold.prose, at) for at in _places(dated, hold)}
    return {True, False} if None in told or not told else told


def _on_the_day(dated: Dated, hold: Hold) -> bool:
    """True if the dispatch was sent on a day, and its words give no other for when it was said."""
    issued = hold.sheet.dispatch.issued
    given = (f for f in find(hold.prose) if _spoken(hold.prose, f.span.start))
    return issued is not None and _agrees(dated, issued) and not any(given)


def _places(dated: Dated, hold: Hold) -> list[int]:
    """Where the source gives a date: offsets in its sentences."""
    starts = [
        w.span.start - hold.wide.start
        for w in _told(hold)
        if _fits(dated, w) or _counted(dated, w, hold)
    ]
    starts += [
        f.span.start
        for f in find(hold.prose)
        if (tidy(f.words).casefold() == tidy(dated.words).casefold() or _same_day(dated, f))
        and not _outside(f, hold, hold.wide.start)
    ]
    return starts


def _verbatim(dated: Dated, hold: Hold) -> bool:
    """The same expression in the cited words, and no more than it."""
    return any(
        tidy(found.words).casefold() == tidy(dated.words).casefold() or _same_day(dated, found)
        for found in find(hold.text)
        if not _outside(found, hold, hold.citation.span.start)
    )


def _outside(found: Dated, hold: Hold, offset: int) -> bool:
    """True for the date of a dateline, given that the passage has another."""
    body = headed(hold)
    return found.span.start + offset < body and any(w.span.start >= body for w in whens(hold))


def _same_day(a: Dated, b: Dated) -> bool:
    """``2 March`` and ``March 2``."""
    parts = ("year", "month", "day", "weekday")
    return a.day is not None and all(getattr(a, p) == getattr(b, p) for p in parts)


def whens(hold: Hold) -> tuple[When, ...]:
    """The resolved time expressions of a cited passage, in order."""
    span = hold.citation.span
    found = hold.sheet.reading.dates
    return tuple(sorted((w for w in found if w.span.overlaps(span)), key=lambda w: w.span))


def _resolved(dated: Dated, hold: Hold) -> bool:
    return any(_fits(dated, when) or _counted(dated, when, hold) for when in _told(hold))


def _counted(dated: Dated, when: When, hold: Hold) -> bool:
    """True if a stretch of time is counted from the day on which its dispatch was sent."""
    issued = hold.sheet.dispatch.issued
    counts = when.value.startswith("P") or when.text.casefold().endswith("ago")
    return (
        issued is not None
        and counts
        and bool(COUNTED.search(when.text))
        and (_agrees(dated, issued))
    )


def _fits(dated: Dated, when: When) -> bool:
    """True if a date given in the line is a bound of, or for a coarser one holds, the interval.

    A weekday alone stands for a relative day ("yesterday"), never for a date in figures.
    """
    ends = [moment for moment in (when.start, when.end) if moment]
    if not ends or (dated.day, dated.month, dated.year, dated.weekday) == (None,) * 4:
        return False
    if (dated.day, dated.month, dated.year) == (None,) * 3 and re.search(r"\d", when.text):
        return False
    if dated.day is None and dated.weekday is None:
        return any(_agrees(dated, moment) for moment in ends)
    return any(_agrees(dated, moment) for moment in _days(when, ends))


def _days(when: When, ends: list[datetime]) -> list[datetime]:
    """Only the ends of an interval may be named as days."""
    if when.precision == "part-of-day" and NIGHT.search(when.text):
        return ends[:1]
    fine = ("day", "part-of-day", "hour", "range", "week")
    return ends if when.precision in fine else []


def _agrees(dated: Dated, moment: datetime) -> bool:
    fits = [
        dated.year in (None, moment.year),
        dated.month in (None, moment.month),
        dated.day in (None, moment.day),
        dated.weekday in (None, moment.weekday()),
    ]
    return all(fits)
