"""Loading what is known of items, as ``standing`` wants it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, select

from dateline.ledger.orders import targets
from dateline.ledger.orders.standing import Effect, Item, Suppression, Transmission, in_order
from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import dispatch, effect, suppression

_GIVEN = select(
    effect, dispatch.c.guid.label("giver"), dispatch.c.version, dispatch.c.issued,
    dispatch.c.learnt, dispatch.c.embargo,
).join(dispatch, dispatch.c.seq == effect.c.seq)  # fmt: skip
_order = dispatch.alias()
_MET = (
    select(effect.c.seq, effect.c.position)
    .join(dispatch, dispatch.c.guid == effect.c.guid)
    .join(_order, _order.c.seq == effect.c.seq)
    .where(~effect.c.echo, dispatch.c.tells, dispatch.c.issued <= _order.c.issued)
)


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
                   c.embargo, c.expires, c.declared, c.numbered, c.beside)  # fmt: skip
    found: dict[str, list[Transmission]] = defaultdict(list)
    for row in among(connection, query, c.guid, guids):
        found[row.guid].append(Transmission(**row._mapping))
    for guid, some in found.items():
        found[guid] = in_order(some)
    return found


def _effects(connection: Connection, guids: list[str]) -> dict[str, list[Effect]]:
    found: dict[str, list[Effect]] = defaultdict(list)
    rows = among(connection, _GIVEN, effect.c.guid, guids)
    met = _met(connection, {row.seq for row in rows if row.kind == "kill" and not row.echo})
    for row in rows:
        found[row.guid].append(_effect(row, met=(row.seq, row.position) in met))
    for some in found.values():
        some.sort(key=lambda e: (e.at, e.seq))
    return found


def _effect(row: Row[Any], *, met: bool) -> Effect:
    own = row.version if row.giver == row.guid else None
    if row.echo:
        own = targets.echoed(row.position)
    given = row.issued if row.issued is not None else row.learnt
    until = row.embargo if row.kind in ("hold", "release") and own is None else None
    return Effect(row.seq, row.kind, row.at, given, row.whole, own, row.echo, until=until, met=met)


def _met(connection: Connection, seqs: set[int]) -> set[tuple[int, int]]:
    """Of some orders the objects, by position, that mean an item sent no later than the order."""
    return {(row.seq, row.position) for row in among(connection, _MET, effect.c.seq, seqs)}


def _suppressions(connection: Connection, guids: list[str]) -> dict[str, list[Suppression]]:
    query = select(suppression).order_by(suppression.c.row)
    found: dict[str, list[Suppression]] = defaultdict(list)
    for row in among(connection, query, suppression.c.guid, guids):
        found[row.guid].append(Suppression(row.version, row.lifted, row.at))
    return found
