"""Putting the passages of wrap-ups into the stories that they are of: those of a new dispatch, and
those of earlier ones whose story begins with it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dateline.ledger.filing import placing
from dateline.ledger.filing.intake import Incoming
from dateline.ledger.filing.nearby import placed, plainly_of, sharing
from dateline.ledger.filing.placing import Placed
from dateline.ledger.speakers.actors import plain
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import add, among
from dateline.ledger.storage.schema import dispatch, passage, passage_posting, placement
from dateline.ledger.stories import choosing, parts, passages, volumes
from dateline.ledger.stories.choosing import Profile
from dateline.ledger.stories.homes import homes
from dateline.ledger.stories.passages import Passage
from dateline.records import Dispatch, Span

_KEEP = passage.insert().returning(passage.c.id)
_VERSIONS = select(dispatch.c.seq, dispatch.c.guid)
_BODIES = select(dispatch.c.seq, dispatch.c.body)
_GIVEN = select(dispatch.c.seq, dispatch.c.day, dispatch.c.learnt)
_WAITING = (
    select(passage.c.id, passage.c.seq, passage.c.body, dispatch.c.day, dispatch.c.learnt)
    .join(dispatch, dispatch.c.seq == passage.c.seq)
    .outerjoin(placement, placement.c.passage == passage.c.id)
    .where(placement.c.row.is_(None))
)

_INDEXED = 10
"""By so many of its most telling terms a passage is found that waits for its story."""

_LATEST, _WEIGHED = 20, 4
"""Of each term only so many waiting passages are looked at, the latest; and of all these so many,
the likest, are set beside all that nearby days tell.
"""

_LIKE = 0.15
"""Likeness to a new dispatch from which a waiting passage is looked at."""

_SAME = 0.6
"""Share of a paragraph's words from which it says again what a passage of another version does."""

_FEWEST = 5  # words of a paragraph, below which that could be chance
_WORD = re.compile(r"[^\W_]{3,}")


@dataclass(frozen=True, slots=True)
class Joining:
    """A passage that was put into a story: of which dispatch (its row and day), and where in it."""

    seq: int
    day: int
    span: Span
    story: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What a note of correction changes: where the note (its row) gives what is right, and where
    the dispatch that it corrects has what is wrong.
    """

    note: int
    right: Span
    victim: int
    wrong: Span


def place(connection: Connection, new: Incoming, seq: int, put: Placed) -> list[Joining]:
    """Put a new dispatch's passages into their stories, and those that waited for what it tells;
    then write down what it is about.
    """
    told = put.told
    if told is None or put.story is None:
        return []
    found = _again(connection, new, seq, put)
    spans = [one.span for one in found]
    fresh = [one for one in told.items if not any(one.span.overlaps(span) for span in spans)]
    own = volumes.newest(connection, [put.story])[put.story]
    gone = list(spans)
    for one in fresh:
        story = plainly_of(connection, one, seq, new.day)
        if story == own:
            continue
        gone.append(one.span)
        name = _keep(connection, seq, one)
        if story:
            _put(connection, name, story, new.learnt)
            found.append(Joining(seq, new.day, one.span, story))
        else:
            _wait(connection, name, new.day, one)
    told = placing.less(new, told, gone)
    if told.bulletin:  # of no matter in particular
        told = replace(told, profile=replace(told.profile, ground={}), rare={})
    placing.write(connection, seq, new.day, told)
    return [*found, *_awaited(connection, new, seq, told.profile)]


def _keep(connection: Connection, seq: int, one: Passage) -> int:
    row = {"seq": seq, "start": one.span.start, "stop": one.span.end, "body": codec.pack(one)}
    return int(connection.execute(_KEEP, row).scalar_one())


def _put(connection: Connection, name: int, story: str, at: int) -> None:
    row = {"passage": name, "story": story, "at": at, "by": "rule:passage"}
    add(connection, placement, [row])


def _wait(connection: Connection, name: int, day: int, one: Passage) -> None:
    """Write down by what a passage may be found when its story begins."""
    best = list(choosing.indexed(one.profile.weights).items())[:_INDEXED]
    rows = [
        {"term": term, "day": day, "seq": name, "weight": round(weight * 1000)}
        for term, weight in best
    ]
    add(connection, passage_posting, rows)


def _awaited(connection: Connection, new: Incoming, seq: int, told: Profile) -> list[Joining]:
    """Passages of earlier dispatches that are of a story that has become plain by this one."""
    terms = choosing.indexed(told.weights)
    names = sharing(connection, terms, new.day, _LATEST, passage_posting)
    rows = [r for r in among(connection, _WAITING, passage.c.id, names) if r.seq != seq]
    waiting = [(row, codec.unpack(Passage, row.body)) for row in rows]
    likes = {row.id: choosing.likeness(one.profile, told) for row, one in waiting}
    near = sorted((pair for pair in waiting if likes[pair[0].id] >= _LIKE),
                  key=lambda pair: (-likes[pair[0].id], pair[0].id))[:_WEIGHED]  # fmt: skip
    found = []
    for row, one in near:
        story = plainly_of(connection, one, row.seq, row.day)
        there = placed(connection, [row.seq]).get(row.seq)
        if story and there and story != volumes.newest(connection, [there])[there]:
            _put(connection, row.id, story, max(row.learnt, new.learnt))
            found.append(Joining(row.seq, row.day, one.span, story))
    return found


def _again(connection: Connection, new: Incoming, seq: int, put: Placed) -> list[Joining]:
    """The passages of a further version, a copy or a correction: where the first has them."""
    kin = set(put.kin)
    if put.again:
        rows = among(connection, _VERSIONS, dispatch.c.guid, [new.dispatch.guid])
        kin |= {row.seq for row in rows}
    olds = parts.placed(connection, kin - {seq}) if kin else []
    if not olds:
        return []
    rows = among(connection, _BODIES, dispatch.c.seq, {old.seq for old in olds})
    texts = {row.seq: codec.unpack(Dispatch, row.body).text for row in rows}
    now = homes(connection, {old.story for old in olds})
    found = []
    for span in passages.paragraphs(new.reading.sentences):
        words = _words(new.dispatch.text, span)
        if len(words) < _FEWEST:
            continue
        share, story = max(
            (len(words & _words(texts[old.seq], old.span)) / len(words), now[old.story])
            for old in olds
        )
        if share >= _SAME and story != put.story:
            name = _keep(connection, seq, _unweighed(span))
            _put(connection, name, story, new.learnt)
            found.append(Joining(seq, new.day, span, story))
    return found


def _words(text: str, span: Span) -> set[str]:
    return set(_WORD.findall(plain(text[span.start : span.end])))


def _unweighed(span: Span) -> Passage:
    """A passage whose story is known without being weighed."""
    return Passage(span, Profile({}, {}, {}, ""), {})


def noted(connection: Connection, changed: Iterable[Changed]) -> list[Joining]:
    """Put what notes of correction say into the stories of the passages that they put right."""
    some = list(dict.fromkeys(changed))
    olds = parts.placed(connection, {one.victim for one in some}) if some else []
    now = homes(connection, {old.story for old in olds})
    rows = among(connection, _GIVEN, dispatch.c.seq, {one.note for one in some}) if olds else []
    given = {row.seq: row for row in rows}
    found = []
    for one in some:
        for old in olds:
            if old.seq == one.victim and old.span.contains(one.wrong):
                row = given[one.note]
                name = _keep(connection, one.note, _unweighed(one.right))
                _put(connection, name, now[old.story], row.learnt)
                found.append(Joining(one.note, row.day, one.right, now[old.story]))
    return found
