"""How much two lines belong together: by their words, where they stood, their towns and beats."""

import math
from collections import Counter
from functools import cache

from dateline.records import Place
from dateline.report import lexicons
from dateline.report.lines.drafts import Draft
from dateline.report.lines.likeness import STEM
from dateline.report.lines.titles import headed
from dateline.report.sections.beats import SCENES, beat
from dateline.report.words import fold, keys, stem

SHORT = 10  # sentences of a dispatch about one matter
BEAT = 0.25  # similarity that lines of one beat have for that alone
SCENE = 0.1  # ... where it is only that they tell of harm and help, which is said of any place
APART = 0.15  # how much less alike lines of two beats are
TOWN = 0.2  # ... of one town
AWAY = 0.12  # how much less alike lines of different towns are
COMMON = 0.25  # of the lines of a story: what is set in a town of so many is set where all is
LEAST = 8  # lines
FEW = 2  # towns of a line that is set in one of them

Beats = tuple[str | None, str | None]
"""The beat of which a line has several words, and that of which it has one."""

Near = dict[tuple[int, int], float]


def similarities(chosen: tuple[Draft, ...]) -> Near:
    """Every pair of lines, by their positions (the later first), with how alike they are."""
    lands = _lands(chosen)
    matters = [_matter(d) - lands for d in chosen]
    beats = [(beat(d), beat(d, 1)) for d in chosen]
    spread = Counter(key for matter in matters for key in matter)
    size = len(chosen)
    weights = {k: math.log((size + 1) / n) for k, n in spread.items()}
    norms = [math.sqrt(sum(weights[k] ** 2 for k in m)) or 1.0 for m in matters]
    rarity = _rarity(chosen)
    return {
        (i, j): _shared(matters[i] & matters[j], weights) / (norms[i] * norms[j])
        + _company(a, chosen[j], rarity)
        + _kinship(beats[i], beats[j])
        for i, a in enumerate(chosen)
        for j in range(i)
    }


def _shared(words: frozenset[str], weights: dict[str, float]) -> float:
    """The weight of what two lines have in common: half of it for a single word."""
    return sum(weights[k] ** 2 for k in words) * (0.5 if len(words) == 1 else 1.0)


def _kinship(one: Beats, other: Beats) -> float:
    """How much closer two lines are for their beats, or less close: half as much for a beat of
    which one of them has a single word.
    """
    if one[0] and other[0] and one[0] != other[0]:
        return 0.0 if one[0] in SCENES and other[0] in SCENES else -APART
    if one[1] is None or one[1] != other[1] or not (one[0] or other[0]):
        return 0.0
    gain = SCENE if one[1] in SCENES else BEAT
    return gain if one[0] and other[0] else gain / 2


def _matter(draft: Draft) -> frozenset[str]:
    """What a line is about: no whole country, which is in everything, and not who says it."""
    large = {f"#{p.geonameid}" for p in draft.spots if (p.feature or "").startswith("PCL")}
    told = (s for s in draft.sheet.reading.statements if draft.span.overlaps(s.span))
    speakers = (f"{s.source_name or ''} {s.source.text if s.source else ''}" for s in told)
    named = {key[:STEM] for key in keys(" ".join(speakers))}
    return draft.gist - large - named - _offices()


@cache
def _offices() -> frozenset[str]:
    """Stems of the words for those who act in any matter: the government, the police."""
    return frozenset(stem(fold(word))[:STEM] for word in lexicons.words("institutions"))


def _lands(chosen: tuple[Draft, ...]) -> frozenset[str]:
    """Stems of the countries that a story speaks of, and of what is called after them: "Russian"
    tells no more of what a line is about than "Russia" does.
    """
    sheets = {d.sheet.order: d.sheet for d in chosen}.values()
    places = (p for sheet in sheets for p in sheet.reading.places)
    large = (p for p in places if (p.feature or "").startswith("PCL"))
    return frozenset(key[:STEM] for p in large for key in keys(f"{p.text} {p.name}"))


def _nearness(a: Draft, b: Draft) -> float:
    """Sentences that a reporter put together belong together."""
    if a.sheet.order != b.sheet.order:
        return 0.0
    if a.sentence.paragraph == b.sentence.paragraph:
        return 0.35
    if headed(a) or headed(b):
        return 0.25 if headed(a) == headed(b) else 0.0
    gap = abs(a.index - b.index)
    if len(a.sheet.reading.sentences) <= SHORT:
        return 0.22 if gap <= 3 else 0.12
    return 0.15 if gap <= 2 else 0.04 if gap <= 5 else 0.0


def _company(a: Draft, b: Draft, rarity: dict[int | None, float]) -> float:
    """Lines that a reporter put together belong together, and so do lines of one town, unless all
    of the story is set there; of two towns, they stand apart however near they were written.
    """
    one, other = towns(a), towns(b)
    if one and other and not one & other:
        return -AWAY
    shared = max((rarity[i] for i in one & other), default=0.0) / max(1, len(one), len(other))
    return _nearness(a, b) + TOWN * shared


def _rarity(chosen: tuple[Draft, ...]) -> dict[int | None, float]:
    """How much a town says of a line: nothing if half of the lines are set there."""
    times = Counter(i for d in chosen for i in towns(d))
    return {i: max(0.0, 1.0 - 2.0 * n / len(chosen)) if n > 2 else 1.0 for i, n in times.items()}


def commonplace(chosen: tuple[Draft, ...]) -> frozenset[str]:
    """The names, in lower case, of towns in which so many lines are set that to name one heads
    nothing.
    """
    times = Counter(i for d in chosen for i in towns(d))
    spots = (p for d in chosen for p in d.spots if is_town(p))
    often = (p for p in spots if times[p.geonameid] >= max(LEAST, COMMON * len(chosen)))
    return frozenset(name.casefold() for p in often for name in (p.text, p.name))


def towns(draft: Draft) -> frozenset[int | None]:
    """The towns that a line is set in; none for one that only lists them."""
    found = frozenset(p.geonameid for p in draft.spots if is_town(p))
    return found if len(found) <= FEW else frozenset()


def is_town(place: Place) -> bool:
    """True for a town or a part of one."""
    return (place.feature or "").startswith("PPL")


def between(a: list[int], b: list[int], near: Near) -> float:
    """How alike two groups of lines are, on average."""
    pairs = [(max(i, j), min(i, j)) for i in a for j in b]
    return sum(near[p] for p in pairs) / len(pairs)
