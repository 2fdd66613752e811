"""The country of a passage, and its name: what an agency puts before a headline that can't do
without it ("Peru: Two killed in Uchiza").
"""

import re
from collections import Counter
from functools import cache

from dateline.records import Place, Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.words import tidy

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
def _seats() -> dict[str, str]:
    """The code of each country by its names, and by that of its capital, in lower case: from
    "BUENOS AIRES" nothing is sent but from Argentina.
    """
    return {one.casefold(): code for code, row in _rows().items() for one in row}


def name(code: str, language: str) -> str | None:
    """What a country is called, if there is a name for it in a language."""
    row = _rows().get(code)
    return row[LANGUAGES.index(language)] if row and language in LANGUAGES else None


@cache
def _any() -> re.Pattern[str]:
    names = {one for code, row in _rows().items() if code not in KNOWN for one in row}
    ordered = sorted(names, key=lambda one: (-len(one), one))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")


def names_one(text: str) -> bool:
    """True if some words name any country but one that is in the news of all others, its people or
    its capital.
    """
    return _any().search(text) is not None


def names_it(text: str, code: str) -> bool:
    """True if some words name a country, its people or its capital."""
    names = "|".join(re.escape(one) for one in _rows().get(code, ()))
    return bool(names) and re.search(rf"(?<!\w)(?:{names})(?!\w)", text) is not None


def country(sheet: Sheet, span: Span) -> str | None:
    """The code of the one country in which the places of a passage lie, if its dispatch comes from
    there or the passage names it too; of the dateline for a passage without places, if most places
    of the dispatch lie there; null in doubt, and for a country that is in the news of all others.
    """
    sent = {_seats().get(tidy(p.text).casefold(), p.country) for p in sheet.reading.origin}
    here = sent - {None}
    inside = [p for p in sheet.reading.places if p.country and span.overlaps(p.span)]
    lands = {p.country for p in inside if _is_country(p)} - KNOWN
    towns = {p.country for p in inside if not _is_country(p) and p.role == "location"}
    own = towns or lands or here
    if len(own | lands) != 1 or len(here) > 1:
        return None
    code = next(code for code in own if code)
    if towns or lands:
        around = sheet.shown[span.start : span.end] if here else sheet.shown
        near = bool(towns) and (code in lands or names_it(around, code))
        return code if code not in KNOWN and (code in here or near) else None
    return code if code not in KNOWN and _prevails(sheet, code) else None


def is_settled(sheet: Sheet, span: Span, code: str) -> bool:
    """True for a passage with a town or region of a country."""
    inside = (p for p in sheet.reading.places if span.overlaps(p.span) and p.country == code)
    return any(p.role == "location" and not _is_country(p) for p in inside)


def _prevails(sheet: Sheet, code: str) -> bool:
    """True for a country in which most places of a dispatch lie."""
    held = Counter(p.country for p in sheet.reading.places if p.country not in {*KNOWN, None})
    most = held.most_common(1)
    return not most or most[0][1] <= held[code]


def _is_country(place: Place) -> bool:
    return (place.feature or "").startswith("PCL")


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
