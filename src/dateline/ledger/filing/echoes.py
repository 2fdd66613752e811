"""Text that was killed and is sent again, before or after: the kill reaches it too.

An editor who was told to kill a text would not print it from a repeat, whole or cut shorter. A
substitute, which no longer says all of it, is another matter; so are another agency's text, unless
it names the first as its source, and the kill of a duplicate.
"""

import re
from collections.abc import Iterable

from sqlalchemy import Connection, Row, bindparam, or_, select

from dateline.ledger.asserted import wording
from dateline.ledger.filing import copies
from dateline.ledger.filing.intake import Incoming
from dateline.ledger.filing.matching import Hit
from dateline.ledger.orders import targets
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import add_new, among
from dateline.ledger.storage.schema import copy, dispatch, effect
from dateline.records import Dispatch

_REPEATED = 0.95
"""Share of the killed text's phrases from which a text says it all again."""

_DUPLICATE = re.compile(r"\b(duplicat\w*|sent twice|doublon)\b", re.I)

_TWINS = select(copy.c.seq, copy.c.other).where(
    or_(copy.c.seq == bindparam("seq"), copy.c.other == bindparam("seq"))
)
_GUIDS = select(dispatch.c.seq, dispatch.c.guid)
_BODIES = select(dispatch.c.seq, dispatch.c.learnt, dispatch.c.body)
_KILLS = select(effect.c.seq, effect.c.position, effect.c.guid, effect.c.at).where(
    effect.c.kind == "kill", ~effect.c.echo
)


def spread(connection: Connection, new: Incoming, seq: int, hits: Iterable[Hit]) -> list[int]:
    """Write down which kills reach a repeat, now that a transmission has come in; the repeats'
    sequence numbers.
    """
    killed = [hit.seq for hit in hits if hit.kind == "kill" and hit.ordered]
    touched = [*killed, seq] if new.tells else killed
    twins = {one: _twins(connection, one) for one in touched}
    if not any(twins.values()):
        return []
    seqs = {*touched, *(other for some in twins.values() for other in some)}
    guids = among(connection, _GUIDS, dispatch.c.seq, seqs)
    kills = among(connection, _KILLS, effect.c.guid, {row.guid for row in guids})
    if not kills:
        return []
    rows = among(connection, _BODIES, dispatch.c.seq, seqs)
    bodies = {row.seq: codec.unpack(Dispatch, row.body) for row in rows}
    givers = among(connection, _BODIES, dispatch.c.seq, {kill.seq for kill in kills})
    given = {row.seq: codec.unpack(Dispatch, row.body) for row in givers}
    learnt = {row.seq: row.learnt for row in (*rows, *givers)}
    found: dict[int, list[dict[str, object]]] = {}
    for victim, repeat in {(a, b) for one, some in twins.items() for other in some
                           for a, b in ((one, other), (other, one))}:  # fmt: skip
        for kill in kills:
            if _reaches(kill, given[kill.seq], bodies[victim], bodies[repeat]):
                at = max(learnt[one] for one in (kill.seq, victim, repeat))  # in any order
                found.setdefault(repeat, []).append(_echo(kill, bodies[repeat], at))
    add_new(connection, effect, [row for rows in found.values() for row in rows])
    return sorted(found)


def _twins(connection: Connection, seq: int) -> set[int]:
    """Dispatches of nearly the same text."""
    rows = connection.execute(_TWINS, {"seq": seq})
    return {number for row in rows for number in (row.seq, row.other)} - {seq}


def _reaches(kill: Row[tuple[int, int, str, int]], given: Dispatch, victim: Dispatch,
             repeat: Dispatch) -> bool:  # fmt: skip
    """True if a kill of one dispatch is meant for another too, as far as the words tell."""
    if kill.guid != victim.guid or _DUPLICATE.search(f"{given.text} {given.note or ''}"):
        return False
    if victim.guid == repeat.guid and not _after(repeat, given):
        return False  # killed already, as a version of the same item
    return (
        not _after(victim, given)
        and (targets.one_agency(given.agency, repeat.agency) or _credits(repeat, given.agency))
        and (_says_again(repeat, victim) or _shortens(repeat, victim, given))
    )


def _after(one: Dispatch, given: Dispatch) -> bool:
    return bool(one.issued and given.issued and one.issued > given.issued)


def _credits(repeat: Dispatch, agency: str | None) -> bool:
    """True if another agency's text says that it has it from this one."""
    return bool(agency) and re.search(rf"(?i)\b{re.escape(str(agency))}\b", repeat.text) is not None


def _says_again(repeat: Dispatch, victim: Dispatch) -> bool:
    if not wording.numbers(victim.text) <= wording.numbers(repeat.text):
        return False
    return copies.holds(repeat.text, victim.text) >= _REPEATED


def _shortens(repeat: Dispatch, victim: Dispatch, given: Dispatch) -> bool:
    """True for a text sent after the killed one and before its kill that says only what that says:
    the same copy cut shorter. What came before it may stand; what comes after the kill, as its
    substitute.
    """
    if _after(victim, repeat) or _after(repeat, given):
        return False
    if not wording.numbers(repeat.text) <= wording.numbers(victim.text):
        return False
    return copies.holds(victim.text, repeat.text) >= _REPEATED


def _echo(kill: Row[tuple[int, int, str, int]], repeat: Dispatch, at: int) -> dict[str, object]:
    return {
        "seq": kill.seq, "position": targets.echo(kill.position, repeat.version),
        "guid": repeat.guid, "kind": "kill", "whole": False, "at": at, "echo": True,
    }  # fmt: skip
