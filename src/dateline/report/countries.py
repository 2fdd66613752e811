"""The country of a passage, and its name: what an agency puts before a headline that can't do
without it ("Peru: Two killed in Uchiza").
"""

import re
from functools import cache

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.ground import Sheet

LANGUAGES = ("en", "fr")
KNOWN = frozenset(["US"])
"""Countries that stand in the news of any other."""

LED = re.compile(r"([^\W\d_][\w’'. -]{2,40}?) ?: (?=[\w“\"«])")
"""A headline that opens with where it is set."""


@cache
def _rows() -> dict[str, tuple[str, ...]]:
    """Names by ISO code: the English one, the French one, then all others."""
    return {
        row[0]: tuple(word.replace("_", " ") for word in row[1:])
        for row in lexicons.groups("countries")
    }


@cache
def _any() -> re.Pattern[str]:
    """Every name of a country, of its people or its capital, whole."""
    names = {name for code, row in _rows().items() if code not in KNOWN for name in row}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")


def name(code: str, language: str) -> str | None:
    """What a country is called, if there is a name for it in a language."""
    row = _rows().get(code)
    return row[LANGUAGES.index(language)] if row and language in LANGUAGES else None


def names_one(text: str) -> bool:
    """True if some words name a country other than one that everybody's news speaks of, its people
    or its capital.
    """
    return _any().search(text) is not None


def country(sheet: Sheet, span: Span) -> str | None:
    """The code of the one country in which the places of a passage lie, if its dispatch comes from
    there or names it too; of the dateline for a passage without places; null in doubt.
    """
    here = {p.country for p in sheet.reading.origin if p.country}
    places = [p for p in sheet.reading.places if p.country]
    found = {p.country for p in places if span.overlaps(p.span) and p.country not in KNOWN}
    own = found or here
    if len(own) != 1 or len(here) > 1:
        return None
    code = next(code for code in own if code)
    named = {p.country for p in places if (p.feature or "").startswith("PCL")}
    told = code in here or code in named or _is_named(sheet, code)
    return code if told else None


def _is_named(sheet: Sheet, code: str) -> bool:
    """True if a dispatch has a word for a country or its people."""
    return any(
        re.search(rf"(?<!\w){re.escape(one)}(?!\w)", sheet.shown) for one in _rows().get(code, ())
    )


def opening(code: str, language: str) -> str | None:
    """What a headline opens with that is set in a country: "Peru: ", "Pérou : "."""
    called = name(code, language)
    return called and f"{called}{' ' * (language == 'fr')}: "


def opened(text: str) -> tuple[str, str]:
    """The country that a headline opens with, or nothing, and the rest of it."""
    found = LED.match(text)
    if found and any(found[1] in row[:2] for row in _rows().values()):
        return found[1], text[found.end() :]
    return "", text
