"""How two editions of a story differ, line by line. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.publish.notes import NoteBook
from dateline.records import Edition, Line

_ALIKE = 0.6
"""The share of words from which on one line is another reworded (difflib's ratio)."""


@dataclass(frozen=True, slots=True)
class Reworded:
    """A line and what became of it. ``runs`` are stretches of words, each ``same``, ``gone`` or
    ``new``.
    """

    before: Line
    after: Line
    runs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the lines from one edition to the next, each kind in its order."""

    before: Edition
    after: Edition
    reworded: tuple[Reworded, ...]
    came: tuple[Line, ...]
    went: tuple[Line, ...]
    kept: int
    notes: NoteBook


def difference(before: Edition, after: Edition) -> Difference:
    """The lines of headline, standfirst and sections by which two editions differ."""
    old, new = _lines(before), _lines(after)
    went = [line for text, line in old.items() if text not in new]
    came = [line for text, line in new.items() if text not in old]
    reworded = _reworded(went, came)
    gone = {one.before.text for one in reworded}
    fresh = {one.after.text for one in reworded}
    return Difference(
        before,
        after,
        reworded=reworded,
        came=tuple(line for line in came if line.text not in fresh),
        went=tuple(line for line in went if line.text not in gone),
        kept=len(set(old) & set(new)),
        notes=NoteBook((*before.dispatches, *after.dispatches)),
    )


def _lines(edition: Edition) -> dict[str, Line]:
    body = (line for one in edition.sections for line in one.lines)
    return {line.text: line for line in (edition.headline, *edition.standfirst, *body)}


def _reworded(went: Sequence[Line], came: Sequence[Line]) -> tuple[Reworded, ...]:
    """Each line that came with the likest of those that went, if it is like enough."""
    left = list(went)
    pairs = []
    for line in came:
        match = SequenceMatcher(None, b=line.text.split(), autojunk=False)
        best, share = None, _ALIKE
        for other in left:
            match.set_seq1(other.text.split())
            if match.real_quick_ratio() >= share and match.quick_ratio() >= share:
                found = match.ratio()
                best, share = (other, found) if found >= share else (best, share)
        if best is not None:
            left.remove(best)
            pairs.append(Reworded(best, line, _runs(best.text, line.text)))
    return tuple(pairs)


def _runs(before: str, after: str) -> tuple[tuple[str, str], ...]:
    old, new = before.split(), after.split()
    runs = []
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[a:b] == new[c:d]:
            runs.append(("same", " ".join(old[a:b])))
        else:
            runs += [(kind, " ".join(words)) for kind, words in
                     (("gone", old[a:b]), ("new", new[c:d])) if words]  # fmt: skip
    return tuple(runs)
