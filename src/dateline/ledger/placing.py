"""Putting a dispatch into its story."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from dateline.ledger import codec, copies, stories
from dateline.ledger.database import add, add_new, among, count_up
from dateline.ledger.intake import Incoming
from dateline.ledger.schema import (
    bucket,
    copy,
    dispatch,
    frequency,
    member,
    posting,
    story,
)
from dateline.ledger.stories import Neighbour

_ALL = ""  # the row of ``frequency`` that counts dispatches
_COPY_DAYS = 3


def place(connection: Connection, new: Incoming, seq: int, related: Sequence[int]) -> str | None:
    """The story of a new dispatch: that of its item, of what it orders, of the text it copies, or
    of its neighbours; None for an order that waits for its object.
    """
    twins = _copies(connection, new, seq)
    chosen = _by_item(connection, new, seq) or _of(connection, [*related, *twins])
    if new.tells:
        near = _neighbours(connection, new, seq)
        chosen = chosen or stories.choose(near) or _begin(connection, new)
    if chosen:
        at = {"at": new.learnt, "by": "rule:likeness"}
        add(connection, member, [{"seq": seq, "story": chosen, **at}])
        _bring_orders(connection, new, chosen, related)
    return chosen


def _bring_orders(
    connection: Connection, new: Incoming, chosen: str, related: Sequence[int]
) -> None:
    """Orders that waited for this dispatch come into its story."""
    placed = {row.seq for row in among(connection, select(member.c.seq), member.c.seq, related)}
    rows = [
        {"seq": other, "story": chosen, "at": new.learnt, "by": "rule:order"}
        for other in dict.fromkeys(related)
        if other not in placed
    ]
    add(connection, member, rows)


def _by_item(connection: Connection, new: Incoming, seq: int) -> str | None:
    query = (
        select(member.c.story)
        .join(dispatch, dispatch.c.seq == member.c.seq)
        .where(dispatch.c.guid == new.dispatch.guid, dispatch.c.seq != seq)
        .order_by(member.c.row.desc())
        .limit(1)
    )
    found = connection.execute(query).scalar()
    return str(found) if found else None


def _of(connection: Connection, seqs: Sequence[int]) -> str | None:
    """The story that some dispatch of a list is in now, the first of them that is in any."""
    query = select(member.c.seq, member.c.story, member.c.row)
    rows = sorted(among(connection, query, member.c.seq, seqs), key=lambda r: r.row)
    now = {row.seq: str(row.story) for row in rows}
    return next((now[s] for s in seqs if s in now), None)


def _copies(connection: Connection, new: Incoming, seq: int) -> list[int]:
    """Earlier dispatches of nearly the same text; the finding is written down."""
    if not new.signature:
        return []
    keys = copies.bands(new.signature)
    query = (
        select(bucket.c.seq, dispatch.c.signature)
        .join(dispatch, dispatch.c.seq == bucket.c.seq)
        .where(bucket.c.day.between(new.day - _COPY_DAYS, new.day + _COPY_DAYS))
    )
    near = {row.seq: row.signature for row in among(connection, query, bucket.c.key, keys)}
    shares = {other: copies.share(new.signature, signed) for other, signed in near.items()}
    found = {other: value for other, value in shares.items() if value >= copies.NEAR}
    add(
        connection,
        copy,
        [{"seq": seq, "other": o, "share": round(v * 1000)} for o, v in found.items()],
    )
    add_new(connection, bucket, [{"key": k, "day": new.day, "seq": seq} for k in keys])
    return sorted(found, key=lambda o: (-found[o], o))


def _neighbours(connection: Connection, new: Incoming, seq: int) -> list[Neighbour]:
    """Dispatches of nearby days that share telling terms, once its own are written down."""
    found = stories.features(new.dispatch, new.reading)
    query = select(frequency.c.term, frequency.c.dispatches)
    met = {r.term: r.dispatches for r in among(connection, query, frequency.c.term, [*found, _ALL])}
    total = met.pop(_ALL, 0)
    mine = stories.vector(found, met, total, new.reading.language)
    count_up(connection, frequency, "term", "dispatches", [*found, _ALL])
    window = posting.c.day.between(new.day - stories.WINDOW, new.day + stories.WINDOW)
    shared = select(posting.c.term, posting.c.seq, posting.c.weight, posting.c.day).where(window)
    rows = among(connection, shared, posting.c.term, mine)
    add(
        connection,
        posting,
        [
            {"term": t, "day": new.day, "seq": seq, "weight": round(w * 1000)}
            for t, w in mine.items()
        ],
    )
    return _near(connection, new, mine, rows)


def _near(connection: Connection, new: Incoming, mine: dict[str, float],
          rows: Sequence[Row[Any]]) -> list[Neighbour]:  # fmt: skip
    alike = stories.likenesses(mine, [(r.term, r.seq, r.weight) for r in rows])
    days = {r.seq: abs(r.day - new.day) for r in rows}
    top = sorted(alike, key=lambda s: (-alike[s], s))[: stories.NEAREST]
    query = select(member.c.seq, member.c.story, member.c.row)
    placed = sorted(among(connection, query, member.c.seq, top), key=lambda r: r.row)
    now = {row.seq: str(row.story) for row in placed}
    return [Neighbour(now[s], alike[s], days[s]) for s in top if s in now]


def _begin(connection: Connection, new: Incoming) -> str:
    """A new story, named after the day and the guid of its first dispatch, never its words."""
    begun = new.dispatch.issued or codec.moment(new.learnt)
    name = f"{begun.date().isoformat()}-{codec.digest(new.dispatch.guid, length=6)}"
    row = {"id": name, "begun": codec.stamp(begun), "founder": new.dispatch.guid}
    add_new(connection, story, [row])
    return name
