"""The dateline of a dispatch: place, date, agency, and the dash or bracket that ends it.

Read forms: ``BOGOTA, 9 JAN 90 (EFE) --``, ``KYIV, March 2 (Norla) -``, ``(Norla) KYIV, 2 March -``,
``LVIV, Ukraine (Norla) —``, ``GENEVA --`` in mixed-case text, ``MOSCOW, Monday (Norla)``.
"""

import re
from datetime import date, datetime

from dateline.records import DatelineHead, Span
from dateline.wire.times import DATE, day_of

WINDOW = 220  # characters: the longest dateline met, with agency and country, has 110
DASH = re.compile(r"\s*(?:(?<=[\s)])(?:--?|_)(?=\s|\[|$)|--+|[—–―]|(?<=\)):(?=\s))\s*")
AGENCY = re.compile(r"[(\[]\s*([^()\[\]]{2,60}?(?:\s*\[[^()\[\]]{2,20}\])?)\s*[)\]]")
BRACKETED = re.compile(r"\(([^()\d]{2,60}?)\s+[-–—]\s+([^()]{3,30})\)\s*")
NO_DATE = re.compile(r"(?i)\b(?:no date|undated)\b")
CLOCK_TAIL = re.compile(r"(?i)^[\s,]*(?:\d{1,2}[:.h]?\d\d|at)?\s*(?:gmt|utc|z|local)?[\s,]*$")
PLACE = re.compile(
    r"""(?x)
    (?P<name>\w[\w.'’/-]*(?:\ [\w(][\w.'’/)-]*){0,6})
    (?:,\ ?(?P<region>\w[\w.'’-]*(?:\ \w[\w.'’-]*){0,4}))?
    \s*,?\s*"""
)
PARTICLES = frozenset((
    "de", "del", "la", "le", "les", "los", "las", "do", "da", "dos", "du", "des", "of", "the",
    "and", "et", "y", "upon", "on", "sur", "am", "an", "der", "bei", "near",
))  # fmt: skip
NOWHERE = frozenset(("clandestine", "no city", "undated", "no place"))


Head = tuple[str | None, date | None, str | None]


def find(text: str, start: int, near: datetime | None) -> DatelineHead | None:
    """The dateline that begins at ``start`` (after spaces), or null if none does.

    ``near`` helps a date without a year, or a bare weekday, to its year.
    """
    start += len(text[start : start + WINDOW]) - len(text[start : start + WINDOW].lstrip())
    window = text[start : start + WINDOW]
    paragraph = re.search(r"\n[ \t]*\n", window)
    window = window[: paragraph.start()] if paragraph else window
    whole = BRACKETED.match(window)
    if whole:
        head = _parse(f"{whole[1]}, {whole[2]}", near, capitals=False)
        return DatelineHead(Span(start, start + whole.end()), *head) if head else None
    for dash in DASH.finditer(window):
        head = _parse(window[: dash.start()], near, capitals=_is_mixed(window[dash.end() :]))
        if head:
            return DatelineHead(Span(start, start + dash.end()), *head)
    bracket = AGENCY.search(window)
    if bracket:  # no dash at all: the agency's bracket ends it, if there is a date too
        head = _parse(window[: bracket.end()], near, capitals=False)
        if head and head[1] and head[2]:
            return DatelineHead(Span(start, start + bracket.end()), *head)
    return None


def _is_mixed(rest: str) -> bool:
    return any(c.islower() for c in rest)


def _parse(head: str, near: datetime | None, *, capitals: bool) -> Head | None:
    """Place, date and agency of the words before the dash, or null if they are something else."""
    head = " ".join(head.split())
    agency, head = _take_agency(head)
    dated = NO_DATE.search(head) or DATE.search(head)
    day, where = None, head
    if dated:
        where = head[: dated.start()]
        if not CLOCK_TAIL.match(head[dated.end() :]):
            return None
        day = day_of(dated).near(near) if dated.re is DATE else None
    name, region = _place(where.strip(" ,"))
    sure = dated or agency or (capitals and name and where.isupper() and len(name) > 2)
    if not sure or (where.strip(" ,") and not name):
        return None
    return _full_place(name, region), day, agency


def _take_agency(head: str) -> tuple[str | None, str]:
    """The agency's bracket at the very start or end, and the rest."""
    found = list(AGENCY.finditer(head))
    for match in found[-1:] + found[:1]:
        at_end = match.end() == len(head) and match.start() > 0
        if (at_end or match.start() == 0) and _is_agency(match[1]):
            rest = (head[: match.start()] + head[match.end() :]).strip()
            return re.sub(r"\s+-\s+", "-", match[1]), rest
    return None, head


def _is_agency(name: str) -> bool:
    """A name with a capital, or a short one in small letters as some agencies write (ats, dpa)."""
    return (len(name) <= 5 or name != name.lower()) and not DATE.search(name)


def _place(where: str) -> tuple[str | None, str | None]:
    """Name and country of the place, if these words can be one."""
    match = PLACE.fullmatch(where.replace(" (", ", ").replace(")", "") + " ") if where else None
    if not match or any(c.isdigit() for c in where):
        return None, None
    words = f"{match['name']} {match['region'] or ''}".split()
    proper = all(w[0].isupper() or w.casefold() in PARTICLES for w in words)
    return (match["name"], match["region"]) if proper and words[0][0].isupper() else (None, None)


def _full_place(name: str | None, region: str | None) -> str | None:
    if name and name.casefold() in NOWHERE:
        return region
    return f"{name}, {region}" if name and region else name
