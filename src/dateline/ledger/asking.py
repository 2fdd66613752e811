"""What the ledger is asked: stories, dossiers, claims, actors, notices, redactions."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Engine, func, select

from dateline.ledger.answers import archive, listing, notices, redacting, since, touched
from dateline.ledger.answers.archive import Times
from dateline.ledger.answers.control import controls
from dateline.ledger.speakers.roster import roster
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import (
    alias,
    assertion,
    dispatch,
    effect,
    judgement,
    member,
    order,
    passage,
    placement,
    reading,
    regrouping,
    suppression,
)
from dateline.ledger.stories import parts, volumes
from dateline.ledger.stories.homes import homes, moved
from dateline.ledger.stories.threads import threads
from dateline.records import (
    Actor,
    Claim,
    Dispatch,
    Dossier,
    Excerpt,
    Filed,
    Notice,
    Redaction,
    Reference,
    Story,
)

_LAST = 2**62
"""Later than any time: everything that the ledger knows."""


class Asking:
    """Questions to a ledger. Times are aware; ``as_of=None`` asks for everything known."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def stories(self, as_of: datetime | None = None) -> tuple[Story, ...]:
        """Every story with its dispatches (guids), oldest first, without threads."""
        at = _stamp(as_of)
        query = (
            select(member.c.seq, member.c.story, dispatch.c.guid, dispatch.c.issued,
                   dispatch.c.learnt)
            .join(dispatch, dispatch.c.seq == member.c.seq)
            .where(member.c.at <= at)
            .order_by(member.c.row)
        )  # fmt: skip
        with self._engine.connect() as connection:
            rows = {row.seq: row for row in connection.execute(query)}
            placed = parts.every_placed(connection, at)
            versions = _versions(connection, {one.seq for one in placed})
            names = {row.story for row in rows.values()} | {one.story for one in placed}
            now = homes(connection, names, at)
        found: dict[str, list[tuple[int, str]]] = {}
        excerpts: dict[str, list[Excerpt]] = {}
        for one in placed:
            there = now[one.story]
            if one.seq not in rows or now[rows[one.seq].story] != there:
                found.setdefault(there, [])
                excerpts.setdefault(there, []).append(Excerpt(*versions[one.seq], one.span))
        for row in rows.values():
            when = row.issued if row.issued is not None else row.learnt
            found.setdefault(now[row.story], []).append((when, row.guid))
        made = (
            replace(_story(name, sorted(some)), excerpts=_in_order(excerpts.get(name, ())))
            for name, some in found.items()
        )
        return tuple(sorted(made, key=lambda s: (s.begun, s.id)))

    def touched(
        self, *, as_of: datetime, now: datetime
    ) -> dict[str, tuple[datetime, frozenset[tuple[str, int]]]]:
        """When each story was last touched by anything, and its items' newest versions."""
        with self._engine.connect() as connection:
            found = touched.touched(connection, Times(codec.stamp(as_of), codec.stamp(now)))
        return {
            story: (codec.moment(one.at), frozenset(one.items.items()))
            for story, one in found.items()
        }

    def dossier(self, story: str, *, as_of: datetime, now: datetime) -> Dossier:
        """All that a report on a story may use, as known at ``as_of``."""
        times = Times(codec.stamp(as_of), codec.stamp(now))
        with self._engine.connect() as connection:
            folder = archive.folder(connection, story, times)
            filed = archive.filed(connection, folder, folder.current())
            found = archive.claims_of(connection, folder, times, withdrawn=False)
            told = archive.told(connection, folder, times)
            known = archive.aliases(connection, times.as_of)
            whole = {folder.guids[seq] for seq, part in folder.parts.items() if not part.inside}
        dates = sorted((_age(f.dispatch, as_of), f.dispatch.guid) for f in filed)
        about = _story(folder.story, [(codec.stamp(at), guid) for at, guid in dates])
        about = replace(about, dispatches=tuple(g for g in about.dispatches if g in whole))
        spoken = [a for claim in found for a in claim.assertions]
        return Dossier(replace(about, threads=threads(filed)), as_of, filed, found, told,
                       controls(found), roster(spoken, known))  # fmt: skip

    def filed(self) -> tuple[Filed, ...]:
        """All dispatches that the public may see, whole, with their readings, oldest first."""
        with self._engine.connect() as connection:
            times = Times(_stamp(None), _latest(connection))
            names = _story_ids(connection, times.as_of, False)
            seqs = {s for n in names for s in archive.folder(connection, n, times).current()}
            return tuple(one for _, one in archive.whole(connection, sorted(seqs)))

    def claims(
        self,
        story: str | None = None,
        *,
        disputed: bool = False,
        as_of: datetime | None = None,
        changes_since: datetime | None = None,
    ) -> tuple[Claim, ...]:
        """Claims with their status, of one story or all, story by story.

        ``disputed``: only those disputed or denied. ``changes_since``: only those of which
        something became after that time, with their ``changes``. Without ``as_of`` embargoes are
        tested against the last time that the ledger learnt of anything.
        """
        with self._engine.connect() as connection:
            known = _stamp(as_of)
            times = Times(known, known if as_of is not None else _latest(connection))
            found: list[Claim] = []
            names = [story] if story else _story_ids(connection, times.as_of, disputed)
            if changes_since is not None:
                names = since.moved(connection, names, times, changes_since)
            for name in names:
                some = archive.claims_at(connection, name, times)
                if changes_since is not None:
                    some = since.changed(connection, some, name, times, changes_since)
                found += some
        if disputed:
            found = [c for c in found if c.status in ("disputed", "denied")]
        return tuple(found)

    def actors(self, story: str, as_of: datetime | None = None) -> tuple[Actor, ...]:
        """Who speaks in a story, each with every form of the name met, by name."""
        spoken = [a for claim in self.claims(story, as_of=as_of) for a in claim.assertions]
        with self._engine.connect() as connection:
            return roster(spoken, archive.aliases(connection, _stamp(as_of)))

    def changes(self, since: datetime) -> tuple[Claim, ...]:
        """Claims that changed after a time."""
        return self.claims(changes_since=since)

    def waiting(self) -> tuple[Notice, ...]:
        """Orders that have found no object yet, oldest first."""
        query = (
            select(order.c.seq, order.c.kind, order.c.body, dispatch.c.body.label("given"),
                   dispatch.c.learnt)
            .join(dispatch, dispatch.c.seq == order.c.seq)
            .outerjoin(effect, (effect.c.seq == order.c.seq)
                       & (effect.c.position == order.c.position))
            .where(effect.c.seq.is_(None))
            .order_by(dispatch.c.learnt, order.c.seq, order.c.position)
        )  # fmt: skip
        own_text = select(effect.c.seq).join(dispatch, dispatch.c.seq == effect.c.seq).where(
            effect.c.kind == "correction", effect.c.guid == dispatch.c.guid
        )  # fmt: skip
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
            met = {r.seq for r in among(connection, own_text, effect.c.seq, {r.seq for r in rows})}
        found = []
        for row in rows:
            given, named = codec.unpack(Dispatch, row.given), codec.unpack(Reference, row.body)
            own = named.guid == given.guid or row.seq in met
            if not own or (row.kind == "kill" and len(given.objects) < 2):
                found.append(notices.waiting(row.kind, given, named.number, row.learnt))
        return tuple(found)

    def redactions(self, *, as_of: datetime, now: datetime) -> tuple[Redaction, ...]:
        """What no public output may show, archived editions included."""
        with self._engine.connect() as connection:
            return redacting.redactions(connection, Times(codec.stamp(as_of), codec.stamp(now)))

    def titles(self, stories: Sequence[str], *, as_of: datetime, now: datetime) -> dict[str, str]:
        """What each story is called, by the first of its dispatches that is public."""
        with self._engine.connect() as connection:
            times = Times(codec.stamp(as_of), codec.stamp(now))
            return listing.titles(connection, stories, times)

    def moved(self, as_of: datetime | None = None) -> dict[str, str]:
        """Stories that were merged away, with the story that each is part of."""
        with self._engine.connect() as connection:
            return moved(connection, _stamp(as_of))

    def sequels(self, as_of: datetime | None = None) -> tuple[tuple[str, str], ...]:
        """Volumes of stories, each with the one that it goes on in."""
        with self._engine.connect() as connection:
            return tuple(volumes.sequels(connection, _stamp(as_of)))

    def latest(self) -> datetime | None:
        """When the ledger last learnt of anything: of a dispatch, of an editor's word, or by
        reading again.
        """
        with self._engine.connect() as connection:
            at = max(_latest(connection), _edited(connection), _reread(connection))
        return codec.moment(at) if at else None


def _latest(connection: Connection) -> int:
    """When the ledger last learnt of anything; 0 if it never did."""
    return int(connection.execute(select(func.max(dispatch.c.learnt))).scalar() or 0)


def _edited(connection: Connection) -> int:
    """When an editor last judged, regrouped, renamed or suppressed anything; 0 if never."""
    kept = (judgement.c.at, regrouping.c.at, alias.c.at, suppression.c.at)
    return max(int(connection.execute(select(func.max(at))).scalar() or 0) for at in kept)


def _reread(connection: Connection) -> int:
    """When a newer reader last went over a dispatch; 0 if none did."""
    return int(connection.execute(select(func.max(reading.c.again))).scalar() or 0)


def _stamp(at: datetime | None) -> int:
    return codec.stamp(at) if at is not None else _LAST


def _age(one: Dispatch, otherwise: datetime) -> datetime:
    return one.issued or one.received or otherwise


def _versions(connection: Connection, seqs: Iterable[int]) -> dict[int, tuple[str, int]]:
    query = select(dispatch.c.seq, dispatch.c.guid, dispatch.c.version)
    rows = among(connection, query, dispatch.c.seq, seqs)
    return {row.seq: (row.guid, row.version) for row in rows}


def _in_order(excerpts: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    return tuple(sorted(excerpts, key=lambda one: (one.guid, one.version, one.span)))


def _story(name: str, dated: list[tuple[int, str]]) -> Story:
    """A story of dated guids, oldest first; a story with nothing in it bears its own date."""
    guids = tuple(dict.fromkeys(guid for _, guid in dated))
    if not dated:
        begun = datetime.fromisoformat(f"{name[:10]}T00:00:00+00:00")
        return Story(name, begun, begun, guids)
    return Story(name, codec.moment(dated[0][0]), codec.moment(dated[-1][0]), guids)


def _story_ids(connection: Connection, as_of: int, disputed: bool) -> list[str]:
    """Stories by name; if only disputes are wanted, those in which anything was contradicted."""
    whole = select(member.c.story).where(member.c.at <= as_of).distinct()
    some = select(placement.c.story).where(placement.c.at <= as_of).distinct()
    if disputed:
        rivals = select(assertion.c.seq).join(judgement, judgement.c.a == assertion.c.id)
        rivals = rivals.where(judgement.c.verdict == "contradicts")
        whole = whole.where(member.c.seq.in_(rivals))
        some = some.join(passage, passage.c.id == placement.c.passage)
        some = some.where(passage.c.seq.in_(rivals))
    names = [name for query in (whole, some) for name in connection.execute(query).scalars()]
    return sorted(set(homes(connection, names, as_of).values()))
