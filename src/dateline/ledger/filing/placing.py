"""Putting a dispatch into its story."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, select

from dateline.ledger.filing import copies
from dateline.ledger.filing.intake import Incoming
from dateline.ledger.filing.matching import Hit
from dateline.ledger.filing.nearby import EACH, neighbours, placed, plainly_of, sharing
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
from dateline.ledger.stories import choosing, passages, volumes
from dateline.ledger.stories.choosing import Profile
from dateline.ledger.stories.homes import home
from dateline.ledger.stories.passages import BULLETIN, Passage
from dateline.records import Span

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

_ALL = ""  # the row of ``frequency`` that counts dispatches
_COPY_DAYS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What a dispatch is about: its profile, how rare its matters are (``choosing.rarity``), how
    telling each of its terms is, and the passages that may be of other stories.
    """

    profile: Profile
    rare: dict[str, float]
    weights: dict[str, float]
    items: tuple[Passage, ...] = ()

    @property
    def bulletin(self) -> bool:
        """True if it is made of such passages, and by itself tells of nothing."""
        return len(self.items) >= BULLETIN


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a dispatch was put. ``story`` is null for an order that waits for its object; ``told``
    is null for an order. ``kin``: dispatches whose text it has, as far as that is known: what it
    corrects, and what it copies. ``again``: it is not the first version of its item.
    """

    story: str | None
    told: Told | None
    kin: tuple[int, ...]
    again: bool


def place(connection: Connection, new: Incoming, seq: int, hits: Sequence[Hit]) -> Placed:
    """Put a new dispatch into the story of its item, of what it orders, of the text it copies, or
    of its neighbours.
    """
    objects = [hit.seq for hit in hits if hit.ordered]
    orders = [hit.seq for hit in hits if not hit.ordered]
    twins = _copies(connection, new, seq)
    filed = _by_item(connection, new, seq)
    chosen = filed or _of(connection, objects)
    told = None
    if new.tells:
        told = _told(connection, new)
        near = _led(connection, new.day, seq, told)
        near = near or _likely(connection, new.day, _main(new, told), apart=set(orders))
        copied = _of(connection, twins)
        likely = volumes.newest(connection, [copied])[copied] if copied else near
        chosen = chosen or _open(connection, new, likely)
    if chosen:
        chosen = home(connection, chosen)
        there = filed or chosen  # with its other versions: taking a merge back must not part them
        _join(connection, new, there, seq, "rule:likeness")
        for order in dict.fromkeys(orders):
            _join(connection, new, there, order, "rule:order")
    return Placed(chosen, told, (*objects, *twins), filed is not None)


def _join(connection: Connection, new: Incoming, chosen: str, seq: int, by: str) -> None:
    add(connection, member, [{"seq": seq, "story": chosen, "at": new.learnt, "by": by}])


def _by_item(connection: Connection, new: Incoming, seq: int) -> str | None:
    found = connection.execute(_STORY_OF_ITEM, {"guid": new.dispatch.guid, "seq": seq}).scalar()
    return str(found) if found else None


def _of(connection: Connection, seqs: Sequence[int]) -> str | None:
    """The story of the first of some dispatches that is in any."""
    now = placed(connection, seqs)
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


def _told(connection: Connection, new: Incoming) -> Told:
    """What a dispatch is about, and the counts of its terms, which are written down."""
    found = choosing.features(new.dispatch, new.reading)
    keys = [*found.terms, *found.ground, _ALL]
    met = {r.term: r.dispatches for r in among(connection, _MET, frequency.c.term, keys)}
    total = met.pop(_ALL, 0)
    weights = choosing.weighed(found.terms, met, total, found.language)
    profile = Profile(choosing.normal(weights), found.kinds, found.ground, found.language)
    count_up(connection, frequency, "term", "dispatches", keys)
    items = passages.passages(new.dispatch, new.reading, weights)
    return Told(profile, choosing.rarity(found.ground, met, total), weights, items)


def _led(connection: Connection, day: int, seq: int, told: Told) -> str | None:
    """The story that the first item of a bulletin is plainly of."""
    return plainly_of(connection, told.items[0], seq, day) if told.bulletin else None


def _main(new: Incoming, told: Told) -> Told:
    """What a dispatch is about that ends with other news: what comes before that. A bulletin is
    about all of its items.
    """
    return told if told.bulletin else less(new, told, [one.span for one in told.items])


def less(new: Incoming, told: Told, gone: Sequence[Span]) -> Told:
    """What a dispatch tells without some passages; without its matter, which was counted whole."""
    if not gone:
        return told
    left = passages.rest(new.dispatch, new.reading, told.weights, gone)
    return replace(told, profile=replace(told.profile, weights=choosing.normal(left)), weights=left)


def _likely(connection: Connection, day: int, told: Told, apart: set[int]) -> str | None:
    """The story of the dispatches that one is most like: those that share most of the weightiest
    terms, or the same rare matter and country.

    ``apart``: orders that came before this, their object, and have no say in where it belongs.
    """
    found = [
        *sharing(connection, choosing.indexed(told.profile.weights), day, EACH),
        *sharing(connection, told.rare, day, choosing.NEAREST),
    ]
    near = neighbours(connection, [s for s in dict.fromkeys(found) if s not in apart], day)
    return choosing.choose(told.profile, told.rare, near)


def write(connection: Connection, seq: int, day: int, told: Told) -> None:
    """Write down what a dispatch is about, for others to be compared with."""
    mine = told.profile
    add(connection, vector, [{"seq": seq, "day": day, "body": codec.pack(mine)}])
    weights = choosing.indexed(mine.weights) | {key: mine.ground[key] for key in told.rare}
    rows = [
        {"term": term, "day": day, "seq": seq, "weight": round(weight * 1000)}
        for term, weight in weights.items()
    ]
    add(connection, posting, rows)


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
