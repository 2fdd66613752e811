"""Names of which an editor has put the first part into brackets: "[Colonel Leo] Ruiz" is one man,
Leo Ruiz, and so are "Leo" and "Ruiz" in the rest of the dispatch.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.records import Filed, Name, Span
from dateline.report.glosses import BACK, STARTS
from dateline.report.words import fold

NEXT = re.compile(r"\s*\]\s+(?P<last>[^\W\d_][\w'’-]+)")
"""After the name in a bracket that ends with it: the word that it goes with."""


def whole(filed: Filed) -> Filed:
    """The dispatch's reading with such names in one piece, at the word after their bracket."""
    reading = filed.reading
    found = [(n, last) for n in reading.names if n.kind == "person" and (last := _last(filed, n))]
    if not found:
        return filed
    called: dict[str, str] = {}
    for first, (surname, _) in found:
        called |= dict.fromkeys((first.canonical, surname), f"{first.canonical} {surname}")
    moved = {n: replace(n, span=span, text=_text(filed, span)) for n, (_, span) in found}
    kept = (moved.get(n, n) for n in reading.names if n in moved or not _is_at(n, moved.values()))
    names = tuple(replace(n, canonical=called.get(n.canonical, n.canonical)) for n in kept)
    statements = tuple(
        replace(s, source_name=called.get(s.source_name or "", s.source_name))
        for s in reading.statements
    )
    return replace(filed, reading=replace(reading, names=names, statements=statements))


def _text(filed: Filed, span: Span) -> str:
    return filed.dispatch.text[span.start : span.end]


def _is_at(name: Name, moved: Iterable[Name]) -> bool:
    return any(name.span.overlaps(one.span) for one in moved)


def _last(filed: Filed, name: Name) -> tuple[str, Span] | None:
    """The surname that goes with a name at the end of a bracket inside a sentence, and where it
    stands after it; null if nobody is called so.
    """
    text = filed.dispatch.text
    after = NEXT.match(text, name.span.end)
    opens = text.rfind("[", 0, name.span.start)
    if after is None or opens < text.rfind("]", 0, name.span.start):
        return None
    if STARTS.search(text[max(0, opens - BACK) : opens]):
        return None
    persons = (n.canonical for n in filed.reading.names if n.kind == "person")
    last = next((one for one in persons if fold(one) == fold(after["last"])), None)
    return (last, Span(*after.span("last"))) if last else None
