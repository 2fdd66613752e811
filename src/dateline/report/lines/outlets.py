"""Broadcasters and newspapers that speak for themselves, unlike news agencies: their sentences say
in the text who says so.
"""

import re

from dateline.report import lexicons
from dateline.report.carried import ASKED, NAMELESS, PASSED_ON, SUMMARY, station
from dateline.report.glosses import is_official
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

RETOLD = frozenset(["report", "bulletin"])
"""Texts in which a body passes on what others report to it."""

START = 80  # characters in which a line names its speaker
STEM, FEWEST = 5, 4  # letters by which words of a name are compared, and that such a word has
SAID = re.compile(
    r"\b(?:sa(?:id|ys)|stat(?:ed|es)|add(?:ed|s)|announce[ds]|reports?|reported|declare[ds]|told"
    r"|warned|denie[ds]|stresse[ds]|explain(?:ed|s)|according to|calls? on|called on|demands)\b"
)
"""A verb of one who speaks in a line, whoever asked."""

SMALL = re.compile(r"(?<=\s)(?:And|Of|The|In|For|On|At|De|Del|Y|Da|Do)\b|(?<=['’])S\b")
"""Words, and an ending, that take no capital in the middle of a name."""

UNSPOKEN = re.compile(
    r"\b(?!(?:dr|mr|mrs|lt)\b)(?:[B-DF-HJ-NP-TV-Z]{2,6}|Y[B-DF-HJ-NP-TV-Z]{2,5}"
    r"|Y[B-DF-HJ-NP-TW-Z]{1,2}[AEIOU])\b",
    re.IGNORECASE,
)
"""Letters that nobody can speak as a word, no title: an abbreviation."""

LETTERS = 5  # of a name in capitals that is an abbreviation, at most


def agency(name: str) -> str:
    """An agency's name as printed: what stands in capitals and is no abbreviation gets its case
    back.
    """
    name = tidy(name)
    whole = " " in name or (name.isalpha() and len(name) > LETTERS)
    if not (name.isupper() and whole):
        return name
    return titled(name)


def titled(name: str) -> str:
    """A name in capitals in its own case."""
    text = SMALL.sub(lambda found: found[0].lower(), name.title())
    return UNSPOKEN.sub(lambda found: found[0].upper(), text)


def outlet(sheet: Sheet) -> str | None:
    """The name of the broadcaster behind a dispatch, or of who speaks in an opinion or carries it,
    as printed, or "a statement" where nobody is named; null for an agency's report.
    """
    if sheet.author:
        return author(sheet.author)
    name = tidy(station(sheet.dispatch))
    if not name and sheet.opinion and sheet.reading.language == "en":
        return some(sheet.opinion)
    own = tidy(sheet.dispatch.agency or "")
    known = sheet.opinion is not None or OUTLET.search(name) or NAMELESS.match(own)
    if not name or not known:
        return None
    printed = agency(name)
    printed = f"the {printed}" if COMMON.search(name) else printed
    passed_on = sheet.opinion in PASSED_ON and not is_official(sheet.dispatch)
    return f"{some(sheet.opinion)} carried by {printed}" if sheet.opinion and passed_on else printed


def some(kind: str) -> str:
    """A kind of text with its article: "an editorial"."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def author(words: str) -> str:
    """An author's name as printed: in its case, and with an article if it is a body's."""
    name = agency(words)
    body = not {t.fold for t in tokens(name)}.isdisjoint(lexicons.words("bodies"))
    return f"the {name}" if body and not OFFICE.search(name) else name


OFFICE = re.compile(
    r"\b(?:president|minister|general|colonel|commander|chairman|leader|secretary|senator|bishop"
    r"|archbishop|ambassador|spokes(?:man|woman)|candidate)\s+(?!command\b|staff\b)[A-Z]",
    re.IGNORECASE,
)
"""An office before a person's name."""


def is_party(sheet: Sheet) -> bool:
    """True for a station of one side of a conflict, such as a clandestine one."""
    head = sheet.dispatch.dateline
    place = head.place if head and head.place else ""
    return bool(PARTY.search(f"{place} {station(sheet.dispatch)}"))


def voiced(
    sheet: Sheet, text: str, last: str | None = None, turn: int = 0, *, full: bool = False
) -> str:
    """The line with its broadcaster or its author after it: a party's or an opinion's every time,
    others' when another spoke in the line before (``last``). ``turn`` varies the words, not what
    they say; in ``full``, the first line of an author has what it was said in.
    """
    name = outlet(sheet) or _partisan(sheet, text)
    if name is None or not text.endswith(".") or _is_told(sheet, text, name):
        return text
    plain = sheet.opinion is None and not (is_party(sheet) or _takes_sides(text))
    if name == last and plain:
        return text
    body = text.rstrip(" .")
    if turn % 2 and "according to" not in text.casefold():
        return f"{body}, according to {name}."
    cue = "reported" if body.endswith("said") else "said"
    kind = (
        f" in {some(sheet.opinion)}"
        if full and sheet.author and sheet.opinion and name != last
        else ""
    )
    return f"{body}, {name} {cue}{kind}."


QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")


PASSIVE = re.compile(r"\b(?:is|are|was|were|been)\s+reported\b", re.IGNORECASE)
"""Words of a report that nobody is named for."""


def _partisan(sheet: Sheet, text: str) -> str | None:
    """The name of an agency for a line that speaks of enemies and heroes in its own voice."""
    name = tidy(sheet.dispatch.agency or "")
    return agency(name) if name and _takes_sides(text) else None


def _takes_sides(text: str) -> bool:
    """True for a line that calls people enemies or heroes and names nobody who says so."""
    said = {t.fold for t in tokens(PASSIVE.sub(" ", QUOTED.sub(" ", text)))}
    told = not said.isdisjoint(lexicons.words("speech") | lexicons.words("cues"))
    return not (told or said.isdisjoint(lexicons.words("loaded")))


def _is_told(sheet: Sheet, text: str, name: str) -> bool:
    """True if a line has its broadcaster already: in an opinion, as one who speaks."""
    told = any(t.fold in lexicons.words("speech") for t in tokens(text))
    if sheet.author and _speaks(text, sheet.author):
        return True
    asked = sheet.opinion in ASKED | RETOLD or (sheet.opinion == SUMMARY and not is_party(sheet))
    if (asked and SAID.search(text)) or _opens_with(text, name):
        return True
    return (told or sheet.opinion is None) and name.casefold() in text.casefold()


def _opens_with(text: str, name: str) -> bool:
    """True if a text begins with all words of a name of several, in any order, and they speak: "The
    Ministry of Ports of Tarvia informs", for the Tarvian Ministry of Ports.
    """
    found = tokens(text)
    said = next((i for i, t in enumerate(found) if t.fold in lexicons.words("speech")), 0)
    wanted = {t.fold[:STEM] for t in tokens(name) if len(t.fold) >= FEWEST}
    return len(wanted) > 1 and wanted <= {t.fold[:STEM] for t in found[:said]}


def _speaks(text: str, author: str) -> bool:
    """True if a text begins with its author, who says something: "The MNR reports ..."."""
    said = SAID.search(text, 0, START)
    start = text[: said.start()].casefold() if said else ""
    letters = "".join(word[0] for word in author.split())
    return author.rsplit(maxsplit=1)[-1].casefold() in start or letters.casefold() in start.split()
