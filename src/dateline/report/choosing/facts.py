"""The same fact in other words: what happened where and when, who holds a town, how a vote went, on
what day they meet.
"""

import re
from collections.abc import Collection

from dateline.records import Dispute, Place
from dateline.report import lexicons
from dateline.report.choosing.turns import turns
from dateline.report.lines import clauses, definite, openers
from dateline.report.lines.drafts import Draft
from dateline.report.lines.likeness import places
from dateline.report.words import fold, keys, stem, tokens

HAPPENING = frozenset(["ASSAULT", "CONTROL", "RETREAT", "PROTEST"])
"""PLOVER types of what happens in one place, and our own for who holds it."""

TALKS = definite.told(keys("talks"))
COVERED = {"CONTROL": 0.4, "VOTE": 0.5, "TALKS": 0.5}
MOSTLY = 0.75
"""Share of a line's words that others of its facts have, so that it is one of them again: by kind
of fact, and for what happens in a town, which can be many things in a day.
"""

PLAIN = frozenset(["city", "town", "capital", "country", "several", "region", "village"])
"""Stems that tell nothing beside a place."""

HURT = ("killed", "injured")  # measures
HARM = keys("killed wounded injured died dead")
BARE = 3  # words that tell no more than that something took place

FEW = 3  # words of its own that make a line no news
LEAST = 2  # words of a line that others have

QUOTED = re.compile(r"[“«\"]([^”»\"]+)[”»\"]")

AUXILIARY = frozenset(
    ["is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can",
     "could", "may", "might", "must", "shall", "should", "did", "does", "do"]
)  # fmt: skip
"""Verbs that tell nothing of what somebody does."""

Fact = tuple[str, object]


NOUN = re.compile(r"\b(\d[\d,.]*)\s+((?:[a-z-]+\s+){0,2}?[a-z]{4,})\b")
SMALL = 4  # a number up to which many things come in such a number


def tallies(draft: Draft) -> frozenset[tuple[str, str]]:
    """What a line counts: each number with the noun after it."""
    text = draft.sheet.shown[draft.span.start : draft.span.end]
    found = ((m[1].rstrip(".,"), tokens(m[2])) for m in NOUN.finditer(text))
    return frozenset(
        (number, words[-1].key)
        for number, words in found
        if words
        and not (number.isdigit() and int(number) <= SMALL)
        and words[-1].fold not in lexicons.words("months")
    )


def acts(draft: Draft) -> frozenset[str]:
    """The first verb of a line, other than of speech, as a stem; none if there is none."""
    text = draft.sheet.shown[draft.span.start : draft.span.end]
    idle = AUXILIARY | lexicons.words("speech")
    verbs = (t.key for t in tokens(text) if t.fold not in idle and clauses.verbal(t.text))
    return frozenset([next(verbs, "")]) - {""}


def deeds(draft: Draft) -> frozenset[tuple[str, str]]:
    """What the person does with whom a line begins, as surname and verb, other than speak."""
    sheet, span = draft.sheet, draft.span
    persons = (n for n in sheet.reading.names if n.kind == "person" and span.contains(n.span))
    name = next(iter(persons), None)
    if name is None or clauses.verbal(sheet.shown[span.start : name.span.start]):
        return frozenset()
    idle = AUXILIARY | lexicons.words("speech")
    after = sheet.shown[name.span.end : span.end]
    verbs = (t for t in tokens(after) if t.fold not in idle and clauses.verbal(t.text))
    verb = next(verbs, None)
    spoke = verb and _speaks(after[: verb.start])
    if verb is None or spoke:
        return frozenset()
    return frozenset([(fold(name.canonical.split()[-1]), verb.key)])


def _speaks(text: str) -> bool:
    return any(t.fold in lexicons.words("speech") for t in tokens(text))


def facts(draft: Draft) -> frozenset[Fact]:
    """The facts of a line in a form that does not depend on its words."""
    reading, span = draft.sheet.reading, draft.span
    events = [e for e in reading.events if span.contains(e.span) and e.status != "denied"]
    figures = [f for f in reading.figures if span.contains(f.span)]
    where = _where(draft)
    found: set[Fact] = set()
    for event in events:
        at = event.place.geonameid if event.place and not _is_country(event.place) else where
        at = at or (_sent_from(draft) if event.type == "CONTROL" else None)
        if event.type in HAPPENING and at is not None:
            found.add((event.type, at))
    if where is not None and any(f.measure in HURT for f in figures):
        found.add(("ASSAULT", where))
    voting = any(e.type == "VOTE" for e in events)
    found.update(("VOTE", f.value) for f in figures if voting or f.measure.startswith("voted"))
    if draft.keys & TALKS:
        sent = draft.sheet.dispatch.issued
        days = [w.start for w in reading.dates if span.contains(w.span) and w.start]
        ahead = [d.date() for d in days if sent is None or d.date() >= sent.date()]
        found.update(("TALKS", day) for day in ahead[-1:])
    return frozenset(found)


def _is_bare(draft: Draft, about: frozenset[str]) -> bool:
    """True for "Bombings took place in Kelm": an event and its place, and no more, but for links
    with the line before that are not printed.
    """
    figures = (f for f in draft.sheet.reading.figures if draft.span.contains(f.span))
    if any(f.measure != "distance" for f in figures):
        return False
    links = [e.span for e in openers.edits(draft.sheet, draft.span)]
    linked = keys(" ".join(draft.sheet.shown[s.start : s.end] for s in links))
    return draft.carries is None and not quoted(draft) and len(about - linked) <= BARE


def _where(draft: Draft) -> int | None:
    """The one town of a line or, where it leans on the sentence before it, of that."""
    towns = {p.geonameid for p in draft.spots if not _is_country(p)}
    if not towns and draft.leans:
        before = draft.sheet.neighbours(draft.sentence.span)[0]
        near = places(draft.sheet, before.span) if before else ()
        towns = {p.geonameid for p in near if not _is_country(p)}
    return next(iter(towns)) if len(towns) == 1 else None


def _sent_from(draft: Draft) -> int | None:
    """The town of the dateline, which is "the city" of who holds it."""
    towns = {p.geonameid for p in draft.sheet.reading.origin if not _is_country(p)}
    return next(iter(towns)) if len(towns) == 1 else None


def _is_country(place: Place) -> bool:
    return (place.feature or "").startswith("PCL")


def matter(draft: Draft) -> frozenset[str]:
    """The stems of what a line tells, apart from when, where, by whom and how many."""
    sheet, span = draft.sheet, draft.span
    told = (s for s in sheet.reading.statements if span.overlaps(s.span))
    gone = [f"{s.source_name or ''} {s.source.text if s.source else ''}" for s in told]
    gone += [f"{p.text} {p.name}" for p in sheet.reading.places if span.contains(p.span)]
    gone += [w.text for w in sheet.reading.dates if span.contains(w.span)]
    idle = lexicons.words("speech") | lexicons.words("demonyms")
    words = draft.keys - keys(" ".join(gone)) - frozenset(stem(word) for word in idle) - PLAIN
    return frozenset(word for word in words if not word.isdigit())


def covering(draft: Draft, kept: Collection[Draft]) -> Draft | None:
    """The line that tells most of what a line has to say, where all its facts and half its words
    are told by others, or most of them; null if it brings something of its own.
    """
    mine, about = facts(draft), matter(draft)
    others = [d for d in kept if d.place != draft.place and facts(d) & mine]
    if not others or not mine <= frozenset().union(*(facts(d) for d in others)):
        return None
    if draft.opens and turns(draft) - frozenset().union(*map(turns, others)):
        return None
    kinds = {kind for kind, _ in mine}
    beside = _beside(draft, kept) if kinds == {"VOTE"} else []
    words = frozenset().union(*(d.keys for d in (*others, *beside)))
    shared = about & (definite.told(words) if kinds == {"TALKS"} else words)
    share = max(COVERED.get(kind, MOSTLY) for kind in kinds)
    new = _counts(draft) - frozenset().union(*(_counts(d) for d in others))
    if _is_bare(draft, about) and any(d.keys & HARM for d in others):
        return max(others, key=lambda d: d.score)
    if new or quoted(draft) - words or len(shared) < max(LEAST, share * len(about)):
        return None
    return max(others, key=lambda d: (len(d.keys & about), d.score))


def _beside(draft: Draft, kept: Collection[Draft]) -> list[Draft]:
    """The lines that have half of what a line is about: a vote is told by the line with its result
    and the one on what was adopted.
    """
    about = matter(draft)
    return [d for d in kept if d.place != draft.place and 2 * len(d.keys & about) >= len(about)]


def quoted(draft: Draft) -> frozenset[str]:
    """The stems of what a line quotes."""
    text = draft.sheet.shown[draft.span.start : draft.span.end]
    return keys(" ".join(QUOTED.findall(text)))


def _counts(draft: Draft) -> frozenset[float | None]:
    """The numbers of a line."""
    found = (f for f in draft.sheet.reading.figures if draft.span.contains(f.span))
    return frozenset(f.value or f.low for f in found)


def within(draft: Draft, dispute: Dispute) -> bool:
    """True if a line gives no more than one side of a dispute: no number and hardly a word that the
    dispute's line does not have.
    """
    told = keys(dispute.line.text)
    sides = frozenset(n for toll in dispute.rivals for n in (toll.value, toll.low) if n)
    own = _counts(draft)
    return bool(own) and own <= sides and len(matter(draft) - definite.told(told)) <= FEW
