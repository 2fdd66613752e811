"""The page's description of itself for machines: JSON-LD, schema.org NewsArticle. Pure."""

import json
from typing import Any

from dateline.publish.wording import iso, shown
from dateline.records import Edition, Site

_MOST_PLACES = 20
_ESCAPES = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def news_article(site: Site, edition: Edition, first: Edition) -> str:
    """JSON that is safe inside a script element of type ``application/ld+json``."""
    places = {pin.geonameid: pin.name for pin in edition.pins[:_MOST_PLACES]}
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": shown(edition.headline.text),
        "description": shown(" ".join(line.text for line in edition.standfirst)),
        "datePublished": iso(first.as_of),
        "dateModified": iso(edition.as_of),
        "version": edition.number,
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": shown(site.title)},
        "author": {"@type": "Organization", "name": shown(site.title)},
        "isBasedOn": [_dispatches_of(shown(source.agency)) for source in edition.sources],
        "contentLocation": [
            {"@type": "Place", "name": shown(name), "sameAs": f"https://sws.geonames.org/{number}/"}
            for number, name in places.items()
        ],
    }
    text = json.dumps(data, ensure_ascii=False)
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def _dispatches_of(agency: str) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": agency}
    return {"@type": "CreativeWork", "name": f"Dispatches of {agency}", "publisher": publisher}
