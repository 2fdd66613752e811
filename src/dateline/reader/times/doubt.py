"""Words that look like times and are not: years that count things, "March" and "Sun" as names."""

import re
import tomllib
from functools import cache

from dateline.reader.lexicon_files import content
from dateline.reader.page import Page
from dateline.reader.times.mention import Mention

ROUND = 50  # "the 1500 soldiers" counts, "the 1614 rules" dates
LAST_YEAR = 2100
LISTED = 1800  # before it, a year behind a dash is a number in a list
DASHES = frozenset(("-", "–", "‒", "—", "−"))
TORN = re.compile(r"\d{1,2}:\s+\d{1,2}")
ADDRESS = 4  # tokens within which a street follows its house number


@cache
def _words(name: str) -> frozenset[str]:
    """A list of ``lexicon/time_doubts.toml``."""
    return frozenset(tomllib.loads(content("time_doubts.toml"))[name])


def _neighbours(page: Page, mention: Mention) -> tuple[str, str, str]:
    """The word before, the word after, and that word's part of speech, ``+`` for plurals."""
    tokens = page.tokens(mention.start, mention.end)
    if not len(tokens):
        return "", "", ""
    first, last = tokens[0].i, tokens[-1].i
    before = page.doc[first - 1].lower_ if first else ""
    if last + 1 >= len(page.doc):
        return before, "", ""
    after = page.doc[last + 1]
    plural = "+" if "Number=Plur" in after.morph else ""
    return before, after.lower_, f"{after.pos_}{plural}"


def _counts_things(page: Page, mention: Mention) -> bool:
    """True for a four-digit number that stands before what it counts ("1500 soldiers")."""
    before, after, kind = _neighbours(page, mention)
    listed = before in DASHES and (mention.year or LISTED) < LISTED  # "vehicles - 1105"
    if mention.year is not None and (mention.year > LAST_YEAR or listed):
        return True
    counted = kind == "NOUN+" or after in _words("counted")
    if before in _words("year_before"):
        return counted and (mention.year or 0) % ROUND == 0
    return counted or before in _words("numbered")


def _is_address(page: Page, mention: Mention) -> bool:
    """True before a street's name ("1935 Orchard St.", "9 October Avenue")."""
    tokens = page.tokens(mention.start, mention.end)
    if not len(tokens):
        return False
    after = page.doc[tokens[-1].i + 1 : tokens[-1].i + 1 + ADDRESS]
    return any(
        t.lower_ in _words("streets") and t.is_title and t.nbor(-1).text[0].isupper()
        for t in after
        if t.i
    )


def _is_name(page: Page, mention: Mention) -> bool:
    """True for a lone March, May or Sun that the sentence does not use as a time."""
    before, _, kind = _neighbours(page, mention)
    if before in _words("month_before"):
        return False
    if mention.words[0] in _words("name_months"):
        return kind not in ("PUNCT", "NUM") or not before
    return mention.words[0] in _words("short_words")


def doubtful(page: Page, mention: Mention) -> bool:
    """True if the mention is probably no time at all."""
    if mention.kind == "bareyear":
        return _counts_things(page, mention) or _is_address(page, mention)
    if len(mention.words) == 1 and (mention.month is not None or mention.weekday is not None):
        return _is_name(page, mention)
    if mention.kind == "seasononly":
        return all(t.pos_ == "VERB" for t in page.tokens(mention.end - 1, mention.end))
    if mention.kind == "clock" and TORN.fullmatch(page.view.text, mention.start, mention.end):
        return True  # "a toll of 20: 14 civilians"
    dated = mention.kind == "calendar" and mention.day is not None and mention.year is None
    return (dated or mention.kind == "clock") and _is_address(page, mention)
