"""ninjs 1.x, 2.x and 3.x: news in JSON (IPTC). Versions 2 and 3 rename nearly every field.

Names are compared without case, which makes 2.x and 3.x one shape: ``versioncreated``.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from dateline.errors import Incomplete
from dateline.records import Dispatch, Reference
from dateline.records.vocabulary import Signal
from dateline.wire import signals, times
from dateline.wire.clean import clean_text
from dateline.wire.htmltext import text_of_html
from dateline.wire.item import Arrival, Item, dispatch_of

FORMAT = "ninjs"
TELLING = frozenset((
    "type", "versioncreated", "representationtype", "pubstatus", "body_text", "body_xhtml",
    "body_html", "bodies", "headlines", "headline", "slugline", "title", "descriptions", "byline",
    "copyrightholder", "renditions", "standard", "$standard", "eventdetails",
))  # fmt: skip
HTML = re.compile(r"(?i)html|xml|nitf")
ROLES_OF_NUMBER = re.compile(r"(?i)number|transmission|transref|sequence|itemid")


def is_ninjs(value: object) -> bool:
    """True if a JSON value has the shape of a ninjs item (``uri`` is its only required field)."""
    if not isinstance(value, dict) or not isinstance(value.get("uri"), str):
        return False
    return bool(TELLING & {str(k).casefold() for k in value})


def read(value: dict[str, Any], arrival: Arrival) -> tuple[Dispatch, ...]:
    """The dispatch of an item.

    Raises:
        Incomplete: it has neither text nor headline, and is no kill.

    """
    fields = {str(k).casefold(): v for k, v in value.items()}
    item = _item(fields)
    if not item.body and not item.headline and item.status != "canceled":
        raise Incomplete(
            f"The ninjs item {item.guid} has neither body nor headline.", "Send the full item."
        )
    return (dispatch_of(item, arrival),)


def _item(fields: dict[str, Any]) -> Item:
    created = times.iso(fields.get("versioncreated")) or times.iso(fields.get("firstcreated"))
    guid = clean_text(fields["uri"])
    signal = _signal(fields)
    return Item(
        guid=guid,
        body=_body(fields),
        format=FORMAT,
        version=_version(fields),
        agency=_agency(fields),
        status=signals.status_of(fields.get("pubstatus")),
        signal=signal,
        issued=created,
        embargo_until=_embargo(fields),
        expires=times.iso(fields.get("expires")),
        language=_text(fields.get("language")),
        headline=_headline(fields),
        slug=_text(fields.get("slugline")),
        number=_number(fields),
        urgency=_integer(fields.get("urgency")),
        byline=_text(fields.get("byline")) or _text(fields.get("by")),
        subjects=_subjects(fields),
        note=_text(fields.get("ednote")),
        objects=_objects(fields, guid),
        rights=_text(fields.get("copyrightnotice")) or _text(fields.get("copyrightholder")),
        usage_terms=_text(fields.get("usageterms")),
        place=_text(fields.get("located")),
    )


def _text(value: object) -> str | None:
    return (clean_text(value).strip() or None) if isinstance(value, str) else None


def _integer(value: object) -> int | None:
    digits = re.match(r"\d{1,9}", str(value)) if isinstance(value, int | str) else None
    return int(digits[0]) if digits else None


def _objects_in(value: object) -> list[dict[str, Any]]:
    """A list of objects, their names without case; anything else in it is dropped."""
    values = value if isinstance(value, list) else []
    return [{str(k).casefold(): v for k, v in o.items()} for o in values if isinstance(o, dict)]


def _version(fields: dict[str, Any]) -> int | None:
    told = _integer(fields.get("version"))
    if told:
        return told
    first, this = times.iso(fields.get("firstcreated")), times.iso(fields.get("versioncreated"))
    return times.steps_between(first, this)


def _body(fields: dict[str, Any]) -> str:
    """Marked-up text if there is any, since it has the paragraphs; else plain; else a summary."""
    bodies = [
        (o.get("contenttype") or o.get("role") or "", o["value"])
        for o in _objects_in(fields.get("bodies"))
        if isinstance(o.get("value"), str)
    ]
    for key, value in fields.items():
        if key.startswith("body_") and isinstance(value, str):
            bodies.append((key, value))
    marked = [text_of_html(v) for kind, v in bodies if _is_marked_up(str(kind), v)]
    plain = [clean_text(v).strip() for kind, v in bodies if not _is_marked_up(str(kind), v)]
    return max(marked, key=len, default="") or max(plain, key=len, default="") or _summary(fields)


def _is_marked_up(kind: str, value: str) -> bool:
    return bool(HTML.search(kind)) or value.lstrip().startswith("<")


def _summary(fields: dict[str, Any]) -> str:
    described = [o.get("value") for o in _objects_in(fields.get("descriptions"))]
    plain = [v for k, v in fields.items() if k.startswith("description")]
    return max((_text(v) or "" for v in [*described, *plain]), key=len, default="")


def _headline(fields: dict[str, Any]) -> str | None:
    told = _objects_in(fields.get("headlines"))
    told.sort(key=lambda o: o.get("role") not in ("main", None))
    values: Iterable[object] = [*(o.get("value") for o in told), fields.get("headline")]
    found = (_text(v) for v in [*values, fields.get("title")])
    return next((text_of_html(v) for v in found if v), None)


def _agency(fields: dict[str, Any]) -> str | None:
    """The first information source; else whoever holds the copyright."""
    for key in ("infosources", "infosource"):
        for source in _objects_in(fields.get(key)):
            name = _text(source.get("name")) or _text(source.get("literal"))
            if name:
                return name
    return _text(fields.get("copyrightholder"))


def _embargo(fields: dict[str, Any]) -> datetime | None:
    """``embargoed``, in 3.x ``embargoedUntil``. An embargo that we cannot read holds for ever, as
    does one of which only the reason is given.
    """
    told = fields.get("embargoeduntil") or fields.get("embargoed")
    why = any(value for key, value in fields.items() if re.fullmatch("embargo.*reason", key))
    return (times.iso(told) or times.NEVER) if told or why else None


def _number(fields: dict[str, Any]) -> str | None:
    ids = fields.get("altids")
    pairs = list(ids.items()) if isinstance(ids, dict) else []
    pairs += [(o.get("role"), o.get("value")) for o in _objects_in(ids)]
    return next((_text(v) for k, v in pairs if ROLES_OF_NUMBER.search(str(k)) and _text(v)), None)


def _signal(fields: dict[str, Any]) -> Signal | None:
    """From genres or signals by code, else from the editor's note, else from associations.

    Events, plannings and composites tell of reports; they are none.
    """
    if fields.get("type") in ("event", "planning", "composite"):
        return "advisory"
    for key in ("signals", "genres", "genre", "signal"):
        for code in _codes(fields.get(key)):
            if found := signals.coded(code):
                return found
    relations = (name for name, _ in _associated(fields))
    stated = signals.from_note(_text(fields.get("ednote")))
    return stated or next((s for one in relations if (s := signals.of_relation(one))), None)


def _codes(value: object) -> list[str]:
    """The codes of a list of concepts, or of bare words, or of one word."""
    if isinstance(value, str):
        return [value]
    words = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
    named = (one.get("code") or one.get("uri") or one.get("name") for one in _objects_in(value))
    return words + [one for one in named if isinstance(one, str)]


def _subjects(fields: dict[str, Any]) -> tuple[str, ...]:
    entries = [*_objects_in(fields.get("subjects")), *_objects_in(fields.get("subject"))]
    named = (_text(o.get("uri")) or _text(o.get("code")) or _text(o.get("name")) for o in entries)
    return tuple(dict.fromkeys(n for n in named if n))


def _associated(fields: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Associations with their names."""
    entries = fields.get("associations")
    if isinstance(entries, dict):
        return [(str(k), v) for k, v in entries.items() if isinstance(v, dict)]
    return [(str(o.get("name") or o.get("rel")), o) for o in _objects_in(entries)]


def _objects(fields: dict[str, Any], guid: str) -> tuple[Reference, ...]:
    """Associations of a correcting or killing kind that name another item."""
    named = ((name, _text(entry.get("uri"))) for name, entry in _associated(fields))
    return tuple(
        Reference(guid=uri)
        for name, uri in named
        if uri and uri != guid and signals.names_object(name)
    )
