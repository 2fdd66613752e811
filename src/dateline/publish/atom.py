"""``feed.atom``: Atom (RFC 4287) with tombstones for withdrawn stories (RFC 6721). Pure."""

from lxml import etree

from dateline.publish.addresses import urn
from dateline.publish.body import xhtml_body
from dateline.publish.feeds import Entry, Gone, entries, linked, updated, withdrawn
from dateline.publish.wording import iso, shown
from dateline.records import Site

ATOM = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


def feed_atom(site: Site) -> bytes:
    """The stories that moved last, each with its whole report."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM, "at": TOMBSTONES})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    _add(feed, "id", urn("site", site.title))
    _add(feed, "title", site.title)
    _add(feed, "updated", iso(updated(site)))
    _add(_add(feed, "author"), "name", site.title)
    _add(feed, "generator", "Dateline")
    _add(feed, "link", rel="self", type="application/atom+xml", href=linked(site, "feed.atom"))
    _add(feed, "link", rel="alternate", type="text/html", href=linked(site, "index.html"))
    for gone in withdrawn(site):
        _tombstone(feed, gone)
    for entry in entries(site):
        _entry(feed, entry)
    return bytes(etree.tostring(feed, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _add(
    parent: etree._Element, name: str, text: str | None = None, **given: str
) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", given)
    element.text = shown(text) if text is not None else None
    return element


def _tombstone(feed: etree._Element, gone: Gone) -> None:
    etree.SubElement(
        feed, f"{{{TOMBSTONES}}}deleted-entry", {"ref": gone.id, "when": iso(gone.when)}
    )


def _entry(feed: etree._Element, entry: Entry) -> None:
    edition = entry.edition
    element = _add(feed, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", edition.headline.text, type="text")
    _add(element, "published", iso(entry.first.as_of))
    _add(element, "updated", iso(edition.as_of))
    _add(element, "link", rel="alternate", type="text/html", href=entry.link)
    if edition.standfirst:
        _add(element, "summary", " ".join(line.text for line in edition.standfirst), type="text")
    _add(element, "content", type="xhtml").append(xhtml_body(edition))
