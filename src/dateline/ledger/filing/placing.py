"""Putting a dispatch into its story."""

from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import Connection, TextClause, bindparam, select, text

from dateline.ledger.filing import copies
from dateline.ledger.filing.intake import Incoming
from dateline.ledger.filing.matching import Hit
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import add, add_new, among, count_up
from dateline.ledger.storage.schema import (
    bucket,
    copy,
    dispatch,
    frequency,
    member,
    posting,
    story,
    vector,
)
from dateline.ledger.stories import choosing, volumes
from dateline.ledger.stories.choosing import Neighbour, Profile
from dateline.ledger.stories.homes import home, homes

_STORY_OF_ITEM = (
    select(member.c.story)
    .join(dispatch, dispatch.c.seq == member.c.seq)
    .where(dispatch.c.guid == bindparam("guid"), dispatch.c.seq != bindparam("seq"))
    .order_by(member.c.row.desc())
    .limit(1)
)
_BUCKETS = (
    select(bucket.c.seq, dispatch.c.signature)
    .join(dispatch, dispatch.c.seq == bucket.c.seq)
    .where(bucket.c.day.between(bindparam("first"), bindparam("last")))
)
_FOUNDER = select(story.c.founder).where(story.c.id == bindparam("name"))
_MET = select(frequency.c.term, frequency.c.dispatches)
_VECTORS = select(vector)
_PLACED = select(member.c.seq, member.c.story, member.c.row)

_ALL = ""  # the row of ``frequency`` that counts dispatches
_COPY_DAYS = 3
_EACH = 200
"""Of each telling term only so many of the latest dispatches are looked at."""


def place(connection: Connection, new: Incoming, seq: int, hits: Sequence[Hit]) -> str | None:
    """The story of a new dispatch: that of its item, of what it orders, of the text it copies, or
    of its neighbours; None for an order that waits for its object.
    """
    objects = [hit.seq for hit in hits if hit.ordered]
    orders = [hit.seq for hit in hits if not hit.ordered]
    twins = _copies(connection, new, seq)
    filed = _by_item(connection, new, seq)
    chosen = filed or _of(connection, objects)
    if new.tells:
        near = _neighbours(connection, new, seq, apart=set(orders))
        copied = _of(connection, twins)
        likely = volumes.newest(connection, [copied])[copied] if copied else near
        chosen = chosen or _open(connection, new, likely)
    if chosen:
        chosen = home(connection, chosen)
        there = filed or chosen  # with its other versions: taking a merge back must not part them
        _join(connection, new, there, seq, "rule:likeness")
        for order in dict.fromkeys(orders):
            _join(connection, new, there, order, "rule:order")
    return chosen


def _join(connection: Connection, new: Incoming, chosen: str, seq: int, by: str) -> None:
    add(connection, member, [{"seq": seq, "story": chosen, "at": new.learnt, "by": by}])


def _by_item(connection: Connection, new: Incoming, seq: int) -> str | None:
    found = connection.execute(_STORY_OF_ITEM, {"guid": new.dispatch.guid, "seq": seq}).scalar()
    return str(found) if found else None


def _of(connection: Connection, seqs: Sequence[int]) -> str | None:
    """The story of the first of some dispatches that is in any."""
    now = _placed(connection, seqs)
    return next((now[s] for s in seqs if s in now), None)


def _open(connection: Connection, new: Incoming, likely: str | None) -> str:
    """A story that can take a new dispatch in: the likely one, its next volume if it is full, or
    one that begins with this dispatch.
    """
    if likely and not volumes.full(connection, likely):
        return likely
    begun = _begin(connection, new)
    if likely:
        volumes.go_on(connection, likely, begun, new.learnt)
    return begun


def _copies(connection: Connection, new: Incoming, seq: int) -> list[int]:
    """Earlier dispatches of nearly the same text; the finding is written down."""
    if not new.signature:
        return []
    keys = copies.bands(new.signature)
    days = {"first": new.day - _COPY_DAYS, "last": new.day + _COPY_DAYS}
    rows = among(connection, _BUCKETS, bucket.c.key, keys, **days)
    near = {row.seq: row.signature for row in rows}
    shares = {other: copies.share(new.signature, signed) for other, signed in near.items()}
    found = {other: value for other, value in shares.items() if value >= copies.NEAR}
    add(
        connection,
        copy,
        [{"seq": seq, "other": o, "share": round(v * 1000)} for o, v in found.items()],
    )
    add_new(connection, bucket, [{"key": k, "day": new.day, "seq": seq} for k in keys])
    return sorted(found, key=lambda o: (-found[o], o))


def _neighbours(connection: Connection, new: Incoming, seq: int, apart: set[int]) -> str | None:
    """The story of the dispatches that it is most like, once its own terms are written down.

    ``apart``: orders that came before this, their object, and have no say in where it belongs.
    """
    found = choosing.features(new.dispatch, new.reading)
    keys = [*found.terms, *found.ground, _ALL]
    met = {r.term: r.dispatches for r in among(connection, _MET, frequency.c.term, keys)}
    total = met.pop(_ALL, 0)
    weights = choosing.vector(found.terms, met, total, found.language)
    mine = Profile(weights, found.kinds, found.ground, found.language)
    rare = choosing.rarity(found.ground, met, total)
    count_up(connection, frequency, "term", "dispatches", keys)
    chosen = choosing.choose(mine, rare, _alike(connection, new, mine, rare, apart))
    _write(connection, new, seq, mine, rare)
    return chosen


def _alike(
    connection: Connection, new: Incoming, mine: Profile, rare: dict[str, float], apart: set[int]
) -> list[Neighbour]:
    """Those that share most of the weightiest terms, or the same rare matter and country."""
    found = [
        *_sharing(connection, choosing.indexed(mine.weights), new.day, _EACH),
        *_sharing(connection, rare, new.day, choosing.NEAREST),
    ]
    seqs = [s for s in dict.fromkeys(found) if s not in apart]
    now = _placed(connection, seqs)
    volume = volumes.newest(connection, now.values())
    rows = among(connection, _VECTORS, vector.c.seq, seqs)
    return [
        Neighbour(volume[now[r.seq]], codec.unpack(Profile, r.body), abs(r.day - new.day))
        for r in sorted(rows, key=lambda r: r.seq)
        if r.seq in now
    ]


def _sharing(connection: Connection, terms: Iterable[str], day: int, each: int) -> list[int]:
    """The dispatches of nearby days that share most of some terms, by the terms' weights in them.

    Of each term only the ``each`` latest are looked at, so that a busy day costs no more.
    """
    some = {f"term{n}": term for n, term in enumerate(terms)}
    if not some:
        return []
    window = {"first": day - choosing.WINDOW, "last": day + choosing.WINDOW, "each": each}
    rows = connection.execute(_latest(len(some)), some | window | {"most": choosing.NEAREST})
    return [int(seq) for seq in rows.scalars()]


@cache
def _latest(terms: int) -> TextClause:
    """The query of ``_sharing`` for so many terms. Written out: building it anew each time from
    twenty parts would cost more than running it.
    """
    one = (
        "SELECT * FROM (SELECT seq, weight FROM posting WHERE term = :term{n}"
        " AND day BETWEEN :first AND :last ORDER BY day DESC, seq DESC LIMIT :each) AS of{n}"
    )
    union = " UNION ALL ".join(one.format(n=n) for n in range(terms))
    return text(
        f"SELECT seq FROM ({union}) AS shared GROUP BY seq"  # noqa: S608 (numbers only)
        " ORDER BY SUM(weight) DESC, seq LIMIT :most"
    )


def _write(
    connection: Connection, new: Incoming, seq: int, mine: Profile, rare: dict[str, float]
) -> None:
    add(connection, vector, [{"seq": seq, "day": new.day, "body": codec.pack(mine)}])
    weights = choosing.indexed(mine.weights) | {key: mine.ground[key] for key in rare}
    rows = [
        {"term": term, "day": new.day, "seq": seq, "weight": round(weight * 1000)}
        for term, weight in weights.items()
    ]
    add(connection, posting, rows)


def _placed(connection: Connection, seqs: Sequence[int]) -> dict[int, str]:
    """The story that each of some dispatches is in now."""
    rows = sorted(among(connection, _PLACED, member.c.seq, seqs), key=lambda r: r.row)
    filed = {row.seq: str(row.story) for row in rows}
    now = homes(connection, filed.values())
    return {seq: now[name] for seq, name in filed.items()}


def _begin(connection: Connection, new: Incoming) -> str:
    """A new story, named after the day and the guid of its first dispatch, never its words."""
    begun = new.dispatch.issued or codec.moment(new.learnt)
    founder = new.dispatch.guid
    for length in (6, 12):
        name = f"{begun.date().isoformat()}-{codec.digest(founder, length=length)}"
        row = {"id": name, "begun": codec.stamp(begun), "founder": founder}
        add_new(connection, story, [row])
        if connection.execute(_FOUNDER, {"name": name}).scalar() == founder:
            break  # else another of that day is called so
    return name
