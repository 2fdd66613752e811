"""How two editions of a story differ, line by line. Pure."""

from dataclasses import dataclass

from dateline.publish.notes import NoteBook
from dateline.records import Edition, Line


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines that came and lines that went from one edition to the next, each in its order."""

    before: Edition
    after: Edition
    came: tuple[Line, ...]
    went: tuple[Line, ...]
    kept: int
    notes: NoteBook


def difference(before: Edition, after: Edition) -> Difference:
    """The lines of headline, standfirst and sections by which two editions differ."""
    old, new = _lines(before), _lines(after)
    return Difference(
        before,
        after,
        came=tuple(line for text, line in new.items() if text not in old),
        went=tuple(line for text, line in old.items() if text not in new),
        kept=len(set(old) & set(new)),
        notes=NoteBook((*before.dispatches, *after.dispatches)),
    )


def _lines(edition: Edition) -> dict[str, Line]:
    body = (line for one in edition.sections for line in one.lines)
    return {line.text: line for line in (edition.headline, *edition.standfirst, *body)}
