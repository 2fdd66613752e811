"""Finding the objects of an order, and the orders that wait for a new dispatch."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from dateline.ledger.asserted import emendations
from dateline.ledger.filing import copies
from dateline.ledger.filing.intake import Incoming
from dateline.ledger.orders import targets
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import add, add_new, among
from dateline.ledger.storage.schema import dispatch, effect, handle, order, order_key
from dateline.records import Dispatch, Reference

_NAMED = (
    select(dispatch.c.seq, dispatch.c.body)
    .join(handle, handle.c.seq == dispatch.c.seq)
    .where(handle.c.day.between(bindparam("first"), bindparam("last")))
)
_ORDERS = (
    select(order.c.seq, order.c.position, order.c.kind, order.c.body, dispatch.c.learnt,
           dispatch.c.body.label("given"))
    .join(order_key, (order_key.c.seq == order.c.seq)
          & (order_key.c.position == order.c.position))
    .join(dispatch, dispatch.c.seq == order.c.seq)
    .where(order_key.c.day.between(bindparam("first"), bindparam("last")))
)  # fmt: skip

_WHOLE = 0.5
"""A correction that repeats at least this share of its object's text is the text itself, corrected;
one that repeats less is a note about it.
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """An order that concerns a dispatch. ``seq`` is the other side: the object of a new order, or
    the order that a new dispatch is the object of. ``own``: both are versions of one item.
    """

    kind: str
    seq: int
    guid: str
    whole: bool
    ordered: bool
    own: bool


def match(connection: Connection, new: Incoming, seq: int) -> list[Hit]:
    """Write down what a new transmission orders, and every effect that follows from it."""
    hits = _as_object(connection, new, seq)
    for position, reference in enumerate(_named(new.dispatch)):
        _keep_order(connection, new, seq, position, reference)
        hits += _as_order(connection, new, seq, position, reference)
    return hits


def matched(connection: Connection, new: Incoming, seq: int) -> list[Hit]:
    """The hits of a transmission that was matched when it came in; effects are written once."""
    hits = _as_object(connection, new, seq)
    for position, reference in enumerate(_named(new.dispatch)):
        hits += _as_order(connection, new, seq, position, reference)
    return hits


def _named(one: Dispatch) -> tuple[Reference, ...]:
    """The objects of an order. A note of correction may be of its own item, and call it by number
    or slug.
    """
    named, own = targets.named(one), Reference(guid=one.guid)
    return (*named, own) if own not in named and emendations.is_note(one) else named


def _kind(one: Dispatch) -> str:
    return "kill" if one.status == "canceled" else one.signal


def _keep_order(
    connection: Connection, new: Incoming, seq: int, position: int, reference: Reference
) -> None:
    """Write down an order, and what its object may be found by."""
    kind, one = _kind(new.dispatch), new.dispatch
    place = {"seq": seq, "position": position}
    add(connection, order, [{**place, "kind": kind, "body": codec.pack(reference)}])
    keys = [
        {**place, "key": key, "day": targets.filed_under(one, key)}
        for key in targets.sought(one, reference)
    ]
    add(connection, order_key, keys)


def _as_order(
    connection: Connection, new: Incoming, seq: int, position: int, reference: Reference
) -> list[Hit]:
    """The objects of an order that have come in, with the effect on each."""
    kind, one = _kind(new.dispatch), new.dispatch
    place = {"seq": seq, "position": position}
    rows = {
        row.seq: row
        for where in targets.objects_of(one, reference)
        for row in among(connection, _NAMED, handle.c.key, where.keys, **_days(where))
    }
    hits = []
    effects = []
    for row in rows.values():
        victim = codec.unpack(Dispatch, row.body)
        if row.seq != seq and targets.concerns(new.dispatch, reference, victim):
            whole = _whole(new.dispatch, victim)
            hits.append(
                Hit(kind, row.seq, victim.guid, whole, True, victim.guid == new.dispatch.guid)
            )
            effects.append(_effect(place, kind, victim.guid, whole, new.learnt))
    add_new(connection, effect, _once(effects))
    return hits


def _as_object(connection: Connection, new: Incoming, seq: int) -> list[Hit]:
    """Orders that came before, and mean this dispatch."""
    found = {
        (row.seq, row.position): row
        for where in targets.orders_for(new.dispatch)
        for row in among(connection, _ORDERS, order_key.c.key, where.keys, **_days(where))
    }
    hits = []
    effects = []
    for row in found.values():
        given, reference = codec.unpack(Dispatch, row.given), codec.unpack(Reference, row.body)
        if row.seq != seq and targets.concerns(given, reference, new.dispatch):
            whole = _whole(given, new.dispatch)
            own = given.guid == new.dispatch.guid
            hits.append(Hit(row.kind, row.seq, new.dispatch.guid, whole, False, own))
            place = {"seq": row.seq, "position": row.position}
            effects.append(_effect(place, row.kind, new.dispatch.guid, whole, row.learnt))
    add_new(connection, effect, _once(effects))
    return hits


def _days(where: targets.Sought) -> dict[str, int]:
    return {"first": where.first, "last": where.last}


def _effect(place: dict[str, int], kind: str, guid: str, whole: bool, at: int) -> dict[str, object]:
    return {**place, "guid": guid, "kind": kind, "whole": whole, "at": at}


def _once(effects: Iterable[dict[str, object]]) -> list[dict[str, object]]:
    """One row an order, object and guid: several versions of an item share it."""
    return list({(e["seq"], e["position"], e["guid"]): e for e in effects}.values())


def _whole(given: Dispatch, victim: Dispatch) -> bool:
    return (
        given.signal == "correction"
        and given.guid != victim.guid
        and copies.holds(given.text, victim.text) >= _WHOLE
    )
