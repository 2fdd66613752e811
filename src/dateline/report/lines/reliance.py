"""What has to be read before a line: the sentence that tells of "the prisoners", the one that says
who "Ruiz" is, the one that spells out "NWA".
"""

import re
from collections.abc import Iterable

from dateline.records import Name, Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.lines import clauses, definite
from dateline.report.words import QUOTE_MARKS, fold, is_function, keys, tidy, tokens

Token = tuple[str, object]
"""Something that is told: ("line", (order, index)), ("name", surname), ("short", letters),
("stem", stem) of what words are about; or that need not be, ("start", order): that a dispatch has
been begun.
"""

SHORT = re.compile(r"\b[A-Z][A-Z0-9-]{1,7}\b")
"""An abbreviation."""

APPOSED = re.compile(
    r"(?:[\"”)]|\s\([^()]*\))*,\s+(?!and\b|or\b|but\b|who\b|whose\b|said\b)"
    r"(?:(?:the|a|an|one|former)\s+)?(?:[\w'’.-]+\s+){0,6}[a-z]",
    re.IGNORECASE,
)
"""After a name: what somebody is."""

PAUSED = re.compile(rf"(?:[-,;:–—(]|[,.!?…—][{QUOTE_MARKS}])\s*$")
"""Before a name: the end of a clause or of a quotation, so that the word there is no title."""

CALLED = re.compile(
    r"\b(?:the|a|an|its|his|her|their|one)\s+(?:[^,.;]|(?<=\b\w)\.){3,70},\s*$", re.IGNORECASE
)
"""Before a name: what somebody is."""

ABOVE = re.compile(
    r"\b(?:aforementioned|aforesaid|above-?mentioned|the\s+same\s+(?:sources?|spokes(?:man|woman)"
    r"|official|report|dispatch|communique|statement))\b",
    re.IGNORECASE,
)
"""Words that only the page of the dispatch itself makes clear."""

FIRST = re.compile(r"\W*(?:\w[^,.;]{1,50},\s+)?\W*")
"""Before the subject of a sentence: nothing, or an opening phrase."""

REACH = 90  # characters in which an apposition shows itself


def relies(
    sheet: Sheet, span: Span, index: int, speakers: Iterable[str] = ()
) -> frozenset[frozenset[Token]]:
    """What a sentence relies on: of each set, one must have been told. ``speakers``: who is put
    into the line as saying it.
    """
    nouns = definite.needs(sheet, span).union(*(definite.described(name) for name in speakers))
    found = {_earlier(sheet, index, noun) for noun in nouns}
    found |= {_told_just_before(sheet, index, noun) for noun in definite.pointed_at(sheet, span)}
    if ABOVE.search(sheet.shown, span.start, span.end):
        found.add(frozenset())
    if _hangs(sheet, span):
        earlier: list[Token] = [("line", (sheet.order, i)) for i in range(index)]
        found.add(frozenset([*earlier, ("start", sheet.order)]))
    tokens = _strangers(sheet, span) | _letters(sheet, span)
    tokens |= {token for name in speakers if (token := _called(sheet, name))}
    return frozenset([*found, *(frozenset([token]) for token in tokens)])


def _hangs(sheet: Sheet, span: Span) -> bool:
    """True for a sentence that nothing sets apart from what was told before it: no date, and nobody
    who says it.
    """
    dated = any(span.contains(w.span) and w.start for w in sheet.reading.dates)
    told = any(
        s.source and s.source_name and span.contains(s.source.span)
        for s in sheet.reading.statements
    )
    return not dated and not told


def _called(sheet: Sheet, name: str) -> Token | None:
    """A speaker whom a line names without saying who that is; null for a description."""
    persons = {fold(n.canonical.split()[-1]) for n in sheet.reading.names if n.kind == "person"}
    words = name.split()
    alone = len(words) == 1 and name[:1].isupper()
    known = words and fold(words[-1]) in persons and not words[0].islower()
    same = [n for n in sheet.reading.names if n.kind == "person" and _last(n) == fold(words[-1])]
    if any(office(sheet, n.canonical) for n in same):
        return None
    known = known and any(_is_known(sheet, n) for n in same)
    return ("name", fold(words[-1])) if known or alone else None


def tells(sheet: Sheet, span: Span, place: tuple[int, int]) -> frozenset[Token]:
    """What a line tells that others may rely on."""
    found: set[Token] = {("line", place)}
    text = sheet.shown[span.start : span.end]
    found |= {("stem", key) for key in definite.told(keys(text))}
    found |= {
        ("name", _last(n))
        for n in _persons(sheet, span)
        if is_introduced(sheet, span, n) or office(sheet, n.canonical)
    }
    letters = SHORT.finditer(sheet.shown, span.start, span.end)
    found |= {("short", m[0]) for m in letters if _is_spelt_out(m)}
    return frozenset(found)


def _earlier(sheet: Sheet, index: int, noun: str) -> frozenset[Token]:
    """The sentences of which one must be read before a noun: those before it that speak of the
    same, back to the one that introduces it. Where there is none, any line of another dispatch.
    """
    family = definite.told(frozenset([noun]))
    found: set[Token] = set()
    for i in range(index - 1, -1, -1):
        span = sheet.reading.sentences[i].span
        text = sheet.shown[span.start : span.end]
        if family & keys(text):
            found.add(("line", (sheet.order, i)))
            if definite.introduces(text, family):
                break
    return frozenset(found) or frozenset([("stem", noun)])


def _told_just_before(sheet: Sheet, index: int, noun: str) -> frozenset[Token]:
    """The sentence before, if it speaks of what "this attack" or "that meeting" is; nothing tells
    of it if that does not.
    """
    before = sheet.reading.sentences[index - 1].span if index else None
    text = sheet.shown[before.start : before.end] if before else ""
    family = definite.told(frozenset([noun]))
    return frozenset([("line", (sheet.order, index - 1))]) if family & keys(text) else frozenset()


def _persons(sheet: Sheet, span: Span) -> tuple[Name, ...]:
    return tuple(n for n in sheet.reading.names if n.kind == "person" and span.contains(n.span))


def _last(name: Name) -> str:
    return fold(name.canonical.split()[-1])


def _strangers(sheet: Sheet, span: Span) -> set[Token]:
    """The people of whom a sentence does not say who they are, though it speaks of them as known:
    by surname alone, or as its speaker or subject.
    """
    named = _persons(sheet, span)
    known = {_last(n) for n in named if is_introduced(sheet, span, n)}
    towns = {fold(p.text) for p in sheet.reading.places if p.geonameid is not None}
    found: set[Token] = set()
    for name in named:
        unknown = _last(name) not in known and fold(name.text) not in towns
        unknown = unknown and office(sheet, name.canonical) is None
        unknown = unknown and (" " not in name.canonical or _is_known(sheet, name))
        words = name.text.split()
        short = len(words) < max(2, len(name.canonical.split())) or words[0].islower()
        if unknown and (short or _acts(sheet, span, name)):
            found.add(("name", _last(name)))
    return found


def _is_known(sheet: Sheet, name: Name) -> bool:
    """True if a dispatch says anywhere who somebody is."""
    whole = Span(0, len(sheet.shown))
    same = [n for n in _persons(sheet, whole) if n.canonical == name.canonical]
    return any(is_introduced(sheet, sheet.around(n.span), n) for n in same)


OFFICE = re.compile(
    r"(?:(?:[A-Z][\w.'’]*|[A-Z]\.(?:[A-Z]\.)+)(?: |$)){1,4}|(?:(?:[a-z]+|[A-Z]+) ){0,2}[a-z]+"
)
"""A title: "Interior Minister", "police spokeswoman"."""


def office(sheet: Sheet, canonical: str) -> str | None:
    """The longest title with which an English dispatch introduces somebody, if it can stand before
    the name.
    """
    known = sheet.remember("office", canonical, lambda: _office(sheet, canonical))
    return next(iter(known), None)


def _office(sheet: Sheet, canonical: str) -> frozenset[str]:
    if sheet.reading.language != "en":
        return frozenset()
    names = (n for n in sheet.reading.names if n.kind == "person" and n.canonical == canonical)
    roles = {tidy(n.role) for n in names if n.role} - _shared(sheet)
    longest = sorted((role for role in roles if _is_office(role)), key=lambda r: (-len(r), r))
    return frozenset(longest[:1])


def _shared(sheet: Sheet) -> frozenset[str]:
    """One-word titles of several people, as of a country's president and a party's: they do not
    tell who is meant.
    """
    found: dict[str, set[str]] = {}
    for name in sheet.reading.names:
        if name.kind == "person" and name.role and " " not in name.role.strip():
            found.setdefault(tidy(name.role), set()).add(name.canonical)
    ranks = {"general", "colonel", "captain", "major", "lieutenant"}
    several = (title for title, people in found.items() if len(people) > 1)
    return frozenset(title for title in several if fold(title) not in ranks)


def _is_office(role: str) -> bool:
    last = fold(role.rsplit(maxsplit=1)[-1])
    told = " " in role or last not in VAGUE
    return told and last in lexicons.words("offices") and bool(OFFICE.fullmatch(role))


VAGUE = frozenset(
    ["minister", "deputy", "secretary", "director", "chief", "leader", "representative", "delegate",
     "candidate", "commissioner", "coordinator", "chairman", "chairwoman", "spokesman",
     "spokeswoman", "adviser", "envoy", "commander", "prosecutor"]
)  # fmt: skip
"""Titles that need a word before them to tell who somebody is."""


def _acts(sheet: Sheet, span: Span, name: Name) -> bool:
    """True for the speaker of a sentence, and for the person that it begins with."""
    speaking = any(s.source and s.source.span.overlaps(name.span) for s in sheet.reading.statements)
    return speaking or not sheet.shown[span.start : name.span.start].strip('"“ ')


def is_introduced(sheet: Sheet, span: Span, name: Name) -> bool:
    """True if a sentence says who somebody is: by a title or a noun before the name, or a phrase
    after it.
    """
    before = tokens(sheet.shown[span.start : name.span.start])[-1:]
    titled = bool(before) and not PAUSED.search(sheet.shown, span.start, name.span.start)
    titled = titled and not is_function(before[0])
    titled = titled and not clauses.verbal(before[0].text)
    titled = titled and before[0].fold not in lexicons.words("speech")
    titled = titled and (" " in name.text.strip() or before[0].fold not in lexicons.words("ranks"))
    after = sheet.shown[name.span.end : min(span.end, name.span.end + REACH)]
    apposed = APPOSED.match(after)
    called = CALLED.search(sheet.shown, span.start, name.span.start)
    return titled or bool(called) or bool(apposed and not clauses.verbal(apposed[0]))


def _letters(sheet: Sheet, span: Span) -> set[Token]:
    """The abbreviations of a sentence that its dispatch spells out elsewhere; what only its editor
    has spelt out was well known where it was written.
    """
    text = sheet.shown
    found: set[Token] = set()
    for match in SHORT.finditer(text, span.start, span.end):
        same = re.finditer(rf"\b{re.escape(match[0])}\b", text)
        here = Span(span.start, span.end)
        spelt = [m for m in same if _is_spelt_out(m) and not _by_editor(sheet, m.end())]
        if spelt and not any(here.contains(Span(*m.span())) for m in spelt):
            found.add(("short", match[0]))
    return found


def _by_editor(sheet: Sheet, at: int) -> bool:
    """True if what an editor put in stands after a word."""
    return sheet.dispatch.text[at : at + 2].lstrip().startswith("[")


def _is_spelt_out(letters: re.Match[str]) -> bool:
    """True if the words beside an abbreviation are those that it stands for: "National Wheat
    Association (NWA)", "NWA (National Wheat Association)".
    """
    text, at, end = letters.string, letters.start(), letters.end()
    before, after = text[max(0, at - REACH) : at], text[end : end + 2]
    if before.endswith("(") or (before.endswith(", ") and after[:1] == ","):
        words = [t.text for t in tokens(before)][-1:]
        return bool(words) and (words[0][0].isupper() or before.endswith("("))
    return after == " (" and text[end + 2 : end + 3].isupper()
