"""Putting a dispatch into its story."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from dateline.ledger import codec, copies, stories
from dateline.ledger.database import add, add_new, among, count_up
from dateline.ledger.intake import Incoming
from dateline.ledger.matching import Hit
from dateline.ledger.schema import (
    bucket,
    copy,
    dispatch,
    frequency,
    member,
    posting,
    story,
    vector,
)
from dateline.ledger.stories import Neighbour

_ALL = ""  # the row of ``frequency`` that counts dispatches
_COPY_DAYS = 3


def place(connection: Connection, new: Incoming, seq: int, hits: Sequence[Hit]) -> str | None:
    """The story of a new dispatch: that of its item, of what it orders, of the text it copies, or
    of its neighbours; None for an order that waits for its object.
    """
    objects = [hit.seq for hit in hits if hit.ordered]
    orders = [hit.seq for hit in hits if not hit.ordered]
    twins = _copies(connection, new, seq)
    chosen = _by_item(connection, new, seq) or _of(connection, [*objects, *twins])
    if new.tells:
        near = _neighbours(connection, new, seq, apart=set(orders))
        chosen = chosen or stories.choose(near) or _begin(connection, new)
    if chosen:
        _join(connection, new, chosen, seq, "rule:likeness")
        for order in dict.fromkeys(orders):
            _join(connection, new, chosen, order, "rule:order")
    return chosen


def _join(connection: Connection, new: Incoming, chosen: str, seq: int, by: str) -> None:
    add(connection, member, [{"seq": seq, "story": chosen, "at": new.learnt, "by": by}])


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
    """The story of the first of some dispatches that is in any."""
    now = _placed(connection, seqs)
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


def _neighbours(
    connection: Connection, new: Incoming, seq: int, apart: set[int]
) -> list[Neighbour]:
    """Dispatches of nearby days that share telling terms, once its own are written down.

    ``apart``: orders that came before this, their object, and have no say in where it belongs.
    """
    found = stories.features(new.dispatch, new.reading)
    query = select(frequency.c.term, frequency.c.dispatches)
    met = {r.term: r.dispatches for r in among(connection, query, frequency.c.term, [*found, _ALL])}
    total = met.pop(_ALL, 0)
    mine = stories.vector(found, met, total, new.reading.language)
    count_up(connection, frequency, "term", "dispatches", [*found, _ALL])
    near = _alike(connection, new, mine, apart)
    _write(connection, new, seq, mine)
    return near


def _alike(
    connection: Connection, new: Incoming, mine: dict[str, float], apart: set[int]
) -> list[Neighbour]:
    """Those that share most of the weightiest terms, with their likeness and story."""
    query = (
        select(posting.c.seq)
        .where(
            posting.c.term.in_(stories.indexed(mine)),
            posting.c.day.between(new.day - stories.WINDOW, new.day + stories.WINDOW),
        )
        .group_by(posting.c.seq)
        .order_by(func.sum(posting.c.weight).desc(), posting.c.seq)
        .limit(stories.NEAREST)
    )
    seqs = [s for s in connection.execute(query).scalars() if s not in apart]
    now = _placed(connection, seqs)
    rows = among(connection, select(vector), vector.c.seq, seqs)
    return [
        Neighbour(now[r.seq], stories.likeness(mine, _vector(r.body)), abs(r.day - new.day))
        for r in sorted(rows, key=lambda r: r.seq)
        if r.seq in now
    ]


def _vector(body: bytes) -> dict[str, float]:
    return codec.unpack(dict[str, float], body)


def _write(connection: Connection, new: Incoming, seq: int, mine: dict[str, float]) -> None:
    kept = {term: round(weight, 4) for term, weight in mine.items()}
    add(connection, vector, [{"seq": seq, "day": new.day, "body": codec.pack(kept)}])
    rows = [
        {"term": term, "day": new.day, "seq": seq, "weight": round(weight * 1000)}
        for term, weight in stories.indexed(mine).items()
    ]
    add(connection, posting, rows)


def _placed(connection: Connection, seqs: Sequence[int]) -> dict[int, str]:
    """The story that each of some dispatches is in now."""
    query = select(member.c.seq, member.c.story, member.c.row)
    rows = sorted(among(connection, query, member.c.seq, seqs), key=lambda r: r.row)
    return {row.seq: str(row.story) for row in rows}


def _begin(connection: Connection, new: Incoming) -> str:
    """A new story, named after the day and the guid of its first dispatch, never its words."""
    begun = new.dispatch.issued or codec.moment(new.learnt)
    name = f"{begun.date().isoformat()}-{codec.digest(new.dispatch.guid, length=6)}"
    row = {"id": name, "begun": codec.stamp(begun), "founder": new.dispatch.guid}
    add_new(connection, story, [row])
    return name
