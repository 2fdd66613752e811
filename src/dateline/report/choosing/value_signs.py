"""What speaks for a sentence being news, and what against it: plain signs for a linear model."""

import math
import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache

from dateline.records import Span
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import lexicons
from dateline.report.choosing import strict, tone
from dateline.report.choosing.course import Course
from dateline.report.choosing.form import is_form
from dateline.report.choosing.standing import is_standing
from dateline.report.figures import tolls
from dateline.report.lines import clauses, fitness
from dateline.report.lines.drafts import Draft
from dateline.report.lines.outlets import outlet
from dateline.report.words import Token, fold, outside_quotes, stem, tokens

LISTS = (
    "grave", "happenings", "pending", "denials", "negations", "hedges", "loaded", "speech", "cues",
    "irrealis", "guards", "reasons", "light", "generic", "thin", "ranks", "offices",
)  # fmt: skip
"""Word lists of this room that say what kind of thing a sentence tells."""

STATIVE = frozenset(
    ["is", "are", "has", "have", "was", "were", "had", "lies", "remains", "seems", "appears",
     "includes", "belongs", "consists", "means"]
)  # fmt: skip
"""Verbs of how things are."""

MODALS = frozenset(
    ["must", "should", "would", "could", "may", "might", "can", "cannot", "will", "shall"]
)
OURS = re.compile(r"\b(?:we|us|ours?|ourselves|my|i|you|your)\b", re.IGNORECASE)
PERFECT = re.compile(r"\bhad (?:\w+ly |already |also )?(?:been |\w+(?:ed|en)\b)", re.IGNORECASE)
PASSIVE = re.compile(
    r"\b(?:was|were|been|being) (?:\w+ly )?\w+(?:ed|en|ot|ung|un)\b", re.IGNORECASE
)
GOING_ON = re.compile(r"\b(?:is|are|was|were) (?:\w+ly )?\w{2,}ing\b", re.IGNORECASE)
CLOCK = re.compile(r"\b\d{3,4} (?:gmt|hours)\b|\b\d{1,2}:\d\d\b|\b\d{1,2} [ap]\.?m\b", re.I)
RECORD = re.compile(r"\b(?:since|worst|first|largest|most)\b", re.IGNORECASE)
LINKED = re.compile(
    r"\W*(?:thus|therefore|however|but|so|in this|for|although|because|if|as)\b", re.IGNORECASE
)
NEAR, WEEKS, YEAR = timedelta(days=2), timedelta(days=21), timedelta(days=366)
MANY = 3  # names, numbers or towns


def signs(draft: Draft, course: Course) -> dict[str, float]:
    """What speaks for or against news value, by name; absent signs are zero."""
    found: dict[str, float] = {
        "any": 1.0,
        **_position(draft, course),
        **_figures(draft),
        **_events(draft),
        **_speech(draft),
        **_days(draft),
        **_names(draft, course),
        **_words(tokens(_text(draft))),
        **_form(draft),
        **_built(draft),
        **_course(draft, course),
        **tone.signs(_text(draft), opens=draft.opens, spoken=draft.spoken is not None),
    }
    return {name: float(value) for name, value in found.items() if value}


def _text(draft: Draft) -> str:
    return draft.sheet.shown[draft.span.start : draft.span.end]


def _inside(draft: Draft, spans: Iterable[Span]) -> bool:
    return any(draft.span.contains(span) for span in spans)


def _position(draft: Draft, course: Course) -> dict[str, float]:
    at = max(0, draft.index - course.opening)
    before, _ = draft.sheet.neighbours(draft.sentence.span)
    return {
        "opens": draft.opens,
        "near-top": 1 / (1 + at),
        "second": at == 1,
        "third": at == 2,
        "depth": math.log1p(at),
        "share-above": at / max(1, course.size),
        "last": draft.index == course.size - 1,
        "size": math.log1p(course.size),
        "brief": course.size <= 4,
        "long-text": course.size >= 20,
        "starts-paragraph": before is None or before.paragraph != draft.sentence.paragraph,
    }


def _figures(draft: Draft) -> dict[str, float]:
    figures = [f for f in draft.sheet.reading.figures if draft.span.contains(f.span)]
    core = [f for f in figures if f.measure in CORE_MEASURES]
    sizes = [f.value or f.low or f.high or 1.0 for f in core]
    return {
        **{f"counts-{f.measure}": 1.0 for f in core},
        **{f"victims-{f.victims}": 1.0 for f in core},
        "toll": bool(core),
        "toll-size": math.log10(max([1.0, *sizes])),
        "toll-cumulative": any(f.scope == "cumulative" for f in core),
        "toll-part": any(f.scope == "part" for f in core),
        "toll-old": any(tolls.is_old(draft.sheet, f) for f in core),
        "other-count": len(core) < len(figures),
        "many-counts": len(figures) >= MANY,
        "distance": any(f.measure == "distance" for f in figures),
        "unverified": any(f.verification for f in figures),
    }


def _events(draft: Draft) -> dict[str, float]:
    reading = draft.sheet.reading
    events = [e for e in reading.events if draft.span.contains(e.span)]
    return {
        **{f"event-{e.type}": 1.0 for e in events if e.status == "reported"},
        **{f"{e.status}-event": 1.0 for e in events if e.status != "reported"},
        **{f"unreal-{e.type}": 1.0 for e in events if e.status != "reported"},
        "event": bool(events),
        "events": min(MANY, len(events)),
        "event-acted": any(e.actors and e.recipients for e in events),
        "event-actor": any(e.actors for e in events),
        "event-placed": any(e.place for e in events),
        "event-dated": any(e.when for e in events),
        "plan": _inside(draft, (p.span for p in reading.plans)),
        "measure": _inside(draft, (m.span for m in reading.measures)),
    }


def _speech(draft: Draft) -> dict[str, float]:
    sheet, text = draft.sheet, _text(draft)
    said = [s for s in sheet.reading.statements if draft.span.overlaps(s.span)]
    own = [s for s in said if s.source and draft.span.contains(s.source.span)]
    persons = {fold(n.canonical) for n in sheet.reading.names if n.kind == "person"}
    return {
        **{f"said-{s.polarity}": 1.0 for s in said},
        "told": fitness.is_told(sheet, draft.span),
        "named-speaker": any(s.source_name for s in own),
        "person-speaks": any(fold(s.source_name or "") in persons for s in own),
        "direct": any(s.mode == "direct" for s in said),
        "mixed": any(s.mode == "mixed" for s in said),
        "carried": draft.carries is not None,
        "spoken": draft.spoken is not None,
        "via": any(s.via for s in own),
        "nobody-says": not said,
        "quoted-share": 1 - len(outside_quotes(text)) / max(1, len(text)),
        "ours": bool(OURS.search(text)),
        "opinion": sheet.opinion is not None,
        "opinion-of-no-kind": sheet.opinion == "",
        "interview": bool(sheet.answers),
        "outlet": bool(outlet(sheet)),
    }


def _days(draft: Draft) -> dict[str, float]:
    dated = [w for w in draft.sheet.reading.dates if draft.span.contains(w.span)]
    known = [end for w in dated if (end := w.end or w.start)]
    sent = draft.sheet.dispatch.issued
    return {
        "dated": bool(dated),
        "clock": bool(CLOCK.search(_text(draft))),
        "spell": any(w.precision == "duration" for w in dated),
        "vague-time": any(w.precision in ("vague", "present") for w in dated),
        "time-of-day": any(w.precision in ("hour", "part-of-day") for w in dated),
        **(_ages(known, sent.replace(tzinfo=None)) if sent and known else {}),
    }


def _ages(known: list[datetime], sent: datetime) -> dict[str, float]:
    last = max(known)
    return {
        "of-today": abs(last - sent) <= NEAR,
        "ahead": last > sent + timedelta(days=1),
        "weeks-ago": sent - YEAR < last < sent - WEEKS,
        "days-ago": sent - WEEKS <= last < sent - NEAR,
        "years-ago": last < sent - YEAR,
        "also-years-ago": min(known) < sent - YEAR <= last,
    }


def _names(draft: Draft, course: Course) -> dict[str, float]:
    names = [n for n in draft.sheet.reading.names if draft.span.contains(n.span)]
    new = {n.canonical for n in names if course.named.get(fold(n.canonical)) == draft.index}
    often = [course.mentions[fold(n.canonical)] for n in names]
    towns = [p for p in draft.spots if not (p.feature or "").startswith("PCL")]
    return {
        **{f"names-{n.kind}": 1.0 for n in names},
        "nameless": not names and not draft.spots,
        "new-names": min(MANY, len(new)),
        "many-persons": sum(n.kind == "person" for n in names) >= MANY,
        "titled": any(n.role for n in names),
        "often-named": math.log1p(max([0, *often])),
        "town": bool(towns),
        "towns": len(towns) >= MANY,
        "land-only": bool(draft.spots) and not towns,
        "anchored": draft.anchor is not None,
    }


def _words(words: tuple[Token, ...]) -> dict[str, float]:
    """How long a sentence is, and what kinds of words it has."""
    size, folded, stems = len(words), {w.fold for w in words}, {w.key for w in words}
    verbs = [w for w in words if clauses.verbal(w.text)]
    first = verbs[0].fold if verbs else ""
    kinds = {name: bool(stems & _stems(name) or folded & lexicons.words(name)) for name in LISTS}
    return {
        **{f"has-{name}": found for name, found in kinds.items()},
        **{f"turn-{row[0]}": not stems.isdisjoint(_roots(row)) for row in lexicons.groups("turns")},
        "very-short": size < 9,
        "short": size < 15,
        "long": size > 38,
        "words": min(size, 50) / 20,
        "stative": first in STATIVE,
        "told-first": first in lexicons.words("speech"),
        "verbs": min(5, len(verbs)) / 2,
        "modal": bool(folded & MODALS),
        "heading-word": bool(folded & lexicons.bases("scenes").keys()),
    }


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in lexicons.words(name))


@cache
def _roots(row: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in row)


def _form(draft: Draft) -> dict[str, float]:
    """What the rules say of a sentence."""
    text = _text(draft)
    return {
        "form": is_form(draft),
        "standing": is_standing(draft),
        "about": bool(strict.ABOUT.search(text)),
        "elsewhere": bool(strict.ELSEWHERE.search(text)),
        "unvouched": strict.unvouched(draft),
        "leans": draft.leans,
        "definite": draft.definite,
        "needs": min(MANY, len(draft.needs)),
    }


def _built(draft: Draft) -> dict[str, float]:
    """How a sentence is built."""
    text = _text(draft)
    return {
        "past-perfect": bool(PERFECT.search(text)),
        "passive": bool(PASSIVE.search(text)),
        "going-on": bool(GOING_ON.search(text)),
        "record": bool(RECORD.search(text)),
        "linked": bool(LINKED.match(text)),
        "list": text.count(",") >= 5,
        "semicolons": ";" in text,
        "brackets": "(" in text,
        "stop-missing": not text.rstrip("\"”»' ").endswith("."),
    }


def _course(draft: Draft, course: Course) -> dict[str, float]:
    """How a sentence stands to the others of its dispatch."""
    words, size = draft.keys, max(1, len(draft.keys))
    new = sum(course.first.get(word) == draft.index for word in words)
    shared = sum(min(3, course.spread[word] - 1) for word in words)
    alike = 0 if draft.opens else len(words & course.lede)
    return {
        "new-share": new / size,
        "central": shared / (3 * max(8, size)),
        "like-lede": alike / size,
        "lede-share": alike / max(1, len(course.lede)),
    }
