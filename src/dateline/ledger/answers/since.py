"""Asking the ledger what became of its claims after a time."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from dateline.ledger.answers.archive import Times, claims_at
from dateline.ledger.answers.changes import changes
from dateline.ledger.answers.touched import touched
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import judgement
from dateline.ledger.stories.homes import home
from dateline.records import Claim, Judgement

_UNDONE = select(judgement).where(
    judgement.c.undoes.is_not(None), judgement.c.at.between(bindparam("first"), bindparam("last"))
)


def moved(
    connection: Connection, stories: Iterable[str], times: Times, since: datetime
) -> list[str]:
    """Those of some stories that anything has touched since a time."""
    found = touched(connection, times)
    at = codec.stamp(since)
    last = {name: found[name].at for name in found}
    return [name for name in stories if last.get(home(connection, name, times.as_of), 0) > at]


def changed(
    connection: Connection, claims: Sequence[Claim], story: str, times: Times, since: datetime
) -> tuple[Claim, ...]:
    """The claims of a story of which something became after a time, each with what: as far as was
    known at the time asked about, though what was killed later is kept back there too.
    """
    at = codec.stamp(since)
    then = claims_at(connection, story, Times(at, at))
    before = {a.id: claim for claim in then for a in claim.assertions}
    undone = _taken_back(connection, claims, at, times.as_of)
    found = []
    for claim in claims:
        some = changes(claim, before, undone, since)
        known = tuple(c for c in some if c.at is None or codec.stamp(c.at) <= times.as_of)
        found += [replace(claim, changes=known)] if known else []
    return tuple(found)


def _taken_back(
    connection: Connection, claims: Sequence[Claim], since: int, until: int
) -> list[Judgement]:
    """Verdicts on some claims that an editor took back between two times."""
    names = {a.id for claim in claims for a in claim.assertions}
    rows = among(connection, _UNDONE, judgement.c.a, names, first=since + 1, last=until)
    return [
        Judgement(r.id, r.a, r.b, r.verdict, r.reason, r.by, codec.moment(r.at), r.origin)
        for r in rows
    ]
