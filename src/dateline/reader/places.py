"""Toponyms of a dispatch, resolved to coordinates and told apart from metonyms.

A span is taken for a toponym by a linear model (``toponym_features``), resolved by another
(``disambiguation``); both were trained by ``tools/train_places.py``.
"""

from dataclasses import astuple

from dateline.reader import gazetteer
from dateline.reader.disambiguation import resolve
from dateline.reader.gazetteer import Entry
from dateline.reader.page import Found, Page
from dateline.reader.place_mentions import Mention, ask, chosen, mentions
from dateline.reader.place_roles import role
from dateline.reader.toponyms import PLACE_LABELS, span_of
from dateline.reader.toponyms_french import anglicised
from dateline.records import Place


def find(page: Page, found: Found) -> tuple[Place, ...]:
    """The places named in a dispatch, in order; without coordinates where we cannot tell which."""
    table = page.table
    if page.language == "fr":
        table = anglicised(table)
    made = mentions(chosen(page.doc, table), table.words)
    asked, owner = ask(made)
    known = resolve(asked, page.peoples)
    entries = [known[number] for number in owner]
    return tuple(
        _place(page, mention, entry) if entry else _unlisted(page, mention, after)
        for mention, entry, after in zip(made, entries, [*entries[1:], None], strict=False)
        if entry or not _is_doubtful(mention)
    )


def _is_doubtful(mention: Mention) -> bool:
    """True for a name that neither fits the text's other places nor is a place to the model."""
    return mention.candidate.listed and mention.candidate.label not in PLACE_LABELS


def _place(page: Page, mention: Mention, entry: Entry) -> Place:
    words = page.words(*astuple(span_of(page.doc, mention.candidate)))
    return Place(
        span=words.span,
        text=words.text,
        name=entry.name,
        role=role(page.doc, mention.candidate, entry),
        country=entry.country or None,
        geonameid=entry.id if entry.id > 0 else None,
        within=around(entry),
        lat=entry.lat,
        lon=entry.lon,
        feature=entry.feature,
        precision_km=round(entry.km, 1),
    )


def _unlisted(page: Page, mention: Mention, after: Entry | None) -> Place:
    """A toponym that we do not know: somewhere in the region named after it, if there is one."""
    words = page.words(*astuple(span_of(page.doc, mention.candidate)))
    name = " ".join(page.view.text[words.span.start : words.span.end].split())
    if after is None or not mention.region:
        return Place(words.span, words.text, name)
    return Place(
        span=words.span,
        text=words.text,
        name=name,
        country=after.country or None,
        within=(*around(after), after.id) if after.id > 0 else around(after),
        lat=after.lat,
        lon=after.lon,
        precision_km=round(after.km, 1),
    )


def around(entry: Entry) -> tuple[int, ...]:
    """GeoNames ids of what a place lies in, country first."""
    chain = (gazetteer.country_id(entry.country), entry.admin1, entry.admin2)
    return tuple(place for place in chain if place and place != entry.id)
