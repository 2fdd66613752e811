"""The state of items as the public may see them, notes of correction along with what they mend."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from dateline.ledger.answers.items import items
from dateline.ledger.orders.standing import Item, Standing, standings
from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import dispatch, effect

SHOWN = ("current", "replaced")

_MENDED = (
    select(effect.c.guid, dispatch.c.guid.label("note"))
    .join(dispatch, dispatch.c.seq == effect.c.seq)
    .where(effect.c.kind == "correction", dispatch.c.beside, effect.c.guid != dispatch.c.guid)
)


def states(
    connection: Connection, known: Mapping[str, Item], *, as_of: int, now: int
) -> dict[str, dict[int, Standing]]:
    """The state of each version of some items, by guid and version.

    A note that mends another item repeats some of it, so that it is kept back with that.
    """
    found = {guid: standings(item, as_of=as_of, now=now) for guid, item in known.items()}
    mended = _mended(connection, known)
    others = items(connection, {g for some in mended.values() for g in some} - known.keys())
    kept = found | {g: standings(item, as_of=as_of, now=now) for g, item in others.items()}
    for note, some in mended.items():
        barred = [bar for guid in sorted(some) if (bar := _barred(kept[guid]))]
        if barred:
            found[note] = {
                version: barred[0] if one.state in SHOWN else one
                for version, one in found[note].items()
            }
    return found


def _mended(connection: Connection, guids: Iterable[str]) -> dict[str, set[str]]:
    """What some notes of correction mend, by the guid of the note."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in among(connection, _MENDED, dispatch.c.guid, guids):
        found[row.note].add(row.guid)
    return found


def _barred(versions: Mapping[int, Standing]) -> Standing | None:
    """Why nothing of an item may be shown; null if something may, or nothing of it has come."""
    some = [versions[v] for v in sorted(versions) if versions[v].state != "order"]
    shown = not some or any(one.state in SHOWN for one in some)
    return None if shown else some[-1]
