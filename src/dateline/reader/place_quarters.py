"""Where a town's quarter lies: by a town that the dispatch names, or nowhere that we know.

"The Vigny neighbourhood" in a dispatch from one town is not the town of Vigny in another land.
"""

from collections.abc import Sequence

from dateline.reader import gazetteer
from dateline.reader.gazetteer import Entry
from dateline.reader.lexicon_files import word_lists
from dateline.reader.page import Page
from dateline.reader.place_company import kilometres
from dateline.reader.place_mentions import Mention
from dateline.reader.place_readings import TOWNS
from dateline.reader.placenames import fold

CITY = 100_000  # people; quarters are a city's before they are a small town's
REACH_KM = 50  # from a town's middle to the quarters of it and of its suburbs


def settled(
    page: Page, made: Sequence[Mention], entries: Sequence[Entry | None]
) -> list[Entry | None]:
    """The entries, those of quarters read near a city of the text or its dateline (if it names
    none, a town); None where none lies there. As they are where the text has no town.
    """
    wards, words = word_lists("place_words.toml")["wards"], page.lowers
    spans = [(m.candidate.key, m.candidate.end) for m in made]
    keys = {key for key, end in spans if end < len(words) and words[end] in wards}
    if not keys:
        return list(entries)
    both = list(zip(made, entries, strict=True))
    towns = [e for m, e in both if e and e.feature in TOWNS and m.candidate.key not in keys]
    towns += _dated_from(page)
    cities = [town for town in towns if town.population >= CITY] or towns
    if not cities:
        return list(entries)
    return [_near(m, e, cities) if e and m.candidate.key in keys else e for m, e in both]


def _dated_from(page: Page) -> list[Entry]:
    """The towns that a dateline may mean."""
    head = page.dispatch.dateline
    names = head.place.split(",") if head is not None and head.place else []
    return [e for name in names for e in gazetteer.lookup(fold(name)) if e.feature in TOWNS]


def _near(mention: Mention, entry: Entry, towns: Sequence[Entry]) -> Entry | None:
    options = (entry, *gazetteer.lookup(mention.candidate.key))
    return next((e for e in options if any(_is_near(e, town) for town in towns)), None)


def _is_near(entry: Entry, town: Entry) -> bool:
    apart = kilometres((entry.lat, entry.lon), (town.lat, town.lon))
    return apart <= REACH_KM + town.km
