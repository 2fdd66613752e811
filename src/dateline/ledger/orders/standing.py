"""What the public may see of an item, and which of its versions count. Pure.

An item is its ordered transmissions plus the orders that concern it. Whether it is held, killed or
embargoed is worked out from them each time, never stored, so the order in which they came cannot
matter and any past state can be asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal[
    "current", "replaced", "killed", "held", "withheld", "embargoed", "expired", "suppressed",
    "order",
]  # fmt: skip
_DAY = 86_400_000_000  # microseconds
_NOTE = "correction"
"""The signal of what stands beside another text without being an addition."""


@dataclass(frozen=True, slots=True)
class Transmission:
    """A stored version of an item; times in microseconds (``codec.stamp``). ``declared`` is the
    number that it came with, the agency's own if ``numbered``. ``beside``: it is an addition to the
    text before it, or a note of correction on it.
    """

    seq: int
    guid: str
    version: int
    signal: str
    tells: bool
    status: str
    issued: int | None
    learnt: int
    embargo: int | None = None
    expires: int | None = None
    declared: int = 1
    numbered: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """An order that concerns an item. ``own``: the version of this very item that gave it.
    ``echo``: a kill of another item whose text this one repeats, in the version ``own``.
    ``met``: what it names meant an item sent before it too.
    ``until``: a hold or release that only moves the item's embargo, to this time.
    """

    seq: int
    kind: str
    at: int
    given: int
    whole: bool = False
    own: int | None = None
    echo: bool = False
    until: int | None = None
    met: bool = False


@dataclass(frozen=True, slots=True)
class Suppression:
    """An editor's order: not to be shown, or (``lifted``) to be shown again."""

    version: int | None
    lifted: bool
    at: int


@dataclass(frozen=True, slots=True)
class Item:
    """All that is known of one guid."""

    transmissions: tuple[Transmission, ...]
    effects: tuple[Effect, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of one version, since when, and by which transmission (its ``seq``)."""

    state: State
    at: int
    by: int | None = None


def in_order(versions: Iterable[Transmission]) -> list[Transmission]:
    """The versions of an item, oldest first.

    The agency's numbers tell, if all its copy has one and no two the same; else the time at which
    each was sent, or the day, where that is all that some give. An older text that comes late has
    a higher ``version`` here, but goes before.
    """
    some = list(versions)
    copy = [t for t in some if t.tells]
    if all(t.numbered for t in copy) and len({t.declared for t in copy}) == len(copy):
        return sorted(some, key=lambda t: (t.declared if t.tells else t.version, _sent(t)))
    coarse = any(t.issued is not None and t.issued % _DAY == 0 for t in copy)
    return sorted(some, key=lambda t: (_sent(t) // (_DAY if coarse else 1), t.version))


def _sent(t: Transmission) -> int:
    return t.issued if t.issued is not None else t.learnt


def stood_on(t: Transmission, versions: Sequence[Transmission]) -> list[Transmission]:
    """What a version that stands beside others stands on: the last text before it, with the
    additions to that; nothing for a text. ``versions`` are in order.
    """
    if not t.beside:
        return []
    before = [v for v in versions[: versions.index(t)] if v.tells]
    text = max((n for n, v in enumerate(before) if not v.beside), default=0)
    return before[text:]


def standings(item: Item, *, as_of: int, now: int) -> dict[int, Standing]:
    """The state of each version known at ``as_of``, by version.

    What was killed, held, withheld or suppressed later than ``as_of`` is kept from the public all
    the same. An embargo is tested against the earlier of the two times.
    """
    known = in_order(t for t in item.transmissions if t.learnt <= as_of)
    latest = in_order(item.transmissions)
    said = [e for e in item.effects if e.at <= as_of]
    found: dict[int, Standing] = {}
    for t in known:
        barred = _order(t) or _killed(t, item, latest) or _suppressed(t, item)
        barred = barred or _held(item, as_of) or _withheld(known) or _withheld(latest)
        barred = barred or _embargoed(t, known, said, min(as_of, now))
        barred = barred or _embargoed(t, latest, item.effects, now)
        found[t.version] = barred or _expired(t, as_of) or Standing("current", t.learnt)
    _cover(known, found)
    _replace(known, item, found, as_of)
    return found


def _order(t: Transmission) -> Standing | None:
    return None if t.tells or t.status == "canceled" else Standing("order", t.learnt)


def _killed(t: Transmission, item: Item, latest: Sequence[Transmission]) -> Standing | None:
    """By a kill of the item, or by a later version that cancels it. What the agency sends under
    the same guid after its kill is not killed by it.
    """
    for effect in item.effects:
        if effect.kind == "kill" and _reaches(effect, t, latest):
            return Standing("killed", max(effect.at, t.learnt), effect.seq)
    for other in latest:
        if other.status == "canceled" and (
            t.version <= other.version or t in _until(other, latest)
        ):
            return Standing("killed", max(other.learnt, t.learnt), other.seq)
    return None


def _reaches(kill: Effect, t: Transmission, versions: Sequence[Transmission]) -> bool:
    if kill.echo and kill.own is not None:  # what comes later is looked at anew
        return t.version <= kill.own
    if kill.own is not None:  # a kill often bears no number of its own: its time counts too
        return t.version <= kill.own or (t.issued is not None and t.issued <= kill.given)
    if kill.echo:  # of a ledger in which echoes were not told apart by version
        return t.learnt <= kill.at
    if t.issued is None or t.issued <= kill.given:
        return True
    if kill.met:  # the killed one's substitute, under its headline or number
        return False
    # dated after its kill: sent again if something was there to kill, else the clocks differ
    before = (v for v in _until(t, versions) if v.tells)
    return all(v.issued is not None and v.issued > kill.given for v in before)


def _suppressed(t: Transmission, item: Item) -> Standing | None:
    mine = [s for s in item.suppressions if s.version in (None, t.version)]
    if mine and not mine[-1].lifted:
        return Standing("suppressed", mine[-1].at)
    return None


def _held(item: Item, as_of: int) -> Standing | None:
    """By the latest hold or release, as known then and as known now."""
    orders = [e for e in item.effects if e.kind in ("hold", "release") and e.until is None]
    for some in ([e for e in orders if e.at <= as_of], orders):
        last = max(some, key=lambda e: (e.given, e.seq), default=None)
        if last is not None and last.kind == "hold":
            return Standing("held", last.at, last.seq)
    return None


def _withheld(versions: Sequence[Transmission]) -> Standing | None:
    """By the status of the newest version that carries copy, notes of correction apart."""
    copy = [t for t in versions if t.tells and not (t.beside and t.signal == _NOTE)]
    if copy and copy[-1].status == "withheld":
        return Standing("withheld", copy[-1].learnt, copy[-1].seq)
    return None


def _embargoed(t: Transmission, versions: Sequence[Transmission], effects: Sequence[Effect],
               at: int) -> Standing | None:  # fmt: skip
    """By the newest embargo given with this version or a later one (an update moves it), or with
    what it stands on, or by a notice about it that is no older.
    """
    later = versions[versions.index(t) :]
    given = [v for v in (*stood_on(t, versions), *later) if v.embargo is not None]
    own = given[-1] if given else None
    since = (own.issued if own.issued is not None else own.learnt) if own else 0
    moves = [e for e in effects if e.until is not None and e.given >= since]
    last = max(moves, key=lambda e: (e.given, e.seq), default=None)
    until, by = (last.until, last.seq) if last else (own.embargo, own.seq) if own else (None, 0)
    return Standing("embargoed", t.learnt, by) if until is not None and until > at else None


def _expired(t: Transmission, as_of: int) -> Standing | None:
    if t.expires is not None and t.expires <= as_of:
        return Standing("expired", t.expires, t.seq)
    return None


def _until(t: Transmission, versions: Sequence[Transmission]) -> Sequence[Transmission]:
    """The versions before one, in order."""
    return versions[: versions.index(t)]


def _cover(known: Sequence[Transmission], found: dict[int, Standing]) -> None:
    """Keep a note of correction back with what it is about."""
    for t in (t for t in known if t.beside and t.signal == _NOTE):
        text = next(iter(stood_on(t, known)), t)
        if found[t.version].state == "current" != found[text.version].state:
            found[t.version] = found[text.version]


def _replace(known: Sequence[Transmission], item: Item, found: dict[int, Standing],
             as_of: int) -> None:  # fmt: skip
    """Mark current versions that a later one, or a correction sent as another item, replaces."""
    whole = [e for e in item.effects if e.whole and e.kind == "correction" and e.at <= as_of]
    texts = any(t.tells and not t.beside for t in known)
    later: Transmission | None = None
    for t in reversed(known):
        if found[t.version].state != "current":
            continue
        if whole:
            found[t.version] = Standing("replaced", max(whole[0].at, t.learnt), whole[0].seq)
        elif later is not None:
            found[t.version] = Standing("replaced", max(later.learnt, t.learnt), later.seq)
        elif not t.beside or (t.signal == _NOTE and not texts):
            later = t
