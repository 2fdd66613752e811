"""NewsML-G2 (IPTC): news, package, concept and knowledge items, alone or in a news message."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lxml import etree

from dateline.errors import Incomplete, WireError
from dateline.records import Dispatch, Failure, Reference
from dateline.records.vocabulary import Signal
from dateline.wire import datelines, nitf, signals, times
from dateline.wire.clean import clean_text
from dateline.wire.htmltext import text_of_html, text_of_tree
from dateline.wire.item import Arrival, Item, dispatch_of
from dateline.wire.safexml import local

FORMAT = "newsml-g2"
ITEMS = frozenset(("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem"))
NO_REPORT = ITEMS - {"newsItem"}  # packages and diary entries tell of reports, they are none
ROOTS = ITEMS | {"newsMessage"}


def read(root: etree._Element, arrival: Arrival) -> tuple[Dispatch | Failure, ...]:
    """The dispatches of an item or a message; an item that cannot be read is a failure of its own.

    Packages that only refer to items sent beside them add nothing and are left out.

    Raises:
        Incomplete: a message has no items in it.

    """
    if local(root) in ITEMS:
        return (dispatch_of(_item(root), arrival),)
    sent = _text(root, "header", "sent")
    found = tuple(_each(root, arrival, sent))
    if not found:
        raise Incomplete("The news message holds no item.", "Send the items themselves.")
    return found


def _each(root: etree._Element, arrival: Arrival, sent: str | None) -> Iterator[Dispatch | Failure]:
    items = [e for s in _children(root, "itemSet") for e in s if local(e) in ITEMS]
    held = {e.get("guid") for e in items}
    for element in items:
        refs = {r.get("residref") for r in element.iter() if local(r) == "itemRef"}
        if local(element) == "packageItem" and refs and refs <= held:
            continue
        try:
            yield dispatch_of(_item(element, sent), arrival)
        except WireError as error:
            yield Failure(
                path=arrival.path,
                reason=error.what,
                remedy=error.remedy,
                guid=element.get("guid"),
                sha256=arrival.sha256,
            )


def _item(root: etree._Element, sent: str | None = None) -> Item:
    """An item's fields.

    Raises:
        Incomplete: no guid, or neither text nor headline in an item that is no kill.

    """
    guid = root.get("guid")
    if not guid:
        raise Incomplete(f"The {local(root)} has no guid.", "Ask the sender for the full item.")
    meta, content = _child(root, "itemMeta"), _child(root, "contentMeta")
    body, inner = _body(root)
    headline = _text(content, "headline") or _text(meta, "title") or inner.headline
    status = signals.status_of(_code(_child(meta, "pubStatus")))
    if not body and not headline and status != "canceled":
        raise Incomplete(f"The item {guid} has neither text nor headline.", "Send the full item.")
    return Item(
        guid=clean_text(guid),
        body=body,
        format=FORMAT,
        version=_version(root, meta),
        status=status,
        signal="advisory" if local(root) in NO_REPORT else _signal(meta),
        language=_language(root, content),
        headline=headline,
        byline=_text(content, "by") or inner.byline or _text(content, "creator", "name"),
        rights=_text(root, "rightsInfo", "copyrightNotice"),
        usage_terms=_text(root, "rightsInfo", "usageTerms"),
        agency=_agency(meta, content),
        number=_number(meta, content),
        objects=_objects(meta, guid),
        **_management(meta, sent),
        **_content(content),
    )


def _management(meta: etree._Element | None, sent: str | None) -> dict[str, Any]:
    """What ``itemMeta`` says; the message's own time stands in for a missing one."""
    return {
        "issued": times.iso(_text(meta, "versionCreated")) or times.iso(sent),
        "embargo_until": _embargo(meta),
        "expires": times.iso(_text(meta, "expires")),
        "link": _web_address(meta),
        "note": _note(meta),
    }


def _content(content: etree._Element | None) -> dict[str, Any]:
    """What ``contentMeta`` says."""
    return {
        "slug": _text(content, "slugline"),
        "urgency": _urgency(content),
        "subjects": tuple(c for e in _children(content, "subject") if (c := _code(e))),
        "place": _text(content, "located", "name") or _dateline_place(content),
    }


def _children(element: etree._Element | None, name: str) -> list[etree._Element]:
    return [] if element is None else [e for e in element if local(e) == name]


def _child(element: etree._Element | None, *path: str) -> etree._Element | None:
    for name in path:
        element = next(iter(_children(element, name)), None)
    return element


def _text(element: etree._Element | None, *path: str) -> str | None:
    """The text at a path of children, spaces made single; null if absent or empty."""
    found = _child(element, *path)
    if found is None:
        return None
    return " ".join(clean_text("".join(found.itertext())).split()) or None


def _code(element: etree._Element | None) -> str | None:
    if element is None:
        return None
    told: str | None = element.get("qcode") or element.get("uri") or element.get("literal")
    return told


def _body(root: etree._Element) -> tuple[str, Item]:
    """The text, and what an inline NITF document says beside it."""
    inner = Item(guid="", body="", format=FORMAT)
    texts = [""]
    for element in (e for s in _children(root, "contentSet") for e in s):
        document = next((e for e in element.iter() if local(e) == "nitf"), None)
        if document is not None:
            inner = nitf.item_of(document, guid=root.get("guid") or "")
            texts.append(inner.body)
        elif local(element) == "inlineXML":
            texts.append(text_of_tree(element))
        elif local(element) == "inlineData" and element.text:
            texts.append(text_of_html(element.text))
    return max(texts, key=len) or _description(root), inner


def _description(root: etree._Element) -> str:
    """For items without content: descriptions, and for packages those of their parts."""
    said = []
    for element in root.iter():
        if local(element) in ("description", "definition", "title", "name"):
            parent = local(element.getparent()) if element.getparent() is not None else ""
            if parent in ("itemRef", "concept") or local(element) == "description":
                said.append(" ".join(clean_text("".join(element.itertext())).split()))
    return "\n\n".join(dict.fromkeys(s for s in said if s))


def _version(root: etree._Element, meta: etree._Element | None) -> int | None:
    told = root.get("version") or ""
    if told.isdecimal() and len(told) < 10:
        return int(told) or 1
    first, this = _text(meta, "firstCreated"), _text(meta, "versionCreated")
    return times.steps_between(times.iso(first), times.iso(this))


def _agency(meta: etree._Element | None, content: etree._Element | None) -> str | None:
    """The provider's name; else the information source's; else the provider's code."""
    provider, source = _child(meta, "provider"), _child(content, "infoSource")
    named = _text(provider, "name") or _text(source, "name")
    code = _code(provider) or _code(source)
    return named or (code.rsplit(":", 1)[-1].strip("/").rsplit("/", 1)[-1] if code else None)


def _signal(meta: etree._Element | None) -> Signal | None:
    """The first signal that we know, else what a note opens with, else what a link is for."""
    coded = (signals.coded(_code(e)) for e in _children(meta, "signal"))
    stated = next((s for s in coded if s), None) or signals.from_note(_note(meta))
    relations = (link.get("rel") or "" for link in _children(meta, "link"))
    return stated or next((s for one in relations if (s := signals.of_relation(one))), None)


def _note(meta: etree._Element | None) -> str | None:
    """The notes to editors, each on a line."""
    said = (" ".join("".join(e.itertext()).split()) for e in _children(meta, "edNote"))
    return clean_text("\n".join(filter(None, said))) or None


def _embargo(meta: etree._Element | None) -> datetime | None:
    """An empty ``embargoed`` means "until further notice" (NewsML-G2 guide): for ever."""
    if _child(meta, "embargoed") is None:
        return None
    return times.iso(_text(meta, "embargoed")) or times.NEVER


def _language(root: etree._Element, content: etree._Element | None) -> str | None:
    told = _child(content, "language")
    tag: str | None = told.get("tag") if told is not None else None
    stated: str | None = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return tag or stated


def _number(*metas: etree._Element | None) -> str | None:
    for meta in metas:
        for element in _children(meta, "altId"):
            if element.text and element.text.strip():
                return clean_text(element.text).strip()
    return None


def _urgency(content: etree._Element | None) -> int | None:
    told = _text(content, "urgency") or ""
    return int(told) if told.isdecimal() and len(told) < 3 else None


def _dateline_place(content: etree._Element | None) -> str | None:
    """The place of ``MOSCOW, Monday (Nord)``, where no ``located`` names one."""
    head = datelines.find(f"{_text(content, 'dateline') or ''} -- ", 0, None)
    return head.place if head else None


def _web_address(meta: etree._Element | None) -> str | None:
    for link in _children(meta, "link"):
        href = str(link.get("href") or "")
        if "seealso" not in (link.get("rel") or "").casefold() and href.startswith("http"):
            return href
    return None


def _objects(meta: etree._Element | None, guid: str) -> tuple[Reference, ...]:
    """Links that say which item is corrected, replaced or withdrawn."""
    named = [
        link.get("residref") or link.get("href")
        for link in _children(meta, "link")
        if signals.names_object(link.get("rel") or "")
    ]
    return tuple(Reference(guid=n) for n in dict.fromkeys(named) if n and n != guid)
