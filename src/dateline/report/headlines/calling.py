"""Persons in a headline by the shortest name that their dispatch has: "President Oldane", or by an
office that nobody else has: "Tarvian Foreign Minister".
"""

import re
from collections import Counter
from collections.abc import Iterator

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.headlines import outlines
from dateline.report.lines.drafts import Draft
from dateline.report.words import count, fold, tidy

LETTERS = 3  # of a name that can stand for somebody
OFFICE = 2  # words of an office that tells who has it
INITIALS = re.compile(
    r"(?P<full>\b(?!The |THE )[A-Z][\w'’-]+"
    r"(?: (?:(?:of|and|for|de|the|del|la) )*[A-Z][\w'’-]+){1,6})"
    r" [(\[](?P<short>[A-Z-]{2,7})[)\]]"
)
"""A body's full name and the initials that a dispatch gives for it."""

BODY_SAYS = re.compile(
    r", (?:the )?([A-Z][\w'’-]+(?: (?:(?:of|and|for|de|the) )*[A-Z][\w'’-]+){3,7}) (says?|said)$"
)
"""A body's long name, which says so at the end."""

SHORT = re.compile(r"\b[A-Z]{4,6}\b")
LONG_NAME = 5  # capital words

RANKED = re.compile(r"(?:^|(?<=and )|(?<=, ))(?P<office>(?:[A-Z][\w.'’-]*|of|the|his|its|her) )+$")

OWNING = re.compile(r"['’]")
"""After a name: something of his, which an office alone would lose."""

TITLES = re.compile(r"(?:(?<![\w.])[A-Z][\w.'’-]* )+$")
"""The capital words before a name, a rank among them."""

APART = re.compile(r"\s*,(?:\s+(?:aged\s+)?\d{1,2},)?\s*")
"""Between a name and what explains it: a comma, or an age between two."""

TELLING = re.compile(
    r"(?:an?|the|one of the|(?:former|deputy|acting) [a-z]+|(?:[a-z]+ ){1,2}(?:of|for|at|in))\b"
    r"(?! latter\b| former\b)"
)
"""The start of words that say what somebody is."""


def callings(draft: Draft, text: str) -> Iterator[str]:
    """Some words of a draft, and the same with its persons by shorter names or by their office."""
    yield text
    yield called(draft, text)
    yield unnamed(draft, text)
    yield described(draft, text)


def abbreviated(sheet: Sheet, text: str) -> str:
    """Some words with each body by the initials that its dispatch has for it: "TWU" for "Tarvian
    Workers Union".
    """
    for found in INITIALS.finditer(sheet.shown):
        full, short = tidy(found["full"]), found["short"]
        if short.isupper() and short[0].casefold() == full[0].casefold():
            at = text.casefold().find(full.casefold())
            led = text[:at].endswith("of ") and at > 0
            if at >= 0 and not led:
                text = f"{text[:at]}{short}{text[at + len(full) :]}"
    return text


def by_initials(sheet: Sheet, text: str) -> str:
    """Some words with the body that says so at their end by initials that its dispatch has for it
    without the full name: ", the Kelm Arlo Liberation Front says" as ", KALF says".
    """
    found = BODY_SAYS.search(text)
    letters = Counter(word[0] for word in found[1].split() if word[0].isupper()) if found else None
    if found is None or letters is None or sum(letters.values()) < LONG_NAME:
        return text
    every = (word for word in SHORT.findall(sheet.shown) if word[0] == found[1][0])
    short = next((word for word in every if not Counter(word) - letters), None)
    return f"{text[: found.start()]}, {short} {found[2]}" if short else text


def unnamed(draft: Draft, text: str) -> str:
    """Some words without the name of whom they start with, where an office of two words or more
    stands before it: "Tarvian Interior Minister General Ana Oru" is "Tarvian Interior Minister".
    """
    sheet = draft.sheet
    for name in sheet.reading.names:
        if name.kind != "person":
            continue
        full = tidy(sheet.shown[name.span.start : name.span.end])
        at = text.find(full)
        if OWNING.match(text, at + len(full)):
            continue
        led = RANKED.search(text[:at]) if at > 0 else None
        office = _office(led[0].split()) if led else ()
        kept = " ".join(office)
        if led and count(kept) >= OFFICE and _is_told_apart(sheet, kept):
            text = f"{text[: led.start()]}{kept}{text[at + len(full) :]}"
    return text


def described(draft: Draft, text: str) -> str:
    """Some words with what a person is in place of a name that says nothing to a reader: "a judge
    of Kelm was killed" for "Jan Oru, a judge of Kelm, was killed".
    """
    for full, words in _beside(draft):
        at = text.find(f"{full}, {words}")
        rest = text[at + len(full) + len(words) + 2 :]
        if at < 0 or rest[:1].isalnum():
            continue
        led = RANKED.search(text[:at])
        start = led.start() if led and not led.start() else at - len(_titles(text[:at]))
        text = f"{text[:start]}{words}{rest.removeprefix(',')}"
        return f"{text[0].upper()}{text[1:]}" if not start else text
    return text


def _titles(before: str) -> str:
    """The ranks and offices that end some words before a name: "Judge "."""
    led = TITLES.search(before)
    titles = lexicons.words("ranks") | lexicons.words("offices")
    kept = 0
    words = led[0].split() if led else []
    while words and fold(words[-1].rstrip(".")) in titles:
        kept += len(words.pop()) + 1
    return before[len(before) - kept :]


def closed(draft: Draft, text: str) -> str:
    """Some words with the comma that closes an apposition, where a cut has taken it."""
    for full, words in _beside(draft):
        at = text.find(f"{full}, {words} ")
        if at >= 0:
            end = at + len(full) + len(words) + 2
            return f"{text[:end]},{text[end:]}"
    return text


def _beside(draft: Draft) -> Iterator[tuple[str, str]]:
    """Each person's name with the apposition beside it, and with as much of it as has no comma."""
    shown = draft.sheet.shown
    for aside in appositions(draft):
        name = named_before(draft, aside)
        if name is None:
            continue
        words = tidy(shown[aside.start : aside.end])
        for told in dict.fromkeys((words, words.split(",")[0])):
            yield tidy(shown[name.start : name.end]), told


def appositions(draft: Draft) -> tuple[Span, ...]:
    """What a sentence sets beside a name to say who that is: "a judge of Kelm"; nothing beside a
    name that stands in what is said of another ("the son of Oru, a judge").
    """
    outline = outlines.outline_of(draft.sheet, draft.span)
    every = outline.asides if outline else ()
    shown = draft.sheet.shown
    found = (a.span for a in every if a.kind == "apposition")
    outer = (s for s in found if not any(a.span.contains(s) and a.span != s for a in every))
    return tuple(s for s in outer if TELLING.match(tidy(shown[s.start : s.end])))


def named_before(draft: Draft, aside: Span) -> Span | None:
    """The person's name that an apposition follows after a comma."""
    spans = (n.span for n in draft.sheet.reading.names if n.kind == "person")
    between = ((s, draft.sheet.shown[s.end : aside.start]) for s in spans if s.end < aside.start)
    return next((span for span, text in between if APART.fullmatch(text)), None)


def _is_told_apart(sheet: Sheet, office: str) -> bool:
    """True for an office with its country, body or place: "Tarvian President"."""
    folded = {fold(word) for word in office.split()}
    places = {fold(p.text) for p in sheet.reading.places}
    return not folded.isdisjoint(lexicons.words("demonyms") | places)


def office_before(sheet: Sheet, source: Span) -> Iterator[str]:
    """The office that opens the words for a speaker, before a person's name: "Tarvian interior
    minister" of "Tarvian interior minister General Ana Oru".
    """
    names = (n.span for n in sheet.reading.names if n.kind == "person" and source.contains(n.span))
    for name in names:
        led = tidy(sheet.shown[source.start : name.start]).split()
        office = _office(led) if all(word[-1:].isalpha() for word in led) else ()
        if len(office) >= OFFICE:
            yield " ".join(office)


def _office(words: list[str]) -> tuple[str, ...]:
    """Some words up to the office in them, without the rank after it."""
    offices, ranks = lexicons.words("offices"), lexicons.words("ranks")
    ends = [i for i, word in enumerate(words) if fold(word) in offices]
    while len(ends) > 1 and fold(words[ends[-1]]) in ranks and ends[-1] - 1 in ends:
        ends.pop()
    return tuple(words[: ends[-1] + 1]) if ends else ()


def called(draft: Draft, text: str) -> str:
    """Some words of a draft with each person's full name replaced by the short one."""
    sheet = draft.sheet
    for name in sheet.reading.names:
        full = tidy(sheet.shown[name.span.start : name.span.end]) if name.kind == "person" else ""
        if full and full in text:
            text = text.replace(full, _short(sheet, full, name.canonical), 1)
    return text


def _short(sheet: Sheet, full: str, canonical: str) -> str:
    """The shortest name of a person in a dispatch that is the end of the full one or, of a Spanish
    name, stands before its last word.
    """
    found = {tidy(n.text) for n in sheet.reading.names if n.canonical == canonical}
    inside = (one for one in found if f" {one} " in f" {full} " and not full.startswith(one))
    fit = (one for one in inside if len(one) >= LETTERS and one[0].isupper())
    return min(sorted(fit), key=len, default=full)
