"""What an edition must be measured against to tell whether its story has moved since."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, func, select

from dateline.ledger.answers.archive import Times
from dateline.ledger.storage.schema import (
    alias,
    assertion,
    dispatch,
    effect,
    judgement,
    member,
    passage,
    placement,
    reading,
    regrouping,
    suppression,
)
from dateline.ledger.stories.homes import homes as whole

_PLACED = (
    select(placement.c.passage, placement.c.story, placement.c.at, passage.c.seq)
    .join(passage, passage.c.id == placement.c.passage)
    .where(placement.c.at <= bindparam("as_of"))
    .order_by(placement.c.row)
)
_OWN = (
    select(member.c.seq, member.c.story)
    .where(member.c.at <= bindparam("as_of"), member.c.seq.in_(select(passage.c.seq)))
    .order_by(member.c.row)
)


@dataclass(slots=True)
class Touched:
    """When a story was last touched by anything, and the newest version of each of its items."""

    at: int = 0
    items: dict[str, int] = field(default_factory=dict)

    def by(self, at: int) -> None:
        """Something touched it at this time."""
        self.at = max(self.at, at)


def touched(connection: Connection, times: Times) -> dict[str, Touched]:
    """Every story that has dispatches, as known at ``times``.

    A story is touched by a dispatch, an order, a judgement, an editor's suppression or word on a
    speaker, by an embargo or a licence that ends, and by a newer reader. A dispatch that is filed
    late has a time that is past already; it shows among the items.
    """
    stories: dict[str, Touched] = defaultdict(Touched)
    homes = _homes(connection, times.as_of, stories)
    of_item: dict[str, set[str]] = defaultdict(set)
    passages = _passages(connection, times.as_of, stories)
    for seq, guid, version, at in _dispatches(connection, times):
        for home in {*filter(None, [homes.get(seq)]), *passages.get(seq, ())}:
            stories[home].by(at)
            stories[home].items[guid] = max(version, stories[home].items.get(guid, 0))
            of_item[guid].add(home)
    for guid, at in (*_later(connection, times.as_of), *_freed(connection, times)):
        for home in of_item.get(guid, ()):
            stories[home].by(at)
    named = select(func.max(alias.c.at)).where(alias.c.at <= times.as_of)
    at = connection.execute(named).scalar() or 0
    for one in stories.values():
        one.by(at)
    return {story: one for story, one in stories.items() if one.items}


def _homes(connection: Connection, as_of: int, stories: dict[str, Touched]) -> dict[int, str]:
    """The story of each dispatch; one that moved has touched the story that it left too, and a
    regrouping both stories.
    """
    homes: dict[int, str] = {}
    query = select(member.c.seq, member.c.story, member.c.at).where(member.c.at <= as_of)
    for seq, story, at in connection.execute(query.order_by(member.c.row)):
        for one in {homes.get(seq, story), story}:
            stories[one].by(at)
        homes[seq] = story
    regrouped = select(regrouping).where(regrouping.c.at <= as_of)
    for row in connection.execute(regrouped):
        for one in (row.story, row.into):
            stories[one].by(row.at)
    now = whole(connection, set(homes.values()), as_of)
    return {seq: now[story] for seq, story in homes.items()}


def _passages(
    connection: Connection, as_of: int, stories: dict[str, Touched]
) -> dict[int, set[str]]:
    """The stories that passages of each dispatch are of. One that was put into a story has touched
    it, the one that it left, and that of its dispatch.
    """
    rows = connection.execute(_PLACED, {"as_of": as_of}).all()
    owners = connection.execute(_OWN, {"as_of": as_of}).all() if rows else []
    own = {row.seq: row.story for row in owners}
    before: dict[int, str] = {}
    there: dict[int, tuple[int, str]] = {}
    for row in rows:
        for one in {before.get(row.passage, row.story), row.story, own.get(row.seq, row.story)}:
            stories[one].by(row.at)
        before[row.passage] = row.story
        there[row.passage] = (row.seq, row.story)
    now = whole(connection, {*before.values(), *own.values()}, as_of)
    for one in set(before.values()) | set(own.values()):
        stories[now[one]].by(stories[one].at)
    found: dict[int, set[str]] = defaultdict(set)
    for seq, story in there.values():
        found[seq].add(now[story])
    return found


def _dispatches(connection: Connection, times: Times) -> Iterator[tuple[int, str, int, int]]:
    """Row, guid, version, and when it was learnt or read again, or its embargo or licence
    ended.
    """
    found = dispatch.c
    query = (
        select(found.seq, found.guid, found.version, found.learnt, found.embargo, found.expires,
               reading.c.again)
        .outerjoin(reading, reading.c.seq == found.seq)
        .where(found.learnt <= times.as_of)
    )  # fmt: skip
    for seq, guid, version, learnt, embargo, expires, again in connection.execute(query):
        freed = embargo if embargo and embargo <= min(times.as_of, times.now) else 0
        over = expires if expires and expires <= times.as_of else 0
        better = again if again and again <= times.as_of else 0
        yield seq, guid, version, max(learnt, freed, over, better)


def _later(connection: Connection, as_of: int) -> Iterator[tuple[str, int]]:
    """Items by guid, and when an order, a judgement or an editor last concerned them."""
    ordered = select(effect.c.guid, func.max(effect.c.at)).where(effect.c.at <= as_of)
    kept = select(suppression.c.guid, func.max(suppression.c.at)).where(suppression.c.at <= as_of)
    judged = [
        select(dispatch.c.guid, func.max(judgement.c.at))
        .join(assertion, assertion.c.seq == dispatch.c.seq)
        .join(judgement, side == assertion.c.id)
        .where(judgement.c.at <= as_of)
        .group_by(dispatch.c.guid)
        for side in (judgement.c.a, judgement.c.b)
    ]
    for query in (ordered.group_by(effect.c.guid), kept.group_by(suppression.c.guid), *judged):
        yield from ((guid, at) for guid, at in connection.execute(query))


def _freed(connection: Connection, times: Times) -> Iterator[tuple[str, int]]:
    """Items by guid, and when an embargo ended that a notice had moved."""
    ends = dispatch.c.embargo
    query = select(effect.c.guid, ends).join(dispatch, dispatch.c.seq == effect.c.seq)
    over = query.where(ends <= min(times.as_of, times.now), effect.c.kind.in_(("hold", "release")))
    yield from ((guid, at) for guid, at in connection.execute(over))
