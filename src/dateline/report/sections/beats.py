"""The beat of a line: talks, courts, the economy ... Lines of one beat may stand together."""

from collections import Counter
from functools import cache

from dateline.report import lexicons
from dateline.report.lines.drafts import Draft
from dateline.report.lines.likeness import STEM
from dateline.report.words import fold, stem

LEAST = 2
"""Words of a beat that make a line its own."""

MOSTLY = 0.6
"""Of the lines under the name of a beat that have a word of it."""

GROUND = "ground"
"""The beat of what is told by events: fighting in a town, or who holds it."""

SCENES = (GROUND, "dead", "rescue", "relief")
"""Beats of what is told of one place after another."""

FIGHTING = ("ASSAULT", "CONTROL", "MOBILIZE")  # PLOVER types, and our own for control
ECONOMY, SANCTIONED = "economy", "sanctioned"
SANCTIONS = frozenset(["sancti"])

OF_EVENTS = {"PROTEST": "home", "SANCTION": "economy"}
"""Beats of PLOVER types."""

TITLES = {
    "en": {
        "talks": "Talks",
        "world": "World reaction",
        "courts": "Courts and investigations",
        ECONOMY: "The economy",
        SANCTIONED: "Sanctions and the economy",
        "home": "Protest and politics",
        "relief": "Aid and relief",
        "rescue": "Rescue work",
        GROUND: "On the ground",
    },
    "fr": {
        "talks": "Pourparlers",
        "world": "Réactions dans le monde",
        "courts": "Justice et enquêtes",
        ECONOMY: "Économie",
        SANCTIONED: "Sanctions et économie",
        "home": "Contestation et politique",
        "relief": "Aide et secours",
        "rescue": "Recherches",
        GROUND: "Sur le terrain",
    },
}


@cache
def _beats() -> dict[str, str]:
    """Beat by word start: as the list has it, and as the stem of a whole word is."""
    rows = [(row[0], fold(word)) for row in lexicons.groups("beats") for word in row[1:]]
    return {start[:STEM]: name for name, word in rows for start in (stem(word), word)}


def beat(draft: Draft, least: int = LEAST) -> str | None:
    """The one beat of which a line has most words, ``least`` at least, or the ground; null if
    there is none.
    """
    ranked = _ranked(draft)
    clear = ranked[:1] and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    if clear and ranked[0][1] >= LEAST:
        return ranked[0][0]
    if _on_the_ground(draft):
        return GROUND
    return ranked[0][0] if clear and ranked[0][1] >= least else None


def same_beat(one: Draft, other: Draft) -> bool:
    """True for two lines of one beat; harm and help, of any place, are none."""
    mine = beat(one)
    return mine is not None and mine not in SCENES and mine == beat(other)


def _ranked(draft: Draft) -> list[tuple[str, int]]:
    """The beats of a line's words and events, that which it has most of first."""
    found = Counter(_beats()[stem] for stem in draft.gist if stem in _beats())
    found.update(OF_EVENTS[kind] for kind in _events(draft) if kind in OF_EVENTS)
    return found.most_common()


def _on_the_ground(draft: Draft) -> bool:
    towns = any((p.feature or "").startswith("PPL") for p in draft.spots)
    told = (e for e in draft.sheet.reading.events if e.type in FIGHTING and e.status != "denied")
    return towns and any(draft.span.contains(e.span) for e in told)


def title(name: str, language: str, group: tuple[Draft, ...] = ()) -> str:
    """A beat as a heading of some lines; in English for a language that we have none in."""
    titles = TITLES.get(language, TITLES["en"])
    sanctioned = any(SANCTIONS & d.gist or _events(d) & {"SANCTION"} for d in group)
    return titles[SANCTIONED if name == ECONOMY and sanctioned else name]


def _events(draft: Draft) -> frozenset[str]:
    """The PLOVER types of a line's events."""
    return frozenset(e.type for e in draft.sheet.reading.events if draft.span.contains(e.span))


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
        name = leading(group)
        if name:
            home.update({d.place: name for d in group if _goes_with(d, name, group)})
    names = Counter(name for name in home.values() if name in TITLES["en"])
    kept = sorted(name for name, times in names.items() if times > 1)
    for draft in lines:
        if home[draft.place] not in kept and not draft.leans:
            likely = (name for name, _ in _ranked(draft) if name in kept)
            home[draft.place] = next(likely, None)
    by_beat = [(name, tuple(d for d in lines if home[d.place] == name)) for name in kept]
    by_beat = [(name, held) for name, held in by_beat if _is_of(name, held)]
    kept = [name for name, _ in by_beat]
    return by_beat, tuple(d for d in lines if home[d.place] not in kept)


def _is_of(name: str, held: tuple[Draft, ...]) -> bool:
    """True for lines of which two have several words of a beat, or events on the ground, and most
    have one.
    """
    sure = sum(beat(d) == name and (name == GROUND or _strength(d, name) >= LEAST) for d in held)
    some = sum(d.leans or beat(d, 1) == name for d in held)
    return sure >= LEAST and some >= MOSTLY * len(held)


def _strength(draft: Draft, name: str) -> int:
    """How many words a line has of a beat."""
    return next((n for one, n in _ranked(draft) if one == name), 0)


def _goes_with(draft: Draft, name: str, group: tuple[Draft, ...]) -> bool:
    """True for a line of a group that can stand under its beat: of that beat, or of none and from
    a dispatch that has a line of it.
    """
    own = beat(draft, 1)
    if own == name or draft.leans or (own in SCENES and name in SCENES):
        return True
    return own is None and any(d.sheet is draft.sheet and beat(d, 1) == name for d in group)


def leading(group: tuple[Draft, ...]) -> str | None:
    """The beat of half of some lines that stand together, be it by one word of each."""
    found = Counter(name for d in group if (name := beat(d, 1)))
    first = found.most_common(1)
    titled = first and first[0][0] in TITLES["en"]
    return first[0][0] if titled and 2 * first[0][1] >= len(group) else None
