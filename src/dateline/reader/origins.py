"""Where a dispatch is dated from: the toponyms of its dateline, which is masked and not parsed.

``INNISFAIL, Queensland (Meridian) -`` gives two, the town read as one of that region, and both read
beside the places that the text names.
"""

import re
from collections.abc import Iterator

from dateline.reader import gazetteer
from dateline.reader.disambiguation import resolve
from dateline.reader.gazetteer import Entry
from dateline.reader.page import Found, Page
from dateline.reader.place_mentions import above
from dateline.reader.place_readings import Asked
from dateline.reader.placenames import fold
from dateline.reader.toponyms import abbreviations
from dateline.records import Place, Span

MOST = 3  # names in a dateline
NEAR = 40  # places of the text that are looked at


def find(page: Page, found: Found) -> tuple[Place, ...]:
    """The places of the dateline, in order; those that the gazetteer does not list are left out."""
    spans = list(_spans(page))
    keys = [fold(page.dispatch.text[span.start : span.end]) for span in spans]
    asked = [
        Asked(key, gazetteer.lookup(key), _around(page, spans, keys, i), (), False, (i,))
        for i, key in enumerate(keys)
    ]
    if not any(one.entries for one in asked):
        return ()
    others = [_known(place, len(asked) + i) for i, place in enumerate(found["places"][:NEAR])]
    entries = resolve([*asked, *(o for o in others if o is not None)], page.peoples)
    pairs = zip(spans, entries, strict=False)
    return tuple(_place(page, span, entry) for span, entry in pairs if entry is not None)


def _around(page: Page, spans: list[Span], keys: list[str], i: int) -> tuple[Entry, ...]:
    """What the name behind a comma, but not one behind a slash, says of the one before it."""
    joined = i + 1 < len(keys) and "/" not in page.dispatch.text[spans[i].end : spans[i + 1].start]
    return above(keys[i + 1]) if joined else ()


def _spans(page: Page) -> Iterator[Span]:
    """The names in the dateline, between commas and slashes."""
    head, text = page.dispatch.dateline, page.dispatch.text
    at = head.span.start if head is not None else 0
    names = re.split("[,/]", head.place)[:MOST] if head is not None and head.place else []
    for name in (n.strip() for n in names):
        start = text.find(name, at)
        if head is None or not name or start < 0 or start >= head.span.end:
            return
        at = start + len(name)
        at += text[at : at + 1] == "." and f"{name}." in abbreviations()
        yield Span(start, at)


def _known(place: Place, position: int) -> Asked | None:
    """A place of the text as what it has been resolved to."""
    key = fold(place.text)
    same = tuple(e for e in gazetteer.lookup(key) if e.id == place.geonameid)
    return Asked(key, same[:1], (), (), False, (position,)) if same else None


def _place(page: Page, span: Span, entry: Entry) -> Place:
    return Place(
        span=span,
        text=page.dispatch.text[span.start : span.end],
        name=entry.name,
        country=entry.country or None,
        geonameid=entry.id if entry.id > 0 else None,
        within=gazetteer.around(entry),
        lat=entry.lat,
        lon=entry.lon,
        feature=entry.feature,
        precision_km=round(entry.km, 1),
    )
