"""What the index shows: the stories that move in front, all others by time. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.publish.addresses import folder
from dateline.publish.feeds import last_heard
from dateline.publish.wording import month, weekday
from dateline.records import Edition, Site

_MOVING = timedelta(hours=48)
_FRONT = 4
_FEW = 60  # with more stories than this, the list below shows headlines only
_MANY_DAYS = 21  # over more days than this, the list is by month


@dataclass(frozen=True, slots=True)
class Teaser:
    """A story as the index announces it."""

    edition: Edition
    link: str
    heard: datetime


@dataclass(frozen=True, slots=True)
class FrontPage:
    """``front`` are the moving stories, ``groups`` the others under a day or month."""

    front: tuple[Teaser, ...]
    groups: tuple[tuple[str, str, tuple[Teaser, ...]], ...]
    brief: bool
    stories: int
    dispatches: int
    agencies: tuple[str, ...]
    disputes: int


def front_page(site: Site) -> FrontPage:
    """The index of a site. A story moves if it was heard of in the last two days on the wire."""
    teasers = [Teaser(one, f"{folder(one.story)}/", last_heard(one)) for one in site.editions]
    teasers.sort(key=lambda one: (one.heard, one.edition.story), reverse=True)
    front = _moving(teasers)
    rest = [one for one in teasers if one not in front]
    return FrontPage(
        front=front,
        groups=_grouped(rest),
        brief=len(rest) > _FEW,
        stories=len(teasers),
        dispatches=len({(d.guid, d.version) for one in site.editions for d in one.dispatches}),
        agencies=tuple(sorted({s.agency for one in site.editions for s in one.sources})),
        disputes=sum(len(one.disputes) for one in site.editions),
    )


def _moving(teasers: Sequence[Teaser]) -> tuple[Teaser, ...]:
    """Of the stories heard of lately, those with the most dispatches."""
    if not teasers:
        return ()
    lately = [one for one in teasers if teasers[0].heard - one.heard <= _MOVING]
    lately.sort(key=lambda one: -len(one.edition.dispatches))
    return tuple(lately[:_FRONT])


def _grouped(teasers: Sequence[Teaser]) -> tuple[tuple[str, str, tuple[Teaser, ...]], ...]:
    days = len({one.heard.date() for one in teasers})
    groups: dict[tuple[str, str], list[Teaser]] = {}
    for one in teasers:
        if days > _MANY_DAYS:
            key = f"{one.heard:%Y-%m}", month(one.heard)
        else:
            key = f"{one.heard:%Y-%m-%d}", weekday(one.heard)
        groups.setdefault(key, []).append(one)
    return tuple((anchor, words, tuple(held)) for (anchor, words), held in groups.items())
