"""The rules for what happened and who did it, and for who holds a place. Pure.

The doer or holder stands in an assertion as its population.
"""

import re

from dateline.ledger.asserted import wording
from dateline.ledger.asserted.periods import Period, period
from dateline.ledger.asserted.scenes import other_deed, scene
from dateline.ledger.speakers.actors import crowd, same_speaker, speaker
from dateline.ledger.speakers.sides import one_side, side
from dateline.ledger.verdicts.comparison import SPOKEN_DAYS
from dateline.ledger.verdicts.voices import (
    Outcome,
    begin,
    denies,
    hold,
    incomparable,
    later,
    names,
    one_voice,
    same_voice,
    say,
    who,
)
from dateline.ledger.verdicts.whereabouts import alike, whereabouts
from dateline.records import Assertion
from dateline.records.vocabulary import Verdict

_ALIKE = 0.5
"""Share of common words from which two accounts are taken to be of one event."""


_OURS = re.compile(r"(?:our|its|their|his|ses|leurs|nos)\b", re.IGNORECASE)


def _same_doers(a: Assertion, b: Assertion) -> bool | None:
    """Whether two accounts name a doer in common; None if one names nobody."""
    one, two = a.about.population, b.about.population
    if not one or not two or _OURS.match(one) or _OURS.match(two):
        return None
    if _a_person(one) != _a_person(two) and not _alike(one, two):
        return None
    return any(_alike(x, y) for x in one.split(", ") for y in two.split(", "))


def _a_person(name: str) -> bool:
    """True for a person, of whom it is not known for whom he or she holds a place."""
    return side(name) is None and speaker(name).surname is not None and " " in name


def _alike(one: str, two: str) -> bool:
    """True for one doer under two names: "the air force" and "the Salvadoran air force"."""
    if (allied := one_side(one, two)) is not None:
        return allied
    shared = not wording.content_words(one).isdisjoint(wording.content_words(two))
    return shared or same_speaker(one, two)


def _both_named(a: Assertion, b: Assertion) -> bool:
    """True if both accounts have a speaker with a name of their own."""
    return all(x.by is not None and not crowd(x.by) for x in (a, b))


def _apart(a: Assertion, b: Assertion) -> str | None:
    """Why two events are not one; None if they may well be."""
    if a.about.measure != b.about.measure:
        return f"One is a case of {a.about.measure}, the other of {b.about.measure}."
    where = whereabouts(a.about, b.about)
    seen = scene(a, b, core=True)
    places = f"{a.about.place or 'no certain place'} and {b.about.place or 'no certain place'}"
    if where == "apart" or (where != "same" and seen not in ("one", "mark")):
        return f"They are about {places}."
    one, two = period(a), period(b)
    if one is None or two is None or not (one.meets(two) or _answered(a, b, one, two)):
        return "They are about different days."
    return "They are about different targets." if seen == "two" else None


def _answered(a: Assertion, b: Assertion, one: Period, two: Period) -> bool:
    """True for a denial a day or two after: it is often dated by the day on which it was made."""
    apart = max(one.first - two.last, two.first - one.last).days
    return denies(a) != denies(b) and apart <= SPOKEN_DAYS


def event(a: Assertion, b: Assertion) -> Outcome:
    """The verdict on two events, ``a`` the newer."""
    if _each_other(a, b):
        reason = f"{begin(who(a))} {say(a, 'blame')} {a.about.population}, "
        return Outcome("contradicts", f"{reason}{who(b)} {b.about.population}.", "doer")
    apart = _apart(a, b)
    if apart:
        return incomparable(apart, "scene")
    same = _same_doers(a, b)
    if same is None:
        return incomparable("One of the two does not say who did it.", "doer")
    if denies(a) != denies(b):
        met = same and _same_deed(a, b)
        return _denied(a, b) if met else incomparable("They may be two events.", "doer")
    return _named(a, b) if same else _rivals(a, b)


_ANSWER = 500
"""Characters between a charge and the answer to it in one dispatch."""


def _each_other(a: Assertion, b: Assertion) -> bool:
    """True if each of two sides blames the other for what is one attack: told together, or at one
    target.
    """
    if denies(a) or denies(b) or not a.about.measure == b.about.measure == "assault":
        return False
    doers = [side(x.about.population or "") for x in (a, b)]
    speak = [{s for n in names(x) if (s := side(n))} for x in (a, b)]
    if (
        None in doers
        or doers[0] == doers[1]
        or doers[0] not in speak[1]
        or doers[1] not in speak[0]
    ):
        return False
    if a.guid == b.guid:
        gap = max(a.sentence.start - b.sentence.end, b.sentence.start - a.sentence.end)
        return gap <= _ANSWER and scene(a, b, core=True) != "two"
    one, two = period(a), period(b)
    met = one is not None and two is not None and one.meets(two)
    return met and whereabouts(a.about, b.about) != "apart" and scene(a, b, core=True) == "mark"


def _named(a: Assertion, b: Assertion) -> Outcome:
    """Two accounts, or two denials, of one doer."""
    verdict: Verdict = "same" if wording.likeness(a.text, b.text) >= _ALIKE else "supports"
    doer = a.about.population
    said = f"deny that {doer} did it" if denies(a) else f"name {doer}"
    return Outcome(verdict, f"{begin(who(a))} and {who(b)} both {said}.", "doer")


def _rivals(a: Assertion, b: Assertion) -> Outcome:
    """Two doers of what looks like one attack."""
    alike = wording.likeness(a.text, b.text) >= _ALIKE
    if denies(a) or one_voice(a, b) or not _both_named(a, b) or not _one_scene(a, b, alike=alike):
        return incomparable("They may be two events.", "doer")
    reason = (
        f"{begin(who(a))} {say(a, 'name')} {a.about.population}, {who(b)} {b.about.population}."
    )
    return Outcome("contradicts", reason, "doer")


_GENERIC = wording.content_words(
    "attack attacks strike strikes action incident responsibility responsible involvement involved "
    "carry carried carrying charge accusation claim allegation fire opened operation"
)


def _same_deed(a: Assertion, b: Assertion) -> bool:
    """True if a denial is of the very deed, by its words, or of "the attack", whatever it was."""
    denier, other = (a, b) if denies(a) else (b, a)
    if other_deed(denier, other):
        return False
    named = " ".join(filter(None, (a.by, b.by, a.about.population, b.about.population)))
    place = f"{a.about.place or ''} {b.about.place or ''}"
    said = wording.content_words(f"{named} {place}")
    if wording.content_words(denier.text) - said <= _GENERIC | _DENIAL:
        return True
    if wording.attacks(denier.text) and wording.attacks(other.text):
        return True
    return bool(wording.deed(denier.text, named + place) & wording.deed(other.text, named + place))


_DENIAL = wording.content_words("denied denies deny rejected rejects dismissed false groundless")


def _one_scene(a: Assertion, b: Assertion, *, alike: bool) -> bool:
    """True if two accounts with different doers are of one attack, beyond doubt: in like words, or
    on one target with doers of known sides.
    """
    sides = one_side(a.about.population or "", b.about.population or "") is False
    apart = (a.guid, a.version) != (b.guid, b.version)  # all of one dispatch is in like words
    return alike or (sides and apart and scene(a, b, core=True) in ("one", "mark"))


def _denied(a: Assertion, b: Assertion) -> Outcome:
    denier, other = (a, b) if denies(a) else (b, a)
    if one_voice(a, b):
        return incomparable(f"{begin(who(a))} speaks of two events.", "denial")
    if crowd(denier.by) or crowd(other.by):
        return incomparable("One of the two has no speaker with a name.", "denial")
    return Outcome(
        "contradicts",
        f"{begin(who(denier))} {say(denier, 'deny')} what {who(other)} {say(other)}.",
        "denial",
    )


def control(a: Assertion, b: Assertion) -> Outcome:
    """The verdict on two accounts of who holds a place, ``a`` the newer."""
    if not _one_place(a, b) or a.about.guessed or b.about.guessed:
        places = f"{a.about.place or 'no certain place'} and {b.about.place or 'no certain place'}"
        return incomparable(f"They are about {places}.", "scene")
    holder = True if _of_themselves(a, b) else _same_doers(a, b)
    if one_voice(a, b) and later(a, b):
        return _retold(a, b, bool(holder))
    if denies(a) or denies(b):
        return _control_denied(a, b)
    if holder is None:
        return incomparable("One of the two does not say who holds the place.", "control")
    return _holders(a, b, holder)


def _of_themselves(a: Assertion, b: Assertion) -> bool:
    """True if one speaker tells twice of what its own hold, under whatever name."""
    return same_voice(a, b) and all(x.about.population in names(x) for x in (a, b))


def _one_place(a: Assertion, b: Assertion) -> bool:
    """True for one place by its number, or by its name if no gazetteer knows it."""
    one, two = a.about, b.about
    if one.geonameid is not None and two.geonameid is not None:
        return one.geonameid == two.geonameid
    return one.place is not None and two.place is not None and alike(one.place, two.place)


def _retold(a: Assertion, b: Assertion, holder: bool) -> Outcome:
    if holder and denies(a) == denies(b):
        return Outcome("same", f"{begin(who(a))} says the same of {a.about.place}.", "control")
    reason = f"{begin(who(a))} now says otherwise of {a.about.place}."
    return Outcome("supersedes", reason, "control")


def _control_denied(a: Assertion, b: Assertion) -> Outcome:
    place = a.about.place
    if denies(a) and denies(b):
        return _both_deny(a, b)
    denier, other = (a, b) if denies(a) else (b, a)
    holder = _same_doers(a, b)
    told = other.about.population is not None
    left = told and _of_itself(denier) and not holder and not one_voice(a, b)
    if denier.about.population is None and _own_side(denier, other) and not _of_itself(denier):
        reason = f"{begin(who(denier))} denies that {place} has been lost, {who(other)} says that "
        return Outcome("supports", f"{reason}{other.about.population} holds it.", "control")
    if holder is False or left:
        reason = f"{begin(who(denier))} denies that {denier.about.population} holds {place}, "
        reason += f"{who(other)} says that {other.about.population} does."
        return Outcome("supports", reason, "control")
    if _apart_in_time(a, b):
        return incomparable(_CHANGED, "control")
    if one_voice(a, b):
        return incomparable(f"{begin(who(a))} speaks of two states of {place}.", "control")
    reason = (
        f"{begin(who(denier))} {say(denier, 'deny')} what {who(other)} {say(other, 'claim')} of "
        f"{place}."
    )
    return Outcome("contradicts", reason, "control")


def _of_itself(a: Assertion) -> bool:
    """True for a speaker, or an agency, that tells of what itself holds or has left."""
    return a.about.population is not None and a.about.population in (*names(a), a.agency)


def _own_side(denier: Assertion, other: Assertion) -> bool:
    """True if the holder that one names is on the side of who denies the place's loss."""
    mine = {s for n in names(denier) if (s := side(n))}
    return bool(mine) and side(other.about.population or "") in mine


def _both_deny(a: Assertion, b: Assertion) -> Outcome:
    place, mine = a.about.place, a.about.population
    if mine is None or b.about.population is None:
        return Outcome("supports", f"Both deny that {place} has been taken.", "control")
    if _same_doers(a, b) is False and not one_voice(a, b):
        return incomparable("Each denies that another holds the place.", "control")
    reason = f"{begin(who(a))} and {who(b)} both say that {mine} does not hold {place}."
    return Outcome("same" if one_voice(a, b) else "supports", reason, "control")


_HELD_DAYS = 3
_CHANGED = "They speak of different days; the place may have changed hands between them."


def _apart_in_time(a: Assertion, b: Assertion) -> bool:
    """True if a place may have changed hands between two accounts."""
    if a.issued is None or b.issued is None:
        return False
    return abs((a.issued - b.issued).days) >= _HELD_DAYS


def _holders(a: Assertion, b: Assertion, same: bool) -> Outcome:
    place, mine, yours = a.about.place, a.about.population, b.about.population
    if same:
        holder = mine if yours in names(b) and mine not in names(a) else yours
        reason = f"{begin(who(a))} and {who(b)} both say that {holder} {hold(holder)} {place}."
        return Outcome("supports", reason, "control")
    if _apart_in_time(a, b):
        return incomparable(_CHANGED, "control")
    if one_voice(a, b):
        return incomparable(
            f"{begin(who(a))} {say(a, 'speak')} of two states of {place}.", "control"
        )
    reason = (
        f"{begin(who(a))} {say(a)} that {mine} {hold(mine)} {place}, {who(b)} that {yours} "
        f"{hold(yours, 'do')}."
    )
    return Outcome("contradicts", reason, "control")
