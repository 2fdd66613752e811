"""Finding dispatches and passages of nearby days that share telling terms."""

from collections.abc import Iterable, Sequence
from functools import cache

from sqlalchemy import Connection, Table, TextClause, select, text

from dateline.ledger.storage import codec
from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import member, posting, vector
from dateline.ledger.stories import choosing, passages, volumes
from dateline.ledger.stories.choosing import Neighbour, Profile
from dateline.ledger.stories.homes import homes
from dateline.ledger.stories.passages import Passage

EACH = 200
"""Of each telling term only so many of the latest dispatches are looked at."""

_VECTORS = select(vector)
_PLACED = select(member.c.seq, member.c.story, member.c.row)


def sharing(
    connection: Connection, terms: Iterable[str], day: int, each: int, index: Table = posting
) -> list[int]:
    """The dispatches of nearby days that share most of some terms, by the terms' weights in them.

    Of each term only the ``each`` latest are looked at, so that a busy day costs no more.
    """
    some = {f"term{n}": term for n, term in enumerate(terms)}
    if not some:
        return []
    window = {"first": day - choosing.WINDOW, "last": day + choosing.WINDOW, "each": each}
    rows = connection.execute(
        _latest(len(some), index.name), some | window | {"most": choosing.NEAREST}
    )
    return [int(seq) for seq in rows.scalars()]


@cache
def _latest(terms: int, index: str) -> TextClause:
    """The query of ``sharing`` for so many terms. Written out: building it anew each time from
    twenty parts would cost more than running it.
    """
    one = (
        f"SELECT * FROM (SELECT seq, weight FROM {index} WHERE term = :term{{n}}"  # noqa: S608
        " AND day BETWEEN :first AND :last ORDER BY day DESC, seq DESC LIMIT :each) AS of{n}"
    )
    union = " UNION ALL ".join(one.format(n=n) for n in range(terms))
    return text(
        f"SELECT seq FROM ({union}) AS shared GROUP BY seq"  # noqa: S608 (our own names only)
        " ORDER BY SUM(weight) DESC, seq LIMIT :most"
    )


def neighbours(connection: Connection, seqs: Sequence[int], day: int) -> list[Neighbour]:
    """Some dispatches as neighbours of one of a day: with the newest volume of their story."""
    now = placed(connection, seqs)
    volume = volumes.newest(connection, now.values())
    rows = among(connection, _VECTORS, vector.c.seq, seqs)
    return [
        Neighbour(volume[now[r.seq]], codec.unpack(Profile, r.body), abs(r.day - day))
        for r in sorted(rows, key=lambda r: r.seq)
        if r.seq in now
    ]


def placed(connection: Connection, seqs: Sequence[int]) -> dict[int, str]:
    """The story that each of some dispatches is in now."""
    rows = sorted(among(connection, _PLACED, member.c.seq, seqs), key=lambda r: r.row)
    filed = {row.seq: str(row.story) for row in rows}
    now = homes(connection, filed.values())
    return {seq: now[name] for seq, name in filed.items()}


def plainly_of(connection: Connection, one: Passage, seq: int, day: int) -> str | None:
    """The story that a passage of a dispatch is plainly of, by what nearby days tell."""
    seqs = sharing(connection, choosing.indexed(one.profile.weights), day, EACH)
    near = neighbours(connection, [other for other in seqs if other != seq], day)
    return passages.belongs(one, near)
