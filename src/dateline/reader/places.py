"""Toponyms of a dispatch, resolved to coordinates and told apart from metonyms.

A span is taken for a toponym by a linear model (``toponym_features``), resolved by another
(``disambiguation``); both were trained by ``tools/train_places.py``.
"""

from dateline.reader import gazetteer, peoples
from dateline.reader.disambiguation import resolve
from dateline.reader.gazetteer import Entry
from dateline.reader.page import Found, Page
from dateline.reader.place_mentions import Mention, ask, chosen, mentions
from dateline.reader.place_roles import role
from dateline.reader.toponyms import span_of, words_of
from dateline.records import Place


def find(page: Page, found: Found) -> tuple[Place, ...]:
    """The places named in a dispatch, in order; without coordinates where we cannot tell which."""
    words = words_of(page.doc)
    made = mentions(chosen(page.doc, words), words)
    asked, owner = ask(made)
    known = resolve(asked, peoples.named(words))
    return tuple(
        _place(page, mention, known[number]) for mention, number in zip(made, owner, strict=True)
    )


def _place(page: Page, mention: Mention, entry: Entry | None) -> Place:
    span = span_of(page.doc, mention.candidate)
    text = page.dispatch.text[span.start : span.end]
    use = role(page.doc, mention.candidate, entry)
    if entry is None:
        return Place(span, text, page.view.text[span.start : span.end], use)
    above = (gazetteer.country_id(entry.country), entry.admin1, entry.admin2)
    return Place(
        span=span,
        text=text,
        name=entry.name,
        role=use,
        country=entry.country or None,
        geonameid=entry.id if entry.id > 0 else None,
        within=tuple(place for place in above if place and place != entry.id),
        lat=entry.lat,
        lon=entry.lon,
        feature=entry.feature,
        precision_km=round(entry.km, 1),
    )
