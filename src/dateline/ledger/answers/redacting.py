"""The one list of what no public output may show."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from dateline.ledger.answers.archive import Times
from dateline.ledger.answers.items import items
from dateline.ledger.answers.states import states
from dateline.ledger.orders.standing import Standing
from dateline.ledger.storage.schema import dispatch, effect, suppression
from dateline.records import Redaction

_BARRED = ("killed", "held", "withheld", "embargoed", "suppressed")


def redactions(connection: Connection, times: Times) -> tuple[Redaction, ...]:
    """Versions that are killed, held, withheld, embargoed or suppressed, by guid and version.

    Looks only at items that something of the kind ever happened to.
    """
    known = items(connection, _suspects(connection))
    latest = max((t.learnt for item in known.values() for t in item.transmissions), default=0)
    now = states(connection, known, as_of=times.as_of, now=times.now)
    ever = states(
        connection, known, as_of=max(times.as_of, latest), now=min(times.as_of, times.now)
    )
    return tuple(one for guid in sorted(known) for one in _of_item(guid, ever[guid] | now[guid]))


def _suspects(connection: Connection) -> set[str]:
    watched = select(dispatch.c.guid).where(dispatch.c.watched)
    ordered = select(effect.c.guid).where(effect.c.kind.in_(("kill", "hold")))
    chosen = select(suppression.c.guid)
    return {g for query in (watched, ordered, chosen) for g in connection.execute(query).scalars()}


def _of_item(guid: str, states: Mapping[int, Standing]) -> list[Redaction]:
    """One entry for the whole item if all its versions are barred for one reason."""
    barred = {v: s.state for v, s in states.items() if s.state in _BARRED}
    reasons = set(barred.values())
    if barred and len(barred) == len(states) and len(reasons) == 1:
        return [Redaction(guid, None, reasons.pop())]
    return [Redaction(guid, v, why) for v, why in sorted(barred.items())]
