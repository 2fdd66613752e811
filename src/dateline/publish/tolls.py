"""Figures grouped by what they count, for the who-says-what table and the charts. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dateline.publish.wording import day, join, shown, subject, universal
from dateline.records import About, Dispute, Edition, Toll
from dateline.records.vocabulary import CORE_MEASURES

_OWN = ("its ", "his ", "her ", "their ", "our ", "ses ", "leurs ", "nos ")
Key = tuple[str, ...]
"""What a figure counts, or the claim that it belongs to."""

_START = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Answer:
    """One speaker's figure, however often it was given: newest first."""

    tolls: tuple[Toll, ...]

    @property
    def last(self) -> Toll:
        """The figure as last given."""
        return self.tolls[0]


@dataclass(frozen=True, slots=True)
class Question:
    """What is counted, and everyone's answers: newest first, superseded ones last.

    ``victims`` tells a toll from other counts and quantities.
    """

    about: str
    tolls: tuple[Toll, ...]
    disputed: bool
    victims: bool

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The same figure of the same speaker is one answer."""
        groups: dict[tuple[str, str, bool], list[Toll]] = {}
        for toll in self.tolls:
            key = speaker(toll).casefold(), as_said(toll), toll.status == "superseded"
            groups.setdefault(key, []).append(toll)
        return tuple(Answer(tuple(held)) for held in groups.values())


def questions(edition: Edition) -> tuple[Question, ...]:
    """Disputed questions first, then those about victims, then those with the most answers.

    Figures answer one question if they count the same thing in the same place, if the ledger holds
    them for one claim, or if they are rivals of one dispute.
    """
    every = list(dict.fromkeys(_every(edition)))
    groups = _Groups()
    for toll in every:
        groups.join(("claim", toll.claim), _key(toll))
    for dispute in edition.disputes:
        for toll in dispute.rivals:
            groups.join(_sides(dispute), _key(toll))
    contested = {groups.of(_key(one.rivals[0])): one for one in edition.disputes if one.rivals}
    asked: dict[Key, list[Toll]] = {}
    for toll in every:
        asked.setdefault(groups.of(_key(toll)), []).append(toll)
    found = _titled(_question(tolls, contested.get(key)) for key, tolls in asked.items())
    return tuple(
        sorted(found, key=lambda one: (not one.disputed, not one.victims, -len(one.tolls)))
    )


def _titled(found: Iterable[Question]) -> list[Question]:
    """Questions that a reader could not tell apart by their words are one; figures of nobody
    nowhere stay apart, since nothing says that they count the same.
    """
    by_title: dict[Key, Question] = {}
    for one in found:
        told = any(toll.about.place or toll.about.population for toll in one.tolls)
        key = (one.about,) if told else (one.about, one.tolls[0].claim)
        other = by_title.get(key)
        by_title[key] = _both(other, one) if other else one
    return list(by_title.values())


def _both(one: Question, other: Question) -> Question:
    return Question(
        one.about,
        tuple(sorted(one.tolls + other.tolls, key=_newest)),
        disputed=one.disputed or other.disputed,
        victims=one.victims or other.victims,
    )


class _Groups:
    """Keys that belong together, each group known by one of them (Galler and Fischer, 1964)."""

    def __init__(self) -> None:
        self._above: dict[Key, Key] = {}

    def of(self, key: Key) -> Key:
        """The key by which this one's group is known."""
        while key in self._above:
            key = self._above[key]
        return key

    def join(self, one: Key, other: Key) -> None:
        """Make one group of two."""
        first, second = self.of(one), self.of(other)
        if first != second:
            self._above[second] = first


def _every(edition: Edition) -> Iterable[Toll]:
    return (*edition.figures, *(toll for one in edition.disputes for toll in one.rivals))


def _key(toll: Toll) -> Key:
    """What is counted; a figure that says neither of whom nor where counts with its claim only."""
    about = toll.about
    population = about.population_key or about.population or ""
    place = str(about.geonameid or about.place or "")
    if not population and not place:
        return "claim", toll.claim
    day = (about.when or "") if about.scope == "incident" else ""
    return about.measure, population, place, about.scope, day


def _sides(dispute: Dispute) -> Key:
    """The measure and the figures against each other."""
    about = dispute.rivals[0].about if dispute.rivals else dispute.about
    return "sides", about.measure, *sorted({as_said(toll) for toll in dispute.rivals})


def distinct(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """Each dispute once, though one side counts in total and another since a day."""
    found: dict[Key, Dispute] = {}
    for one in disputes:
        found.setdefault(_sides(one) if one.rivals else (one.line.text,), one)
    return tuple(found.values())


def matter(tolls: Iterable[Toll]) -> str:
    """What figures of one question count, in the words of the one that says it best; with the day
    of an incident, if they agree on one.
    """
    every = [one.about for one in tolls]
    about = max(every, key=_readable)
    words = subject(about.measure, about.population, about.place, about.scope)
    days = {one.when for one in every if one.scope == "incident" and one.when}
    on = _day(days.pop()) if len(days) == 1 else None
    return shown(f"{words}, {on}" if on else words)


def _day(when: str) -> str | None:
    """A day in words; None for an interval."""
    try:
        return day(date.fromisoformat(when))
    except ValueError:
        return None


def _question(tolls: list[Toll], dispute: Dispute | None) -> Question:
    """A question, named as in the dispute about it, if there is one."""
    return Question(
        matter(dispute.rivals if dispute else tolls),
        tuple(sorted(tolls, key=_newest)),
        disputed=dispute is not None or any(one.status == "disputed" for one in tolls),
        victims=tolls[0].about.measure in CORE_MEASURES,
    )


def _readable(about: About) -> tuple[bool, bool, bool]:
    """Whether it names the people, not as somebody's own, and not in telex capitals."""
    people = about.population or ""
    own = people.casefold().startswith(_OWN)
    return bool(people), not own, not people.isupper()


def rivals(dispute: Dispute) -> tuple[tuple[str, str], ...]:
    """The figures of a dispute, each with all who give it."""
    sides: dict[str, list[str]] = {}
    for toll in dispute.rivals:
        sides.setdefault(as_said(toll), []).append(speaker(toll))
    return tuple((words, join(dict.fromkeys(names))) for words, names in sides.items())


def _newest(toll: Toll) -> tuple[bool, float]:
    at = universal(toll.at) if toll.at else _START
    return toll.status == "superseded", -at.timestamp()


def as_said(toll: Toll) -> str:
    """The figure's words with its unit, without the capital of a sentence's first word."""
    words = shown(toll.words)
    words = words[:1].lower() + words[1:] if words[1:2].islower() else words
    unit = toll.about.unit
    return f"{words} {shown(unit)}" if unit and unit not in words else words


def doubt(toll: Toll) -> str:
    """What is said on whether the figure is verified, not in telex capitals."""
    words = shown(toll.verification or "")
    return words.lower() if words.isupper() else words


def speaker(toll: Toll) -> str:
    """Who gives the figure: the named speaker, else the agency itself."""
    return shown(toll.by or toll.citation.agency or "the dispatch itself")
