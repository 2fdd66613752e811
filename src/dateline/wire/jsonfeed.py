"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from typing import Any

from dateline.errors import Incomplete
from dateline.records import Dispatch, Failure, Reference
from dateline.wire import extensions, times
from dateline.wire.clean import clean_text
from dateline.wire.htmltext import text_of_html
from dateline.wire.item import Arrival, Item, dispatch_of

FORMAT = "jsonfeed"


def is_jsonfeed(value: object) -> bool:
    """True if a JSON value is a JSON Feed."""
    if not isinstance(value, dict) or not isinstance(value.get("items"), list):
        return False
    return "jsonfeed.org/version" in str(value.get("version"))


def read(value: dict[str, Any], arrival: Arrival) -> tuple[Dispatch | Failure, ...]:
    """The dispatches of a feed's items, and a kill for each that it lists as withdrawn.

    Raises:
        Incomplete: there is no item in it.

    """
    entries = [e for e in value["items"] if isinstance(e, dict)]
    items = [*(_item(value, entry, arrival) for entry in entries), *_withdrawn(value)]
    if not items:
        raise Incomplete("The JSON Feed has no items.", "Try again when the feed has some.")
    return tuple(_dispatch(item, arrival) for item in items)


def _dispatch(item: Item, arrival: Arrival) -> Dispatch | Failure:
    if item.body or item.headline:
        return dispatch_of(item, arrival)
    return Failure(
        path=arrival.path,
        reason=f"The feed item {item.guid} has neither text nor title.",
        remedy="Nothing to do, unless the source should have sent more.",
        guid=item.guid,
        sha256=arrival.sha256,
    )


def _item(feed: dict[str, Any], entry: dict[str, Any], arrival: Arrival) -> Item:
    published = times.iso(entry.get("date_published"))
    modified = times.iso(entry.get("date_modified"))
    plain, marked = _text(entry.get("content_text")), _text(entry.get("content_html"))
    tags = entry.get("tags") if isinstance(entry.get("tags"), list) else []
    return Item(
        guid=_text(str(entry.get("id") or "")) or _text(entry.get("url")) or arrival.path,
        body=text_of_html(marked) if marked else plain or _text(entry.get("summary")) or "",
        format=FORMAT,
        version=times.steps_between(published, modified),
        agency=_text(feed.get("title")),
        issued=modified or published,
        language=_text(entry.get("language")) or _text(feed.get("language")),
        headline=_text(entry.get("title")),
        byline=_author(entry) or _author(feed),
        subjects=tuple(t for tag in tags or () if (t := _text(tag))),
        link=_text(entry.get("url")),
        embargo_until=extensions.embargo_of(entry),
        expires=extensions.expiry_of(entry),
        status=extensions.status_of(entry),
    )


def _withdrawn(feed: dict[str, Any]) -> list[Item]:
    """Kills of what an extension object of the feed lists as withdrawn, as our own feed does."""
    lists = [one.get("withdrawn") for one in feed.values() if isinstance(one, dict)]
    gone = [e for some in lists if isinstance(some, list) for e in some if isinstance(e, dict)]
    return [
        Item(
            guid=f"{ref}#deleted",
            body="This item has been withdrawn.",
            format=FORMAT,
            agency=_text(feed.get("title")),
            signal="kill",
            issued=times.iso(one.get("when")),
            objects=(Reference(guid=ref),),
        )
        for one in gone
        if (ref := _text(one.get("id")))
    ]


def _text(value: object) -> str | None:
    return clean_text(value).strip() or None if isinstance(value, str) else None


def _author(value: dict[str, Any]) -> str | None:
    """Names of ``authors`` (1.1) or ``author`` (1.0)."""
    told = value.get("authors") or [value.get("author")]
    names = (
        [_text(a.get("name")) for a in told if isinstance(a, dict)]
        if isinstance(told, list)
        else []
    )
    return ", ".join(n for n in names if n) or None
