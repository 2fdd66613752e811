"""``item.ninjs.json``: a story as an IPTC ninjs 3.1 item. Pure."""

from typing import Any

from dateline.publish.addresses import urn
from dateline.publish.body import html_body, plain
from dateline.publish.edition_json import encode
from dateline.publish.wording import iso, shown
from dateline.records import Edition

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}


def item_ninjs(edition: Edition, first: Edition) -> bytes:
    """The edition as a text item.

    Args:
        edition: what to write.
        first: the story's earliest edition that may be shown, for the time of creation.

    """
    standfirst = " ".join(shown(line.text) for line in edition.standfirst)
    descriptions = [{"role": "summary", "contentType": "text/plain", "value": standfirst}]
    return encode(
        {
            "standard": _STANDARD,
            "uri": urn("story", edition.story),
            "type": "text",
            "representationType": "full",
            "version": str(edition.number),
            "firstCreated": iso(first.as_of),
            "versionCreated": iso(edition.as_of),
            "pubStatus": "usable",
            "edNote": "Written automatically from agency dispatches; every line names its source.",
            "language": "en",
            "headlines": [
                {
                    "role": "main",
                    "contentType": "text/plain",
                    "value": shown(edition.headline.text),
                }
            ],
            "descriptions": descriptions if standfirst else [],
            "bodies": _bodies(edition),
            "places": _places(edition),
            "infoSources": [{"name": shown(one.agency)} for one in edition.sources],
        }
    )


def _bodies(edition: Edition) -> list[dict[str, Any]]:
    """The report as plain text and as HTML."""
    text = plain(edition)
    counts = {"charCount": len(text), "wordCount": len(text.split())}
    return [
        {"role": "main", "contentType": "text/plain", **counts, "value": text},
        {"role": "main", "contentType": "text/html", "value": html_body(edition)},
    ]


def _places(edition: Edition) -> list[dict[str, Any]]:
    """Each place once, by its GeoNames address."""
    found = {pin.geonameid: pin for pin in edition.pins}
    return [
        {
            "name": shown(pin.name),
            "uri": f"https://sws.geonames.org/{number}/",
            "geoJSON": {
                "type": "Point",
                "coordinates": [round(pin.lon, 5), round(pin.lat, 5)],
            },
        }
        for number, pin in found.items()
    ]
