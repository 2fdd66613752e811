"""The beat of a line: talks, courts, the economy ... Lines of one beat may stand together."""

from collections import Counter
from functools import cache

from dateline.report import lexicons
from dateline.report.lines.drafts import Draft
from dateline.report.lines.likeness import STEM
from dateline.report.words import keys

LEAST = 2
"""Words of a beat that make a line its own."""

GROUND = "ground"
"""The beat of what is told by events: fighting in a town, or who holds it."""

FIGHTING = ("ASSAULT", "CONTROL", "MOBILIZE")  # PLOVER types, and our own for control
TITLES = {
    "en": {
        "talks": "Talks",
        "world": "World reaction",
        "courts": "Investigations",
        "economy": "Sanctions and the economy",
        "home": "Protest and politics",
        "relief": "Relief",
        GROUND: "On the ground",
    },
    "fr": {
        "talks": "Pourparlers",
        "world": "Réactions dans le monde",
        "courts": "Enquêtes",
        "economy": "Sanctions et économie",
        "home": "Contestation et politique",
        "relief": "Secours",
        GROUND: "Sur le terrain",
    },
}


@cache
def _beats() -> dict[str, str]:
    """Beat by word start."""
    return {
        key[:STEM]: row[0]
        for row in lexicons.groups("beats")
        for word in row[1:]
        for key in keys(word)
    }


def beat(draft: Draft, least: int = LEAST) -> str | None:
    """The one beat of which a line has most words, ``least`` at least, or the ground; null if
    there is none.
    """
    found = Counter(_beats()[stem] for stem in draft.gist if stem in _beats())
    ranked = found.most_common(2)
    clear = ranked[:1] and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    if clear and ranked[0][1] >= LEAST:
        return ranked[0][0]
    if _on_the_ground(draft):
        return GROUND
    return ranked[0][0] if clear and ranked[0][1] >= least else None


def _on_the_ground(draft: Draft) -> bool:
    towns = any((p.feature or "").startswith("PPL") for p in draft.spots)
    told = (e for e in draft.sheet.reading.events if e.type in FIGHTING and e.status != "denied")
    return towns and any(draft.span.contains(e.span) for e in told)


def title(name: str, language: str) -> str:
    """A beat as a heading; in English for a language that we have none in."""
    return TITLES.get(language, TITLES["en"])[name]


def parted(
    single: tuple[Draft, ...], groups: tuple[tuple[Draft, ...], ...]
) -> tuple[list[tuple[str, tuple[Draft, ...]]], tuple[Draft, ...]]:
    """Lone lines, and groups for which there is no heading, by beat where two lines or more share
    one; and the others.

    A line that leans on the one before it goes where that goes, a group where most of it goes.
    """
    lines = (*single, *(d for group in groups for d in group))
    home: dict[tuple[int, int], str | None] = {}
    for draft in sorted(lines, key=lambda d: d.place):
        order, index = draft.place
        before = home.get((order, index - 1))
        home[draft.place] = before if draft.leans else beat(draft)
    for group in groups:
        found = Counter(name for d in group if (name := home[d.place]))
        leading = found.most_common(1)
        if leading and 2 * leading[0][1] >= len(group):
            home.update({d.place: leading[0][0] for d in group})
    names = Counter(name for name in home.values() if name)
    kept = sorted(name for name, times in names.items() if times > 1)
    for draft in lines:
        likely = beat(draft, 1)
        if home[draft.place] is None and likely in kept and not draft.leans:
            home[draft.place] = likely
    by_beat = [(name, tuple(d for d in lines if home[d.place] == name)) for name in kept]
    return by_beat, tuple(d for d in lines if home[d.place] not in kept)
