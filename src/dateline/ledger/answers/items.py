"""Loading what is known of items, as ``standing`` wants it."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, select

from dateline.ledger.orders import targets
from dateline.ledger.orders.standing import Effect, Item, Suppression, Transmission
from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import dispatch, effect, suppression


def items(connection: Connection, guids: Iterable[str]) -> dict[str, Item]:
    """Every version of some items, with the orders and suppressions that concern them."""
    wanted = sorted(set(guids))
    versions = _versions(connection, wanted)
    effects = _effects(connection, wanted)
    kept = _suppressions(connection, wanted)
    return {
        guid: Item(tuple(versions[guid]), tuple(effects[guid]), tuple(kept[guid]))
        for guid in wanted
    }


def _versions(connection: Connection, guids: list[str]) -> dict[str, list[Transmission]]:
    c = dispatch.c
    query = select(c.seq, c.guid, c.version, c.signal, c.tells, c.status, c.issued, c.learnt,
                   c.embargo, c.expires)  # fmt: skip
    found: dict[str, list[Transmission]] = defaultdict(list)
    for row in among(connection, query, c.guid, guids):
        found[row.guid].append(Transmission(**row._mapping))
    for some in found.values():
        some.sort(key=lambda t: t.version)
    return found


def _effects(connection: Connection, guids: list[str]) -> dict[str, list[Effect]]:
    c = dispatch.c
    query = select(effect, c.guid.label("giver"), c.version, c.issued, c.learnt, c.embargo)
    query = query.join(dispatch, c.seq == effect.c.seq)
    found: dict[str, list[Effect]] = defaultdict(list)
    for row in among(connection, query, effect.c.guid, guids):
        own = row.version if row.giver == row.guid else None
        if row.echo:
            own = targets.echoed(row.position)
        given = row.issued if row.issued is not None else row.learnt
        moves = row.kind in ("hold", "release") and own is None
        until = row.embargo if moves else None
        found[row.guid].append(
            Effect(row.seq, row.kind, row.at, given, row.whole, own, row.echo, until)
        )
    for some in found.values():
        some.sort(key=lambda e: (e.at, e.seq))
    return found


def _suppressions(connection: Connection, guids: list[str]) -> dict[str, list[Suppression]]:
    query = select(suppression).order_by(suppression.c.row)
    found: dict[str, list[Suppression]] = defaultdict(list)
    for row in among(connection, query, suppression.c.guid, guids):
        found[row.guid].append(Suppression(row.version, row.lifted, row.at))
    return found
