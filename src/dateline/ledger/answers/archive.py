"""Reading a story back as it was known at a time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dateline.ledger.answers import claims, notices
from dateline.ledger.answers.called import judged_again
from dateline.ledger.answers.cutting import cut
from dateline.ledger.answers.items import items
from dateline.ledger.answers.origins import shared_origins
from dateline.ledger.answers.states import SHOWN, states
from dateline.ledger.orders.standing import Item, Standing
from dateline.ledger.speakers.roster import renamed
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import (
    alias,
    assertion,
    dispatch,
    effect,
    judgement,
    reading,
)
from dateline.ledger.stories.homes import home
from dateline.ledger.stories.parts import Part, parts
from dateline.ledger.verdicts import revision
from dateline.records import Assertion, Claim, Dispatch, Filed, Judgement, Notice, Reading

_HIDDEN = Standing("killed", 0)
_LAST = 2**62
"""Later than any time: a verdict on a correction comes with the correction itself."""

_CORRECTED = "Withdrawn by a correction."
_GONE = {
    "killed": "Killed by the agency.",
    "held": "Held at the agency's request.",
    "expired": "Its licence has expired.",
    "replaced": "The new version no longer says it.",
}


@dataclass(frozen=True, slots=True)
class Times:
    """The two times of a question, in microseconds: what was known, and the present."""

    as_of: int
    now: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A story's items and, by sequence number, the state of each version known at a time, and how
    much of it is in the story.
    """

    story: str
    items: dict[str, Item]
    states: dict[int, Standing]
    guids: dict[int, str]
    parts: dict[int, Part]

    def current(self) -> list[int]:
        """Versions that the public may see."""
        return [seq for seq, s in self.states.items() if s.state == "current"]

    def seqs(self, guid: str) -> set[int]:
        """The versions of an item."""
        return {t.seq for t in self.items[guid].transmissions}


def folder(connection: Connection, story: str, times: Times) -> Folder:
    """The items of a story with their states; of one merged away, those of the whole."""
    story = home(connection, story, times.as_of)
    held = parts(connection, story, times.as_of)
    query = select(dispatch.c.seq, dispatch.c.guid)
    guids = {row.seq: row.guid for row in among(connection, query, dispatch.c.seq, held)}
    found = items(connection, guids.values())
    known = states(connection, found, as_of=times.as_of, now=times.now)
    here = {
        t.seq: known[guid][t.version]
        for guid, item in found.items()
        for t in item.transmissions
        if t.version in known[guid] and t.seq in guids
    }
    return Folder(story, found, here, guids, held)


def filed(connection: Connection, folder: Folder, seqs: Iterable[int]) -> tuple[Filed, ...]:
    """Dispatches of a story with their readings, oldest first, as far as they are in it."""
    cuts = (cut(one, folder.parts[seq]) for seq, one in whole(connection, seqs))
    return tuple(one for one in cuts if one is not None)


def whole(connection: Connection, seqs: Iterable[int]) -> list[tuple[int, Filed]]:
    """Dispatches with their readings, oldest first, by sequence number."""
    query = select(
        dispatch.c.seq, dispatch.c.body, reading.c.body.label("read"), dispatch.c.learnt
    ).join(reading, reading.c.seq == dispatch.c.seq)
    found = [
        (row.learnt, row.seq, codec.unpack(Dispatch, row.body), codec.unpack(Reading, row.read))
        for row in among(connection, query, dispatch.c.seq, seqs)
    ]
    found.sort(key=lambda f: (_age(f[2], f[0]), f[2].guid, f[2].version))
    return [(seq, Filed(d, r)) for _, seq, d, r in found]


def _age(one: Dispatch, learnt: int) -> int:
    return codec.stamp(one.issued) if one.issued else learnt


def asserted(
    connection: Connection, folder: Folder, seqs: Iterable[int]
) -> dict[int, list[Assertion]]:
    """Assertions of a story by dispatch, in text order."""
    query = select(assertion.c.seq, assertion.c.body)
    found: dict[int, list[Assertion]] = {}
    for row in among(connection, query, assertion.c.seq, seqs):
        one = codec.unpack(Assertion, row.body)
        if folder.parts[row.seq].has(one.span):
            found.setdefault(row.seq, []).append(one)
    for some in found.values():
        some.sort(key=lambda a: (a.span, a.id))
    return found


def judged(connection: Connection, names: set[str], as_of: int) -> tuple[Judgement, ...]:
    """Verdicts that held at a time between any two of some assertions."""
    c = judgement.c
    query = select(c.id, c.a, c.b, c.verdict, c.reason, c.by, c.at, c.origin, c.undoes)
    mine = {r.id: r for r in among(connection, query, c.a, names)}
    lost = among(connection, query.where(c.verdict == "withdraws"), c.b, names)
    mine |= {r.id: r for r in lost}  # a correction holds even if it is itself killed later
    rows = [r for r in mine.values() if r.b in names and r.at <= as_of]
    undone = frozenset(r.undoes for r in rows if r.undoes)
    found = [
        Judgement(r.id, r.a, r.b, r.verdict, r.reason, r.by, codec.moment(r.at), r.origin)
        for r in rows
        if not r.undoes
    ]
    return claims.effective(found, undone)


def standing_assertions(
    connection: Connection, folder: Folder, judgements: Iterable[Judgement],
    found: dict[int, list[Assertion]], *, withdrawn: bool,
) -> list[Assertion]:  # fmt: skip
    """Assertions with when and why they were withdrawn, if they were.

    ``withdrawn``: also those of versions that are killed, held or replaced, unless a current
    version carries them on. Nothing of what is not public yet.
    """
    notes = {j.b: j for j in judgements if j.verdict == "withdraws"}
    origins = shared_origins(connection, folder.states, found)
    shown = (s for s, state in folder.states.items() if state.state in SHOWN)
    public = {a.id for seq in shown for a in found.get(seq, ())}
    kept: list[Assertion] = []
    for seq, state in sorted(folder.states.items()):
        mine = [
            replace(a, origin=origins[a.id]) if a.id in origins else a for a in found.get(seq, ())
        ]
        if state.state == "current":
            kept += [_noted(a, notes.get(a.id), public) for a in mine]
        elif withdrawn and state.state in _GONE:
            new = found.get(state.by or -1, []) if state.state == "replaced" else []
            lost = [a for a in mine if not any(revision.carried(a, n) for n in new)]
            kept += [_gone(a, state) for a in lost]
    return kept


def _noted(a: Assertion, by: Judgement | None, public: set[str]) -> Assertion:
    """Withdrawn, with the reason; a correction that may itself not be shown is not quoted."""
    if by is None:
        return a
    return replace(a, withdrawn=by.at, reason=by.reason if by.a in public else _CORRECTED)


def _gone(a: Assertion, state: Standing) -> Assertion:
    return replace(a, withdrawn=codec.moment(state.at), reason=_GONE[state.state])


def claims_of(
    connection: Connection, folder: Folder, times: Times, *, withdrawn: bool
) -> tuple[Claim, ...]:
    """The claims of a story at a time; with ``withdrawn`` those too that no longer stand, and
    the statuses that each has had.
    """
    wanted = folder.states if withdrawn else folder.current()
    found = asserted(connection, folder, wanted)
    names = {a.id for some in found.values() for a in some}
    verdicts = judged(connection, names, times.as_of)
    known = aliases(connection, times.as_of)
    kept = standing_assertions(connection, folder, verdicts, found, withdrawn=withdrawn)
    kept = [renamed(a, known) for a in kept]
    inside = judged_again(verdicts, kept, known)
    made = claims.claims(folder.story, kept, inside)
    return claims.with_history(made, kept, inside) if withdrawn else made


def claims_at(connection: Connection, story: str, times: Times) -> tuple[Claim, ...]:
    """The claims of a story at a time, those that no longer stand among them."""
    return claims_of(connection, folder(connection, story, times), times, withdrawn=True)


def aliases(connection: Connection, as_of: int) -> dict[str, str]:
    """What names stand for by an editor's word at a time, by the name's key."""
    query = select(alias.c.name, alias.c.actor).where(alias.c.at <= as_of).order_by(alias.c.row)
    found = {row.name: row.actor for row in connection.execute(query)}
    return {name: actor for name, actor in found.items() if actor is not None}


def told(connection: Connection, folder: Folder, times: Times) -> tuple[Notice, ...]:
    """Notices of what corrections, kills, holds and releases did in a story: none of a correction
    that may itself not be shown, or that is of what may not. Of a dispatch that is only partly in
    it, only what was corrected there.
    """
    query = select(effect, dispatch.c.body).join(dispatch, dispatch.c.seq == effect.c.seq)
    rows = [(r, codec.unpack(Dispatch, r.body))
            for r in among(connection, query, effect.c.guid, folder.items)
            if r.at <= times.as_of]  # fmt: skip
    rows.sort(key=lambda two: (two[0].at, two[0].seq, two[0].guid))
    named = {name for r, order in rows for name in (r.guid, order.guid)}
    public = _public(connection, named, times)
    partial = {folder.guids[seq] for seq, part in folder.parts.items() if not part.whole}
    found = []
    for row, order in rows:
        changed: tuple[tuple[Assertion, Assertion], ...] = ()
        partly = row.kind == "correction" and row.guid in partial
        if row.kind == "correction":
            if row.seq not in public or not public & folder.seqs(row.guid):
                continue
            changed = _corrected(connection, folder, order, row.guid)
        if changed or not partly:
            found.append(notices.notice(row.kind, order, row.guid, row.at, changed, partly=partly))
    return tuple(dict.fromkeys(found))


def _public(connection: Connection, guids: set[str], times: Times) -> set[int]:
    """The versions of some items that the public may see, or might if no newer one had come."""
    known = items(connection, guids)
    found = states(connection, known, as_of=times.as_of, now=times.now)
    return {
        t.seq
        for guid, item in known.items()
        for t in item.transmissions
        if t.version in found[guid] and found[guid][t.version].state in SHOWN
    }


def _corrected(
    connection: Connection, folder: Folder, order: Dispatch, guid: str
) -> tuple[tuple[Assertion, Assertion], ...]:
    """What a correction changed, as far as neither side has been killed or held since."""
    shown = {
        t.seq
        for name in {guid, order.guid}
        for t in folder.items.get(name, Item(())).transmissions
        if folder.states.get(t.seq, _HIDDEN).state in SHOWN
    }
    by_id = {a.id: a for mine in asserted(connection, folder, shown).values() for a in mine}
    verdicts = judged(connection, set(by_id), _LAST)
    return notices.corrected(verdicts, by_id, order, guid)
