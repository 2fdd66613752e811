"""How much of each dispatch is in a story: all of it, less its passages that are of other stories;
or only some passages, of a dispatch that is in another.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, select

from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import member, passage, placement
from dateline.ledger.stories.homes import LAST, family, homes
from dateline.records import Span

_EVER = select(member.c.seq).where(member.c.at <= bindparam("as_of"))
_FILED = select(member.c.seq, member.c.story, member.c.row).where(member.c.at <= bindparam("as_of"))
_PLACED_EVER = select(placement.c.passage).where(placement.c.at <= bindparam("as_of"))
_PLACED = (
    select(placement.c.passage, placement.c.story, placement.c.row, passage.c.seq,
           passage.c.start, passage.c.stop)
    .join(passage, passage.c.id == placement.c.passage)
    .where(placement.c.at <= bindparam("as_of"))
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """What of a dispatch is in a story: nothing but the spans ``inside`` if there are any, and
    nothing of those ``outside``.
    """

    inside: tuple[Span, ...] = ()
    outside: tuple[Span, ...] = ()

    @property
    def whole(self) -> bool:
        """True if all of the dispatch is in the story."""
        return not self.inside and not self.outside

    def has(self, span: Span) -> bool:
        """True if a span of the dispatch is in the story."""
        if self.inside:
            return any(one.contains(span) for one in self.inside)
        return not any(one.overlaps(span) for one in self.outside)


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage of a dispatch (its row), and the story that it was put into, which may have been
    merged away since.
    """

    passage: int
    seq: int
    span: Span
    story: str


def parts(connection: Connection, story: str, as_of: int = LAST) -> dict[int, Part]:
    """The dispatches that were in a story at a time, or in one that had been merged into it, by
    row, with how much of each was.
    """
    stories = family(connection, story, as_of)
    ever = {row.seq for row in among(connection, _EVER, member.c.story, stories, as_of=as_of)}
    rows = sorted(among(connection, _FILED, member.c.seq, ever, as_of=as_of), key=lambda r: r.row)
    now = {row.seq: row.story for row in rows}
    found = {seq: Part() for seq, name in now.items() if name in stories}
    inside: dict[int, list[Span]] = defaultdict(list)
    outside: dict[int, list[Span]] = defaultdict(list)
    of_story = among(connection, _PLACED_EVER, placement.c.story, stories, as_of=as_of)
    for one in (
        *_placed(among(connection, _PLACED, placement.c.passage, {r.passage for r in of_story},
                       as_of=as_of)),
        *_placed(among(connection, _PLACED, passage.c.seq, found, as_of=as_of)),
    ):  # fmt: skip
        if one.seq in found and one.story not in stories:
            outside[one.seq].append(one.span)
        elif one.seq not in found and one.story in stories:
            inside[one.seq].append(one.span)
    found |= {seq: Part(outside=tuple(sorted(some))) for seq, some in outside.items()}
    found |= {seq: Part(inside=tuple(sorted(some))) for seq, some in inside.items()}
    return dict(sorted(found.items()))


def _placed(rows: Iterable[Row[tuple[int, str, int, int, int, int]]]) -> list[Placed]:
    now = {row.passage: row for row in sorted(rows, key=lambda row: row.row)}
    return [Placed(r.passage, r.seq, Span(r.start, r.stop), r.story) for r in now.values()]


def placed(connection: Connection, seqs: Iterable[int], as_of: int = LAST) -> list[Placed]:
    """The passages of some dispatches that are of other stories, as known at a time."""
    return _placed(among(connection, _PLACED, passage.c.seq, seqs, as_of=as_of))


def every_placed(connection: Connection, as_of: int) -> list[Placed]:
    """Every passage that is of another story than its dispatch, as known at a time."""
    return _placed(connection.execute(_PLACED, {"as_of": as_of}))


def ever_placed(connection: Connection, seq: int) -> dict[str, tuple[Span, ...]]:
    """The passages of a dispatch that were ever of another story than its own, by that story and
    the one that it is part of now. A story that it was in itself at any time is not among them.
    """
    rows = among(connection, _PLACED, passage.c.seq, [seq], as_of=LAST)
    filed = {row.story for row in among(connection, _FILED, member.c.seq, [seq], as_of=LAST)}
    now = homes(connection, {*filed, *(row.story for row in rows)})
    own = filed | {now[name] for name in filed}
    found: dict[str, tuple[Span, ...]] = {}
    for row in sorted(rows, key=lambda row: row.row):
        for name in {row.story, now[row.story]} - own:
            found[name] = (*found.get(name, ()), Span(row.start, row.stop))
    return found
