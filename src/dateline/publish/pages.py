"""HTML from templates, everything escaped. Pure but for reading the package's own templates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.publish import glossary, wording
from dateline.publish.addresses import folder, host, letter, origin, replies, web_link
from dateline.publish.difference import difference
from dateline.publish.event_kinds import all_kinds
from dateline.publish.front_page import front_page
from dateline.publish.full_list import address, list_pages
from dateline.publish.neighbours import neighbours
from dateline.publish.news_article import news_article
from dateline.publish.notes import AMPLE, NoteBook
from dateline.publish.shelves import Shelf
from dateline.publish.story_page import story_page
from dateline.publish.tolls import as_said, doubt, matter, rivals, speaker
from dateline.records import Edition, Site

_LARGEST = 145_000  # bytes of a story page, the map's outlines aside
_ROOMS = (AMPLE, AMPLE // 2, AMPLE // 4, 0)  # for quotes, tried until the page is small enough

ASSETS = ("dateline.css", "dateline.js", "icon.svg")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that pages load, named by its content so that it can be cached for ever."""

    path: str
    data: bytes


@cache
def assets() -> dict[str, Asset]:
    """The style sheet, the script and the icon, by their plain names."""
    folder = files("dateline.publish").joinpath("assets")
    found = {}
    for name in ASSETS:
        data = folder.joinpath(name).read_bytes()
        stem, _, kind = name.rpartition(".")
        found[name] = Asset(f"assets/{stem}-{sha256(data).hexdigest()[:12]}.{kind}", data)
    return found


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dateline.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    tools: Sequence[Callable[..., object]] = (
        wording.count, wording.day, wording.hours, wording.iso, wording.join, wording.period,
        wording.short_stamp, wording.stamp, wording.weekday, glossary.rule_in_words, speaker,
        as_said, doubt, matter, rivals, web_link, replies, origin, host, letter, folder,
    )  # fmt: skip
    environment.globals.update({tool.__name__: tool for tool in tools})
    return environment


@cache
def stamp_of_looks() -> str:
    """A hash of all that files are made from besides their editions, our own code included."""
    root = files("dateline.publish")
    found = sha256()
    for place in (root, root.joinpath("templates"), root.joinpath("assets")):
        for one in sorted(place.iterdir(), key=lambda file: file.name):
            if one.is_file():
                found.update(one.name.encode() + one.read_bytes())
    return found.hexdigest()


def _rendered(template: str, site: Site, root: str, **given: object) -> bytes:
    paths = {name: asset.path for name, asset in assets().items()}
    page = _environment().get_template(template)
    text = page.render(site=site, root=root, assets=paths, **given)
    return wording.shown(text).encode("utf-8")


def story_html(
    site: Site, edition: Edition, history: Sequence[Edition], *, permanent: bool
) -> bytes:
    """A story's page, or the permanent page of one of its editions.

    Args:
        site: for its title and note.
        edition: what to show.
        history: the story's editions up to this one that may be shown, oldest first.
        permanent: whether this is the edition's own address.

    """
    for room in _ROOMS:
        page = story_page(
            edition,
            history,
            permanent=permanent,
            structured=lambda one: news_article(site, one, history[0]),
            room=room,
        )
        given = {"page": page, "edition": edition, "notes": page.notes,
                 "beside": neighbours(site, edition.story)}  # fmt: skip
        made = _rendered("story.html", site, page.root, **given)
        drawn = page.map.land + page.map.borders if page.map else ()
        if len(made) - sum(map(len, drawn)) < _LARGEST:
            break
    return made


def brief_html(site: Site, edition: Edition) -> bytes:
    """The report in 150 words, at its own address."""
    notes = NoteBook(edition.dispatches)
    return _rendered("brief.html", site, "../../", edition=edition, notes=notes)


def full_html(site: Site, edition: Edition) -> dict[str, bytes]:
    """The pages of the full list, by their addresses in the story's folder."""
    return {
        address(page.number): _rendered("full.html", site, page.root, page=page, edition=edition)
        for page in list_pages(edition)
    }


def difference_html(site: Site, before: Edition, after: Edition) -> bytes:
    """The page that compares two editions."""
    page = difference(before, after)
    return _rendered("difference.html", site, "../../../../", page=page, edition=after)


def archive_html(site: Site, history: Sequence[Edition]) -> bytes:
    """The list of a story's editions, newest first."""
    return _rendered("archive.html", site, "../../", editions=history[::-1], edition=history[-1])


def moved_html(site: Site, history: Sequence[Edition], there: str) -> bytes:
    """What stands at the address of a story that is part of another now: the way to it.

    ``there`` is the other story's folder.
    """
    return _rendered("moved.html", site, "../", there=there, edition=history[-1])


def index_html(site: Site) -> bytes:
    """The list of stories."""
    return _rendered("index.html", site, "", page=front_page(site))


def shelf_html(site: Site, shelf: Shelf) -> dict[str, bytes]:
    """The pages of a list of stories, by their addresses."""
    made = {}
    for number, held in shelf.pages():
        root = "../../" if number == 1 else "../../../"
        given = {"shelf": shelf, "number": number, "teasers": held}
        made[shelf.address(number)] = _rendered("shelf.html", site, root, **given)
    return made


def methods_html(site: Site) -> bytes:
    """What every mark and word on the pages means, and where outlines and places come from."""
    return _rendered("methods.html", site, "../", glossary=glossary.entries(), kinds=all_kinds())
