"""Toponyms of a dispatch, resolved to coordinates and told apart from metonyms.

A span is taken for a toponym by a linear model (``toponym_features``), resolved by another
(``disambiguation``); both were trained by ``tools/train_places.py``.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple

from dateline.reader import gazetteer, place_quarters, relative_places
from dateline.reader.disambiguation import resolve
from dateline.reader.gazetteer import Entry
from dateline.reader.page import Found, Page
from dateline.reader.place_mentions import Mention, ask, chosen, mentions
from dateline.reader.place_roles import is_foreign, role
from dateline.reader.placenames import fold
from dateline.reader.toponyms import PLACE_LABELS, span_of
from dateline.reader.toponyms_french import anglicised
from dateline.reader.toponyms_within import surnames
from dateline.records import Place


def find(page: Page, found: Found) -> tuple[Place, ...]:
    """The places named in a dispatch, in order; without coordinates where we cannot tell which."""
    table = page.table
    if page.language == "fr":
        table = anglicised(table)
    made = mentions(chosen(page.doc, page.view.text, table), table.words)
    asked, owner = ask(made)
    told = page.peoples
    known = resolve(asked, told)
    entries = _at_home(made, [known[number] for number in owner], told)
    entries = place_quarters.settled(page, made, entries)
    around_all = _country(entries)
    placed = tuple(
        _place(page, made[n], entry)
        if entry
        else _unlisted(page, made[n], _region(made, entries, n) or around_all)
        for n, entry in enumerate(entries)
        if entry or not _is_doubtful(made[n])
    )
    return relative_places.settled(page, _spoken(page, made, placed))


def _spoken(page: Page, made: Sequence[Mention], placed: Sequence[Place]) -> tuple[Place, ...]:
    """The places without those that speak, or are called so only in French, under the name of a
    person whom the text names in full: Mr. Jordan is meant, and no government.
    """
    settled = {m.candidate.key for m in made if m.candidate.label in PLACE_LABELS}
    persons = surnames(page.doc, settled)
    return tuple(
        p
        for p in placed
        if fold(p.text) not in persons
        or (p.role != "metonym" and not is_foreign(page.doc, fold(p.text)))
    )


def _at_home(
    made: Sequence[Mention], entries: list[Entry | None], told: Counter[str]
) -> list[Entry | None]:
    """The entries, but for what the text calls a town or a quarter: that lies in a country that
    something else in the text tells of, or nowhere that we know.
    """
    called = {m.candidate.key for m in made if m.candidate.called}
    both = list(zip(made, entries, strict=True))
    sure = [e for m, e in both if e and (m.candidate.key not in called or e.feature == "PCLI")]
    home = {*told, *(e.country for e in sure)}
    if not home:
        return entries
    return [
        _nearer(m, home) if e and m.candidate.key in called and e.country not in home else e
        for m, e in both
    ]


def _nearer(mention: Mention, home: set[str]) -> Entry | None:
    found = gazetteer.lookup(mention.candidate.key)
    return next((e for e in found if e.country in home), None)


def _is_doubtful(mention: Mention) -> bool:
    """True for a name that neither fits the text's other places nor is a place to the model."""
    one = mention.candidate
    return one.listed and not one.called and one.label not in PLACE_LABELS


def _place(page: Page, mention: Mention, entry: Entry) -> Place:
    words = page.words(*astuple(span_of(page.doc, mention.candidate)))
    return Place(
        span=words.span,
        text=words.text,
        name=entry.name,
        role=role(page.doc, mention.candidate, entry),
        country=entry.country or None,
        geonameid=entry.id if entry.id > 0 else None,
        within=gazetteer.around(entry),
        lat=entry.lat,
        lon=entry.lon,
        feature=entry.feature,
        precision_km=round(entry.km, 1),
    )


BESIDE = 3  # tokens between a quarter and its town: "the Mayo district in southern Khartoum"


def _region(made: list[Mention], entries: list[Entry | None], n: int) -> Entry | None:
    """What a toponym lies in by the words beside it: the region after it, the town of a quarter."""
    after = entries[n + 1] if n + 1 < len(made) else None
    if made[n].region or not made[n].candidate.called:
        return after if made[n].region else None
    mine = made[n].candidate
    if after is not None and made[n + 1].candidate.start - mine.end <= BESIDE:
        return after
    before = entries[n - 1] if n else None
    return before if before and mine.start - made[n - 1].candidate.end == 1 else None


def _country(entries: list[Entry | None]) -> Entry | None:
    """The country of all places of a text, if it is one and is named."""
    countries = {e.country for e in entries if e and e.country}
    named = [e for e in entries if e and e.feature == "PCLI"]
    return named[0] if named and len(countries) == 1 else None


def _unlisted(page: Page, mention: Mention, after: Entry | None) -> Place:
    """A toponym that we do not know: somewhere in the region that the text tells, if it does."""
    words = page.words(*astuple(span_of(page.doc, mention.candidate)))
    name = " ".join(page.view.text[words.span.start : words.span.end].split())
    if after is None or not (mention.region or mention.candidate.called):
        return Place(words.span, words.text, name)
    return Place(
        span=words.span,
        text=words.text,
        name=name,
        country=after.country or None,
        within=(*gazetteer.around(after), after.id) if after.id > 0 else gazetteer.around(after),
        lat=after.lat,
        lon=after.lon,
        precision_km=round(after.km, 1),
    )
