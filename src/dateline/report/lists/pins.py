"""Places of the printed lines, for the map."""

import re

from dateline.records import Event, Line, Pin, Place, Span
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report.choosing.salience import EVENTS
from dateline.report.ground import Sheet
from dateline.report.lines.drafts import Draft

AGAINST = re.compile(r"\bagainst\s+(?:the|an?)\s+(?:\w+\s+)?$", re.IGNORECASE)
FAR = 40  # characters
COUNTRIES = ("PCL", "CONT", "TERR")
"""GeoNames features too large to pin."""


def pins(printed: tuple[tuple[Draft, Line], ...]) -> tuple[Pin, ...]:
    """One pin per place, with the strongest line that names it, in that order."""
    found: dict[int, tuple[float, Pin]] = {}
    for draft, line in printed:
        for place in draft.sheet.reading.places:
            if not draft.span.contains(place.span) or not _pinned(place):
                continue
            kind, weight = _kind(draft.sheet, draft.span, place)
            pin = _pin(place, kind, line)
            if pin and weight > found.get(pin.geonameid, (-1.0, pin))[0]:
                found[pin.geonameid] = (weight, pin)
    ranked = sorted(found.values(), key=lambda p: (-p[0], p[1].name, p[1].geonameid))
    return tuple(pin for _, pin in ranked)


def _pinned(place: Place) -> bool:
    return place.role == "location" and not (place.feature or "").startswith(COUNTRIES)


def _pin(place: Place, kind: str, line: Line) -> Pin | None:
    if place.geonameid is None or place.lat is None or place.lon is None:
        return None
    return Pin(
        name=place.name,
        geonameid=place.geonameid,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        precision_km=place.precision_km or 0.0,
        kind=kind,
        line=line,
    )


def _kind(sheet: Sheet, span: Span, place: Place) -> tuple[str, float]:
    """What happened there: the gravest event, else a toll, else a mention."""
    places = {p.geonameid for p in sheet.reading.places if span.contains(p.span) and _pinned(p)}
    alone = len(places) == 1
    inside = (e for e in sheet.reading.events if span.contains(e.span))
    here = [e for e in inside if _at(e, place, alone) and not _is_object(sheet, e)]
    if here:
        gravest = max(here, key=lambda e: EVENTS.get(e.type, 0.3))
        return gravest.type.casefold(), 2.0 + EVENTS.get(gravest.type, 0.3)
    for figure in sheet.reading.figures:
        if span.contains(figure.span) and figure.measure in CORE_MEASURES:
            return "toll", 1.0
    return "mention", 0.0


def _is_object(sheet: Sheet, event: Event) -> bool:
    """True for what others act against: "rallies against the invasion"."""
    start = event.span.start
    return bool(AGAINST.search(sheet.shown, max(0, start - FAR), start))


def _at(event: Event, place: Place, alone: bool) -> bool:
    """True for an event there, or one of unknown place in a sentence with that place alone."""
    if event.place is None:
        return alone
    return event.place.geonameid == place.geonameid
