"""Stories in volumes: one that holds enough goes on in a new one, so that none grows without end.

A page made of thousands of dispatches is slow to ask for and of no use to a reader; the wire's
standing matter (earnings, dividends, a long war) would make such pages. Which story a dispatch
belongs to is decided over all volumes together; it then joins the newest.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, Integer, bindparam, func, select

from dateline.ledger.storage import codec
from dateline.ledger.storage.database import AMONG, add, asked
from dateline.ledger.storage.schema import member, regrouping
from dateline.ledger.stories.homes import family, homes

FULL = 300
"""Dispatches from which a story takes in no more by likeness; versions, orders and corrections of
what it holds still come to it.
"""

_GOES = regrouping.c.kind == "continue"
_WALK = (
    select(regrouping.c.story.label("began"), regrouping.c.into.label("now"), regrouping.c.row)
    .where(_GOES, regrouping.c.story.in_(AMONG))
    .cte("walk", recursive=True)
)
_NEWEST = select(
    _WALK.union(
        select(_WALK.c.began, regrouping.c.into, regrouping.c.row)
        .join(_WALK, regrouping.c.story == _WALK.c.now)
        .where(_GOES)
    )
)
"""From some stories on through their volumes, each with the row that tells of it."""

_HELD = select(func.count()).select_from(
    select(member.c.row)
    .where(member.c.story.in_(bindparam("family", expanding=True)))
    .limit(bindparam("most", type_=Integer))
    .subquery()
)


def newest(connection: Connection, stories: Iterable[str]) -> dict[str, str]:
    """The newest volume of each of some stories that are nowhere merged away: itself mostly."""
    names = set(stories)
    rows = sorted(asked(connection, _NEWEST, names), key=lambda row: row.row)
    ends = {row.began: row.now for row in rows}
    if not ends:
        return {name: name for name in names}
    now = homes(connection, ends.values())
    return {name: now[ends[name]] if name in ends else name for name in names}


def sequels(connection: Connection, as_of: int) -> list[tuple[str, str]]:
    """Every volume with the one that it goes on in, as known at a time, in order."""
    query = select(regrouping.c.story, regrouping.c.into).where(_GOES, regrouping.c.at <= as_of)
    rows = connection.execute(query.order_by(regrouping.c.row)).all()
    now = homes(connection, {name for row in rows for name in row}, as_of)
    pairs = [(now[row.story], now[row.into]) for row in rows]
    return [pair for pair in pairs if pair[0] != pair[1]]


def full(connection: Connection, story: str) -> bool:
    """True if a story, with what was merged into it, holds all that it may."""
    names = sorted(family(connection, story))
    held = connection.execute(_HELD, {"family": names, "most": FULL})
    return int(held.scalar_one()) >= FULL


def go_on(connection: Connection, story: str, into: str, at: int) -> None:
    """Write down that a full story goes on in a new one."""
    why = f"The story held {FULL} dispatches."
    row = {"id": codec.digest("continue", story, into, length=12), "kind": "continue",
           "story": story, "into": into, "guids": codec.pack(()), "by": "rule:full", "why": why,
           "at": at, "undoes": None}  # fmt: skip
    add(connection, regrouping, [row])
