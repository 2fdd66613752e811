"""Stories in volumes: one that holds enough goes on in a new one, so that none grows without end.

A page made of thousands of dispatches is slow to ask for and of no use to a reader; the wire's
standing matter (earnings, dividends, a long war) would make such pages. Which story a dispatch
belongs to is decided over all volumes together; it then joins the newest.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, Integer, bindparam, func, select

from dateline.ledger import codec
from dateline.ledger.database import add, among
from dateline.ledger.homes import family, homes
from dateline.ledger.schema import member, regrouping

FULL = 300
"""Dispatches from which a story takes in no more by likeness; versions, orders and corrections of
what it holds still come to it.
"""

_ON = select(regrouping.c.row, regrouping.c.story, regrouping.c.into).where(
    regrouping.c.kind == "continue"
)
_HELD = select(func.count()).select_from(
    select(member.c.row)
    .where(member.c.story.in_(bindparam("family", expanding=True)))
    .limit(bindparam("most", type_=Integer))
    .subquery()
)


def newest(connection: Connection, stories: Iterable[str]) -> dict[str, str]:
    """The newest volume of each of some stories, an editor's merges followed: itself mostly."""
    now = homes(connection, stories)
    passed = {name: {at} for name, at in now.items()}
    while True:
        rows = among(connection, _ON, regrouping.c.story, set(now.values()))
        went = {row.story: row.into for row in sorted(rows, key=lambda row: row.row)}
        there = homes(connection, went.values()) if went else {}
        steps = {name: there[went[at]] for name, at in now.items() if at in went}
        # an editor may have merged a later volume into an earlier one
        steps = {name: at for name, at in steps.items() if at not in passed[name]}
        if not steps:
            return now
        for name, at in steps.items():
            passed[name].add(at)
        now |= steps


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
