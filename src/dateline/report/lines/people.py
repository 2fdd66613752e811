"""Where a section names a person first, it says who that is, as far as the dispatch does: "Ruiz" ->
"Interior Minister Ana Ruiz"; after that the surname is enough.
"""

import re

from dateline.records import Name, Span
from dateline.report import lexicons, quantities
from dateline.report.ground import Sheet
from dateline.report.lines import clauses, mentions, reliance
from dateline.report.lines.edits import Edit
from dateline.report.lines.pronouns import INITIAL, cased
from dateline.report.lines.spelling import Said
from dateline.report.words import fold, tidy, tokens

COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.?\s+$")
TITLED = re.compile(r"\b[A-Z][\w.]+\s+$")
"""A title or office before a name, which then needs no other: "President Biden"."""

HELD = re.compile(r"(?:\b(?:the|an?|this|that|of the)|[-’'\w]*\b[a-z]\w*ing)\s+$", re.IGNORECASE)
"""What goes with a name before which no title can stand: "the Ruiz case"."""

OWNER = re.compile(r"['’]s?\s*$")
"""The ending of an owner."""

MOST = 5  # words of a full name
NEAR = 40  # characters before a name in which a number may stand


def edits(sheet: Sheet, span: Span, said: Said) -> tuple[Edit, ...]:
    """Edits that give those persons their full names and offices whom the running section has not
    named.
    """
    made = []
    for name in sheet.reading.names:
        if name.kind != "person" or not span.contains(name.span):
            continue
        full = cased(sheet, name.canonical)
        known = full in said.people
        said.people.add(full)
        if known:
            shorter = mentions.again(sheet, span, name, said)
            made += [shorter] if shorter else []
            continue
        if _is_short(sheet, span, name, full):
            courtesy = COURTESY.search(sheet.shown, max(span.start, name.span.start - 6),
                                       name.span.start)  # fmt: skip
            start = courtesy.start() if courtesy else name.span.start
            owner = OWNER.search(name.text)
            end = name.span.end - (len(owner[0]) if owner else 0)
            made.append(Edit(Span(start, end), _called(sheet, span, name, full)))
        elif fold(tidy(name.text)) == fold(full) and _called(sheet, span, name, full) != full:
            title = _called(sheet, span, name, full)[: -len(full)]
            made.append(Edit(Span(name.span.start, name.span.start), title))
    return tuple(made)


def speaker(sheet: Sheet, name: str, said: Said) -> str:
    """A speaker's name as a line has it: with the office where the section has not named it."""
    known = name in said.people
    said.people.add(name)
    if known:
        return mentions.short(sheet, name, said) or name
    title = reliance.office(sheet, name)
    return f"{title} {name}" if title else name


def _called(sheet: Sheet, span: Span, name: Name, full: str) -> str:
    """A full name with its office, where the line has neither that nor another word on it."""
    title = reliance.office(sheet, name.canonical)
    before = sheet.shown[span.start : name.span.start]
    held = bool(HELD.search(before)) or clauses.enclosed(before) or _counted(before)
    held = held or bool(TITLED.search(before) and not COURTESY.search(before))
    introduced = reliance.is_introduced(sheet, span, name)
    return full if title is None or held or introduced else f"{title} {full}"


def _is_short(sheet: Sheet, span: Span, name: Name, full: str) -> bool:
    """True for a bare surname, outside quotations, of somebody whose first name is known."""
    words, before = full.split(), sheet.shown[span.start : name.span.start]
    bare = _is_part(name.text, words)
    whole = 2 <= len(words) <= MOST and not INITIAL.search(full)
    titled = TITLED.search(before) and not (COURTESY.search(before) or _is_ranked(before))
    apart = not titled and not _counted(before)
    return bare and whole and apart and not clauses.enclosed(before)


def _is_part(text: str, words: list[str]) -> bool:
    """True for a name without its first word: "Ruiz", "Ruiz Salt" or "Salt" for "Ana Ruiz Salt"."""
    part, rest = fold(tidy(text)).split(), [fold(word) for word in words[1:]]
    starts = range(len(rest) - len(part) + 1)
    return bool(part) and any(rest[i : i + len(part)] == part for i in starts)


def _is_ranked(before: str) -> bool:
    """True if the word before a name is a rank and no more, as in "Col Ruiz": the full name goes
    with it.
    """
    words = tokens(before[-NEAR:])[-2:]
    ranked = bool(words) and words[-1].fold in lexicons.words("ranks")
    alone = len(words) < 2 or not words[0].text[0].isupper()
    return ranked and words[-1].text[0].isupper() and alone


def _counted(before: str) -> bool:
    """True after a number of those whose leader or maker a name says: "dozens of Ruiz's men"."""
    nearest = quantities.find(before[-NEAR:])[-1:]
    return any(before[-NEAR:][q.end :].strip() in ("", "of", "de") for q in nearest)
