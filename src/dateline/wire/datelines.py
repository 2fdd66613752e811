"""The dateline of a dispatch: place, date, agency, and the dash or bracket that ends it.

Read forms: ``PORT ALBA, 9 JAN 90 (NORD) --``, ``ALTHEIM, March 2 (Nordlys) -``,
``(Nordlys) ALTHEIM, 2 March -``, ``ALTHEIM, Norwold (Nordlys) —``, ``ALTHEIM —`` in mixed case,
``Altheim, Norwold –`` before a whole sentence, ``ALTHEIM, March 2. /NORD/.``,
``(NORD) - ALTHEIM, MAR 2 -``, ``Altheim, NORD -``, ``ALTHEIM, Norwold/PORT ALBA (Nordlys) -``.
"""

import re
from datetime import date, datetime

from dateline.records import DatelineHead, Span
from dateline.wire.times import DATE, WEEKDAYS, day_of

WINDOW = 220  # characters: the longest dateline met, with agency and country, has 110
DASH = re.compile(r"\s*(?:(?<=[\s)])(?:--?|_)(?=\s|\[|$)|--+|[—–―]|(?<=\)):(?=\s))\s*")
AGENCY = re.compile(
    r"[(\[]\s*([^()\[\]]{2,60}?(?:\s*\[[^()\[\]]{2,20}\])?)\s*[)\]]|/\s?([A-Z][\w -]{1,30}?)\s?/"
)
LONG_DASH = re.compile(r"\s+[–—]\s+")
SENTENCE = re.compile(r"[A-ZÀ-Þ«“\"](?:[^\n–—]|\n(?!\s*\n)){75,}")
WORDS = 5  # of a place and its country
NEWS = ("live", "news", "analysis", "update", "opinion", "video", "exclusive", "direct", "alert")
STOP = re.compile(r"\s*[.:]\s+")
SMALL_NAME = re.compile(r"[a-z]{2,5}(?:[/-][a-z]{2,5}){0,4}")
ARTICLE = re.compile(r",\s+(?:le|am|den|el)\s*$")
SET_OFF = re.compile(r"(?:^|[,;.(/–—-]|\b(?:le|am|den|el|on))\s*$", re.IGNORECASE)
"""What stands before a weekday that is one."""

EDGES = " ,.(-–—"
INITIALS = re.compile(r"(?!USA$|UAE$)[A-Z]{3,6}")
PROSE = 30  # characters: less after a dash is the rest of a headline
NO_PLACE = frozenset((
    "on", "since", "by", "from", "until", "in", "at", "after", "before", "of",
    "attention", "editors", "eds", "advisory", "annulation",
))  # fmt: skip
BRACKETED = re.compile(r"\(([^()\d]{2,60}?)\s+[-–—]\s+([^()]{3,30})\)\s*")
NO_DATE = re.compile(r"(?i)\b(?:no date|undated)\b")
CLOCK_TAIL = re.compile(r"(?i)^[\s,]*(?:\d{1,2}[:.h]?\d\d|at)?\s*(?:gmt|utc|z|local)?[\s,.)]*$")
PLACE = re.compile(
    r"""(?x)
    (?P<name>\w[\w.'’/-]*(?:\ [\w(][\w.'’/)-]*){0,4})
    (?:,\ ?(?P<region>\w[\w.'’-]*(?:\ \w[\w.'’-]*){0,4}
        (?:/\w[\w.'’-]*(?:\ \w[\w.'’-]*){0,4}(?:,\ ?\w[\w.'’-]*(?:\ \w[\w.'’-]*){0,2})?)?))?
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
    found = _bracketed(window, near) or _dashed(window, near) or _undashed(window, near)
    return DatelineHead(Span(start, start + found[0]), *found[1]) if found else None


def _bracketed(window: str, near: datetime | None) -> tuple[int, Head] | None:
    """``(Altheim, NW - October 21)``: where it ends, and what it says."""
    whole = BRACKETED.match(window)
    head = _parse(f"{whole[1]}, {whole[2]}", near, bare=False) if whole else None
    return (whole.end(), head) if whole and head else None


def _dashed(window: str, near: datetime | None) -> tuple[int, Head] | None:
    """Up to a dash; up to a later one if that adds a date (``(NORD) - ALTHEIM, MAR 2 -``)."""
    found: tuple[int, Head] | None = _named(window)
    for dash in DASH.finditer(window):
        rest = window[dash.end() :]
        bare = len(rest) >= PROSE and any(c.islower() for c in rest)
        head = _parse(window[: dash.start()], near, bare=bare)
        if head and (found is None or (head[1] and not found[1][1])):
            found = dash.end(), head
    return found


def _named(window: str) -> tuple[int, Head] | None:
    """``Altheim, Norwold –`` before a sentence, not before the rest of a headline."""
    dash = LONG_DASH.search(window)
    if dash is None or not SENTENCE.match(window, dash.end()):
        return None
    head = " ".join(window[: dash.start()].split())
    name, region = _place(head)
    if not name or len(head.split()) > WORDS or any(word in head.casefold() for word in NEWS):
        return None
    return dash.end(), (_full_place(name, region), None, None)


def _undashed(window: str, near: datetime | None) -> tuple[int, Head] | None:
    """Up to the agency's bracket, if there is a date too."""
    bracket = AGENCY.search(window)
    head = _parse(window[: bracket.end()], near, bare=False) if bracket else None
    if bracket is None or head is None or not head[1] or not head[2]:
        return None
    stop = STOP.match(window, bracket.end())
    return (stop.end() if stop else bracket.end()), head


def _parse(head: str, near: datetime | None, *, bare: bool) -> Head | None:
    """Place, date and agency of the words before the dash, or null if they are something else.

    ``bare``: a place in capitals is enough.
    """
    agency, head = _take_agency(" ".join(head.split()))
    dated = NO_DATE.search(head) or _date(head)
    where = _before(head[: dated.start()] if dated else head)
    if dated and not CLOCK_TAIL.match(head[dated.end() :]):
        return None
    name, region = _place(where)
    if where and not name:
        return None
    if bare and region and not agency and INITIALS.fullmatch(region) and not str(name).isupper():
        agency, region = region, None
    if not (agency or (name and dated) or (bare and name and name.isupper() and len(name) > 2)):
        return None
    day = day_of(dated).near(near) if dated and dated.re is DATE else None
    return _full_place(name, region), day, agency


def _date(head: str) -> re.Match[str] | None:
    """The date that closes a dateline, else the first; no weekday inside a place, as in "Santo
    Domingo".
    """
    found = [
        m for m in DATE.finditer(head) if not m["weekday"] or SET_OFF.search(head[: m.start()])
    ]
    closing = (m for m in found if CLOCK_TAIL.match(head[m.end() :]))
    return next(closing, found[0] if found else None)


def _before(words: str) -> str:
    """The words before a date as a place, without a weekday that goes with the date."""
    where = ARTICLE.sub("", words).strip(EDGES)
    place, _, last = where.rpartition(",")
    return place if last.strip().casefold() in WEEKDAYS else where


def _take_agency(head: str) -> tuple[str | None, str]:
    """The agency's bracket at the very start or end, and the rest."""
    found = list(AGENCY.finditer(head))
    for match in found[-1:] + found[:1]:
        at_end = match.end() == len(head) and match.start() > 0
        name = match[1] or match[2]
        if (at_end or match.start() == 0) and _is_agency(name):
            rest = (head[: match.start()] + head[match.end() :]).strip()
            return re.sub(r"\s+-\s+", "-", name), rest
    return None, head


def _is_agency(name: str) -> bool:
    """A name with a capital, or a short one in small letters as some agencies write (ats, dpa)."""
    return (name != name.lower() or bool(SMALL_NAME.fullmatch(name))) and not DATE.search(name)


def _place(where: str) -> tuple[str | None, str | None]:
    """Name and country of the place, if these words can be one."""
    match = PLACE.fullmatch(where.replace(" (", ", ").replace(")", "") + " ") if where else None
    if not match or any(c.isdigit() for c in where):
        return None, None
    words = f"{match['name']} {match['region'] or ''}".split()
    proper = all(w[0].isupper() or w.casefold() in PARTICLES for w in words)
    known = proper and words[0][0].isupper() and words[0].casefold() not in NO_PLACE
    return (match["name"], match["region"]) if known else (None, None)


def _full_place(name: str | None, region: str | None) -> str | None:
    if name and name.casefold() in NOWHERE:
        return region
    return f"{name}, {region}" if name and region else name
