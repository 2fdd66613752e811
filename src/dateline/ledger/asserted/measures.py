"""What is counted besides tolls, by one name for all verbs: prisoners released, drones shot down.

Pure. The reader names a measure by the noun, and by the verb where the parse ties it to one; the
words around tell the rest.
"""

import re
from dataclasses import dataclass
from functools import cache

from dateline.ledger import lexicons
from dateline.records import Figure, Span
from dateline.records.vocabulary import CORE_MEASURES


@dataclass(frozen=True, slots=True)
class _Words:
    deeds: dict[str, re.Pattern[str]]
    held: re.Pattern[str]
    people: re.Pattern[str]
    things: dict[str, re.Pattern[str]]
    lost: re.Pattern[str]
    fate: dict[str, re.Pattern[str]]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words.replace(' ', r'\s+')})\b", re.IGNORECASE)


_PEOPLE = ("released", "rescued", "surrendered", "missing")


@cache
def _words() -> _Words:
    table = lexicons.table("measures.toml")
    return _Words(
        deeds={name: _pattern(table[name]["verbs"]) for name in _PEOPLE},
        held=_pattern(table["released"]["held"]),
        people=_pattern(table["released"]["people"]),
        things={name: _pattern(words) for name, words in table["things"].items()},
        lost=_pattern(table["lost"]["verbs"]),
        fate={
            name: re.compile(words.replace(" ", r"\s+").replace("[count]", _COUNT), re.IGNORECASE)
            for name, words in table["fate"].items()
        },
    )


_BEFORE, _AFTER = 60, 90
"""Characters around a count in which the verb for it may stand."""


def named(figure: Figure, text: str, sentence: Span) -> str:
    """What a figure counts: as the reader says, else by the words around it."""
    if figure.measure == "displaced" and _BACK.match(text, figure.span.end, sentence.end):
        return "returned"
    if figure.unit is not None or (figure.measure in CORE_MEASURES and figure.measure != "held"):
        return figure.measure
    if (became := _fate(figure, text, sentence)) is not None:
        return "captured" if became == "held" and figure.victims == "combatant" else became
    start = max(sentence.start, figure.span.start - _BEFORE)
    words = text[start : min(sentence.end, figure.span.end + _AFTER)]
    counted = f"{figure.text} {figure.population or ''}"
    thing = next((n for n, p in _words().things.items() if p.search(counted)), None)
    if thing is not None:
        lost = _words().lost.search(words) if " " not in figure.measure else None
        return (
            f"{thing} {'shot down' if 'down' in lost[0] else 'destroyed'}"
            if lost
            else figure.measure
        )
    if (
        figure.population_key is not None
        and not _words().people.search(counted)
        and not _nation(figure)
    ):
        return figure.measure
    return _of_people(figure, words, text[sentence.start : sentence.end])


def _fate(figure: Figure, text: str, sentence: Span) -> str | None:
    """What became of people, by the words right beside their count; None if these do not tell."""
    at, end = figure.span.start, figure.span.end
    words = f"{text[sentence.start : at]}{_COUNT}{text[end : sentence.end]}"
    return next((name for name, p in _words().fate.items() if p.search(words)), None)


_COUNT = "\u0000"
"""Stands for a count in its sentence."""

_BACK = re.compile(
    r"[^.;,]{0,60}?\b(?:have|had|has) (?:since |now |already )?"
    r"(?:returned|gone home|come back|gone back)\b"
    r"|\s+(?:people |residents )?(?:returned|went home|came back)\b",
    re.IGNORECASE,
)
_HOLDING = re.compile(r"\b(?:hold|holds|holding|held|custody|captivity)\b", re.IGNORECASE)


def _nation(figure: Figure) -> bool:
    """True for people told only by their nation: 14 Azerbaijanis."""
    return (figure.population or "")[:1].isupper()


def _of_people(figure: Figure, words: str, sentence: str) -> str:
    """What has become of people who are neither dead nor hurt."""
    known = _words()
    if known.deeds["released"].search(words) and known.held.search(sentence):
        return "released"
    if figure.measure == "held":
        return figure.measure
    if known.held.search(figure.text) and _HOLDING.search(words):
        return "held"
    found = (n for n in ("rescued", "surrendered", "missing") if known.deeds[n].search(words))
    return next(found, figure.measure)


@cache
def kind(measure: str) -> str:
    """One name for measures that mean the same: what is shot down, downed or destroyed is lost."""
    if measure in CORE_MEASURES:
        return measure
    known = _words()
    for thing, pattern in known.things.items():
        if pattern.search(measure) and known.lost.search(measure):
            return f"{thing}{_LOST}"
    if known.deeds["released"].search(measure) and known.people.search(measure):
        return "released"
    return measure


@cache
def told(measure: str) -> bool:
    """True for a measure that tells what became of those counted: such counts can be rivals."""
    one = kind(measure)
    return measure in CORE_MEASURES or measure in _PEOPLE or one != measure or one.endswith(_LOST)


_LOST = " lost"


def lost(measure: str) -> bool:
    """True for arms or machines that are lost, whatever the verb."""
    return kind(measure).endswith(_LOST)


@cache
def thing(word: str) -> str | None:
    """The kind of arms or machine that a word means: aircraft for "jets"; None for other words."""
    return next((name for name, p in _words().things.items() if p.fullmatch(word)), None)
