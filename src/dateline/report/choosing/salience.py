"""How much a sentence matters: tolls, events by severity, who speaks, origins, recency, place in
its dispatch, and how central its words are to the story.
"""

import math
import re
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from dateline.records import Figure, Span
from dateline.report.choosing import learnt
from dateline.report.choosing.form import is_form
from dateline.report.figures import running, tolls
from dateline.report.ground import Ground, Sheet
from dateline.report.lines import fitness, outdated
from dateline.report.lines.drafts import Draft
from dateline.report.lines.likeness import gist
from dateline.report.lines.outlets import outlet
from dateline.report.words import count

EVENTS = {
    "ASSAULT": 1.0, "CONTROL": 0.9, "COERCE": 0.6, "MOBILIZE": 0.55, "VOTE": 0.7, "SANCTION": 0.65,
    "AGREE": 0.7, "RETREAT": 0.7, "PROTEST": 0.55, "REJECT": 0.45, "THREATEN": 0.5, "CONSULT": 0.5,
    "AID": 0.4, "COOPERATE": 0.4, "YIELD": 0.5, "SUPPORT": 0.35, "REQUEST": 0.3, "ACCUSE": 0.3,
}  # fmt: skip
"""Weight by PLOVER type, by how much harm or change it brings."""

MEASURES = {"killed": 1.0, "missing": 0.5, "kidnapped": 0.7, "captured": 0.5, "injured": 0.5,
            "casualties": 0.6, "arrested": 0.4, "displaced": 0.6, "held": 0.4}  # fmt: skip
SLOW, FAST = 36.0, 8.0  # hours in which news gets half as old, at most and at least
PACES = 4  # such times in the life of a story
OVERTAKEN = 3.0  # lost by a toll that a later one has overtaken
PASSED = 0.8  # lost by what was true for the moment, once the story has moved on
NOW = re.compile(
    r"\b(?:currently|at (?:this|the) moment|right now|still (?:being|under)"
    r"|(?:is|are) still (?:\w+ed|missing|burning|trapped)"
    r"|(?:toll|number of \w+) (?:will|may|could|might) (?:only )?(?:rise|grow|climb|increase))\b",
    re.IGNORECASE,
)
FORMAL = 6.0  # lost by what is done for form's sake
AHEAD = 0.6  # for a plan of the next hours
SHORTLY = timedelta(hours=12)
LATEST = 0.6  # for the toll that stands
DULL = 3.0  # lost by what only counts the days, or the members of a body
COUNTING = re.compile(
    r"\W*(?:\S+\s+){1,9}(?:(?:is|was|are|were|went|goes|enter\w*) (?:in|into|on)? ?"
    r"(?:its|the|their) \w+ (?:day|week|month|year)"
    r"|(?:has|have) (?:\d[\d,]* members|an? [\w ]{3,20}mission in \w+))(?: on \w+)?\.?$",
    re.IGNORECASE,
)
OLDER = 0.3  # what a toll of another year counts
LONG = timedelta(days=300)  # beyond a season: what is counted over it is no news of the day
OLD = timedelta(days=45)
YEAR = timedelta(days=366)
MEASURE = re.compile(
    r"\b(?:since|worst|deadliest|largest|biggest|strongest|first|most|highest|record|last time)\b",
    re.IGNORECASE,
)
"""Words by which what is old is the measure of what is new."""

LORE = 0.6  # lost by what happened years ago, beside what is lost by what is old
WORTH = 0.4
PLAIN = 1.3  # of 3: news value of most sentences
COMFORTABLE = 38  # words
TERSE = 9


def scored(drafts: tuple[Draft, ...], ground: Ground) -> tuple[Draft, ...]:
    """The drafts with their scores."""
    drafts = learnt.judged(drafts)
    spread, counts = _spread(drafts), running.counts(ground)
    gone, last = running.overtaken(counts), running.newest(counts)
    standing = frozenset([last.said.id] if last else [])
    age = _pace(ground)
    return tuple(
        replace(
            d,
            score=_score(d, ground, spread, age)
            + _currency(d, gone, standing)
            - PASSED * _is_past(d, ground, age)
            - FORMAL * is_form(d),
            gone=gone,
            gist=_standing(d, gone),
        )
        for d in drafts
    )


def _standing(draft: Draft, gone: frozenset[str]) -> frozenset[str]:
    """What a sentence is about without what later news has taken out of it."""
    sheet, span = draft.sheet, draft.span
    cut = [edit.span for edit in outdated.edits(sheet, span, gone)]
    if not cut:
        return draft.gist
    return gist(sheet, Span(span.start, cut[0].start)) | gist(sheet, Span(cut[-1].end, span.end))


def _currency(draft: Draft, gone: frozenset[str], standing: frozenset[str]) -> float:
    """What a toll that has been overtaken costs a sentence, and the newest one brings it."""
    held = {a.id for a in draft.sheet.assertions if draft.span.contains(a.span)}
    old = bool(held & gone) and outdated.left(draft.sheet, draft.span, gone)
    old = old or running.restates(draft.sheet, draft.span, gone)
    return LATEST * bool(held & standing) - OVERTAKEN * old


def _is_past(draft: Draft, ground: Ground, age: float) -> bool:
    """True for "is now in hospital" in a dispatch that the story has left behind, and for a plan
    whose time has passed since.
    """
    issued = draft.sheet.dispatch.issued
    plans = [p.when for p in draft.sheet.reading.plans if draft.span.contains(p.span)]
    ends = [w.end for w in plans if w and w.end]
    if (
        ends
        and issued
        and issued.replace(tzinfo=None) <= max(ends) < ground.last.replace(tzinfo=None)
    ):
        return True
    if issued is None or (ground.last - issued).total_seconds() / 3600 <= age:
        return False
    return bool(NOW.search(draft.sheet.shown, draft.span.start, draft.span.end))


def _pace(ground: Ground) -> float:
    """Hours in which news of a story gets half as old: fewer for one that moves fast."""
    times = [s.dispatch.issued for s in ground if s.dispatch.issued]
    lived = (max(times) - min(times)).total_seconds() / 3600 if times else 0.0
    return max(FAST, min(SLOW, lived / PACES))


def _spread(drafts: tuple[Draft, ...]) -> Counter[str]:
    """In how many sentences each word stands."""
    return Counter(key for draft in drafts for key in draft.keys)


def _score(draft: Draft, ground: Ground, spread: Counter[str], age: float) -> float:
    total = (
        1.3 / (1.0 + 0.6 * draft.index)
        + _figures(draft)
        + _events(draft)
        + _voices(draft)
        + _origins(draft, ground)
        + _centrality(draft, spread)
        - _burdens(draft)
        + WORTH * (draft.worth - PLAIN)
    )
    past = 0.6 if _is_background(draft, ground) else 0.0
    past += LORE * _is_lore(draft, ground)
    ahead = AHEAD * _is_ahead(draft, ground)
    return total * _recency(draft.sheet, ground, age) + ahead - past


def _figures(draft: Draft) -> float:
    found = [f for f in draft.sheet.reading.figures if draft.span.contains(f.span)]
    summed = _is_of_years(draft)
    weights = (
        _figure(f) * (OLDER if summed or tolls.is_old(draft.sheet, f) else 1.0) for f in found
    )
    return max([0.0, *weights])


def _is_of_years(draft: Draft) -> bool:
    """True for a sentence below the opening that sums up years: "40,000 dead since 1980"."""
    dated = [w for w in draft.sheet.reading.dates if draft.span.contains(w.span) and w.start]
    sent = draft.sheet.dispatch.issued
    now = sent.replace(tzinfo=None) if sent else None
    spans = [(w.start, w.end or now) for w in dated]
    return not draft.opens and any(a and b and b - a > LONG for a, b in spans)


def _figure(figure: Figure) -> float:
    """Harm by kind and number; what nobody could verify counts half."""
    weight = MEASURES.get(figure.measure, 0.15) * (0.5 if figure.verification else 1.0)
    size = figure.value or figure.low or figure.high or 1.0
    return weight * (0.35 + 0.3 * math.log10(max(1.0, size)))


def _events(draft: Draft) -> float:
    found = [e for e in draft.sheet.reading.events if draft.span.contains(e.span)]
    weights = [EVENTS.get(e.type, 0.3) * (0.6 if e.status != "reported" else 1.0) for e in found]
    return 0.7 * max([0.0, *weights])


def _voices(draft: Draft) -> float:
    """Official and named speakers; a plan or measure counts as official news too."""
    reading = draft.sheet.reading
    named = any(s.source_name for s in reading.statements if draft.span.overlaps(s.span))
    binding = [m.span for m in reading.measures] + [p.span for p in reading.plans]
    return 0.2 * named + 0.35 * any(draft.span.overlaps(b) for b in binding)


def _is_ahead(draft: Draft, ground: Ground) -> bool:
    """True for a plan of the next hours: what a reader wants to know first."""
    now = ground.last.replace(tzinfo=None)
    plans = [p.when for p in draft.sheet.reading.plans if draft.span.contains(p.span)]
    dated = [(w.start, w.end) for w in plans if w and w.start and w.end]
    return any(start <= now + SHORTLY and now <= end for start, end in dated)


def _origins(draft: Draft, ground: Ground) -> float:
    held = [a for a in draft.sheet.assertions if draft.span.contains(a.span)]
    most = max([1, *(ground.claim_of[a.id].origins for a in held)])
    return 0.25 * (min(most, 4) - 1)


def _centrality(draft: Draft, spread: Counter[str]) -> float:
    shared = sum(min(3, spread[k] - 1) for k in draft.keys)
    return 0.5 * shared / (3 * max(8, len(draft.keys)))


def _burdens(draft: Draft) -> float:
    words = count(draft.sheet.shown[draft.span.start : draft.span.end])
    named = any(draft.span.contains(n.span) for n in draft.sheet.reading.names) or any(
        draft.span.contains(p.span) for p in draft.sheet.reading.places
    )
    long = 0.02 * max(0, words - COMFORTABLE) + (0.3 if words < TERSE else 0.0)
    dull = DULL * bool(COUNTING.match(draft.sheet.shown, draft.span.start, draft.span.end))
    opinion = 0.3 if outlet(draft.sheet) and not _figures(draft) and not _events(draft) else 0.0
    return long + dull + opinion + (0.0 if named else 0.3) + (0.4 if draft.leans else 0.0)


def _recency(sheet: Sheet, ground: Ground, age: float) -> float:
    issued = sheet.dispatch.issued or sheet.dispatch.received
    newest = max((s.dispatch.issued for s in ground if s.dispatch.issued), default=None)
    if issued is None or newest is None:
        return 0.7
    hours = max(0.0, (newest - issued).total_seconds() / 3600)
    return 0.4 + 0.6 * math.pow(0.5, hours / age)


def _is_background(draft: Draft, ground: Ground) -> bool:
    """True if all that a sentence dates lies well before the story's last dispatch."""
    ends = [w.end or w.start for w in draft.sheet.reading.dates if draft.span.contains(w.span)]
    known = [e for e in ends if e]
    return bool(known) and max(known) < ground.last.replace(tzinfo=None) - OLD


def _is_lore(draft: Draft, ground: Ground) -> bool:
    """True for what happened years ago, told by nobody, that is the measure of nothing new."""
    dated = [w for w in draft.sheet.reading.dates if draft.span.contains(w.span)]
    ends = [end for w in dated if (end := w.end or w.start)]
    text = draft.sheet.shown[draft.span.start : draft.span.end]
    return (
        bool(ends)
        and not draft.opens
        and max(ends) < ground.last.replace(tzinfo=None) - YEAR
        and not MEASURE.search(text)
        and not fitness.is_told(draft.sheet, draft.span)
    )


def is_background(draft: Draft, ground: Ground) -> bool:
    """True if a section made of such sentences belongs at the end."""
    return _is_background(draft, ground)
