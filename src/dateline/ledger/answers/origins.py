"""Copies share an origin: what a near-identical text says by itself is its model's word."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import copy, dispatch
from dateline.records import Assertion


def shared_origins(
    connection: Connection, seqs: Iterable[int], found: dict[int, list[Assertion]]
) -> dict[str, str]:
    """For assertions that an agency makes itself in a copied text: the origin of the first text.

    Copies of copies count as copies. The first is the one issued (else learnt) earliest.
    """
    groups = _groups(connection, set(seqs))
    ages = _ages(connection, groups)
    changed: dict[str, str] = {}
    for seq, group in groups.items():
        model = min(group, key=lambda s: ages[s])
        own = next((a.origin for a in found.get(model, ()) if a.by is None), None)
        for a in found.get(seq, ()):
            if a.by is None and seq != model:
                changed[a.id] = own or f"copy {model}"
    return changed


def _groups(connection: Connection, seqs: set[int]) -> dict[int, set[int]]:
    """Dispatches that are copies of one another, by each of them."""
    rows = among(connection, select(copy.c.seq, copy.c.other), copy.c.seq, sorted(seqs))
    group: dict[int, set[int]] = {}
    for row in rows:
        if row.other not in seqs:
            continue
        one = group.setdefault(row.seq, {row.seq})
        two = group.setdefault(row.other, {row.other})
        if one is not two:
            one |= two
            group.update(dict.fromkeys(two, one))
    return group


def _ages(connection: Connection, seqs: Iterable[int]) -> dict[int, tuple[int, str, int]]:
    c = dispatch.c
    query = select(c.seq, c.issued, c.learnt, c.guid, c.version)
    return {
        r.seq: (r.issued if r.issued is not None else r.learnt, r.guid, r.version)
        for r in among(connection, query, c.seq, seqs)
    }
