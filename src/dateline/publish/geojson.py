"""``map.geojson``: the places of a report (RFC 7946). Pure."""

from typing import Any

from dateline.publish.edition_json import citations, encode
from dateline.records import Edition, Pin

_DECIMALS = 5  # about a metre, as RFC 7946 section 11.2 advises


def map_geojson(edition: Edition) -> bytes:
    """One point feature per pin. ``precision_km`` says how far around it the words may mean."""
    features = [_feature(pin) for pin in edition.pins]
    return encode({"type": "FeatureCollection", "features": features})


def _feature(pin: Pin) -> dict[str, Any]:
    position = [round(pin.lon, _DECIMALS), round(pin.lat, _DECIMALS)]
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": position},
        "properties": {
            "name": pin.name,
            "geonameid": pin.geonameid,
            "country": pin.country,
            "precision_km": pin.precision_km,
            "kind": pin.kind,
            "text": pin.line.text,
            "citations": citations(pin.line.citations),
        },
    }
