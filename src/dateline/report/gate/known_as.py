"""Every form by which a dispatch knows somebody: names, offices, descriptions."""

from dateline.records import Statement
from dateline.report.ground import Sheet
from dateline.report.words import keys


def forms(sheet: Sheet, canonical: str) -> frozenset[str]:
    """Stems of all that a dispatch calls the bearer of a full name."""
    return sheet.remember("forms", canonical, lambda: _forms(sheet, canonical))


def _forms(sheet: Sheet, canonical: str) -> frozenset[str]:
    found = [canonical]
    for name in sheet.reading.names:
        if name.canonical == canonical:
            found += [name.text, name.role or ""]
    for statement in sheet.reading.statements:
        if statement.source and statement.source_name == canonical:
            found.append(statement.source.text)
    return keys(" ".join(found))


def speaker(sheet: Sheet, statement: Statement) -> frozenset[str]:
    """Stems of all that a dispatch calls the source of a statement, and its channels."""
    found = [*statement.via, statement.source.text if statement.source else ""]
    own = keys(" ".join(found))
    names = {statement.source_name} if statement.source_name else set()
    if statement.source:
        span = statement.source.span
        names |= {n.canonical for n in sheet.reading.names if n.span.overlaps(span)}
    return own.union(*(forms(sheet, name) for name in sorted(names)))
