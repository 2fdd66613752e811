"""NITF (IPTC News Industry Text Format), on its own or inside a NewsML-G2 item."""

from lxml import etree

from dateline.errors import Incomplete
from dateline.records import Dispatch, Reference
from dateline.records.vocabulary import PubStatus
from dateline.wire import signals, times
from dateline.wire.clean import clean_text
from dateline.wire.htmltext import text_of_tree
from dateline.wire.item import Arrival, Item, dispatch_of
from dateline.wire.safexml import local

FORMAT = "nitf"


def read(root: etree._Element, arrival: Arrival) -> tuple[Dispatch, ...]:
    """The dispatch of a document.

    Raises:
        Incomplete: it has neither text nor headline, and is no kill.

    """
    item = item_of(root, guid=arrival.path)
    if not item.body and not item.headline and item.status != "canceled":
        raise Incomplete("The NITF document has neither text nor headline.", "Send the full text.")
    return (dispatch_of(item, arrival),)


def item_of(root: etree._Element, *, guid: str) -> Item:
    """The item that a ``nitf`` element states; ``guid`` is the fallback for its ``doc-id``."""
    names = _first_by_name(root)
    note = _attribute(names, "ed-msg", "info")
    released = _attribute(names, "date.release", "norm")
    version = _attribute(names, "du-key", "version") or ""
    return Item(
        guid=_attribute(names, "doc-id", "id-string") or guid,
        body=text_of_tree(names["body.content"]) if "body.content" in names else "",
        format=FORMAT,
        version=int(version) if version.isdecimal() and len(version) < 10 else None,
        agency=_text(names, "distributor") or _attribute(names, "doc-id", "regsrc"),
        status=_status(_attribute(names, "docdata", "management-status")),
        signal=signals.from_note(note),
        issued=times.iso(_attribute(names, "date.issue", "norm"))
        or times.iso(_attribute(names, "story.date", "norm")),
        embargo_until=(times.iso(released) or times.NEVER) if released else None,
        expires=times.iso(_attribute(names, "date.expire", "norm")),
        headline=_text(names, "hl1") or _text(names, "hedline") or _text(names, "title"),
        slug=_attribute(names, "du-key", "key"),
        urgency=_digit(_attribute(names, "urgency", "ed-urg")),
        byline=_text(names, "byline"),
        note=note,
        objects=_replaced(root),
        rights=_attribute(names, "doc.copyright", "holder") or _text(names, "rights"),
        place=_text(names, "location"),
    )


def _first_by_name(root: etree._Element) -> dict[str, etree._Element]:
    """The first element of each name."""
    found: dict[str, etree._Element] = {}
    for element in root.iter():
        found.setdefault(local(element), element)
    return found


def _text(names: dict[str, etree._Element], name: str) -> str | None:
    if name not in names:
        return None
    return " ".join(clean_text("".join(names[name].itertext())).split()) or None


def _attribute(names: dict[str, etree._Element], name: str, attribute: str) -> str | None:
    value = names[name].get(attribute) if name in names else None
    return clean_text(value).strip() or None if value else None


def _digit(value: str | None) -> int | None:
    return int(value) if value and value.isdecimal() and len(value) == 1 else None


def _status(managed: str | None) -> PubStatus | None:
    """NITF's management status in IPTC's publishing status."""
    known: dict[str, PubStatus] = {
        "usable": "usable",
        "embargoed": "usable",
        "withheld": "withheld",
        "killed": "canceled",
        "canceled": "canceled",
        "withdrawn": "canceled",
    }
    return known.get((managed or "").casefold())


def _replaced(root: etree._Element) -> tuple[Reference, ...]:
    """What ``del-list`` says this document does away with."""
    ids = [e.get("id-string") for e in root.iter() if local(e) == "from-src"]
    return tuple(Reference(guid=i) for i in ids if i)
