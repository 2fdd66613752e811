"""A pronoun that speaks is replaced by the name that the reader resolved it to."""

import re

from dateline.records import Name, Span, Statement
from dateline.report.edits import Edit
from dateline.report.ground import Sheet
from dateline.report.words import fold, keys, tidy

PRONOUNS = frozenset(["he", "she", "they", "it", "him", "her", "them"])
ARTICLE = re.compile(r"^(?:the|a|an|mr\.?|mrs\.?|ms\.?|dr\.?)\s+", re.IGNORECASE)


def edits(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """Edits that name the speaking pronouns of a span, where the reader is sure who they are."""
    made = []
    for statement in sheet.reading.statements:
        source = statement.source
        if source is None or not span.contains(source.span):
            continue
        name = _full_name(sheet, statement)
        if name and fold(source.text) in PRONOUNS:
            made.append(Edit(source.span, name))
    return tuple(made[:1])


def _full_name(sheet: Sheet, statement: Statement) -> str | None:
    """The resolved name as it may be printed, with its office where the dispatch gives one."""
    name = statement.source_name
    if not name or fold(name) in PRONOUNS:
        return None
    return printed(sheet, name)


def printed(sheet: Sheet, name: str) -> str:
    """A name in the case of the published text: as it stands in a dispatch that came in capitals.

    A description gets its article back ("regional governor" -> "the regional governor").
    """
    raw = tidy(name)
    cased = raw
    if sheet.reading.cased is not None:
        at = sheet.reading.cased.casefold().find(raw.casefold())
        cased = tidy(sheet.reading.cased[at : at + len(raw)]) if at >= 0 else raw.title()
    plural = cased.split()[0].endswith("s") if cased else False
    if cased[:1].islower() and not plural and not ARTICLE.match(cased):
        return f"the {cased}"
    return cased


def people(sheet: Sheet, span: Span) -> tuple[Name, ...]:
    """The persons named in a span, in order."""
    found = (n for n in sheet.reading.names if span.contains(n.span) and n.kind == "person")
    return tuple(sorted(found, key=lambda n: n.span))


def named_before(text: str, name: str) -> bool:
    """True if a text has every word of a name."""
    return keys(name) <= keys(text)
