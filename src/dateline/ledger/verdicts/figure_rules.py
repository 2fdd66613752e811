"""The rules for two figures, asked in order until one answers. Pure."""

from datetime import time

from dateline.ledger.asserted import populations, wording
from dateline.ledger.asserted.bounds import Bounds, bounds, equal, in_words
from dateline.ledger.asserted.periods import running
from dateline.ledger.speakers.actors import plain
from dateline.ledger.verdicts.comparable import compare
from dateline.ledger.verdicts.comparison import FIRM, Comparison
from dateline.ledger.verdicts.voices import (
    Outcome,
    begin,
    incomparable,
    later,
    one_agency,
    one_voice,
    say,
    who,
)
from dateline.records import Assertion

_TELLING = 13
"""From this number on, two equal figures for what may be one matter are taken for one claim: small
counts are equal by chance.
"""


def decide(a: Assertion, b: Assertion) -> Outcome:
    """The verdict on two figures, ``a`` the newer."""
    one, two = bounds(a), bounds(b)
    if one is None or two is None:
        return incomparable("One of the two gives no number.", "no number")
    return _former(a, b) or _compared(a, b, one, two)


def _compared(a: Assertion, b: Assertion, one: Bounds, two: Bounds) -> Outcome:
    """The verdict on two counts of which neither is told as revised."""
    revised = _revises(a, b)
    found = compare(a, b, any_day=revised)
    if found.grade == "soft" and found.doubt != "people" and revised and _risen(a, b):
        found = FIRM  # the same speaker's toll has risen: of one incident, whatever the words
    if found.grade == "no":
        return incomparable(found.reason, "comparability")
    if number(a) is not None and number(a) == number(b):
        return _one_number(a, b, found)
    people = found.grade == "soft" and found.doubt == "people" and not _fewer_of_some(a, b)
    if revised and people and not running(a):
        return _revised(a, b, revised) or incomparable(found.reason, "comparability")
    if found.grade == "soft":
        some = _overflow(a, b, found) or _in_all(a, b, found)
        return some or incomparable(found.reason, "comparability")
    told = _one_dispatch(a, b) or _revised(a, b, revised) or _overflow(a, b, _PART)
    return told or _firm(a, b, one, two)


_PART = Comparison("soft", doubt="people")


def of_one_side(a: Assertion, b: Assertion) -> Outcome | None:
    """The verdict on the running tolls of two voices of one side, ``a`` the newer, if it takes the
    older one's place; None if it may not.
    """
    if not later(a, b) or number(a) == number(b) or not (running(a) and running(b)):
        return None
    if compare(a, b, any_day=True).grade != "firm":
        return None
    found = _revised(a, b, revised=True)
    if found is None or found.verdict != "supersedes":
        return None
    reason = f"{begin(who(a))} now {say(a)} {in_words(a)}, {who(b)} of the same side {in_words(b)}."
    return Outcome("supersedes", reason, "one side")


def _former(a: Assertion, b: Assertion) -> Outcome | None:
    """What follows if a dispatch tells one of two counts as revised; null if it tells neither."""
    if a.former == b.former or number(a) == number(b):
        return None
    old, new = (a, b) if a.former else (b, a)
    if (a.guid, a.version) != (b.guid, b.version) or not _told_together(old, new):
        return incomparable(f"{begin(in_words(old))} is a count that was revised since.", "revised")
    reason = f"{begin(who(new))} now {say(new)} {in_words(new)}, before it was {in_words(old)}."
    return Outcome("supersedes", reason, "revised")


_NEAR_BY = 3
"""Characters between the sentences of a count and of the one that it revises."""


def _told_together(old: Assertion, new: Assertion) -> bool:
    """True for two counts of one sentence, or of two that follow each other, that may be of one
    thing.
    """
    gap = max(old.sentence.start - new.sentence.end, new.sentence.start - old.sentence.end)
    parts = "part" in (old.about.scope, new.about.scope)
    people = populations.fit(populations.counted(old), populations.counted(new)) != "different"
    return gap <= _NEAR_BY and old.about.measure == new.about.measure and people and not parts


def _revises(a: Assertion, b: Assertion) -> bool:
    """True if the newer figure takes the older one's place: by the same speaker, or by the same
    agency, which gives one of them in its own name.
    """
    own = a.by is None or b.by is None or plain(a.by) in _ANYBODY
    told = one_agency(a, b) or (_risen(a, b) and not running(a))
    return later(a, b) and (one_voice(a, b) or (own and told))


def _fewer_of_some(a: Assertion, b: Assertion) -> bool:
    """True if the newer figure is smaller and tells of some of the other's people: no revision."""
    one, two = (populations.population(populations.counted(x).population_key or "") for x in (a, b))
    narrower = one.classes == two.classes and one.qualities > two.qualities
    return narrower and (number(a) or 0.0) < (number(b) or 0.0)


_ANYBODY = frozenset(("authorities", "officials", "local officials", "local authorities"))
_RISING = frozenset(
    wording.content_words("risen rose rises climbed reached increased mounted jumped passe alourdi")
)


def _risen(a: Assertion, b: Assertion) -> bool:
    """True if the newer toll is larger and said to have risen: it goes on from the older one."""
    now, before = number(a), number(b)
    return bool(now and before and now > before) and not _RISING.isdisjoint(a.context)


def number(a: Assertion) -> float | None:
    """The number that a figure names, whatever its hedge."""
    return next((n for n in (a.value, a.low, a.high) if n is not None), None)


def _one_number(a: Assertion, b: Assertion, found: Comparison) -> Outcome:
    told = number(a) or 0.0
    if a.former != b.former and a.guid == b.guid:
        return incomparable(f"{begin(in_words(a))} is a count that was revised since.", "revised")
    doubtful = found.grade == "soft" and found.doubt == "incident" and told < _TELLING
    if doubtful and (told == 1 or not populations.telling(a, b)):
        return incomparable(found.reason, "comparability")
    if {a.hedge, b.hedge} == {"nearly", "more than"} and _revises(a, b):
        reason = f"{begin(who(a))} now {say(a)} {in_words(a)}, earlier {in_words(b)}."
        return Outcome("supersedes", reason, "later toll")
    if equal(a, b) or (one_voice(a, b) and not (running(a) and found.grade == "soft")):
        return Outcome("same", _agreed(a, b), "equal figures")
    return Outcome("supports", f"{_sides(a, b)}: both can be true.", "bounds")


def _overflow(a: Assertion, b: Assertion, found: Comparison) -> Outcome | None:
    """A part that is larger than the whole contradicts it."""
    part = populations.narrower(a, b) if found.doubt == "people" else None
    if part is None or not populations.usual(part) or a.guid == b.guid or one_voice(a, b):
        return None
    whole = b if part is a else a
    some, everyone = bounds(part), bounds(whole)
    if some is None or everyone is None or some.low <= everyone.high:
        return None
    if _of_a_later_day(part, whole):  # the whole was all that were counted by then
        return None
    if not populations.everyone(whole) or running(a) or running(b) or _far(a, b):
        return None
    some_of = wording.quiet(part.about.population or "of them")
    reason = (
        f"{begin(who(whole))} {say(whole)} {in_words(whole)} in all, {who(part)} {in_words(part)} "
        f"{some_of}: both cannot be true."
    )
    return Outcome("contradicts", reason, "part and whole")


def _of_a_later_day(a: Assertion, b: Assertion) -> bool:
    return later(a, b) and a.issued is not None and b.issued is not None and (
        a.issued.date() > b.issued.date()
    )  # fmt: skip


_NEAR = 2.0
"""Factor up to which a floor and a number for one incident are taken for the same count."""


def _in_all(a: Assertion, b: Assertion, found: Comparison) -> Outcome | None:
    """A floor under "13 civilians" agrees with "at least 12 people", in one incident."""
    part = populations.narrower(a, b) if found.doubt == "people" else None
    if part is None or not populations.usual(part) or a.guid == b.guid or running(a) or running(b):
        return None
    one, two, small, large = bounds(a), bounds(b), *sorted((number(a) or 1.0, number(b) or 1.0))
    floors = [x for x in (a, b) if x.hedge in ("at least", "more than")]
    if one is None or two is None or not floors or not one.meets(two) or large / small > _NEAR:
        return None
    return Outcome("supports", f"{_sides(a, b)}: both can be true.", "part and whole")


def _agreed(a: Assertion, b: Assertion) -> str:
    if one_voice(a, b):
        return f"{begin(who(a))} {say(a)} {in_words(a)} both times."
    return f"{begin(who(a))} and {who(b)} both say {in_words(a)}."


def _sides(a: Assertion, b: Assertion) -> str:
    return f"{begin(who(a))} {say(a)} {in_words(a)}, {who(b)} {in_words(b)}"


def _one_dispatch(a: Assertion, b: Assertion) -> Outcome | None:
    if (a.guid, a.version) != (b.guid, b.version) or not one_voice(a, b):
        return None
    reason = f"{begin(who(a))} {say(a, 'give')} both in one dispatch: they count different things."
    return incomparable(reason, "one dispatch")


def _revised(a: Assertion, b: Assertion, revised: bool) -> Outcome | None:
    if revised and running(a) and not _continues(a, b):
        reason = (
            f"{begin(who(a))} {say(a)} {in_words(a)} now and {in_words(b)} earlier, too far apart "
        )
        return incomparable(reason + "for one count.", "later toll")
    if revised and _rounded(a, b):
        return Outcome("supports", f"{_sides(a, b)}: both can be true.", "bounds")
    if revised:
        reason = f"{begin(who(a))} now {say(a)} {in_words(a)}, earlier {in_words(b)}."
        return Outcome("supersedes", reason, "later toll")
    return _at_once(a, b) if one_voice(a, b) and a.issued == b.issued else None


def _at_once(a: Assertion, b: Assertion) -> Outcome:
    """One speaker, two figures at one time: agencies that heard differently, unless only the day is
    known and one may be the later.
    """
    timed = a.issued is not None and a.issued.time() != time(0)
    if timed and not one_agency(a, b) and a.agency and b.agency:
        reason = (
            f"{begin(who(a))} {say(a)} {in_words(a)} according to {a.agency}, {in_words(b)} "
            f"according to {b.agency}."
        )
        return Outcome("contradicts", reason, "one voice")
    reason = f"{begin(who(a))} {say(a, 'give')} both; which is the later is not known."
    return incomparable(reason, "one voice")


_ROUND = 0.95


def _rounded(a: Assertion, b: Assertion) -> bool:
    """True if the newer figure is no more than the older one in rounder words, or a floor below it,
    or the same day's older one was in rounder words.
    """
    one, two, now, before = bounds(a), bounds(b), number(a), number(b)
    if one is None or two is None or not now or not before or not one.meets(two):
        return False
    at_once = a.issued is not None and b.issued is not None and a.issued.date() == b.issued.date()
    if at_once and b.hedge not in (None, "exact") and 1.0 <= now / before <= 2.0 - _ROUND:
        return True
    if a.hedge in ("more than", "at least") and now <= before:
        return True
    most = 2.0 - _ROUND if at_once and a.hedge in ("nearly", "about") else 1.0
    return a.hedge != "exact" and _ROUND <= now / before <= most


_LEAST, _MOST = 0.7, 5.0
"""How a running toll may change from one dispatch to a later one, as a factor."""


def _far(a: Assertion, b: Assertion) -> bool:
    small, large = sorted((number(a) or 1.0, number(b) or 1.0))
    return large / small > (_FAR_RUNNING if running(a) else _FAR)


def _continues(a: Assertion, b: Assertion) -> bool:
    before, now = number(b), number(a)
    return not before or now is None or _LEAST <= now / before <= _MOST


_FAR, _FAR_RUNNING = 12.0, 50.0
"""Two tolls further apart than this, as a factor, are not of one incident, or of one war."""


def _firm(a: Assertion, b: Assertion, one: Bounds, two: Bounds) -> Outcome:
    if not one.meets(two) and _far(a, b):
        return incomparable(f"{_sides(a, b)}: too far apart to count the same.", "bounds")
    if one.meets(two):
        return Outcome("supports", f"{_sides(a, b)}: both can be true.", "bounds")
    return Outcome("contradicts", f"{_sides(a, b)}: both cannot be true.", "bounds")
