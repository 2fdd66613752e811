"""Publishing: from a site's editions to files, writing only what differs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path

import msgspec

from dateline.publish.atom import feed_atom
from dateline.publish.feeds import earliest
from dateline.publish.files import Published, lay, opened, standing
from dateline.publish.front_page import front_page
from dateline.publish.json_feed import feed_json
from dateline.publish.neighbours import neighbours
from dateline.publish.pages import assets, index_html, methods_html, shelf_html, stamp_of_looks
from dateline.publish.rss import feed_rss
from dateline.publish.story_files import Files, moved_files, permanent_files, story_files
from dateline.records import Edition, Site


@dataclass(frozen=True, slots=True)
class Part:
    """Files that are made together. ``key`` is a hash of all that they are made from."""

    name: str
    key: str
    make: Callable[[], Files]


def publish(site: Site, out: Path) -> Published:
    """Write the site into a folder.

    Edition pages and data come first, then what links to them, removals last. A part whose input
    is the same as last time is not even rendered. Same site, same bytes.

    Raises:
        PublishError: the folder holds something else than a site of ours, or cannot be written.

    """
    before = opened(out)
    fresh: Files = {}
    after: dict[str, tuple[str, list[str]]] = {}
    for part in _parts(site):
        if standing(out, before, part.name, part.key):
            after[part.name] = before.parts[part.name]
        else:
            made = part.make()
            fresh |= made
            after[part.name] = part.key, list(made)
    written, removed = lay(out, before, fresh, after)
    total = sum(len(paths) for _, paths in after.values())
    return Published(out, tuple(written), tuple(removed), total - len(written), len(site.editions))


def _parts(site: Site) -> Iterator[Part]:
    """In order of writing: what is linked to comes before what links to it."""
    looks = _hash(stamp_of_looks(), site.title, site.note, site.desk, site.contact)
    yield Part("assets", looks, lambda: {one.path: one.data for one in assets().values()})
    yield Part("methods", looks, lambda: {"methods/index.html": methods_html(site)})
    for history in _histories(site):
        yield from _story_parts(site, history, looks)
    for shelf in front_page(site).shelves:
        key = _hash(looks, [(one.edition, one.heard) for one in shelf.teasers])
        yield Part(f"shelf {shelf.key}", key, partial(shelf_html, site, shelf))
    begun = [(story, first.as_of) for story, first in earliest(site).items()]
    front = _hash(looks, replace(site, archive=()), begun)
    yield Part("front", front, lambda: _front(site))


def _histories(site: Site) -> list[tuple[Edition, ...]]:
    """Each story's editions, oldest first, the newest last; stories in order of their ids."""
    editions = {(one.story, one.number): one for one in (*site.archive, *site.editions)}
    newest = {one.story: one.number for one in site.editions}
    stories: dict[str, list[Edition]] = {s: [] for s in sorted({*newest, *dict(site.moved)})}
    for (story, number), edition in sorted(editions.items()):
        if story in stories and number <= newest.get(story, number):
            stories[story].append(edition)
    return [tuple(held) for held in stories.values() if held]


def _story_parts(site: Site, history: tuple[Edition, ...], looks: str) -> Iterator[Part]:
    """The permanent pages, then the story's files.

    Each page lists the editions before it and is compared with the last of them.
    """
    known = looks
    own = [_hash(edition) for edition in history]
    for number, edition in enumerate(history, start=1):
        known = _hash(known, edition.number, edition.as_of, edition.headline.text)
        make = partial(permanent_files, site, edition, history[:number])
        key = _hash(known, own[max(0, number - 2) : number])
        yield Part(f"edition {edition.story} {edition.number}", key, make)
    newest = history[-1]
    into = dict(site.moved).get(newest.story)
    if into:
        make = partial(moved_files, site, history, into)
        yield Part(f"story {newest.story}", _hash(known, into), make)
    else:
        make = partial(story_files, site, newest, history)
        beside = [one.headline for one in neighbours(site, newest.story) if one]
        yield Part(f"story {newest.story}", _hash(known, own[-2:], beside), make)


def _front(site: Site) -> Files:
    return {
        "feed.atom": feed_atom(site),
        "feed.rss": feed_rss(site),
        "feed.json": feed_json(site),
        "index.html": index_html(site),
    }


def _hash(*parts: object) -> str:
    return sha256(msgspec.json.encode(parts)).hexdigest()
