"""``feed.json``: JSON Feed 1.1, which names withdrawn stories in its ``_dateline`` extension."""

from typing import Any

from dateline.publish.body import html_body
from dateline.publish.edition_json import encode
from dateline.publish.feeds import Entry, entries, linked, withdrawn
from dateline.publish.wording import iso, shown
from dateline.records import Site


def feed_json(site: Site) -> bytes:
    """The stories that moved last, each with its whole report."""
    gone = [{"id": one.id, "when": iso(one.when)} for one in withdrawn(site)]
    return encode(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": shown(site.title),
            "home_page_url": linked(site, "index.html"),
            "feed_url": linked(site, "feed.json"),
            "language": "en",
            "authors": [{"name": shown(site.title)}],
            "_dateline": {"about": linked(site, "methods/index.html"), "withdrawn": gone},
            "items": [_item(entry) for entry in entries(site)],
        }
    )


def _item(entry: Entry) -> dict[str, Any]:
    edition = entry.edition
    return {
        "id": entry.id,
        "url": entry.link,
        "title": shown(edition.headline.text),
        "summary": shown(" ".join(line.text for line in edition.standfirst)),
        "content_html": html_body(edition),
        "date_published": iso(entry.first.as_of),
        "date_modified": iso(edition.as_of),
        "_dateline": {
            "edition": edition.number,
            "disputes": len(edition.disputes),
            "data": f"{entry.link}edition.json",
            "sources": {shown(one.agency): one.dispatches for one in edition.sources},
        },
    }
