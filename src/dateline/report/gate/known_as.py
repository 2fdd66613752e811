"""Every form by which a dispatch knows somebody: names, offices, descriptions."""

import re

from dateline.records import Span, Statement
from dateline.report.ground import Sheet
from dateline.report.words import keys

LEFT = re.compile(r"\b(?:the|a|an|[\w]+['’]s?)\s((?:[a-z][\w-]*\s?){1,5}),\s$")
RIGHT = re.compile(r",\s(?:the|a|an|who\sis\sthe)\s((?:[\w'’-]+\s?){1,7})(?=[,.;])")
WIDE = 80  # characters beside a name in which its apposition stands


def forms(sheet: Sheet, canonical: str) -> frozenset[str]:
    """Stems of all that a dispatch calls the bearer of a full name."""
    return sheet.remember("forms", canonical, lambda: _forms(sheet, canonical))


def _forms(sheet: Sheet, canonical: str) -> frozenset[str]:
    bearers = {canonical, *_of_surname(sheet, canonical)}
    found = [*sorted(bearers)]
    for name in sheet.reading.names:
        if name.canonical in bearers:
            found += [name.text, name.role or "", *_apposed(sheet.shown, name.span)]
    for statement in sheet.reading.statements:
        if statement.source and statement.source_name == canonical:
            found.append(statement.source.text)
    return keys(" ".join(found))


def _of_surname(sheet: Sheet, surname: str) -> set[str]:
    """The one full name of a dispatch that ends with a name of one word."""
    named = {n.canonical for n in sheet.reading.names if n.kind != "place"}
    full = {c for c in named if " " in c and c.split()[-1] == surname}
    return full if len(full) == 1 and surname in named else set()


def _apposed(text: str, at: Span) -> list[str]:
    """The descriptions set beside a name by commas: "the port's operator, Balt Terminal"."""
    left = LEFT.search(text[max(0, at.start - WIDE) : at.start])
    right = RIGHT.match(text[at.end : at.end + WIDE])
    return [found[1] for found in (left, right) if found]


def speaker(sheet: Sheet, statement: Statement) -> frozenset[str]:
    """Stems of all that a dispatch calls the source of a statement, and its channels."""
    found = [*statement.via, statement.source.text if statement.source else ""]
    own = keys(" ".join(found))
    names = {statement.source_name} if statement.source_name else set()
    if statement.source:
        span = statement.source.span
        names |= {n.canonical for n in sheet.reading.names if n.span.overlaps(span)}
    return own.union(*(forms(sheet, name) for name in sorted(names)))
