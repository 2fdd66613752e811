"""RSS, Atom and RDF feeds, through feedparser; entries' HTML made text; tombstones are kills."""

import io
from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import feedparser
from lxml import etree

from dateline.errors import Incomplete, Unreadable
from dateline.records import Dispatch, Failure, Reference
from dateline.wire import extensions, times
from dateline.wire.clean import clean_text
from dateline.wire.htmltext import text_of_html
from dateline.wire.item import Arrival, Item, dispatch_of
from dateline.wire.safexml import refuse_dtd, root_of

FORMAT = "feed"
MALFORMED_LIMIT = 1_000_000  # characters: a longer feed has to be well formed
Entry = Mapping[str, Any]
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def read(text: str, arrival: Arrival) -> tuple[Dispatch | Failure, ...]:
    """The dispatches of a feed's entries, and a kill for each RFC 6721 tombstone.

    Raises:
        Unsafe: the feed declares entities.
        Unreadable: it is no feed that feedparser knows.
        Incomplete: there is no entry in it.

    """
    _check(text)
    # as a stream of bytes: given a string, feedparser would fetch what looks like an address
    parsed = feedparser.parse(io.BytesIO(_as_utf8(text)), resolve_relative_uris=False)
    if not parsed.version and not parsed.entries:
        raise Unreadable("This is no RSS, Atom or RDF feed.", "Check the address of the feed.")
    name = _text(parsed.feed.get("title"))
    language = _text(parsed.feed.get("language"))
    rights = _text(parsed.feed.get("rights"))
    found = [
        _dispatch(_item(entry, name, language, rights, arrival), arrival)
        for entry in parsed.entries
    ]
    found += [dispatch_of(item, arrival) for item in _tombstones(text, name)]
    if not found:
        raise Incomplete("The feed has no entries.", "Try again when the feed has some.")
    return tuple(found)


def _check(text: str) -> None:
    """Refuses what feedparser, which is patient with broken feeds, would take too long over."""
    refuse_dtd(text)
    try:
        root_of(text)
    except Unreadable:
        if len(text) > MALFORMED_LIMIT:
            raise


def _as_utf8(text: str) -> bytes:
    """The feed in UTF-8, whatever its declaration said: it has been decoded already."""
    start = text.find("?>") + 2 if text.lstrip().startswith("<?xml") else 0
    return b'<?xml version="1.0" encoding="utf-8"?>' + text[start:].encode("utf-8", "replace")


def _dispatch(item: Item, arrival: Arrival) -> Dispatch | Failure:
    if item.body or item.headline:
        return dispatch_of(item, arrival)
    return Failure(
        path=arrival.path,
        reason=f"The feed entry {item.guid} has neither text nor title.",
        remedy="Nothing to do, unless the source should have sent more.",
        guid=item.guid,
        sha256=arrival.sha256,
    )


def _item(
    entry: Entry, name: str | None, language: str | None, rights: str | None, arrival: Arrival
) -> Item:
    published, updated = _time(entry, "published"), _time(entry, "updated")
    headline = text_of_html(_text(entry.get("title")) or "") or None
    link = _text(entry.get("link"))
    link = link if link and link.startswith("http") else None  # feedparser falls back on the id
    return Item(
        guid=_text(entry.get("id")) or link or f"{arrival.path}#{headline or ''}",
        body=_body(entry),
        format=FORMAT,
        version=times.steps_between(published, updated),
        agency=_text((entry.get("source") or {}).get("title")) or name,
        issued=updated or published,
        language=_text(entry.get("language")) or language,
        headline=" ".join(headline.split()) if headline else None,
        byline=_text(entry.get("author")),
        subjects=tuple(t for tag in entry.get("tags") or () if (t := _text(tag.get("term")))),
        link=link,
        rights=_text(entry.get("rights")) or rights,
        embargo_until=extensions.embargo_of(entry) or _embargoed(entry),
        expires=extensions.expiry_of(entry),
        status=extensions.status_of(entry),
    )


def _embargoed(entry: Entry) -> datetime | None:
    """For ever, if one of the categories is "embargoed" and nothing says until when."""
    terms = (str(tag.get("term")).casefold() for tag in entry.get("tags") or ())
    return times.NEVER if "embargoed" in terms else None


def _text(value: object) -> str | None:
    return clean_text(value).strip() or None if isinstance(value, str) else None


def _time(entry: Entry, name: str) -> datetime | None:
    """A time that feedparser read, in UTC (asked by key: ``get`` maps updated to published)."""
    told = entry[f"{name}_parsed"] if f"{name}_parsed" in entry.keys() else None  # noqa: SIM118
    if not told:
        return None
    try:
        return datetime.fromtimestamp(timegm(told), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _body(entry: Entry) -> str:
    """The longest of content and summary, as text."""
    contents = [c.get("value") or "" for c in entry.get("content") or ()]
    summary = entry.get("summary") or ""
    return max((text_of_html(c) for c in [*contents, summary]), key=len)


def _tombstones(text: str, name: str | None) -> list[Item]:
    """Kills from ``at:deleted-entry`` (RFC 6721), which feedparser does not report."""
    if "purl.org/atompub/tombstones" not in text:
        return []
    try:
        root = root_of(text)
    except (Unreadable, etree.LxmlError):
        return []
    return [
        Item(
            guid=f"{ref}#deleted",
            body="This item has been withdrawn.",
            format=FORMAT,
            agency=name,
            signal="kill",
            issued=times.iso(element.get("when")),
            objects=(Reference(guid=ref),),
        )
        for element in root.iter(TOMBSTONE)
        if (ref := element.get("ref"))
    ]
