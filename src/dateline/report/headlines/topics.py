"""What several lines are about, in two nouns: "Bombing and arrests"."""

from collections import Counter
from collections.abc import Iterator

from dateline.report import lexicons
from dateline.report.lines.drafts import Draft
from dateline.report.words import keys, tokens

VIOLENT = frozenset(
    ["Bombing", "Bomb attack", "Explosion", "Explosions", "Killing", "Killings", "Attack",
     "Attacks", "Clashes", "Fighting", "Shooting", "Ambush", "Shelling", "Raid", "Sabotage"]
)  # fmt: skip
"""Nouns of which two together say one thing twice."""


def topics(group: tuple[Draft, ...]) -> Iterator[str]:
    """Phrases, the most telling first: the two commonest nouns together. One alone, such as "The
    attack", says too little.
    """
    counted = _counted(group)
    common = Counter({noun: n for noun, n in counted.items() if 2 * n > len(group)})
    ranked = list(_apart(common))
    for second in ranked[1:3]:
        if ranked[0] not in VIOLENT or second not in VIOLENT:
            yield f"{ranked[0]} and {second.lower()}"


def tells(text: str, draft: Draft) -> bool:
    """True if a line speaks of all that such a phrase names."""
    told = {noun.casefold() for noun in _counted((draft,))}
    return told >= {noun.casefold() for noun in text.split(" and ")}


def _counted(group: tuple[Draft, ...]) -> Counter[str]:
    """In how many lines each noun, or a verb of its family, stands."""
    names, found = lexicons.bases("scenes"), Counter[str]()
    for draft in group:
        shown = tokens(draft.sheet.shown[draft.span.start : draft.span.end])
        plain = (t for t in shown if t.fold in names and t.text.islower())
        found.update({names[t.fold].replace("_", " ") for t in plain})
    return found


def _apart(found: Counter[str]) -> Iterator[str]:
    """The nouns, commonest first, without the plural or singular of one that is there already."""
    kept: set[frozenset[str]] = set()
    for noun, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])):
        if keys(noun) not in kept:
            kept.add(keys(noun))
            yield noun
