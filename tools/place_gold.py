"""Gold for the two models of the places step, from ``DATELINE_DATA`` (see its README for terms).

LGL and TR-News: news articles whose toponyms have coordinates. MUC dev: agency dispatches whose
templates name the place of an incident with its country ("EL SALVADOR: APOPA (CITY)"); a name that
is not in a template counts there only if it is a country, a capital or far larger than its
namesakes, which agencies mean by it.
"""

import json
import math
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline import config
from dateline.reader import (
    disambiguation,
    gazetteer,
    language,
    peoples,
    place_company,
    place_mentions,
    place_readings,
    toponym_features,
    toponyms,
)
from dateline.reader.gazetteer import Entry
from dateline.reader.placenames import fold
from dateline.reader.token_columns import columns
from dateline.reader.view import view
from dateline.records import Dispatch

FOLDS = 5
NEAR_KM = 161
EVERY = 3  # one MUC dispatch in three is plenty
LARGE, FAR_LARGER = 300_000, 5
LEVEL = re.compile(r"(?P<name>[^:()]+?)(?: \((?P<kind>[A-Z ]+)\))?$")
KINDS = {"DEPARTMENT": "ADM", "PROVINCE": "ADM", "REGION": "ADM"}


@dataclass(frozen=True, slots=True)
class Text:
    """A gold document, parsed, with its candidates and their features."""

    set: str
    fold: int
    words: list[str]
    gold: dict[tuple[int, int], tuple[float, float]]
    found: list[toponyms.Candidate]
    spans: list[tuple[int, int]]
    features: list[list[str]]


@dataclass(frozen=True, slots=True)
class Task:
    """The names of one document to be ranked: which readings are right, and what that counts."""

    fold: int
    laid: place_company.Field
    first: disambiguation.Rows
    right: np.ndarray
    weight: np.ndarray


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance (haversine)."""
    la, lo, lb, lp = map(math.radians, (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 2 * place_company.EARTH_KM * math.asin(min(1, math.sqrt(h)))


def _rows(*path: str) -> list[dict[str, Any]]:
    text = Path(config.data_dir(), *path).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def _fold(name: str) -> int:
    return zlib.crc32(name.encode()) % FOLDS


def _parsed(rows: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Any]]:
    views = [view(Dispatch(guid=row["doc"], text=row["text"])).text for row in rows]
    return zip(rows, language.model("en").pipe(views), strict=True)


def texts(name: str) -> Iterator[Text]:
    """One set with coordinates, ``lgl`` or ``tr-news``."""
    for row, doc in _parsed(_rows("toponyms", f"{name}.jsonl")):
        table = columns(doc)
        named = toponyms.labels(doc, table.words)
        found = toponyms.candidates(doc, doc.text, table, named)
        shared = toponym_features.scene(table, named, found)
        spans = [toponyms.span_of(doc, c) for c in found]
        yield Text(
            set=name,
            fold=_fold(row["doc"]),
            words=table.words,
            gold={(t["start"], t["end"]): (t["lat"], t["lon"]) for t in row["toponyms"]},
            found=found,
            spans=[(s.start, s.end) for s in spans],
            features=[toponym_features.features(c, shared) for c in found],
        )


def _task(
    number: int,
    words: list[str],
    asked: list[place_readings.Asked],
    right: dict[int, Any],
    scale: float,
) -> Task | None:
    """``right`` gives for the number of a name a function that says whether a reading is right."""
    listed = [name for name in asked if name.entries]
    if not listed:
        return None
    seen = place_readings.evidence(asked, peoples.named([word.lower() for word in words]))
    lists = [place_readings.shortlist(name, seen) for name in listed]
    numbers = [i for i, name in enumerate(asked) if name.entries]
    laid = place_company.field([name.positions for name in listed], lists)
    is_right = [
        numbers[o] in right and right[numbers[o]](e)
        for e, o in zip(laid.entries, laid.owner, strict=True)
    ]
    weight = [scale * len(asked[i].positions) * (i in right) for i in numbers]
    first = disambiguation.alone(listed, lists, seen)
    return Task(number, laid, first, np.array(is_right, float), np.array(weight, float))


def tasks(given: list[Text]) -> Iterator[Task]:
    """Ranking tasks from the gold toponyms that are candidates."""
    for text in given:
        pairs = [(c, s) for c, s in zip(text.found, text.spans, strict=True) if s in text.gold]
        made = place_mentions.mentions([c for c, _ in pairs], text.words)
        asked, owner = place_mentions.ask(made)
        points: dict[int, list[tuple[float, float]]] = {}
        for number, (_, span) in zip(owner, pairs, strict=True):
            points.setdefault(number, []).append(text.gold[span])

        def near(entry: Entry, at: list[tuple[float, float]]) -> bool:
            close = sum(kilometres((entry.lat, entry.lon), point) <= NEAR_KM for point in at)
            return close * 2 >= len(at)

        right = {n: (lambda e, at=at: near(e, at)) for n, at in points.items()}
        if task := _task(text.fold, text.words, asked, right, 1.0):
            yield task


def _template_names(row: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Key to country and kind for the places in a document's templates."""
    found: dict[str, tuple[str, str]] = {}
    for template in row["templates"]:
        for location in template["location"]:
            levels = [LEVEL.match(part.strip()) for part in location.split(":")]
            if not all(levels):
                continue
            country = gazetteer.lookup(fold(levels[0]["name"]))
            if country and country[0].feature == "PCLI":
                for level in levels[1:]:
                    kind = KINDS.get(level["kind"] or "", "PPL")
                    found[fold(level["name"])] = (country[0].country, kind)
    return found


def _prominent(name: place_readings.Asked) -> Entry | None:
    """The reading that agencies mean without saying so."""
    own = [e for e in name.entries if e.own] or list(name.entries)
    top, rest = own[0], [e for e in own[1:] if e.country != own[0].country]
    if name.above or top.feature not in ("PCLI", "PPLC", "PPL"):
        return None
    clear = all(e.population * FAR_LARGER < top.population for e in rest)
    return top if clear and (top.feature != "PPL" or top.population > LARGE) else None


def wire_tasks(scale: float) -> Iterator[Task]:
    """Ranking tasks from MUC dispatches."""
    for row, doc in _parsed(_rows("muc", "dev.jsonl")[::EVERY]):
        table = columns(doc)
        words = table.words
        made = place_mentions.mentions(place_mentions.chosen(doc, doc.text, table), words)
        asked, _ = place_mentions.ask(made)
        listed, right = _template_names(row), {}
        for number, name in enumerate(asked):
            if name.key in listed:
                iso, kind = listed[name.key]
                right[number] = lambda e, iso=iso, kind=kind: (
                    e.country == iso and (e.feature.startswith(kind))
                )
            elif name.entries and (top := _prominent(name)):
                right[number] = lambda e, top=top: e.id == top.id
        if task := _task(_fold(row["doc"]), words, asked, right, scale):
            yield task
