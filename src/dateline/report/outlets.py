"""Broadcasters and newspapers that speak for themselves, unlike news agencies: their sentences say
in the text who says so.
"""

import re

from dateline.report.ground import Sheet
from dateline.report.words import tidy

OUTLET = re.compile(
    r"\b(?:radio|television|tv|network|cadena|emisoras|voice|domestic service|noticiero"
    r"|diario|times|herald|post|tribune|gazette|daily)\b|^(?:el|la|le|il|die|der)\s",
    re.IGNORECASE,
)


def outlet(sheet: Sheet) -> str | None:
    """The name of the broadcaster behind a dispatch, as printed; null for an agency's."""
    name = tidy(sheet.dispatch.agency or "")
    if not OUTLET.search(name):
        return None
    return name.title() if name.isupper() else name


def voiced(sheet: Sheet, text: str) -> str:
    """The line with its broadcaster after it, unless the broadcaster is named in it."""
    name = outlet(sheet)
    if name is None or not text.endswith(".") or name.casefold() in text.casefold():
        return text
    return f"{text.rstrip(' .')}, {name} said."
