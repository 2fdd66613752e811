"""Who speaks across dispatches: one actor for all the names that mean it. Pure.

Names are joined by ``actors.same_speaker``; an editor's word in the ``alias`` table joins what the
rule keeps apart, and taking it back parts them again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.ledger.speakers.actors import plain, same_speaker, speaker
from dateline.ledger.storage.codec import digest
from dateline.records import Actor, Assertion
from dateline.records.vocabulary import ActorKind


def roster(assertions: Sequence[Assertion], aliases: Mapping[str, str]) -> tuple[Actor, ...]:
    """The actors that speak in some assertions, by name. ``aliases``: name key to actor's name."""
    outlets = {a.agency for a in assertions if a.agency}
    names = sorted({n for a in assertions for n in (a.by, a.agency) if n})
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda n: (-len(speaker(n).key), n)):
        home = next((g for g in groups if _one(g, name, aliases)), None)
        if home is None:
            groups.append([name])
        else:
            home.append(name)
    return tuple(sorted((_actor(g, outlets) for g in groups), key=lambda a: (plain(a.name), a.id)))


def meant(name: str, aliases: Mapping[str, str]) -> str:
    """The name that an editor has said a name stands for, else itself."""
    return aliases.get(speaker(name).key, name)


def renamed(a: Assertion, aliases: Mapping[str, str]) -> Assertion:
    """An assertion whose origin follows an editor's alias for its speaker."""
    if not a.by or meant(a.by, aliases) == a.by:
        return a
    return replace(a, origin=speaker(meant(a.by, aliases)).key)


def _one(group: Sequence[str], name: str, aliases: Mapping[str, str]) -> bool:
    return same_speaker(meant(group[0], aliases), meant(name, aliases))


def _actor(names: Sequence[str], outlets: set[str]) -> Actor:
    best = speaker(names[0])
    ordered = tuple(sorted(names, key=lambda n: (-len(n), n)))
    return Actor(
        id=digest("actor", best.key, length=12),
        name=ordered[0],
        names=ordered,
        kind=_kind(ordered[0], outlets),
        side=best.state.upper() if best.state else None,
    )


def _kind(name: str, outlets: set[str]) -> ActorKind | None:
    found = speaker(name)
    if name in outlets:
        return "outlet"
    if found.government:
        return "state"
    if found.surname is None:
        return "institution"
    return "person" if " " in found.key else None
