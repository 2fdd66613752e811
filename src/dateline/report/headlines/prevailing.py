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
from dateline.report.lines.pronouns import cased, printed
from dateline.report.lines.speakers import running
from dateline.report.pronoun_speakers import PRONOUNS
from dateline.report.words import count, fold, opened

TOWN = "PPL"
ALL_BUT = 0.75  # of a thread's lines: who speaks in so many heads it before any fact
LEAST = 3  # lines of a town that its bare name can head
PAIR = 2  # ... where they are all
SPOKEN = 0.6  # of a thread's lines that one speaker should speak in
SPEAKER = 5  # words of a speaker's name in a heading
EARLY = 40  # characters of a line in which its subject is named

Group = tuple[Draft, ...]


def towns(group: Group, ground: Ground) -> Iterator[Heading]:
    """The town that most of the lines are set in: "Kelm"; those set in others don't fit."""
    held = Counter(i for d in group for i in {p.geonameid for p in settled(d)})
    for known, times in sorted(held.items(), key=lambda pair: (-pair[1], pair[0] or 0)):
        inside = [d for d in group if known in {p.geonameid for p in settled(d)}]
        first = next((d for d in inside if leads(group, d)), None)
        few = times < LEAST and (times < len(group) or times < PAIR)
        if few or times <= len(group) / 2 or first is None:
            continue
        place = next(p for p in settled(first) if p.geonameid == known)
        unfit = tuple(d for d in group if d not in inside and settled(d))
        for found in passing(opened(cased(first.sheet, place.text)), [first], ground):
            yield replace(found, unfit=unfit)


def settled(draft: Draft) -> tuple[Place, ...]:
    """The towns that a line is set in and a heading may name."""
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


def speakers_of(draft: Draft) -> set[str]:
    """Those whose statements a line repeats, by name or office, as the report has them."""
    sheet = draft.sheet
    told = [s for s in sheet.reading.statements if draft.span.overlaps(s.span)]
    sources = {s.source_name for s in told if s.source_name}
    named = {n for n in sources if count(n) <= SPEAKER and fold(n) not in PRONOUNS}
    named = {n for n in named if " this " not in f" {n} " and not outlets.OUTLET.search(n)}
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


def letters(name: str) -> str:
    """A name without what is no letter."""
    return "".join(c for c in name.casefold() if c.isalnum())
