"""All files of one story, and of one permanent edition page. Pure."""

from collections.abc import Sequence

from dateline.publish.addresses import edition_folder, folder
from dateline.publish.calendar_file import agenda_ics
from dateline.publish.edition_json import edition_json
from dateline.publish.figures_table import figures_csv, figures_parquet
from dateline.publish.geojson import map_geojson
from dateline.publish.newsml import item_newsml
from dateline.publish.ninjs import item_ninjs
from dateline.publish.pages import (
    archive_html,
    brief_html,
    difference_html,
    full_html,
    moved_html,
    story_html,
)
from dateline.publish.statements_table import statements_csv, statements_parquet
from dateline.records import Edition, Site

Files = dict[str, bytes]
"""Path relative to the site's folder, with forward slashes, and content, in order of writing."""


def story_files(site: Site, edition: Edition, history: Sequence[Edition]) -> Files:
    """The story's own folder: data first, the page that links to it last.

    Args:
        site: for its title and note.
        edition: the newest edition.
        history: all editions that may be shown, oldest first, this one included.

    """
    at, first = folder(edition.story), history[0]
    lists = {f"{at}/{path}": data for path, data in full_html(site, edition).items()}
    if edition.brief:
        lists[f"{at}/brief/index.html"] = brief_html(site, edition)
    return {
        f"{at}/edition.json": edition_json(edition),
        f"{at}/agenda.ics": agenda_ics(edition),
        f"{at}/map.geojson": map_geojson(edition),
        f"{at}/figures.csv": figures_csv(edition),
        f"{at}/figures.parquet": figures_parquet(edition),
        f"{at}/statements.csv": statements_csv(edition),
        f"{at}/statements.parquet": statements_parquet(edition),
        f"{at}/item.ninjs.json": item_ninjs(edition, first),
        f"{at}/item.newsml.xml": item_newsml(edition, first),
        **lists,
        f"{at}/editions/index.html": archive_html(site, history),
        f"{at}/index.html": story_html(site, edition, history, permanent=False),
    }


def moved_files(site: Site, history: Sequence[Edition], into: str) -> Files:
    """What stays in the folder of a story that is part of another (``into``) now."""
    at = folder(history[-1].story)
    return {
        f"{at}/editions/index.html": archive_html(site, history),
        f"{at}/index.html": moved_html(site, history, folder(into)),
    }


def permanent_files(site: Site, edition: Edition, history: Sequence[Edition]) -> Files:
    """The permanent page of one edition, and its comparison with the one before.

    Neither names a later edition, so they never change but by redaction.

    Args:
        site: for its title and note.
        edition: what to show.
        history: the editions up to this one that may be shown, oldest first.

    """
    at = edition_folder(edition.story, edition.number)
    files = {f"{at}/index.html": story_html(site, edition, history, permanent=True)}
    if len(history) > 1:
        files[f"{at}/changes/index.html"] = difference_html(site, history[-2], edition)
    return files
