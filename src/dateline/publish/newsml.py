"""``item.newsml.xml``: a story as an IPTC NewsML-G2 2.35 news item. Pure."""

from lxml import etree

from dateline.publish.addresses import urn
from dateline.publish.body import xhtml_body
from dateline.publish.wording import iso, shown
from dateline.records import Edition

NAR = "http://iptc.org/std/nar/2006-10-01/"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_39.xml"


def item_newsml(edition: Edition, first: Edition) -> bytes:
    """The edition as a text item, with the report as XHTML inside.

    Args:
        edition: what to write.
        first: the story's earliest edition that may be shown, for the time of creation.

    """
    item = etree.Element(
        f"{{{NAR}}}newsItem",
        {
            "standard": "NewsML-G2",
            "standardversion": "2.35",
            "conformance": "power",
            "guid": urn("story", edition.story),
            "version": str(edition.number),
            _XML_LANG: "en",
        },
        nsmap={None: NAR},
    )
    _add(item, "catalogRef", href=_CATALOG)
    _item_meta(item, edition, first)
    _content_meta(item, edition, first)
    inline = _add(_add(item, "contentSet"), "inlineXML", contenttype="application/xhtml+xml")
    page = xhtml_body(edition, "html")
    _as_document(page, edition)
    inline.append(page)
    return bytes(etree.tostring(item, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _add(
    parent: etree._Element, name: str, text: str | None = None, **given: str
) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAR}}}{name}", given)
    element.text = shown(text) if text is not None else None
    return element


def _item_meta(item: etree._Element, edition: Edition, first: Edition) -> None:
    meta = _add(item, "itemMeta")
    _add(meta, "itemClass", qcode="ninat:text")
    _add(_add(meta, "provider", literal="dateline"), "name", "Dateline")
    _add(meta, "versionCreated", iso(edition.as_of))
    _add(meta, "firstCreated", iso(first.as_of))
    _add(meta, "pubStatus", qcode="stat:usable")
    _add(meta, "edNote", "Written automatically from agency dispatches; see each line's source.")


def _content_meta(item: etree._Element, edition: Edition, first: Edition) -> None:
    meta = _add(item, "contentMeta")
    _add(meta, "contentCreated", iso(first.as_of))
    _add(meta, "contentModified", iso(edition.as_of))
    for source in edition.sources:
        _add(_add(meta, "infoSource", literal=shown(source.agency)), "name", source.agency)
    _add(meta, "language", tag="en")
    for number, name in {pin.geonameid: pin.name for pin in edition.pins}.items():
        subject = _add(
            meta, "subject", type="cpnat:geoArea", uri=f"https://sws.geonames.org/{number}/"
        )
        _add(subject, "name", name)
    _add(meta, "headline", edition.headline.text)
    for line in edition.standfirst:
        _add(meta, "description", line.text, role="drol:summary")


def _as_document(page: etree._Element, edition: Edition) -> None:
    """Turn a flat html element into head and body."""
    namespace = page.tag.removesuffix("html")
    content = list(page)
    head = etree.SubElement(page, f"{namespace}head")
    etree.SubElement(head, f"{namespace}title").text = shown(edition.headline.text)
    body = etree.SubElement(page, f"{namespace}body")
    body.extend(content)
