"""Judging a new dispatch's assertions against those of its story, and against its own past."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Integer, bindparam, func, select

from dateline.ledger.filing import passages
from dateline.ledger.filing.intake import Incoming
from dateline.ledger.filing.matching import Hit
from dateline.ledger.filing.passages import Changed, Joining
from dateline.ledger.orders.standing import Transmission, in_order, stood_on
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import AMONG, add_new, among, asked
from dateline.ledger.storage.schema import assertion, dispatch, judgement, topic
from dateline.ledger.stories import parts
from dateline.ledger.stories.homes import family
from dateline.ledger.stories.parts import Part
from dateline.ledger.verdicts import emending, following, revision, rulings
from dateline.records import Assertion, Dispatch, Judgement, Span

_MOST_RIVALS = 40
"""An assertion is judged against so many of its story by each of its keys, the nearest in time:
what is said a thousand times is not compared a million times.
"""
_RANKED = (
    select(
        topic.c.key,
        topic.c.assertion,
        func.row_number().over(
            partition_by=topic.c.key,
            order_by=(func.abs(topic.c.day - bindparam("day", type_=Integer)), topic.c.assertion),
        ).label("place"),
    )
    .where(
        topic.c.story.in_(bindparam("family", expanding=True)),
        topic.c.day.between(bindparam("first"), bindparam("last")),
        topic.c.key.in_(AMONG),
    )
    .subquery()
)  # fmt: skip
_TOPIC = select(_RANKED.c.key, _RANKED.c.assertion).where(_RANKED.c.place <= _MOST_RIVALS)
_BODY = select(assertion.c.id, assertion.c.body)
_BODIES = select(assertion.c.body).where(assertion.c.seq == bindparam("seq"))
_GIVEN = select(dispatch.c.learnt, dispatch.c.body).where(dispatch.c.seq == bindparam("seq"))
_D = dispatch.c
_VERSIONS = select(_D.seq, _D.guid, _D.version, _D.signal, _D.tells, _D.status, _D.issued,
                   _D.learnt, _D.declared, _D.numbered, _D.beside).where(
    _D.guid == bindparam("guid"), _D.tells
)  # fmt: skip

_DAYS = 10
"""Days on either side within which assertions of a story are compared."""


def judge_all(
    connection: Connection, new: Incoming, seq: int, where: tuple[str | None, list[Joining]],
    hits: Sequence[Hit],
) -> int:  # fmt: skip
    """Write every verdict that a new dispatch gives rise to; how many assertions it withdraws.

    ``where``: its story, and the passages (its own, or others') that have found theirs by it.
    """
    story, joined = where
    links = list(_emendations(connection, new, seq, hits))
    emended = _distinct(links)
    add_new(connection, assertion, [_kept(giver, a) for giver, a in emended])
    noted = passages.noted(connection, (_changed(*link) for link in links))
    new = with_emended(new, seq, emended)
    found: list[Judgement] = []
    if story:
        found += _rivals(connection, new.assertions, story, new.day)
        for hit in hits:
            if not hit.ordered and not hit.own:  # an order that came first joins its object's story
                found += _rivals(connection, assertions_of(connection, hit.seq), story, new.day)
    for one in (*joined, *noted):
        said = new.assertions if one.seq == seq else assertions_of(connection, one.seq)
        found += _rivals(connection, within(said, (one.span,)), one.story, one.day)
    revised, withdrawn = _revisions(connection, new, seq, hits)
    found += revised
    add_new(connection, judgement, [_row(j) for j in found])
    return withdrawn


def within(said: Iterable[Assertion], spans: Collection[Span]) -> tuple[Assertion, ...]:
    """Those of a dispatch's assertions that some passages of it make."""
    return tuple(a for a in said if any(span.contains(a.span) for span in spans))


def emended_by(
    connection: Connection, new: Incoming, seq: int, hits: Iterable[Hit]
) -> list[tuple[int, Assertion]]:
    """What notes of correction put in the place of what they withdraw, with the note's row."""
    return _distinct(_emendations(connection, new, seq, hits))


type _Emendation = tuple[int, int, revision.Revised]
"""The row of a note of correction, that of what it corrects, and what it puts right."""


def _emendations(
    connection: Connection, new: Incoming, seq: int, hits: Iterable[Hit]
) -> Iterator[_Emendation]:
    for hit in _corrections(connection, new, seq, hits):
        if not hit.whole:
            giver, links = _emended(connection, new, seq, hit)
            victim = hit.seq if hit.ordered else seq
            yield from ((giver, victim, link) for link in links)


def _distinct(links: Iterable[_Emendation]) -> list[tuple[int, Assertion]]:
    return list(dict.fromkeys((giver, link.new) for giver, _, link in links))


def _changed(note: int, victim: int, link: revision.Revised) -> Changed:
    return Changed(note, link.new.sentence, victim, link.old.span)


def _corrections(
    connection: Connection, new: Incoming, seq: int, hits: Iterable[Hit]
) -> Iterator[Hit]:
    """Corrections that come beside what they correct: as another item, or as a note under the
    guid of the text that it is about.
    """
    some = [hit for hit in hits if hit.kind == "correction"]
    versions = _versions(connection, new.dispatch.guid) if any(hit.own for hit in some) else []
    for hit in some:
        note, text = (seq, hit.seq) if hit.ordered else (hit.seq, seq)
        given = next((v for v in versions if v.seq == note), None)
        if not hit.own or (given and any(v.seq == text for v in stood_on(given, versions))):
            yield hit


def _emended(
    connection: Connection, new: Incoming, seq: int, hit: Hit
) -> tuple[int, tuple[revision.Revised, ...]]:
    """The row of a note, and what it withdraws from the dispatch that it is about."""
    if hit.ordered:
        olds = assertions_of(connection, hit.seq)
        return seq, emending.emend(new.dispatch, codec.moment(new.learnt), olds)
    row = connection.execute(_GIVEN, {"seq": hit.seq}).one()
    note = codec.unpack(Dispatch, row.body)
    return hit.seq, emending.emend(note, codec.moment(row.learnt), new.assertions)


def with_emended(new: Incoming, seq: int, emended: Iterable[tuple[int, Assertion]]) -> Incoming:
    """A note with what it puts right among its assertions."""
    mine = {a.id: a for giver, a in emended if giver == seq}
    return replace(new, assertions=(*new.assertions, *mine.values()))


def _kept(seq: int, a: Assertion) -> dict[str, object]:
    return {"id": a.id, "seq": seq, "body": codec.pack(a)}


def _rivals(
    connection: Connection, mine: Sequence[Assertion], story: str, day: int
) -> list[Judgement]:
    """Verdicts of a dispatch's assertions against what shares a topic with them in a story."""
    topics = {a.id: rulings.keys(a) for a in mine}
    by_key: dict[str, list[Assertion]] = defaultdict(list)
    for a in mine:
        for key in topics[a.id]:
            by_key[key].append(a)
    near = {
        "family": sorted(family(connection, story)),
        "day": day,
        "first": day - _DAYS,
        "last": day + _DAYS,
    }
    found = asked(connection, _TOPIC, by_key, **near)
    rows = among(connection, _BODY, assertion.c.id, (row.assertion for row in found))
    known = {row.id: codec.unpack(Assertion, row.body) for row in rows}
    others = [(row.key, known[row.assertion]) for row in found]
    others += [(key, a) for key, some in by_key.items() if key[0] != "s" for a in some]
    add_new(
        connection,
        topic,
        [
            {"story": story, "key": k, "day": day, "assertion": i}
            for i, keys in topics.items()
            for k in keys
        ],
    )
    pairs = {
        (a.id, b.id): (a, b)
        for key, b in others
        for a in by_key[key]
        if a.guid != b.guid or (a.version == b.version and a.id < b.id)
    }
    return _ruled(pairs.values())


def judge_again(
    connection: Connection, new: Incoming, seq: int, company: Iterable[tuple[str, int]],
    hits: Sequence[Hit],
) -> None:  # fmt: skip
    """Write the verdicts on a dispatch whose assertions were made anew. ``company``: the stories
    whose assertions they were compared with before, and the day under which each had them.
    """
    spans = parts.ever_placed(connection, seq)
    found = [
        j
        for story, day in company
        for some in [within(new.assertions, spans[story]) if story in spans else new.assertions]
        for j in _rivals(connection, some, story, day)
    ]
    found += _revisions(connection, new, seq, hits)[0]
    add_new(connection, judgement, [_row(j) for j in found])


def rejudge(connection: Connection, seq: int, part: Part, story: str, day: int) -> None:
    """Compare what a dispatch asserts, as far as it is in a story, with that story, into which an
    editor has put it.
    """
    said = tuple(a for a in assertions_of(connection, seq) if part.has(a.span))
    found = _rivals(connection, said, story, day)
    add_new(connection, judgement, [_row(j) for j in found])


def _ruled(pairs: Iterable[tuple[Assertion, Assertion]]) -> list[Judgement]:
    found = (rulings.judge(a, b) for a, b in pairs)
    return [_judgement(r) for r in found if r.verdict != "not comparable"]


def _judgement(r: rulings.Ruling) -> Judgement:
    by = f"rule:{r.rule}"
    name = following.rule_id(r.a.id, r.b.id, r.verdict, by)
    at = max(r.a.learnt, r.b.learnt)
    return Judgement(name, r.a.id, r.b.id, r.verdict, r.reason, by, at, r.origin)


def _row(j: Judgement) -> dict[str, object]:
    return {
        "id": j.id,
        "a": j.a,
        "b": j.b,
        "verdict": j.verdict,
        "reason": j.reason,
        "by": j.by,
        "at": codec.stamp(j.at),
        "origin": j.origin,
    }


def _revisions(
    connection: Connection, new: Incoming, seq: int, hits: Sequence[Hit]
) -> tuple[list[Judgement], int]:
    """Links to the versions just before and after, and to what a correction corrects."""
    found: list[Judgement] = []
    withdrawn = 0
    before, after = _neighbours(connection, new, seq)
    if before:
        olds = _all_of(connection, before)
        links = revision.revise(olds, new.assertions, correction=_corrects(new.dispatch.signal))
        found += _linked(links)
        withdrawn += len(olds) - sum(link.verdict == "same" for link in links)
    if after is not None:
        later = assertions_of(connection, after.seq)
        links = revision.revise(new.assertions, later, correction=_corrects(after.signal))
        found += _linked(links)
        withdrawn += len(new.assertions) - sum(link.verdict == "same" for link in links)
    for hit in _corrections(connection, new, seq, hits):
        some, count = _corrected(connection, new, seq, hit)
        found += some
        withdrawn += count
    return found, withdrawn


def _corrects(signal: str) -> bool:
    return signal == "correction"


def _linked(links: Iterable[revision.Revised]) -> list[Judgement]:
    return [
        _judgement(rulings.Ruling(k.new, k.old, k.verdict, k.reason, "new version", "one"))
        for k in links
    ]


def _corrected(
    connection: Connection, new: Incoming, seq: int, hit: Hit
) -> tuple[list[Judgement], int]:
    """What a correction that came as an item of its own does to its object."""
    other = assertions_of(connection, hit.seq)
    olds, news = (other, new.assertions) if hit.ordered else (new.assertions, other)
    if hit.whole:
        links = revision.revise(olds, news, correction=True)
        gone = len(olds) - sum(link.verdict == "same" for link in links)
        return _linked(links), gone
    _, links = _emended(connection, new, seq, hit)
    links = links or revision.note(olds, news)
    return _linked(links), len(links)


def assertions_of(connection: Connection, seq: int) -> tuple[Assertion, ...]:
    """What a dispatch asserts, in text order."""
    rows = connection.execute(_BODIES, {"seq": seq}).scalars()
    found = [codec.unpack(Assertion, body) for body in rows]
    return tuple(sorted(found, key=lambda a: (a.span, a.id)))


def _all_of(connection: Connection, some: Iterable[Transmission]) -> list[Assertion]:
    return [a for one in some for a in assertions_of(connection, one.seq)]


def _versions(connection: Connection, guid: str) -> list[Transmission]:
    """The versions of an item that carry copy, oldest first."""
    rows = connection.execute(_VERSIONS, {"guid": guid})
    return in_order(Transmission(**row._mapping) for row in rows)


def _neighbours(
    connection: Connection, new: Incoming, seq: int
) -> tuple[list[Transmission], Transmission | None]:
    """The versions that this one replaces (a text, with what stands beside it), and the text that
    replaces it.
    """
    versions = _versions(connection, new.dispatch.guid)
    at = next(n for n, v in enumerate(versions) if v.seq == seq)
    later = next((v for v in versions[at + 1 :] if not v.beside), None)
    if versions[at].beside:
        return [], later
    text = max((n for n, v in enumerate(versions[:at]) if not v.beside), default=0)
    return versions[text:at], later
