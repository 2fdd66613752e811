"""What most lines of a thread have in common, as a heading: a town, a speaker, a topic, a name."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from dateline.records import Place
from dateline.report.ground import Ground, Sheet
from dateline.report.headlines import spots, topics
from dateline.report.headlines.borne import Heading, leads, passing
from dateline.report.headlines.house import VOICE, house
from dateline.report.lines import outlets
from dateline.report.lines.drafts import Draft
from dateline.report.lines.pronouns import PRONOUNS, cased, printed
from dateline.report.lines.speakers import running
from dateline.report.words import count, fold, opened

TOWN = "PPL"
ALL_BUT = 0.75  # of a thread's lines: who speaks in so many heads it before any fact
SPOKEN = 0.6  # of a thread's lines that one speaker should speak in
SPEAKER = 5  # words of a speaker's name in a heading
EARLY = 40  # characters of a line in which its subject is named
NAMED = 0.5  # of a thread's lines that a name alone should stand in

Group = tuple[Draft, ...]


def towns(group: Group, ground: Ground) -> Iterator[Heading]:
    """The town that most of the lines are set in: "Kelm"; those set in others don't fit."""
    held = Counter(i for d in group for i in {p.geonameid for p in _settled(d)})
    for known, times in sorted(held.items(), key=lambda pair: (-pair[1], pair[0] or 0)):
        inside = [d for d in group if known in {p.geonameid for p in _settled(d)}]
        first = next((d for d in inside if leads(group, d)), None)
        if times <= len(group) / 2 or first is None:
            continue
        place = next(p for p in _settled(first) if p.geonameid == known)
        unfit = tuple(d for d in group if d not in inside and _settled(d))
        for found in passing(opened(cased(first.sheet, place.text)), [first], ground):
            yield replace(found, unfit=unfit)


def _settled(draft: Draft) -> tuple[Place, ...]:
    return tuple(
        p
        for p in draft.spots
        if (p.feature or "").startswith(TOWN) and spots.is_fit(draft.sheet, p)
    )


def voices(group: Group, ground: Ground, share: float = SPOKEN) -> Iterator[Heading]:
    """Who speaks in a ``share`` of the lines or more: "What the mayor said"."""
    spoken: Counter[str] = Counter()
    first: dict[str, Draft] = {}
    for draft in group:
        for name in sorted(speakers_of(draft)):
            spoken[name] += 1
            if leads(group, draft):
                first.setdefault(name, draft)
    for name, times in sorted(spoken.items(), key=lambda s: (-s[1], s[0])):
        named = name[:1].isupper() or name.startswith("the ")
        if named and name in first and times >= share * len(group):
            text = house(VOICE, first[name].sheet.reading.language).format(name)
            for found in passing(text, [first[name]], ground):
                yield replace(found, voice=name)


def outlet(group: Group, ground: Ground) -> Iterator[Heading]:
    """The one broadcaster or text that speaks in all lines: "What Radio Kelm said"."""
    names = {outlets.outlet(d.sheet) for d in group}
    first = group[0]
    name = next(iter(names)) if len(names) == 1 else None
    if name and first.sheet.reading.language == "en":
        bare = re.sub(r"^an? ", "the ", name)
        yield from passing(house(VOICE, "en").format(bare), [first], ground)


def speakers_of(draft: Draft) -> set[str]:
    """Those whose statements a line repeats, by name or office, as the report has them."""
    sheet = draft.sheet
    told = [s for s in sheet.reading.statements if draft.span.overlaps(s.span)]
    sources = {s.source_name for s in told if s.source_name}
    named = {n for n in sources if count(n) <= SPEAKER and fold(n) not in PRONOUNS}
    named = {n for n in named if " this " not in f" {n} "}
    if sheet.reading.language != "en":  # only persons' names go without an article
        named &= {n.canonical for n in sheet.reading.names if n.kind == "person"}
    return {_articled(running(printed(sheet, name), sheet), sheet) for name in named}


def _articled(name: str, sheet: Sheet) -> str:
    """A body's name with the article that its dispatch gives it: "the Ministry of Trade"."""
    led = re.search(rf"\bthe\s+{re.escape(name)}\b", sheet.shown, re.IGNORECASE)
    english = sheet.reading.language == "en" and not name.startswith("the ")
    return f"the {name}" if led and english else name


def subjects(group: Group, ground: Ground) -> Iterator[Heading]:
    """What the lines are most about, in one or two nouns: "Bombings and arrests"."""
    for text in topics.topics(group):
        telling = [d for d in group if topics.tells(text, d) and leads(group, d)]
        if telling:
            yield from passing(text, [*telling, *(d for d in group if d not in telling)], ground)


def names(group: Group, ground: Ground) -> Iterator[Heading]:
    """A place, a person or a body that most of the lines name, one that can stand first among
    them.
    """
    marks = [_marks(d) for d in group]
    for first in (d for d in group if leads(group, d)):
        for text, mark in (*_places(first), *_bearers(first)):
            if sum(mark in held for held in marks) > NAMED * len(group):
                yield from passing(text, [first], ground)


def _places(draft: Draft) -> Iterator[tuple[str, str]]:
    sheet = draft.sheet
    for place in sheet.reading.places:
        small = not (place.feature or "PCL").startswith("PCL") and place.role == "location"
        if draft.span.contains(place.span) and small and spots.is_fit(sheet, place):
            yield opened(cased(sheet, place.text)), f"#{place.geonameid}"


def _bearers(draft: Draft) -> Iterator[tuple[str, str]]:
    """Persons and bodies by their full names, in the order of the line; not the agency itself."""
    sheet, agency = draft.sheet, letters(draft.sheet.dispatch.agency or "")
    for name in sheet.reading.names:
        early = draft.span.start <= name.span.start < draft.span.start + EARLY
        if early and name.kind in ("person", "organisation"):
            text = printed(sheet, name.canonical)
            own = bool(agency) and (letters(text) in agency or agency in letters(text))
            if " " in text and not own and not text.isupper():
                yield opened(text), name.canonical


def _marks(draft: Draft) -> set[str]:
    """The places, persons and bodies of a line."""
    reading = draft.sheet.reading
    found = {f"#{p.geonameid}" for p in reading.places if draft.span.contains(p.span)}
    return found | {n.canonical for n in reading.names if draft.span.contains(n.span)}


def letters(name: str) -> str:
    """A name without what is no letter."""
    return "".join(c for c in name.casefold() if c.isalnum())
