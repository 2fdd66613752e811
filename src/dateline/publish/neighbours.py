"""The volumes before and after one of a story that grew too long for one page. Pure."""

from typing import NamedTuple

from dateline.records import Edition, Site


class Neighbours(NamedTuple):
    """The newest editions of the volume before and of the one after, if there are such."""

    before: Edition | None
    after: Edition | None


def neighbours(site: Site, story: str) -> Neighbours:
    """What a story's page leads on to."""
    before = {one for one, two in site.sequels if two == story}
    after = {two for one, two in site.sequels if one == story}
    if not before and not after:
        return Neighbours(None, None)
    return Neighbours(_of(site, before), _of(site, after))


def _of(site: Site, stories: set[str]) -> Edition | None:
    return next((one for one in site.editions if one.story in stories), None)
