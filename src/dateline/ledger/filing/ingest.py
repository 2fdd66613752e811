"""Taking in one dispatch: one transaction, indexed lookups only, nothing done twice."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from dateline.ledger.filing import echoes, intake, judging, matching, passages, placing
from dateline.ledger.filing.intake import Incoming
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import add, add_new, among
from dateline.ledger.storage.schema import assertion, dispatch, handle, raw, reading
from dateline.records import Dispatch, Ingested, Reading

_KNOWN = select(dispatch.c.version, dispatch.c.sha256, dispatch.c.content).where(
    dispatch.c.guid == bindparam("guid"), dispatch.c.declared == bindparam("declared")
)
_VERSIONS = select(dispatch.c.version).where(dispatch.c.guid == bindparam("guid"))
_KEEP = dispatch.insert().returning(dispatch.c.seq)
_MADE = select(func.count()).select_from(assertion)


def known(connection: Connection, one: Dispatch) -> int | None:
    """The version under which a transmission is already kept; None if it is new.

    It is the same if guid and declared version are, and either the raw bytes or what it says: a
    feed that is fetched again wraps the same item in new bytes.
    """
    found = connection.execute(_KNOWN, {"guid": one.guid, "declared": one.version}).all()
    if not found:
        return None
    says = intake.content(one)
    for row in found:
        if row.content == says or (one.sha256 and row.sha256 == one.sha256):
            return int(row.version)
    return None


def ingest(
    connection: Connection, one: Dispatch, read: Reading, data: bytes, learnt: datetime
) -> Ingested:
    """Keep a transmission with its reading, and all that follows from it."""
    version = known(connection, one)
    if version is not None:
        return Ingested(one.guid, version, added=False)
    new = intake.incoming(one, read, learnt, _free_version(connection, one))
    seq = _keep(connection, new, data)
    hits = matching.match(connection, new, seq)
    put = placing.place(connection, new, seq, hits)
    joined = passages.place(connection, new, seq, put)
    echoed = echoes.spread(connection, new, seq, hits)
    withdrawn = _count(connection, echoed)
    if new.tells:
        withdrawn += judging.judge_all(connection, new, seq, (put.story, joined), hits)
    killed = [hit for hit in hits if hit.kind == "kill"]
    withdrawn += _count(connection, (hit.seq if hit.ordered else seq for hit in killed))
    return Ingested(
        guid=new.dispatch.guid,
        version=new.dispatch.version,
        added=True,
        assertions=len(new.assertions),
        withdrawn=withdrawn,
        stories=tuple(dict.fromkeys(filter(None, (put.story, *(one.story for one in joined))))),
    )


def _free_version(connection: Connection, one: Dispatch) -> int:
    """The declared version, or the next free one if another text has it already."""
    versions = set(connection.execute(_VERSIONS, {"guid": one.guid}).scalars())
    return one.version if one.version not in versions else max(versions) + 1


def _keep(connection: Connection, new: Incoming, data: bytes) -> int:
    """The rows of the dispatch itself; its sequence number."""
    if new.dispatch.sha256:
        add_new(connection, raw, [{"sha256": new.dispatch.sha256, "data": data}])
    seq = int(connection.execute(_KEEP, intake.rows(new)).scalar_one())
    read = new.reading
    add(
        connection,
        reading,
        [{"seq": seq, "reader": read.reader, "model": read.model, "body": codec.pack(read)}],
    )
    keys = [{**row, "seq": seq} for row in intake.handles(new)]
    add(connection, handle, keys)
    add(
        connection,
        assertion,
        [{"id": a.id, "seq": seq, "body": codec.pack(a)} for a in new.assertions],
    )
    return seq


def _count(connection: Connection, seqs: Iterable[int]) -> int:
    """How many assertions some dispatches made."""
    return sum(row[0] for row in among(connection, _MADE, assertion.c.seq, set(seqs)))
