"""The passages of a wrap-up, and which story each is of. Pure.

A wrap-up is one text with several items: a round-up, a bulletin, a dispatch that ends "in other
developments". Its paragraphs are set into runs that share names, places and rare words. A run that
opens as an item does, or is one of several that have little in common, is a passage, and may be of
another story than the dispatch: only where that is plain, if a dispatch of nearby days names the
same place, or the same people, and has several rare words in common, in one story far more than in
any other. What a dispatch recalls between its other paragraphs stays with it.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import exp, sqrt

from dateline.ledger.speakers.actors import plain
from dateline.ledger.stories import matters
from dateline.ledger.stories.choosing import Neighbour, Profile, likeness, normal
from dateline.records import Dispatch, Reading, Sentence, Span

_LINKED = 0.2
"""Likeness (cosine) of two paragraphs from which the second goes on with the first."""

_APART = 0.5
"""Share of a passage's weight that may lie on terms which the rest of the dispatch has too."""

_FEWEST = 5
"""Telling terms of a passage, below which it tells of nothing in particular."""

_MOST = 12
"""Only so many passages of a dispatch are looked at."""

BULLETIN = 3
"""Passages from which a dispatch is a bulletin, if they are half of it: any of them, its lead too,
may be of another story than the dispatch, which itself tells nothing about where others belong.
"""

_LIKE = 0.18
"""Likeness to its nearest dispatches from which a passage is of their story."""

_CLEAR = 1.5
"""So many times as like must a passage be to its story as to any other."""

_FADE = 6.0
"""Days after which likeness counts for a third as much."""

_BEST = 2
_WORDS = 3  # people and rare words that a passage must share beside a place
_TELLING = 2.0
"""Weight of a term that tells, in nats of surprise above one."""

_OPENS = re.compile(
    r"\W*(?:[A-Z][A-Z .']{3,}(?: \(\w+\))? ?(?:-|--|–|—|:) "
    r"|(?i:in (?:an)?other (?:developments?|news|incidents?|events?)|in a separate|elsewhere\b"
    r"|meanwhile\b|separately\b|par ailleurs\b|d'autre part\b|en bref\b))|^\s*[-*•]\s"
)
"""How an item of a round-up opens: with a dateline, a bullet, or words that turn elsewhere."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of paragraphs, and what it is about.

    ``units``: for each of its terms that names a place below the country, or a person, or is a word
    of such a name, which one ("p 706483", "n oleg sinko").
    """

    span: Span
    profile: Profile
    units: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Run:
    """Paragraphs that go together, with the weights of their terms."""

    spans: tuple[Span, ...]
    weights: dict[str, float]
    opens: bool

    @property
    def span(self) -> Span:
        return Span(self.spans[0].start, self.spans[-1].end)


def passages(
    dispatch: Dispatch, reading: Reading, weights: Mapping[str, float]
) -> tuple[Passage, ...]:
    """The passages of a dispatch, in order, that may be of another story than the dispatch itself;
    none if it tells of one thing. ``weights``: how telling each of its terms is.
    """
    runs = _runs(dispatch, reading, weights)
    apart = [run for run in runs if _is_apart(run, runs)]
    if len(apart) < BULLETIN or 2 * len(apart) < len(runs):
        apart = [run for run in apart if run.opens and run is not runs[0]]
    return tuple(_passage(run, dispatch, reading) for run in apart[:_MOST])


def rest(
    dispatch: Dispatch, reading: Reading, weights: Mapping[str, float], gone: Collection[Span]
) -> dict[str, float]:
    """The terms of what is left of a dispatch without some passages, with their weights."""
    text = reading.cased or dispatch.text
    found: dict[str, float] = {}
    for span in paragraphs(reading.sentences):
        if not any(one.contains(span) for one in gone):
            found |= _terms(text, span, reading, weights)
    return found


def _runs(dispatch: Dispatch, reading: Reading, weights: Mapping[str, float]) -> list[_Run]:
    """The paragraphs of a dispatch, each with those after it that go on with it."""
    text = reading.cased or dispatch.text
    telling = {term: weight for term, weight in weights.items() if weight >= _TELLING}
    found: list[_Run] = []
    for span in paragraphs(reading.sentences):
        mine = _terms(text, span, reading, telling)
        opens = _OPENS.match(text, span.start) is not None
        if found and not opens and _goes_on(mine, found[-1].weights):
            last = found[-1]
            found[-1] = _Run((*last.spans, span), last.weights | mine, last.opens)
        else:
            found.append(_Run((span,), mine, opens))
    return found


def paragraphs(sentences: Sequence[Sentence]) -> Iterator[Span]:
    """The paragraphs that hold a sentence, in order."""
    for _, some in groupby(sentences, key=lambda s: s.paragraph):
        paragraph = list(some)
        if any(s.prose for s in paragraph):
            yield Span(paragraph[0].span.start, paragraph[-1].span.end)


def _goes_on(mine: Mapping[str, float], run: Mapping[str, float]) -> bool:
    """True for a paragraph that is like the run before it, or that adds a little to it."""
    return _cosine(mine, run) >= _LINKED or (
        len(mine) < _FEWEST and not run.keys().isdisjoint(mine)
    )


def _cosine(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    lengths = _length(one) * _length(two)
    return sum(w * two.get(term, 0.0) for term, w in one.items()) / lengths if lengths else 0.0


def _length(one: Mapping[str, float]) -> float:
    return sqrt(sum(w * w for w in one.values()))


def _terms(
    text: str, span: Span, reading: Reading, telling: Mapping[str, float]
) -> dict[str, float]:
    """Those of a dispatch's terms that a stretch of it has."""
    words = matters.WORD.findall(plain(text[span.start : span.end]))
    begun = {word[:length] for word in words for length in range(3, 7)}
    found = {term for term in telling if term[:6] in begun}
    found |= {f"n {plain(n.canonical)}" for n in reading.names if span.contains(n.span)}
    found |= {f"p {p.geonameid}" for p in reading.places if span.contains(p.span)}
    found |= {
        f"f {f.measure} {f.value:.0f}" for f in reading.figures
        if f.value is not None and span.contains(f.span)
    }  # fmt: skip
    return {term: telling[term] for term in found if term in telling}


def _is_apart(run: _Run, runs: Iterable[_Run]) -> bool:
    """True if the other runs have next to nothing of what a run tells."""
    if len(run.weights) < _FEWEST or not any(map(_names, run.weights)):
        return False
    others = {term for other in runs if other is not run for term in other.weights}
    shared = sum(w * w for term, w in run.weights.items() if term in others)
    return bool(shared <= _APART * sum(w * w for w in run.weights.values()))


def _names(term: str) -> bool:
    """True for a place or a person."""
    return term.startswith(("p ", "n "))


def _passage(run: _Run, dispatch: Dispatch, reading: Reading) -> Passage:
    words = matters.WORD.findall(plain(dispatch.text[run.span.start : run.span.end]))
    kinds = matters.kinds(dispatch, reading, dict.fromkeys(words, 1))
    profile = Profile(normal(run.weights), kinds, {}, reading.language)
    return Passage(run.span, profile, _units(run, reading))


def _units(run: _Run, reading: Reading) -> dict[str, str]:
    """What names which place or person."""
    found: dict[str, str] = {}
    for n in reading.names:
        if run.span.contains(n.span) and n.kind == "person":
            name = plain(n.canonical)
            found |= dict.fromkeys((f"n {name}", *matters.WORD.findall(name)), f"n {name}")
    for p in reading.places:
        if run.span.contains(p.span) and p.geonameid is not None:
            key = "" if (p.feature or "").startswith("PCL") else f"p {p.geonameid}"
            forms = (plain(p.name), plain(p.text))
            words = (word for one in forms for word in matters.WORD.findall(one))
            found |= dict.fromkeys((f"p {p.geonameid}", *words), key)
    return {term: unit for term, unit in found.items() if term in run.weights}


def belongs(one: Passage, near: Iterable[Neighbour]) -> str | None:
    """The story that a passage is plainly of; None if none is.

    ``near``: dispatches of nearby days that share its terms.
    """
    by_story: dict[str, list[Neighbour]] = defaultdict(list)
    for n in near:
        by_story[n.story].append(n)
    scores = {name: _score(one.profile, some) for name, some in by_story.items()}
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    if not ranked or scores[ranked[0]] < _LIKE:
        return None
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    plainly = any(_shares(one, n.profile) for n in by_story[ranked[0]])
    return ranked[0] if plainly and scores[ranked[0]] >= _CLEAR * second else None


def _score(mine: Profile, members: Sequence[Neighbour]) -> float:
    near = [likeness(mine, n.profile) * exp(-n.days / _FADE) for n in members]
    best = sorted(near, reverse=True)[:_BEST]
    unlike = matters.fit(mine.kinds, matters.together(n.profile.kinds for n in members))
    return float(sum(best) / len(best) * unlike)


def _shares(one: Passage, other: Profile) -> bool:
    """True if both name a place, or people, and have rare words in common."""
    shared = one.profile.weights.keys() & other.weights.keys()
    units = {one.units.get(term, term) for term in shared} - {""}
    places = sum(unit.startswith("p ") for unit in units)
    people = sum(unit.startswith("n ") for unit in units)
    words = len(units) - places - people
    if places:
        return people + words >= _WORDS
    return (people > 1 and words >= _WORDS - 1) or (people > 0 and words > _WORDS)
