"""Figures grouped by what they count, for the who-says-what table and the charts. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.publish.wording import shown, subject, universal
from dateline.records import Citation, Edition, Toll

_MOST_CITED = 6
_START = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Answer:
    """One speaker's figure, however often it was given: newest first."""

    tolls: tuple[Toll, ...]

    @property
    def last(self) -> Toll:
        """The figure as last given."""
        return self.tolls[0]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where it was given last, at most six times."""
        return tuple(toll.citation for toll in self.tolls[:_MOST_CITED])


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted, and everyone's answers: newest first, superseded ones last."""

    about: str
    tolls: tuple[Toll, ...]
    disputed: bool

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The same figure of the same speaker is one answer."""
        groups: dict[tuple[str, str, bool], list[Toll]] = {}
        for toll in self.tolls:
            key = speaker(toll).casefold(), as_said(toll), toll.status == "superseded"
            groups.setdefault(key, []).append(toll)
        return tuple(Answer(tuple(held)) for held in groups.values())


def questions(edition: Edition) -> tuple[Question, ...]:
    """Disputed questions first, then those with the most answers."""
    groups: dict[tuple[str, ...], list[Toll]] = {}
    for toll in dict.fromkeys(_every(edition)):
        groups.setdefault(_key(toll), []).append(toll)
    rivals = {toll.claim for dispute in edition.disputes for toll in dispute.rivals}
    found = [
        _question(tolls, any(t.status == "disputed" or t.claim in rivals for t in tolls))
        for tolls in groups.values()
    ]
    return tuple(sorted(found, key=lambda one: (not one.disputed, -len(one.tolls))))


def _every(edition: Edition) -> Iterable[Toll]:
    return (*edition.figures, *(toll for one in edition.disputes for toll in one.rivals))


def _key(toll: Toll) -> tuple[str, ...]:
    about = toll.about
    population = about.population_key or about.population or ""
    return about.measure, population, str(about.geonameid or about.place or ""), about.scope


def _question(tolls: list[Toll], disputed: bool) -> Question:
    about = next((one.about for one in tolls if one.about.population), tolls[0].about)
    ordered = sorted(tolls, key=_newest)
    words = subject(about.measure, about.population, about.place, about.scope)
    return Question(shown(words), tuple(ordered), disputed)


def _newest(toll: Toll) -> tuple[bool, float]:
    at = universal(toll.at) if toll.at else _START
    return toll.status == "superseded", -at.timestamp()


def as_said(toll: Toll) -> str:
    """The figure's words without the capital that they had at the head of a sentence."""
    words = shown(toll.words)
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def speaker(toll: Toll) -> str:
    """Who gives the figure: the named speaker, else the agency itself."""
    return shown(toll.by or toll.citation.agency or "the dispatch itself")
