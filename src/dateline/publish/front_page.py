"""What the index shows: the stories that move in front, all others by time. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateline.publish.addresses import folder
from dateline.publish.feeds import last_heard
from dateline.publish.wording import month, weekday
from dateline.records import Edition, Site

_FRONT = 4
_MOVING = (timedelta(days=2), timedelta(days=7), timedelta(days=30))
"""A story moves if heard of so shortly before the newest dispatch; the first that gives enough."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_FEW = 60  # with more stories than this, the list below shows headlines only
_MANY_DAYS = 21  # over more days than this, the list is by month


@dataclass(frozen=True, slots=True)
class Teaser:
    """A story as the index announces it."""

    edition: Edition
    link: str
    heard: datetime | None


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
    """The index of a site."""
    teasers = [Teaser(one, f"{folder(one.story)}/", last_heard(one)) for one in site.editions]
    teasers.sort(key=lambda one: one.edition.story)
    teasers.sort(key=lambda one: one.heard or _LONG_AGO, reverse=True)
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
    """Of the stories heard of lately, those with the most dispatches; four if there are as many."""
    dated = [(one.heard, one) for one in teasers if one.heard]
    if not dated:
        return tuple(teasers[:_FRONT])
    newest = dated[0][0]
    spans = ([one for heard, one in dated if newest - heard <= span] for span in _MOVING)
    last = [one for _, one in dated[:_FRONT]]
    lately = next((held for held in spans if len(held) >= _FRONT), last)
    lately.sort(key=lambda one: -len(one.edition.dispatches))
    return tuple(lately[:_FRONT])


def _grouped(teasers: Sequence[Teaser]) -> tuple[tuple[str, str, tuple[Teaser, ...]], ...]:
    days = len({one.heard.date() for one in teasers if one.heard})
    groups: dict[tuple[str, str], list[Teaser]] = {}
    for one in teasers:
        if one.heard is None:
            key = "undated", "Date not given"
        elif days > _MANY_DAYS:
            key = f"{one.heard:%Y-%m}", month(one.heard)
        else:
            key = f"{one.heard:%Y-%m-%d}", weekday(one.heard)
        groups.setdefault(key, []).append(one)
    return tuple((anchor, words, tuple(held)) for (anchor, words), held in groups.items())
