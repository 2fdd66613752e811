"""Where a story went that an editor merged into another, followed to the end, at a time."""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, exists, select

from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import regrouping

LAST = 2**62
"""Later than any time: every regrouping counts."""


_undo = regrouping.alias("undo")
_UNDONE = exists().where(
    _undo.c.story == regrouping.c.story,  # for its index
    _undo.c.undoes == regrouping.c.id,
    _undo.c.at <= bindparam("as_of"),
)
_MERGES = select(regrouping.c.story, regrouping.c.into).where(
    regrouping.c.kind == "merge",
    regrouping.c.at <= bindparam("as_of"),
    ~_UNDONE,
)
"""Merges that held at a time: made by then and not undone by then."""


def homes(connection: Connection, stories: Iterable[str], as_of: int = LAST) -> dict[str, str]:
    """The story that each of some stories is part of now: itself unless it was merged away."""
    found = {name: name for name in stories}
    while True:
        rows = among(connection, _MERGES, regrouping.c.story, set(found.values()), as_of=as_of)
        went = {row.story: row.into for row in rows}
        if not went:
            return found
        found = {name: went.get(now, now) for name, now in found.items()}


def home(connection: Connection, story: str, as_of: int = LAST) -> str:
    """The story that a story is part of now."""
    return homes(connection, [story], as_of)[story]


def family(connection: Connection, story: str, as_of: int = LAST) -> set[str]:
    """A story with every other that was merged into it, directly or through a third."""
    found = new = {story}
    while new:
        rows = among(connection, _MERGES, regrouping.c.into, new, as_of=as_of)
        new = {row.story for row in rows} - found
        found |= new
    return found


def moved(connection: Connection, as_of: int) -> dict[str, str]:
    """Every story that was merged away, with the one it is part of."""
    away = [row.story for row in connection.execute(_MERGES, {"as_of": as_of})]
    return homes(connection, away, as_of)
