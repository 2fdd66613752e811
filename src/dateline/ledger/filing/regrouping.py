"""An editor's word on which dispatches make a story: merge two, split some off, take it back.

Nothing is rewritten. A merge is a row that leads from one story to the other; its dispatches stay
where they were filed, so that taking it back parts them again. A split files the dispatches anew,
or those passages of a dispatch that were in the story.
"""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, func, select

from dateline.errors import LedgerError
from dateline.ledger.filing import judging
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import add, add_new, among
from dateline.ledger.storage.schema import (
    dispatch,
    member,
    passage,
    placement,
    regrouping,
    story,
)
from dateline.ledger.stories.homes import home
from dateline.ledger.stories.parts import Part, Placed, parts, placed
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
    _judge(connection, parts(connection, goes), keeps)
    return made


def split(
    connection: Connection, source: str, guids: Sequence[str], into: str | None, signed: Signed
) -> Regrouping:
    """Take dispatches, with all their versions, out of a story, into another or into a new one; of
    those that are in it by a passage only, that passage.

    Raises:
        LedgerError: a story or dispatch is unknown, or nothing would be left in the story.

    """
    here = _known(connection, source)
    inside = parts(connection, here)
    names = _guids(connection, inside)
    missing = [guid for guid in guids if guid not in names.values()]
    if missing:
        raise LedgerError(f"{missing[0]} is not in {here}.", "List what is with dateline stories.")
    chosen = {seq: part for seq, part in inside.items() if names[seq] in guids}
    if len(chosen) == len(inside):
        raise LedgerError(f"Nothing would be left in {here}.", "Leave a dispatch in it, or merge.")
    there = _known(connection, into) if into else _begin(connection, here, guids, signed)
    if there == here:
        raise LedgerError(f"{into} is {here} itself.", "Name another story, or none.")
    made = _made("split", (here, there), tuple(dict.fromkeys(guids)), signed)
    _write(connection, made)
    whole = [seq for seq, part in chosen.items() if not part.inside]
    some = [seq for seq in chosen if seq not in whole]
    away = [p for p in placed(connection, some) if p.span in chosen[p.seq].inside]
    _move(connection, (whole, away), there, made)
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
        there = home(connection, old.into)
        inside = parts(connection, there)
        names, moved = _guids(connection, inside), _moved(connection, old)
        whole = [s for s, part in inside.items() if not part.inside and (names[s], False) in moved]
        some = [s for s in inside if (names[s], True) in moved]
        back = [p for p in placed(connection, some) if home(connection, p.story) == there]
        _move(connection, (whole, back), home(connection, old.story), made)
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


def _moved(connection: Connection, split: Regrouping) -> set[tuple[str, bool]]:
    """The items (guids) that a split moved, and whether it moved them as passages."""
    at, by = codec.stamp(split.at), split.by
    whole = select(member.c.seq).where(member.c.at == at, member.c.by == by)
    some = select(passage.c.seq).join(placement, placement.c.passage == passage.c.id)
    some = some.where(placement.c.at == at, placement.c.by == by)
    found: set[tuple[str, bool]] = set()
    for query, is_part in ((whole, False), (some, True)):
        names = _guids(connection, connection.execute(query).scalars())
        found |= {(name, is_part) for name in names.values() if name in split.guids}
    return found


def _guids(connection: Connection, seqs: Iterable[int]) -> dict[int, str]:
    query = select(dispatch.c.seq, dispatch.c.guid)
    return {r.seq: r.guid for r in among(connection, query, dispatch.c.seq, seqs)}


def _move(
    connection: Connection, what: tuple[Sequence[int], Sequence[Placed]], there: str,
    made: Regrouping,
) -> None:  # fmt: skip
    """File dispatches, and passages of others, in another story."""
    whole, some = what
    signed = {"story": there, "at": codec.stamp(made.at), "by": made.by}
    add(connection, member, [{"seq": seq, **signed} for seq in whole])
    add(connection, placement, [{"passage": one.passage, **signed} for one in some])
    moved = dict.fromkeys(whole, Part())
    for one in some:
        if one.seq not in whole:
            spans = moved.get(one.seq, Part()).inside
            moved[one.seq] = Part(inside=(*spans, one.span))
    _judge(connection, moved, there)


def _judge(connection: Connection, some: Mapping[int, Part], there: str) -> None:
    """Compare what some dispatches assert, as far as it is moved, with their new company's."""
    query = select(dispatch.c.seq, dispatch.c.day)
    for row in sorted(among(connection, query, dispatch.c.seq, some), key=lambda r: r.seq):
        judging.rejudge(connection, row.seq, some[row.seq], there, row.day)
