"""The beat of a line: talks, courts, the economy ... Lines of one beat may stand together."""

from collections import Counter
from functools import cache

from dateline.report import lexicons
from dateline.report.choosing.likeness import STEM
from dateline.report.lines.drafts import Draft
from dateline.report.words import keys

LEAST = 2
"""Words of a beat that make a line its own."""

TITLES = {
    "en": {
        "talks": "Talks",
        "world": "World reaction",
        "courts": "Investigations",
        "economy": "Sanctions and the economy",
        "home": "Protest and politics",
        "relief": "Relief",
    },
    "fr": {
        "talks": "Pourparlers",
        "world": "Réactions dans le monde",
        "courts": "Enquêtes",
        "economy": "Sanctions et économie",
        "home": "Contestation et politique",
        "relief": "Secours",
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


def beat(draft: Draft) -> str | None:
    """The one beat of which a line has most words, two at least; null if there is none."""
    found = Counter(_beats()[stem] for stem in draft.gist if stem in _beats())
    ranked = found.most_common(2)
    if not ranked or ranked[0][1] < LEAST:
        return None
    clear = len(ranked) == 1 or ranked[0][1] > ranked[1][1]
    return ranked[0][0] if clear else None


def title(name: str, language: str) -> str:
    """A beat as a heading; in English for a language that we have none in."""
    return TITLES.get(language, TITLES["en"])[name]


def parted(
    single: tuple[Draft, ...],
) -> tuple[list[tuple[str, tuple[Draft, ...]]], tuple[Draft, ...]]:
    """Lone lines by beat, where two or more share one; and the others.

    A line that leans on the one before it goes where that goes.
    """
    home: dict[tuple[int, int], str | None] = {}
    for draft in sorted(single, key=lambda d: d.place):
        order, index = draft.place
        before = home.get((order, index - 1))
        home[draft.place] = before if draft.leans else beat(draft)
    names = Counter(name for name in home.values() if name)
    kept = sorted(name for name, times in names.items() if times > 1)
    groups = [(name, tuple(d for d in single if home[d.place] == name)) for name in kept]
    return groups, tuple(d for d in single if home[d.place] not in kept)
