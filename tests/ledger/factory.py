"""Dispatches and readings made by hand, in our own words, with invented agencies."""

import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dateline.records import (
    Dispatch,
    Event,
    Figure,
    Name,
    Place,
    Reading,
    Sentence,
    Span,
    Statement,
    When,
    Words,
)

NOON = datetime(2022, 3, 2, 12, tzinfo=UTC)
TOWN, OTHER, PROVINCE, COUNTRY = 706483, 703448, 706482, 690791
PLACES = {
    "Kharkiv": (TOWN, (COUNTRY, PROVINCE)),
    "Kyiv": (OTHER, (COUNTRY,)),
    "Kharkiv oblast": (PROVINCE, (COUNTRY,)),
    "Ukraine": (COUNTRY, ()),
}
_SENTENCE = re.compile(r"[^.]+\.")


def hours(n: float) -> datetime:
    return NOON + timedelta(hours=n)


def dispatch(text, guid="alba:1", *, agency="Alba", at=0.0, **fields) -> Dispatch:
    issued = fields.pop("issued", hours(at))
    sha = hashlib.sha256(raw(text, guid, fields.get("version", 1))).hexdigest()
    return Dispatch(guid, text, agency=agency, issued=issued, received=issued, language="en",
                    sha256=sha, **fields)  # fmt: skip


def raw(text, guid="alba:1", version=1) -> bytes:
    return f"{guid} {version}\n{text}".encode("utf-8", "replace")


def data(one: Dispatch) -> bytes:
    return raw(one.text, one.guid, one.version)


def span(one: Dispatch, words: str) -> Span:
    start = one.text.index(words)
    return Span(start, start + len(words))


def place(one: Dispatch, name: str, at: Span | None = None) -> Place:
    number, within = PLACES[name]
    where = at or (span(one, name) if name in one.text else Span(0, 0))
    words = one.text[where.start : where.end]
    return Place(where, words, name, country="UA", geonameid=number, within=within)


def on(day: int, to: int | None = None) -> When:
    start, end = datetime(2022, 3, day), datetime(2022, 3, to or day, 23, 59)
    return When(Span(0, 0), "", f"2022-03-{day:02}", start, end, "range" if to else "day")


def figure(one: Dispatch, words: str, measure="killed", value=None, **fields) -> Figure:
    made = {"low": value, "high": value, "value": value, "hedge": "exact"} | fields
    return Figure(span(one, words), words, measure, **made)


def statement(one: Dispatch, content: str, by=None, **fields) -> Statement:
    where = span(one, content)
    fields.setdefault("mode", "indirect")
    return Statement(where, content, Words(where, content) if by else None, by, None,
                     (Words(where, content),), **fields)  # fmt: skip


def event(one: Dispatch, words: str, kind="CONTROL", **fields) -> Event:
    return Event(span(one, words), words, kind, **fields)


def reading(one: Dispatch, *found, terms=None) -> Reading:
    sentences = tuple(
        Sentence(Span(m.start() + len(m[0]) - len(m[0].lstrip()), m.end()), 0)
        for m in _SENTENCE.finditer(one.text)
    )
    kinds = {
        "figures": Figure,
        "statements": Statement,
        "places": Place,
        "events": Event,
        "names": Name,
    }
    groups = {k: tuple(f for f in found if isinstance(f, t)) for k, t in kinds.items()}
    words = tuple(dict.fromkeys(re.findall(r"[a-z]{4,}", one.text.casefold())))
    return Reading(one.guid, one.version, "test", "none", "en", sentences=sentences,
                   terms=words if terms is None else terms, **groups)  # fmt: skip


def toll(count, *, by=None, day=2, words=None, figures=None, **fields):
    """A dispatch of one sentence with one toll in it, and its reading."""
    said, measure = words or str(count), fields.pop("measure", "killed")
    town, filler = fields.pop("town", "Kharkiv"), fields.pop("filler", "")
    population = fields.pop("population", "people")
    scene = fields.pop("scene", "the market square")
    since = "Since the war began, s" if (figures or {}).get("scope") == "cumulative" else "S"
    text = (
        f"{since}helling of {town} on 2 March hit {scene} and {said} {population} were "
        f"{measure}, {by or 'the agency'} said. Rescue crews searched the ruins.{filler}"
    )
    one = dispatch(text, **fields)
    found = {
        "measure": measure, "value": count, "population": population, "population_key": population,
        "place": place(one, town), "when": on(day) if day else None, "source_name": by,
    }  # fmt: skip
    return one, reading(one, figure(one, said, **found | (figures or {})))


def kill(*objects, guid="alba:kill", agency="Alba", at=5.0, signal="kill", text="KILL. Do not use.",
         **fields):  # fmt: skip
    one = dispatch(text, guid, agency=agency, at=at, signal=signal, objects=objects, **fields)
    return one, reading(one)


def keep(ledger, pair, learnt=None):
    one, read = pair
    return ledger.ingest(one, read, data(one), learnt=learnt or one.received)


def restated(pair, **changes):
    one, read = pair
    return replace(one, **changes), read
