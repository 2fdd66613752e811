"""Broadcasters and newspapers that speak for themselves, unlike news agencies: their sentences say
in the text who says so.
"""

import re

from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.words import tidy, tokens

OUTLET = re.compile(
    r"\b(?:radio|television|tv|network|cadena|emisoras|voice|domestic service|noticiero"
    r"|diario|times|herald|post|tribune|gazette|daily)\b|^(?:el|la|le|il|die|der)\s",
    re.IGNORECASE,
)


PARTY = re.compile(
    r"\b(?:clandestine|venceremos|liberation|liberacion|rebel|guerrilla|resistance|farabundo"
    r"|patriot\w*|people's|revolution\w*)\b",
    re.IGNORECASE,
)


COMMON = re.compile(
    r"^(?!the\b).*\b(?:office|ministry|command|staff|service|cent(?:er|re)|army|forces|presidency"
    r"|department|directorate)$",
    re.IGNORECASE,
)
"""A name that takes an article: it ends with the common noun that says what its bearer is."""

SMALL = re.compile(r"(?<=\s)(?:And|Of|The|De|Del|Y|Da|Do)\b")
"""Words that take no capital in the middle of a name."""

LETTERS = 5  # of a name in capitals that is an abbreviation, at most


def agency(name: str) -> str:
    """An agency's name as printed: what stands in capitals and is no abbreviation gets its case
    back.
    """
    name = tidy(name)
    whole = " " in name or (name.isalpha() and len(name) > LETTERS)
    if not (name.isupper() and whole):
        return name
    return SMALL.sub(lambda found: found[0].lower(), name.title())


def outlet(sheet: Sheet) -> str | None:
    """The name of the broadcaster behind a dispatch, or of who carries an opinion, as printed, or
    "a statement" where nobody is named; null for an agency's report.
    """
    name = tidy(sheet.dispatch.agency or "")
    if not name and sheet.opinion and sheet.reading.language == "en":
        return f"{'an' if sheet.opinion[0] in 'aeiou' else 'a'} {sheet.opinion}"
    known = sheet.opinion is not None or OUTLET.search(name)
    if not name or not known:
        return None
    return f"the {agency(name)}" if COMMON.search(name) else agency(name)


def is_party(sheet: Sheet) -> bool:
    """True for a station of one side of a conflict, such as a clandestine one."""
    head = sheet.dispatch.dateline
    place = head.place if head and head.place else ""
    return bool(PARTY.search(f"{place} {sheet.dispatch.agency or ''}"))


def voiced(sheet: Sheet, text: str, last: str | None = None, turn: int = 0) -> str:
    """The line with its broadcaster after it: a party's or an opinion's every time, others' when
    another spoke in the line before (``last``). ``turn`` varies the words, not what they say.
    """
    name = outlet(sheet) or _partisan(sheet, text)
    if name is None or not text.endswith(".") or _is_told(sheet, text, name):
        return text
    if name == last and not is_party(sheet) and sheet.opinion is None:
        return text
    body = text.rstrip(" .")
    if turn % 2 and "according to" not in text.casefold():
        return f"{body}, according to {name}."
    cue = "reported" if body.endswith("said") else "said"
    return f"{body}, {name} {cue}."


QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")


def _partisan(sheet: Sheet, text: str) -> str | None:
    """The name of an agency for a line that speaks of enemies and heroes in its own voice."""
    name = tidy(sheet.dispatch.agency or "")
    said = {t.fold for t in tokens(QUOTED.sub(" ", text))}
    loaded = not said.isdisjoint(lexicons.words("loaded"))
    told = not said.isdisjoint(lexicons.words("speech") | lexicons.words("cues"))
    return agency(name) if name and loaded and not told else None


def _is_told(sheet: Sheet, text: str, name: str) -> bool:
    """True if a line has its broadcaster already: in an opinion, as one who speaks."""
    speaking = sheet.opinion is None or any(
        t.fold in lexicons.words("speech") for t in tokens(text)
    )
    return speaking and name.casefold() in text.casefold()
