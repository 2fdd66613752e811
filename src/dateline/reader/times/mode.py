"""Whether a text tells history or the news: on what its relative times lean.

After the news/narrative distinction of HeidelTime (Strötgen and Gertz 2013), but decided from the
text: news leans on its own day ("yesterday", weekdays, "last week"); history names its years, and
most of them are not the year of writing. One deictic word weighs as much as several years, since
news tells history too (on PolNeAR and MUC news no text counts as history, on WikiWars all do).
A text without any time of issue can only lean on itself.
"""

from collections.abc import Sequence
from datetime import date

from dateline.reader.times.mention import Mention

NEAR_YEARS = 1
FEW = 5  # named years without which nothing tells history
TELLING = 4  # named distant years that outweigh one deictic word


def _deictic(mention: Mention) -> bool:
    """True for words that only make sense on the day of writing."""
    if mention.kind == "deictic":
        return True
    if mention.weekday is not None and mention.month is None:
        return True
    return "ago" in mention.words or (mention.kind == "shift" and mention.words[0] == "last")


def is_narrative(mentions: Sequence[Mention], anchor: date | None) -> bool:
    """True if relative times should lean on the last date told instead of the day of issue."""
    years = [m.year for m in mentions if m.year is not None]
    if anchor is None:
        return True
    distant = sum(abs(year - anchor.year) > NEAR_YEARS for year in years)
    deictic = sum(_deictic(m) for m in mentions)
    near = len(years) - distant
    return distant >= FEW and distant > near + TELLING * deictic
