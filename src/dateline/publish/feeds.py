"""What the three feeds have in common: which stories, in what order, and their links. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from dateline.publish.addresses import folder, urn
from dateline.publish.wording import universal
from dateline.records import Edition, Site

LONGEST = 100
"""Stories in a feed. A wire of years has hundreds; a feed is for what moved last."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story in a feed. ``id`` repeats no word of the story."""

    id: str
    link: str
    edition: Edition
    first: Edition


@dataclass(frozen=True, slots=True)
class Gone:
    """A withdrawn story: only that it existed under this id, and when it went."""

    id: str
    when: datetime


def last_heard(edition: Edition) -> datetime | None:
    """When the story's newest dispatch was issued; None if no dispatch gives its time."""
    times = [universal(one.issued) for one in edition.dispatches if one.issued]
    return max(times, default=None)


def earliest(site: Site) -> dict[str, Edition]:
    """The first edition of each story that may still be shown."""
    every = sorted((*site.archive, *site.editions), key=lambda one: -one.number)
    return {one.story: one for one in every}


def entries(site: Site) -> list[Entry]:
    """The stories that moved last, newest first."""
    first = earliest(site)
    newest = sorted(site.editions, key=lambda one: one.story)
    newest.sort(key=_moved, reverse=True)
    return [
        Entry(
            id=urn("story", one.story),
            link=linked(site, f"{folder(one.story)}/"),
            edition=one,
            first=first[one.story],
        )
        for one in newest[:LONGEST]
    ]


def _moved(edition: Edition) -> tuple[datetime, datetime]:
    known = universal(edition.as_of)
    return known, last_heard(edition) or known


def withdrawn(site: Site) -> list[Gone]:
    """Tombstones, newest first."""
    gone = [Gone(urn("story", story), when) for story, when in site.withdrawn]
    return sorted(gone, key=lambda one: (-one.when.timestamp(), one.id))


def linked(site: Site, path: str) -> str:
    """A link from a feed: absolute if the site's address is known, else relative to the feed."""
    return f"{site.address.rstrip('/')}/{path}" if site.address else path


def updated(site: Site) -> datetime:
    """When anything in the feed last changed."""
    times: Iterable[datetime] = (
        *(one.as_of for one in site.editions),
        *(when for _, when in site.withdrawn),
    )
    return max(times, default=site.as_of)
