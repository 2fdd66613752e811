"""Reading a dispatch again with a newer reader: what was derived from it is made anew.

Its text, its time, its place among the stories, orders and their effects stay; so does what editors
judged, which follows its assertions. All of one dispatch is one transaction, so that a run that was
cut off goes on where it stopped.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, bindparam, delete, select, update

from dateline.ledger.filing import intake, judging, matching
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import add, add_new, among
from dateline.ledger.storage.schema import (
    assertion,
    dispatch,
    judgement,
    loose,
    member,
    reading,
    topic,
)
from dateline.ledger.stories import parts
from dateline.ledger.stories.homes import homes
from dateline.ledger.verdicts.following import follow, led, rule_id
from dateline.records import Assertion, Dispatch, Judgement, Loose, Reading, Reread

_KEPT = select(dispatch.c.seq, dispatch.c.learnt, dispatch.c.body).where(
    dispatch.c.guid == bindparam("guid"), dispatch.c.version == bindparam("version")
)
_STORY = (
    select(member.c.story).where(member.c.seq == bindparam("seq")).order_by(member.c.row.desc())
)
_READ = select(reading.c.seq, reading.c.reader, reading.c.model).order_by(reading.c.seq)
_BODIES = select(dispatch.c.seq, dispatch.c.body)
_COMPANY = select(topic.c.story, topic.c.day).distinct()


def readers(connection: Connection) -> tuple[tuple[str, str], ...]:
    """The readers, each with its language model, that the readings kept are of."""
    rows = connection.execute(select(reading.c.reader, reading.c.model).distinct())
    return tuple(sorted((row.reader, row.model) for row in rows))


def read_by(connection: Connection, some: Collection[tuple[str, str]]) -> tuple[int, ...]:
    """Dispatches, by their rows, that some readers (``readers``) read, oldest row first."""
    rows = connection.execute(_READ)
    return tuple(row.seq for row in rows if (row.reader, row.model) in some)


def kept(connection: Connection, seqs: Sequence[int]) -> tuple[Dispatch, ...]:
    """Dispatches by their rows, in that order."""
    found = {r.seq: r.body for r in among(connection, _BODIES, dispatch.c.seq, seqs)}
    return tuple(codec.unpack(Dispatch, found[seq]) for seq in seqs if seq in found)


def reread(connection: Connection, read: Reading, at: int) -> Reread:
    """Put a new reading in the place of the one that is kept, with all that follows from it."""
    row = connection.execute(_KEPT, {"guid": read.guid, "version": read.version}).one()
    new = intake.incoming(
        codec.unpack(Dispatch, row.body), read, codec.moment(row.learnt), read.version
    )
    olds = judging.assertions_of(connection, row.seq)
    hits = matching.matched(connection, new, row.seq) if new.tells else []
    emended = list(judging.emended_by(connection, new, row.seq, hits))
    new = judging.with_emended(new, row.seq, emended)
    company = _company(connection, row.seq, olds, new.day)
    paths = follow(olds, new.assertions)
    rules = _clear(connection, paths)
    _assert(connection, row.seq, new.assertions, paths)
    for note, one in emended:
        if note != row.seq:  # a note on this dispatch, which gives what was wrong another meaning
            there = {one.id} if _there(connection, one.id) else set()
            _assert(connection, note, [one], dict.fromkeys(there))
    moved = _follow(connection, read, {a.id: a for a in olds}, paths, rules)
    gone = paths.keys() - {a.id for a in new.assertions}
    _delete(connection, assertion, "id", gone)
    back = _find_again(connection, new.assertions, paths)
    values = {"reader": read.reader, "model": read.model, "body": codec.pack(new.reading)}
    kept_at = reading.c.seq == row.seq
    connection.execute(update(reading).where(kept_at).values(**values, again=at))
    placed = update(dispatch).where(dispatch.c.seq == row.seq)
    connection.execute(placed.values(beside=intake.beside(new.dispatch)))
    if new.tells:
        judging.judge_again(connection, new, row.seq, company, hits)
    return Reread(read.guid, read.version, len(new.assertions), (*moved, *back))


def _company(
    connection: Connection, seq: int, olds: Sequence[Assertion], day: int
) -> list[tuple[str, int]]:
    """The stories that a dispatch's assertions are compared with, and under which day."""
    rows = among(connection, _COMPANY, topic.c.assertion, (a.id for a in olds))
    found = {(row.story, row.day) for row in rows}
    now = connection.execute(_STORY, {"seq": seq}).scalar()
    names = {one.story for one in parts.placed(connection, [seq])} | ({now} if now else set())
    there = homes(connection, names)
    found |= {(name, day) for name in there.values()}
    return sorted(found)


def _clear(connection: Connection, paths: Mapping[str, str | None]) -> dict[str, Row[Any]]:
    """Take out what rules made of the old assertions; their judgements by id."""
    query = select(judgement.c.id, judgement.c.a, judgement.c.b, judgement.c.verdict,
                   judgement.c.by)  # fmt: skip
    found = {r.id: r for r in _touching(connection, query, paths) if r.by.startswith("rule:")}
    _delete(connection, judgement, "id", found)
    _delete(connection, topic, "assertion", paths)
    return found


def _touching(
    connection: Connection, query: Select[Any], names: Mapping[str, object]
) -> list[Row[Any]]:
    """Judgements with one of some assertions on either side."""
    sides = (judgement.c.a, judgement.c.b)
    return [row for side in sides for row in among(connection, query, side, names)]


def _delete(connection: Connection, table: Table, column: str, keys: Iterable[str]) -> None:
    rows = [{"gone": key} for key in sorted(keys)]
    if rows:
        connection.execute(delete(table).where(table.c[column] == bindparam("gone")), rows)


def _assert(
    connection: Connection, seq: int, news: Sequence[Assertion], olds: Mapping[str, object]
) -> None:
    """Keep what is asserted now: under ids that were there already, or new ones."""
    rows = [{"id": a.id, "seq": seq, "body": codec.pack(a)} for a in news]
    add(connection, assertion, [row for row in rows if row["id"] not in olds])
    same = [{"name": r["id"], "made": r["body"]} for r in rows if r["id"] in olds]
    if same:
        query = update(assertion).where(assertion.c.id == bindparam("name"))
        connection.execute(query.values(body=bindparam("made")), same)


def _follow(
    connection: Connection, read: Reading, olds: Mapping[str, Assertion],
    paths: Mapping[str, str | None], rules: Mapping[str, Row[Any]],
) -> list[str]:  # fmt: skip
    """Let editors' judgements follow their assertions; the ids of those that had to move. One that
    has lost a side is laid aside.
    """
    rows = {r.id: r for r in _touching(connection, select(judgement), paths)}
    moved: list[str] = []
    for row in sorted(rows.values(), key=lambda r: r.row):
        a, b = led(row.a, paths), led(row.b, paths)
        if a is None or b is None or a == b:
            mine = [n for n in (row.a, row.b) if n in olds]
            lost = next((n for n in mine if led(n, paths) is None), mine[0])
            _lay_aside(connection, read, row, olds[lost], (a or row.a, b or row.b))
            continue
        undoes = _undone(rules[row.undoes], paths) if row.undoes in rules else row.undoes
        if (a, b, undoes) != (row.a, row.b, row.undoes):
            mine = judgement.c.id == row.id
            connection.execute(update(judgement).where(mine).values(a=a, b=b, undoes=undoes))
            moved.append(row.id)
    return moved


def _undone(rule: Row[Any], paths: Mapping[str, str | None]) -> str:
    """The id that a rule's verdict which an editor took back has between the new assertions."""
    a, b = (led(name, paths) or "" for name in (rule.a, rule.b))
    return rule_id(a, b, rule.verdict, rule.by)


def _lay_aside(
    connection: Connection, read: Reading, row: Row[Any], lost: Assertion, pair: tuple[str, str]
) -> None:
    at = codec.moment(row.at)
    made = Judgement(row.id, *pair, row.verdict, row.reason, row.by, at, row.origin)
    where = {"id": row.id, "guid": read.guid, "version": read.version, "undoes": row.undoes}
    add(connection, loose, [{**where, "lost": codec.pack(lost), "body": codec.pack(made)}])
    _delete(connection, judgement, "id", [row.id])


def _find_again(
    connection: Connection, news: Sequence[Assertion], paths: Mapping[str, str | None]
) -> list[str]:
    """Put back the judgements of editors both sides of which are there again; their ids."""
    known = {a.id for a in news}
    back: list[str] = []
    for row in connection.execute(select(loose).order_by(loose.c.id)).all():
        made, lost = codec.unpack(Judgement, row.body), codec.unpack(Assertion, row.lost)
        ways = dict(paths)
        if news and (row.guid, row.version) == (news[0].guid, news[0].version):
            ways |= follow([lost], news)
        a, b = led(made.a, ways) or made.a, led(made.b, ways) or made.b
        if (a, b) == (made.a, made.b) and not known & {a, b}:
            continue
        made = replace(made, a=a, b=b)
        if a != b and _there(connection, a) and _there(connection, b):
            again = {f: getattr(made, f) for f in ("id", "a", "b", "verdict", "reason", "by",
                                                   "origin")}  # fmt: skip
            again |= {"at": codec.stamp(made.at), "undoes": row.undoes}
            add_new(connection, judgement, [again])
            _delete(connection, loose, "id", [row.id])
            back.append(row.id)
        else:
            mine = loose.c.id == row.id
            connection.execute(update(loose).where(mine).values(body=codec.pack(made)))
    return back


def _there(connection: Connection, name: str) -> bool:
    query = select(assertion.c.id).where(assertion.c.id == name)
    return connection.execute(query).first() is not None


def laid_aside(connection: Connection) -> tuple[Loose, ...]:
    """Editors' judgements that have lost a side, oldest first."""
    found = [
        Loose(codec.unpack(Judgement, r.body), codec.unpack(Assertion, r.lost).id, r.guid,
              r.version)
        for r in connection.execute(select(loose))
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.judgement.at, one.judgement.id)))
