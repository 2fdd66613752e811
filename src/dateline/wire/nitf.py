"""NITF (IPTC News Industry Text Format), on its own or inside a NewsML-G2 item."""

import re
from datetime import datetime

from lxml import etree

from dateline.errors import Incomplete
from dateline.records import Dispatch, Reference
from dateline.records.vocabulary import Signal
from dateline.wire import signals, times
from dateline.wire.clean import clean_text
from dateline.wire.htmltext import text_of_tree
from dateline.wire.item import Arrival, Item, dispatch_of
from dateline.wire.safexml import local

FORMAT = "nitf"
BY = re.compile(r"(?i)^(?:by|par|von|por)\s+")
CODED = (
    ("ed-msg", "msg-type"),
    ("doc-scope", "scope"),
    ("tobject.property", "tobject.property.type"),
    ("tobject", "tobject.type"),
)
"""Elements and attributes in which agencies say what a transmission is."""


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
    note = "\n".join(_notes(root)) or None
    version = _attribute(names, "du-key", "version") or ""
    managed = _attribute(names, "docdata", "management-status") or ""
    byline = _text(names, "byline")
    return Item(
        guid=_attribute(names, "doc-id", "id-string") or guid,
        body=_body(root),
        format=FORMAT,
        version=int(version) if version.isdecimal() and len(version) < 10 else None,
        agency=_text(names, "distributor") or _attribute(names, "doc-id", "regsrc"),
        status=signals.status_of(managed),
        signal=_signal(root) or signals.from_note(note),
        issued=times.iso(_attribute(names, "date.issue", "norm"))
        or times.iso(_attribute(names, "story.date", "norm")),
        embargo_until=_embargo(names, managed),
        expires=times.iso(_attribute(names, "date.expire", "norm")),
        headline=_text(names, "hl1") or _text(names, "hedline") or _text(names, "title"),
        slug=_attribute(names, "du-key", "key"),
        urgency=_digit(_attribute(names, "urgency", "ed-urg")),
        byline=BY.sub("", byline) if byline else None,
        note=note,
        objects=_corrected(root),
        rights=_attribute(names, "doc.copyright", "holder") or _text(names, "rights"),
        place=_text(names, "location"),
    )


def _body(root: etree._Element) -> str:
    """The text of the body itself: notes in its head have a ``body.content`` of their own."""
    for element in root.iter():
        above = element.getparent()
        if local(element) == "body.content" and above is not None and local(above) == "body":
            return text_of_tree(element)
    return ""


def _notes(root: etree._Element) -> list[str]:
    """Messages and notes to editors."""
    found = [clean_text(e.get("info") or "") for e in _all(root, "ed-msg", "correction")]
    found += [clean_text(" ".join(e.itertext())) for e in _all(root, "note") if _is_for_editors(e)]
    return [" ".join(one.split()) for one in found if one.strip()]


def _is_for_editors(note: etree._Element) -> bool:
    return note.get("noteclass") in (None, "editorsnote", "hd")


def _all(root: etree._Element, *names: str) -> list[etree._Element]:
    return [e for e in root.iter() if local(e) in names]


def _signal(root: etree._Element) -> Signal | None:
    """The first code that we know: a message's type, a scope, a property of the tagged object."""
    if _all(root, "correction"):
        return "correction"
    codes = [e.get(name) for tag, name in CODED for e in _all(root, tag)]
    return next((s for code in codes if (s := signals.coded(code))), None)


def _embargo(names: dict[str, etree._Element], managed: str) -> datetime | None:
    """The release date; for ever if there is an embargo without one that we can read."""
    released = _attribute(names, "date.release", "norm")
    scope = (_attribute(names, "doc-scope", "scope") or "").casefold()
    barred = "embargo" in scope or managed.casefold() == "embargoed"
    return (times.iso(released) or times.NEVER) if released or barred else None


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


def _corrected(root: etree._Element) -> tuple[Reference, ...]:
    """The documents that ``correction`` says this one corrects."""
    ids = (e.get("id-string") for e in _all(root, "correction"))
    return tuple(Reference(guid=clean_text(i).strip()) for i in ids if i)
