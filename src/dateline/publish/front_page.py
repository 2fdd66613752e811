"""What the index shows: the stories that weigh and move most in front, all others by time. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp2

from dateline.publish.shelves import Shelf, Teaser, shelves, teasers
from dateline.publish.weight import weight
from dateline.publish.wording import month, universal, weekday
from dateline.records import Edition, Site

_FRONT = 4
_COOLING = timedelta(days=2)
_STALE = timedelta(days=5)  # nothing heard for so long: no news of today, whatever its weight
_MOST_HEAT = 6  # dispatches; a story of a hundred does not stay in front for a week
_BELOW = 1000.0
_FEW = 60  # with more stories than this, the index has the newest, in headlines, and shelves
_NEWEST = 48
_MANY_DAYS = 21  # over more days than this, the list is by month


@dataclass(frozen=True, slots=True)
class FrontPage:
    """``front`` are the moving stories, ``groups`` the others under a day or month: all of them, or
    the newest if there are many, and then ``shelves`` lead to the rest.
    """

    front: tuple[Teaser, ...]
    groups: tuple[tuple[str, str, tuple[Teaser, ...]], ...]
    shelves: tuple[Shelf, ...]
    brief: bool
    stories: int
    dispatches: int


def front_page(site: Site) -> FrontPage:
    """The index of a site."""
    ranked = teasers(site)
    front = _moving(ranked)
    rest = [one for one in ranked if one not in front]
    many = len(rest) > _FEW
    return FrontPage(
        front=front,
        groups=_grouped(rest[:_NEWEST] if many else rest),
        shelves=shelves(site) if many else (),
        brief=many,
        stories=len(ranked),
        dispatches=len({(d.guid, d.version) for one in site.editions for d in one.dispatches}),
    )


def _moving(ranked: Sequence[Teaser]) -> tuple[Teaser, ...]:
    """The four stories that weigh most for how they move: many dispatches, and lately.

    Lately is before the fourth newest, so that one stray date does not make all others old.
    """
    dated = [(one.heard, one) for one in ranked if one.heard]
    if not dated:
        return tuple(ranked[:_FRONT])
    now = dated[:_FRONT][-1][0]
    pull = {one.edition.story: _pull(one, now) for _, one in dated}
    moving = [one for _, one in dated]
    moving.sort(key=lambda one: (-pull[one.edition.story], *_size(one.edition)))
    return tuple(moving[:_FRONT])


def _size(edition: Edition) -> tuple[int, int]:
    """The largest first: by dispatches, then by lines."""
    return -len(edition.dispatches), -sum(len(one.lines) for one in edition.sections)


def _pull(teaser: Teaser, now: datetime) -> float:
    """What puts a story in front: how it moves, times what it weighs; below zero for one that has
    gone quiet.
    """
    pull = round(_heat(teaser, now) * weight(teaser.edition), 3)
    quiet = teaser.heard is None or now - teaser.heard > _STALE
    return pull - _BELOW if quiet else pull


def _heat(teaser: Teaser, now: datetime) -> float:
    """The sum of a story's newest dispatches, each weighing half after two days."""
    times = sorted(universal(one.issued) for one in teaser.edition.dispatches if one.issued)
    ages = (max(timedelta(), now - time) / _COOLING for time in times[-_MOST_HEAT:])
    return round(sum(exp2(-age) for age in ages), 3)


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
