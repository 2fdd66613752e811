"""Places told by their distance and bearing: ``20 km southwest of the capital`` as a point.

The point lies on the great circle from the anchor (spherical earth, mean radius 6371 km). A compass
point of eight leaves 22.5 degrees on either side, a round distance about a tenth: ``precision_km``
covers both and the anchor's own area.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import asin, atan2, cos, degrees, hypot, radians, sin, tan

from dateline.reader import gazetteer, peoples
from dateline.reader.gazetteer import Entry
from dateline.reader.lexicon_files import content
from dateline.reader.page import Found, Page
from dateline.reader.place_company import EARTH_KM, kilometres
from dateline.reader.placenames import fold
from dateline.records import Place

KM = {"m": 1.609, "n": 1.852, "k": 1.0}  # miles, nautical miles, kilometres
LATERAL, ROUNDED = tan(radians(22.5)), 0.1
FARTHEST_KM = 1500  # farther than this, a compass point tells nothing
DISTANCE = r"(?<![\w.,])(?P<count>\d{1,3}(?:[ ,.]\d{3})?(?:[.,]\d{1,2})?)[\s-]?"
UNIT = r"(?P<unit>km\b|kms\b|kilom[eè]tres?|kilometers?|miles?\b|nautical miles?|milles?)"
UNITS = ("km", "kilom", "mile", "mille")  # one of these is in any text that tells a distance
FORMS = {
    "en": re.compile(
        DISTANCE + UNIT + r"(?:\s*\([^()\n]{2,30}\))?\s+(?:to the |due )?"
        r"(?P<bearing>(?:north|south)(?:[ -]?(?:east|west))?|east|west)\s+(?:of|from)\s+",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        DISTANCE + UNIT + r"\s+(?:environ\s+)?(?:au |à l['’])"
        r"(?P<bearing>(?:nord|sud)(?:[ -]?(?:est|ouest))?|est|ouest)\s+(?:de |d['’]|du |des )",
        re.IGNORECASE,
    ),
}
TOWN_OF = re.compile(
    r"(?:(?:the|la|le|l['’])\s*)?"
    r"(?:(?:\w+ )?(?:city|town|village|port|capital|ville|capitale)(?:,| of| de| d['’])?\s*)?",
    re.IGNORECASE,
)
CAPITAL = re.compile(
    r"(?:the|its|their|la|l['’])\s*(?:(?P<people>[\w-]+)\s+)?capitale?\b(?:\s+(?P<after>\w+))?",
    re.IGNORECASE,
)
# "X, a village about 20 km north of Y": what stands between a place and how far away it is
BESIDE = re.compile(
    r"\s?[,(]?\s?(?:(?:a|the|un|une|le|la) (?:[\w-]+ ){1,3})?(?:(?:some|about|around|roughly"
    r"|nearly|located|lying|situated|à|située?|environ|quelque)[ ,]{1,2}){0,3}",
    re.IGNORECASE,
)
SLACK_KM, SLACK = 20.0, 0.3  # how far off a town may lie that the text places so
AREAS = ("PCL", "ADM", "RGN", "CONT", "ISL")
FEATURE = "RELATIVE"


@dataclass(frozen=True, slots=True)
class Told:
    """Where a phrase that tells a distance begins, where its anchor ends, and what that is."""

    start: int
    end: int
    km: float
    bearing: float
    anchor: Entry | Place


@cache
def _bearings(language: str) -> dict[str, float]:
    table: dict[str, float] = tomllib.loads(content("place_bearings.toml"))[language]
    return table


def _number(words: str) -> float:
    """The count of a distance; a mark before three digits parts thousands."""
    plain = re.sub(r"[ ,.](?=\d{3}$)", "", words)
    return float(plain.replace(",", "."))


def point(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """Latitude and longitude reached from a point on a bearing, all in degrees."""
    a, o, t, d = radians(lat), radians(lon), radians(bearing), km / EARTH_KM
    there = asin(sin(a) * cos(d) + cos(a) * sin(d) * cos(t))
    across = o + atan2(sin(t) * sin(d) * cos(a), cos(d) - sin(a) * sin(there))
    return degrees(there), (degrees(across) + 540) % 360 - 180


def _home(page: Page, places: Sequence[Place]) -> str | None:
    """The country whose capital "the capital" is: the only one whose capital is named, else the one
    that the text names most.
    """
    seats = {p.country for p in places if p.feature == "PPLC" and p.role == "location"}
    if len(seats) == 1:
        return seats.pop()
    told = Counter(p.country for p in places if p.country)
    told.update(page.peoples)
    return max(told, key=lambda iso: told[iso], default=None)


def _capital(page: Page, start: int, places: Sequence[Place]) -> tuple[int, Entry] | None:
    """The end and the town of "the capital", "the Lebanese capital"; none of a region's capital."""
    found = CAPITAL.match(page.view.text, start)
    if found is None:
        return None
    word = (found["people"] or "").casefold()
    if word and word not in peoples.words():
        return None
    iso = peoples.words()[word] if word else _home(page, places)
    town = gazetteer.capital(iso) if iso else None
    end = found.end() if not found["after"] else found.start("after")
    return (len(page.view.text[:end].rstrip()), town) if town else None


def _told(page: Page, places: Sequence[Place]) -> Iterator[Told]:
    """The distances with a bearing whose anchor is known."""
    text, language = page.view.text, page.language
    low = text.lower()
    if not any(unit in low for unit in UNITS):
        return
    named = {p.span.start: p for p in places if p.lat is not None and p.precision_km is not None}
    for found in FORMS[language].finditer(text):
        lead = TOWN_OF.match(text, found.end())
        at = lead.end() if lead else found.end()
        anchor = named.get(at) or named.get(found.end())
        km = _number(found["count"]) * KM[found["unit"][0].lower()]
        bearing = _bearings(language)[re.sub(r"[ -]", "", found["bearing"].lower())]
        if not 0 < km <= FARTHEST_KM:
            continue
        if anchor is not None:
            yield Told(found.start(), anchor.span.end, km, bearing, anchor)
        elif seat := _capital(page, found.end(), places):
            yield Told(found.start(), seat[0], km, bearing, seat[1])


def _place(page: Page, told: Told) -> Place:
    """The point that a phrase tells of, named by its words with the anchor's name."""
    anchor, words = told.anchor, page.words(told.start, told.end)
    lat, lon = point(anchor.lat or 0.0, anchor.lon or 0.0, told.bearing, told.km)
    own = (anchor.km if isinstance(anchor, Entry) else anchor.precision_km) or 0.0
    country = gazetteer.country_id(anchor.country) if anchor.country else 0
    lead = FORMS[page.language].match(page.view.text, told.start)
    before = lead[0] if lead else ""
    return Place(
        span=words.span,
        text=words.text,
        name=" ".join(f"{before}{anchor.name}".split()),
        country=anchor.country or None,
        within=(country,) if country else (),
        lat=round(lat, 4),
        lon=round(lon, 4),
        feature=FEATURE,
        precision_km=round(hypot(LATERAL * told.km, ROUNDED * told.km) + own, 1),
    )


def find(page: Page, found: Found) -> tuple[Place, ...]:
    """The places that are told by distance and bearing, in order."""
    places = (*found["origin"], *found["places"])
    return tuple(_place(page, told) for told in _told(page, places))


def settled(page: Page, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places, those read by the distance that the text gives right behind them: of several
    readings the one there, and the point itself for a name that no gazetteer knows.
    """
    told = [_place(page, one) for one in _told(page, places)]
    if not told:
        return places
    return tuple(_read_again(page, place, told) for place in places)


def _read_again(page: Page, place: Place, told: list[Place]) -> Place:
    where = next((t for t in told if _is_beside(page, place, t)), None)
    if where is None or where.lat is None or where.lon is None or where.precision_km is None:
        return place
    there, reach = (where.lat, where.lon), SLACK_KM + where.precision_km
    if _fits(place, there, reach * (1 + SLACK)):
        return place
    options = gazetteer.lookup(fold(place.text))
    near = [e for e in options if kilometres(there, (e.lat, e.lon)) <= reach]
    if near:
        return _as_entry(place, near[0])
    if place.geonameid is not None:
        return place
    return replace(
        place, country=where.country, within=where.within, lat=where.lat, lon=where.lon,
        precision_km=where.precision_km,
    )  # fmt: skip


def _fits(place: Place, there: tuple[float, float], reach: float) -> bool:
    """True for a country or division, whose middle tells nothing, and for a town within reach."""
    if (place.feature or "").startswith(AREAS):
        return True
    known = place.lat is not None and place.lon is not None
    return known and kilometres(there, (place.lat or 0.0, place.lon or 0.0)) <= reach


def _is_beside(page: Page, place: Place, where: Place) -> bool:
    between = page.view.text[place.span.end : where.span.start]
    return 0 < len(between) <= 60 and BESIDE.fullmatch(between) is not None


def _as_entry(place: Place, entry: Entry) -> Place:
    return replace(
        place, name=entry.name, country=entry.country or None, geonameid=entry.id,
        within=gazetteer.around(entry), lat=entry.lat, lon=entry.lon, feature=entry.feature,
        precision_km=round(entry.km, 1),
    )  # fmt: skip
