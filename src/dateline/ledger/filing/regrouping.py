"""An editor's word on which dispatches make a story: merge two, split some off, take it back.

Nothing is rewritten. A merge is a row that leads from one story to the other; its dispatches stay
where they were filed, so that taking it back parts them again. A split files the dispatches anew.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, select

from dateline.errors import LedgerError
from dateline.ledger.filing import judging
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import add, add_new, among
from dateline.ledger.storage.schema import dispatch, member, regrouping, story
from dateline.ledger.stories.homes import family, home
from dateline.records import Regrouping, Signed


def merge(connection: Connection, into: str, away: str, signed: Signed) -> Regrouping:
    """Make one story part of another, which keeps its address.

    Raises:
        LedgerError: there is no such story, or the two are one already.

    """
    keeps, goes = _known(connection, into), _known(connection, away)
    if keeps == goes:
        raise LedgerError(f"{into} and {away} are one story already.", "Nothing needs doing.")
    made = _made("merge", (goes, keeps), (), signed)
    _write(connection, made)
    _judge(connection, _members(connection, family(connection, goes)), keeps)
    return made


def split(
    connection: Connection, source: str, guids: Sequence[str], into: str | None, signed: Signed
) -> Regrouping:
    """Take dispatches, with all their versions, out of a story, into another or into a new one.

    Raises:
        LedgerError: a story or dispatch is unknown, or nothing would be left in the story.

    """
    here = _known(connection, source)
    inside = _members(connection, family(connection, here))
    names = _guids(connection, inside)
    missing = [guid for guid in guids if guid not in names.values()]
    if missing:
        raise LedgerError(f"{missing[0]} is not in {here}.", "List what is with dateline stories.")
    chosen = [seq for seq in inside if names[seq] in guids]
    if len(chosen) == len(inside):
        raise LedgerError(f"Nothing would be left in {here}.", "Leave a dispatch in it, or merge.")
    there = _known(connection, into) if into else _begin(connection, here, guids, signed)
    if there == here:
        raise LedgerError(f"{into} is {here} itself.", "Name another story, or none.")
    made = _made("split", (here, there), tuple(dict.fromkeys(guids)), signed)
    _write(connection, made)
    _move(connection, chosen, there, made)
    return made


def undo(connection: Connection, name: str, signed: Signed) -> Regrouping:
    """Take back a merge or a split.

    Raises:
        LedgerError: there is no such regrouping, or it has been taken back.

    """
    rows = _rows(connection)
    old = next((r for r in rows if r.id == name and r.kind in ("merge", "split")), None)
    if old is None or any(r.undoes == name for r in rows):
        raise LedgerError(f"There is no regrouping {name} to take back.",
                          "Look it up with dateline stories history.")  # fmt: skip
    made = _made("undo", (old.story, old.into), old.guids, signed, undoes=name)
    _write(connection, made)
    if old.kind == "split":
        there = _members(connection, family(connection, home(connection, old.into)))
        names = _guids(connection, there)
        _move(connection, [s for s in there if names[s] in old.guids],
              home(connection, old.story), made)  # fmt: skip
    return made


def history(connection: Connection) -> tuple[Regrouping, ...]:
    """Every regrouping, oldest first."""
    return tuple(_rows(connection))


def _rows(connection: Connection) -> list[Regrouping]:
    rows = connection.execute(select(regrouping).order_by(regrouping.c.row))
    return [
        Regrouping(r.id, r.kind, r.story, r.into, codec.unpack(tuple[str, ...], r.guids), r.by,
                   r.why, codec.moment(r.at), r.undoes)
        for r in rows
    ]  # fmt: skip


def _made(
    kind: str, about: tuple[str, str], guids: tuple[str, ...], signed: Signed,
    undoes: str | None = None,
) -> Regrouping:  # fmt: skip
    source, into = about
    name = codec.digest(kind, source, into, *guids, codec.stamp(signed.at), length=12)
    by = f"editor:{signed.by}"
    return Regrouping(name, kind, source, into, guids, by, signed.why, signed.at, undoes)


def _write(connection: Connection, made: Regrouping) -> None:
    row = {f: getattr(made, f) for f in ("id", "kind", "story", "into", "by", "why", "undoes")}
    row |= {"guids": codec.pack(made.guids), "at": codec.stamp(made.at)}
    add(connection, regrouping, [row])


def _known(connection: Connection, name: str) -> str:
    """A story by its address, or by one that was merged into it."""
    if connection.execute(select(story.c.id).where(story.c.id == name)).scalar() is None:
        raise LedgerError(f"There is no story {name}.", "List them with dateline stories.")
    return home(connection, name)


def _begin(connection: Connection, here: str, guids: Sequence[str], signed: Signed) -> str:
    """A new story for what is split off, named after the day and the first guid given."""
    age = func.coalesce(dispatch.c.issued, dispatch.c.learnt)
    query = select(func.min(age)).where(dispatch.c.guid == guids[0])
    begun = int(connection.execute(query).scalar_one())
    day = codec.moment(begun).date().isoformat()
    name = f"{day}-{codec.digest('split', here, guids[0], codec.stamp(signed.at), length=6)}"
    add_new(connection, story, [{"id": name, "begun": begun, "founder": guids[0]}])
    return name


def _members(connection: Connection, stories: Iterable[str]) -> list[int]:
    """Dispatches that are filed in some stories now."""
    wanted = set(stories)
    ever = {r.seq for r in among(connection, select(member.c.seq), member.c.story, wanted)}
    query = select(member.c.seq, member.c.story, member.c.row)
    rows = sorted(among(connection, query, member.c.seq, ever), key=lambda r: r.row)
    now = {row.seq: row.story for row in rows}
    return sorted(seq for seq, name in now.items() if name in wanted)


def _guids(connection: Connection, seqs: Iterable[int]) -> dict[int, str]:
    query = select(dispatch.c.seq, dispatch.c.guid)
    return {r.seq: r.guid for r in among(connection, query, dispatch.c.seq, seqs)}


def _move(connection: Connection, seqs: Sequence[int], there: str, made: Regrouping) -> None:
    at = codec.stamp(made.at)
    add(connection, member, [{"seq": s, "story": there, "at": at, "by": made.by} for s in seqs])
    _judge(connection, seqs, there)


def _judge(connection: Connection, seqs: Iterable[int], there: str) -> None:
    """Compare what some dispatches assert with their new company's."""
    query = select(dispatch.c.seq, dispatch.c.day)
    for row in sorted(among(connection, query, dispatch.c.seq, seqs), key=lambda r: r.seq):
        judging.rejudge(connection, row.seq, there, row.day)
