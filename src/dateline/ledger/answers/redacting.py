"""The one list of what no public output may show."""

from sqlalchemy import Connection, select

from dateline.ledger.answers.archive import Times
from dateline.ledger.answers.items import items
from dateline.ledger.orders.standing import Item, standings
from dateline.ledger.storage.schema import dispatch, effect, suppression
from dateline.records import Redaction

_BARRED = ("killed", "held", "withheld", "embargoed", "suppressed")


def redactions(connection: Connection, times: Times) -> tuple[Redaction, ...]:
    """Versions that are killed, held, withheld, embargoed or suppressed, by guid and version.

    Looks only at items that something of the kind ever happened to.
    """
    found: list[Redaction] = []
    for guid, item in sorted(items(connection, _suspects(connection)).items()):
        found += _of_item(guid, item, times)
    return tuple(found)


def _suspects(connection: Connection) -> set[str]:
    watched = select(dispatch.c.guid).where(dispatch.c.watched)
    ordered = select(effect.c.guid).where(effect.c.kind.in_(("kill", "hold")))
    chosen = select(suppression.c.guid)
    return {g for query in (watched, ordered, chosen) for g in connection.execute(query).scalars()}


def _of_item(guid: str, item: Item, times: Times) -> list[Redaction]:
    """One entry for the whole item if all its versions are barred for one reason."""
    latest = max(times.as_of, *(t.learnt for t in item.transmissions), 0)
    now = {v: s.state for v, s in standings(item, as_of=times.as_of, now=times.now).items()}
    ever = standings(item, as_of=latest, now=min(times.as_of, times.now))
    states = {v: s.state for v, s in ever.items()} | now
    barred = {v: s for v, s in states.items() if s in _BARRED}
    reasons = set(barred.values())
    if barred and len(barred) == len(states) and len(reasons) == 1:
        return [Redaction(guid, None, reasons.pop())]
    return [Redaction(guid, v, why) for v, why in sorted(barred.items())]
