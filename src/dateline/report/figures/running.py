"""Running tolls: of one event the count rises from hour to hour, and only the newest is news."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dateline.records import About, Assertion, Place, Span
from dateline.report.ground import Ground, Sheet
from dateline.report.lines.likeness import elsewhere, gist, places
from dateline.report.words import fold

MEASURES = ("killed", "injured", "missing")
SOON, LATE = timedelta(minutes=30), timedelta(days=5)
"""A count is overtaken by one that comes so much later, and no more than that."""

SETTLED = timedelta(hours=12)
"""After so long a lower count by those who keep it settles a higher one by others."""

TIMES = 20  # a count that many times larger is of something else
SHARED = 2  # stems that two sentences of one event have in common, with their dispatches' openings
ANYONE = frozenset(
    [
        "people",
        "persons",
        "bodies",
        "dead",
        "deaths",
        "victims",
        "residents",
        "civilians",
        "personnes",
        "morts",
        "corps",
        "victimes",
        "habitants",
        "civils",
        "blesses",
        "disparus",
    ]
)
"""Populations of a count that takes in everybody."""

KEEPING = re.compile(
    r"\b(?:toll|number of (?:dead|deaths|people|victims|missing|injured)|rose to|risen to"
    r"|(?:stood|stands) at|bringing|brought"
    r"|bilan|nombre de (?:morts|victimes|blessés|disparus)|fait état|port(?:é|ée|ant) à)\b",
    re.IGNORECASE,
)
"""Words by which a dispatch keeps count."""


PART = re.compile(r"\bin which (?:at least |more than |about |some )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """A count of anybody hurt: when it was given, how many, where, and of what matter."""

    said: Assertion
    at: datetime
    size: float
    spots: tuple[Place, ...]
    matter: frozenset[str]
    running: bool


def counts(ground: Ground) -> tuple[Count, ...]:
    """The counts of a story, in order of time."""
    ledes = {sheet.item: _lede(sheet) for sheet in ground}
    found = [
        _count(said, sheet, at, ledes[said.item])
        for _, said, sheet in ground.assertions()
        if said.kind == "figure" and said.about.measure in MEASURES
        if anyone(said.about) and _size(said) >= 2 and not _of_a_part(said, sheet)
        if (at := said.issued or sheet.dispatch.issued)
    ]
    kept = {_sentence(c) for c in found if any(_keeps_pace(c, other) for other in found)}
    beside = (c.said.about.measure != "killed" and _sentence(c) in kept for c in found)
    every = (replace(c, running=c.running or so) for c, so in zip(found, beside, strict=True))
    return tuple(sorted(every, key=lambda c: (c.at, c.said.id)))


def _sentence(count: Count) -> tuple[tuple[str, int], Span]:
    return count.said.item, count.said.sentence


def _keeps_pace(count: Count, other: Count) -> bool:
    """True for a count of the dead that another sentence gives in so many words as the toll."""
    dead = count.said.about.measure == other.said.about.measure == "killed"
    near = abs(count.at - other.at) <= LATE and other.running and count.size == other.size
    return dead and near and len(count.matter & other.matter) >= SHARED


def overtaken(found: tuple[Count, ...]) -> frozenset[str]:
    """Ids of assertions whose count a later one of the same event has overtaken."""
    running = [c for c in found if c.running]
    return frozenset(old.said.id for old in found if any(_overtakes(new, old) for new in running))


def restates(sheet: Sheet, span: Span, gone: frozenset[str]) -> bool:
    """True if a sentence that keeps count gives a number that is gone where its dispatch has it
    elsewhere, as in its headline.
    """
    if not KEEPING.search(sheet.shown, span.start, span.end):
        return False
    text = sheet.shown[span.start : span.end]
    elsewhere_said = (
        a.text for a in sheet.assertions if a.id in gone and not span.contains(a.span)
    )
    return any(re.search(rf"\b{re.escape(words)}\b", text) for words in elsewhere_said)


def newest(found: tuple[Count, ...]) -> Count | None:
    """The newest running count of the dead, if the story keeps one."""
    gone = overtaken(found)
    dead = [c for c in found if c.said.about.measure == "killed" and c.running]
    return next((c for c in reversed(dead) if c.said.id not in gone), None)


def _lede(sheet: Sheet) -> frozenset[str]:
    """What a dispatch opens with."""
    first = next((s.span for s in sheet.reading.sentences if s.prose), None)
    return gist(sheet, first) if first else frozenset()


def _count(said: Assertion, sheet: Sheet, at: datetime, lede: frozenset[str]) -> Count:
    around = sheet.around(said.sentence)
    keeps = bool(KEEPING.search(sheet.shown, around.start, around.end))
    return Count(
        said=said,
        at=at,
        size=_size(said),
        spots=places(sheet, around),
        matter=gist(sheet, around) | lede,
        running=keeps or said.about.scope == "cumulative" or said.about.measure == "missing",
    )


def anyone(about: About) -> bool:
    """True for a count of whoever was hurt, not of soldiers or children alone."""
    words = (about.population or "people").split()
    return any(fold(word) in ANYONE for word in words)


def _of_a_part(said: Assertion, sheet: Sheet) -> bool:
    """True for "the collapse of a block, in which at least 19 people died"."""
    before = sheet.shown[max(said.sentence.start, said.span.start - 24) : said.span.start]
    return said.about.scope == "part" or bool(PART.search(before))


def _size(said: Assertion) -> float:
    return said.value or said.low or said.high or 0.0


def _overtakes(new: Count, old: Count) -> bool:
    measure = new.said.about.measure
    if measure != old.said.about.measure or not SOON <= new.at - old.at <= LATE:
        return False
    higher = old.size < new.size <= TIMES * old.size
    settled = not old.running and old.size > new.size and new.at - old.at >= SETTLED
    if not higher and not settled and not (measure == "missing" and new.size != old.size):
        return False
    return len(new.matter & old.matter) >= SHARED and not elsewhere(new.spots, old.spots)
