"""``feed.rss``: RSS 2.0. It has no tombstones; what is withdrawn is no longer in it. Pure."""

from email.utils import format_datetime

from lxml import etree

from dateline.publish.body import html_body
from dateline.publish.feeds import Entry, entries, linked, updated
from dateline.publish.wording import shown, universal
from dateline.records import Site

ATOM = "http://www.w3.org/2005/Atom"


def feed_rss(site: Site) -> bytes:
    """The stories that moved last, each with its whole report."""
    rss = etree.Element("rss", version="2.0", nsmap={"atom": ATOM})
    channel = etree.SubElement(rss, "channel")
    _add(channel, "title", site.title)
    _add(channel, "link", linked(site, "index.html"))
    _add(channel, "description", f"{site.title}: reports from agency dispatches, with sources")
    _add(channel, "language", "en")
    _add(channel, "lastBuildDate", format_datetime(universal(updated(site)), usegmt=True))
    _add(channel, "generator", "Dateline")
    if site.address:
        link = {"rel": "self", "type": "application/rss+xml", "href": linked(site, "feed.rss")}
        etree.SubElement(channel, f"{{{ATOM}}}link", link)
    for entry in entries(site):
        _item(channel, entry)
    return bytes(etree.tostring(rss, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _add(parent: etree._Element, name: str, text: str, **given: str) -> None:
    etree.SubElement(parent, name, given).text = shown(text)


def _item(channel: etree._Element, entry: Entry) -> None:
    item = etree.SubElement(channel, "item")
    _add(item, "title", entry.edition.headline.text)
    _add(item, "link", entry.link)
    _add(item, "guid", entry.id, isPermaLink="false")
    _add(item, "pubDate", format_datetime(universal(entry.edition.as_of), usegmt=True))
    _add(item, "description", html_body(entry.edition))
