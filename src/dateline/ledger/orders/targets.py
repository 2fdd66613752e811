"""Which dispatches a kill, hold, release or correction is about. Pure.

Agencies name the object by its guid, their own number, its slug or its headline. Numbers and slugs
are used again, so they count only for the same agency and near in time; a headline counts within a
month. The test is on the pair alone, so that it doesn't matter which of the two came first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.ledger.speakers.actors import plain, speaker
from dateline.ledger.storage import codec
from dateline.records import Dispatch, Reference

ORDERS = frozenset({"kill", "hold", "release", "correction"})
_ANY = "*"
_NUMBER_DAYS = timedelta(days=3)
_SLUG_DAYS = timedelta(days=7)
_HEADLINE_DAYS = timedelta(days=31)
_AFTER = timedelta(days=1)
"""An object may be dated up to a day after its kill: clocks and time zones of agencies differ."""

WHENEVER = 0
"""The day of a key that holds at any time: a guid, or whatever an undated item is called."""

_WINDOWS = {"n": _NUMBER_DAYS.days, "s": _SLUG_DAYS.days, "h": _HEADLINE_DAYS.days}
_EVER = 2**31 - 1

_LABEL = re.compile(
    r"^(?:(?:kill|correction|corrected|hold|release|urgent|advisory|refile|repeat|update|wrapup)\b"
    r"(?:\s+\d+\b)?[\s:–—-]*)+"
)
_THOUSANDS = re.compile(r"(?<=\d)[.,\s](?=\d{3}\b)")
_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Sought:
    """Keys to look up, and the days (inclusive) that they are looked for in."""

    keys: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Item:
    """What matching needs to know of a dispatch: who it is, what it is called, when it came."""

    guid: str
    agency: str | None
    number: str | None
    slug: str | None
    headline: str | None
    at: datetime | None


_ECHOES, _EACH = 1_000_000, 1_000


def echo(position: int, version: int) -> int:
    """The number of a kill's echo on a version of a repeat: apart from the objects it names."""
    return _ECHOES + _EACH * version + position


def echoed(position: int) -> int | None:
    """The version that an echo is on; None for one kept before versions were told apart."""
    return (position - _ECHOES) // _EACH if position >= _ECHOES else None


def item(dispatch: Dispatch) -> Item:
    """The matching side of a dispatch."""
    return Item(
        guid=dispatch.guid,
        agency=_agency(dispatch.agency),
        number=_name(dispatch.number),
        slug=_name(dispatch.slug),
        headline=_headline(dispatch.headline),
        at=dispatch.issued or dispatch.received,
    )


def _agency(name: str | None) -> str | None:
    return speaker(name).key if name else None


def _name(words: str | None) -> str | None:
    return _NOT_WORD.sub(" ", plain(words)).strip() or None if words else None


def _headline(words: str | None) -> str | None:
    return _name(_LABEL.sub("", _THOUSANDS.sub("", plain(words).strip()))) if words else None


def named(dispatch: Dispatch) -> tuple[Reference, ...]:
    """The objects of an order; its own item where it names none."""
    if dispatch.signal not in ORDERS and dispatch.status != "canceled":
        return ()
    return dispatch.objects or (Reference(guid=dispatch.guid),)


def tells(dispatch: Dispatch) -> bool:
    """True if a dispatch carries copy: not a kill or advisory, nor a hold or release of another.

    A hold that names nothing and is an item's first transmission is copy sent ahead, to be held.
    """
    if dispatch.status == "canceled" or dispatch.signal in ("kill", "advisory"):
        return False
    return dispatch.signal not in ("hold", "release") or (
        not dispatch.objects and dispatch.version == 1
    )


def handles(dispatch: Dispatch) -> tuple[str, ...]:
    """Every key under which an order may look this dispatch up."""
    it = item(dispatch)
    named_by = [("n", it.number), ("s", it.slug), ("h", it.headline)]
    some = [f"{kind} {who} {name}" for kind, name in named_by if name
            for who in (it.agency or "", _ANY)]  # fmt: skip
    return (f"g {it.guid}", *dict.fromkeys(some))


def sought(order: Dispatch, reference: Reference) -> tuple[str, ...]:
    """The keys under which an order's object may be found."""
    agency = _agency(order.agency)
    whose = (agency, "") if agency else (_ANY,)
    named_by = [
        ("n", _name(reference.number)),
        ("s", _name(reference.slug)),
        ("h", _headline(reference.headline)),
        ("h", _name(reference.headline)),  # as the first schema kept them
    ]
    some = [f"{kind} {who} {name}" for kind, name in named_by if name for who in whose]
    first = (f"g {reference.guid}",) if reference.guid else ()
    return (*first, *dict.fromkeys(some))


def filed_under(dispatch: Dispatch, key: str) -> int:
    """The day under which one of a dispatch's keys is kept."""
    return WHENEVER if key.startswith("g ") else _day(dispatch)


def _day(dispatch: Dispatch) -> int:
    at = dispatch.issued or dispatch.received
    return codec.day(codec.stamp(at)) if at else WHENEVER


def objects_of(order: Dispatch, reference: Reference) -> Iterator[Sought]:
    """Where the objects of an order may be found: only days in which ``concerns`` may hold."""
    keys, day = sought(order, reference), _day(order)
    yield Sought(keys, WHENEVER, WHENEVER)
    for kind, days in _WINDOWS.items():
        some = tuple(key for key in keys if key.startswith(kind))
        if some:
            yield _between(some, day, days + 1, 2)


def orders_for(dispatch: Dispatch) -> Iterator[Sought]:
    """Where orders that came before their object may be found."""
    keys = handles(dispatch)
    yield Sought(keys, WHENEVER, WHENEVER)
    some = tuple(key for key in keys if not key.startswith("g "))
    if some:
        yield _between(some, _day(dispatch), 2, _HEADLINE_DAYS.days + 1)


def _between(keys: tuple[str, ...], day: int, before: int, after: int) -> Sought:
    """A day more on either side than ``concerns`` allows: it decides, in hours."""
    if day == WHENEVER:
        return Sought(keys, -_EVER, _EVER)
    return Sought(keys, day - before, day + after)


def concerns(order: Dispatch, reference: Reference, victim: Dispatch) -> bool:
    """True if the reference in an order means this dispatch."""
    if not one_agency(order.agency, victim.agency):
        return False
    if reference.guid and reference.guid == victim.guid:
        return True
    return order.guid != victim.guid and tells(victim) and _named(order, reference, item(victim))


def _named(order: Dispatch, reference: Reference, it: Item) -> bool:
    """True if it bears the number, headline or slug that an order names, and near in time."""
    at = order.issued or order.received
    if reference.number and _name(reference.number) == it.number:
        return _near(it.at, at, _NUMBER_DAYS, _AFTER)
    headline = _headline(reference.headline)
    if headline and headline == it.headline:
        return _near(it.at, at, _HEADLINE_DAYS, _AFTER)
    if reference.slug and _name(reference.slug) == it.slug and not (headline and it.headline):
        return _near(it.at, at, _SLUG_DAYS, timedelta(0))
    return False


def one_agency(one: str | None, two: str | None) -> bool:
    """True unless both are known and differ; an agency's initials are the agency."""
    if not one or not two or _agency(one) == _agency(two):
        return True
    names = [_NOT_WORD.sub(" ", plain(name)).split() for name in (one, two)]
    initials = {"".join(word[0] for word in words) for words in names if len(words) > 1}
    return not initials.isdisjoint("".join(words) for words in names)


def _near(victim: datetime | None, order: datetime | None, before: timedelta,
          after: timedelta) -> bool:  # fmt: skip
    """True unless the object is too much older than the order, or newer than it may be."""
    if victim is None or order is None:
        return True
    return order - before <= victim <= order + after
