"""Lists of stories by month, by agency and of those in dispute, for a wire with many. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from dateline.publish.addresses import folder
from dateline.publish.feeds import last_heard
from dateline.publish.wording import month, shown
from dateline.records import Edition, Site

_PER_PAGE = 100
_MOST_AGENCIES = 40
_WORTH = 3  # stories of an agency that make a list of them worth having
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Teaser:
    """A story as a list announces it. ``link`` leads from the site's folder to the story's."""

    edition: Edition
    link: str
    heard: datetime | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list of stories. ``kind`` is month, agency or dispute; ``key`` part of its address."""

    kind: str
    key: str
    title: str
    teasers: tuple[Teaser, ...]

    def pages(self) -> Iterator[tuple[int, tuple[Teaser, ...]]]:
        """Its pages, numbered from 1."""
        for at in range(0, len(self.teasers), _PER_PAGE):
            yield at // _PER_PAGE + 1, self.teasers[at : at + _PER_PAGE]

    @property
    def count(self) -> int:
        """How many pages."""
        return -(-len(self.teasers) // _PER_PAGE)

    def address(self, number: int = 1) -> str:
        """Where a page is, from the site's folder."""
        page = "" if number == 1 else f"{number}/"
        return f"reports/{self.key}/{page}index.html"


def teasers(site: Site) -> list[Teaser]:
    """All stories, those heard of last first."""
    found = [Teaser(one, f"{folder(one.story)}/", last_heard(one)) for one in site.editions]
    found.sort(key=lambda one: one.edition.story)
    found.sort(key=lambda one: one.heard or _LONG_AGO, reverse=True)
    return found


def shelves(site: Site) -> tuple[Shelf, ...]:
    """Months, the newest first; stories in dispute; agencies, those with the most stories first."""
    ranked = teasers(site)
    return (*_months(ranked), *_disputed(ranked), *_agencies(ranked))


def _months(ranked: Sequence[Teaser]) -> Iterator[Shelf]:
    held: dict[tuple[str, str], list[Teaser]] = {}
    for one in ranked:
        at = one.heard
        named = (f"{at:%Y-%m}", month(at)) if at else ("undated", "Date not given")
        held.setdefault(named, []).append(one)
    for (key, title), found in held.items():
        yield Shelf("month", key, title, tuple(found))


def _disputed(ranked: Sequence[Teaser]) -> Iterator[Shelf]:
    found = tuple(one for one in ranked if one.edition.disputes)
    if found:
        yield Shelf("dispute", "disputed", "In dispute", found)


def _agencies(ranked: Sequence[Teaser]) -> Iterator[Shelf]:
    held: dict[str, list[Teaser]] = {}
    for one in ranked:
        for agency in dict.fromkeys(source.agency for source in one.edition.sources):
            held.setdefault(agency, []).append(one)
    found = sorted(held.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    for agency, stories in found[:_MOST_AGENCIES]:
        if len(stories) >= _WORTH:
            key = sha256(agency.encode("utf-8", "replace")).hexdigest()[:12]
            yield Shelf("agency", f"agency-{key}", shown(agency), tuple(stories))
