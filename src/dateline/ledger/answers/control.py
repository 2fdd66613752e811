"""Who holds a place: claimed by, reported, confirmed by, denied by, uncertain, contested. Pure.

A state machine over what is said of one place, oldest first. Whoever says that they hold it
themselves claims; a named other who says so confirms, and settles doubts; an agency that says so
in its own voice reports; doubt in the words makes it uncertain until somebody confirms or denies;
a rival's claim makes it contested. Nothing that was withdrawn counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from dateline.ledger.speakers.actors import crowd, same_speaker, speaker
from dateline.records import Assertion, Claim, Control, ControlStep
from dateline.records.vocabulary import ControlState


def controls(claims: Iterable[Claim]) -> tuple[Control, ...]:
    """The places of one story whose control is spoken of, by name."""
    places: dict[int | str, list[Assertion]] = defaultdict(list)
    for claim in claims:
        for a in claim.assertions:
            if claim.kind == "control" and _counts(a):
                places[a.about.geonameid or a.about.place or ""].append(a)
    _join(places)
    found = (_control(sorted(some, key=_age)) for some in places.values())
    return tuple(sorted((c for c in found if c), key=lambda c: (c.place, c.steps[0].at)))


def _join(places: dict[int | str, list[Assertion]]) -> None:
    """A place that one dispatch gave a name only goes with the one place of that name of which
    others told where it is.
    """
    known: dict[str, set[int]] = defaultdict(set)
    for number, some in places.items():
        if isinstance(number, int):
            known[some[0].about.place or ""].add(number)
    for name in [n for n in places if isinstance(n, str) and len(known[n]) == 1]:
        places[next(iter(known[str(name)]))] += places.pop(name)


def _counts(a: Assertion) -> bool:
    return a.withdrawn is None and a.about.place is not None and a.polarity in ("asserts", "denies")


def _age(a: Assertion) -> tuple[datetime, str, int, int]:
    return (a.issued or a.learnt, a.guid, a.version, a.span.start)


def _control(said: Sequence[Assertion]) -> Control | None:
    """The steps that a place went through; None if nobody is said to hold it."""
    steps: list[ControlStep] = []
    for a in said:
        step = _next(steps[-1] if steps else None, a)
        if step is not None:
            steps.append(step)
    if not steps:
        return None
    about = said[0].about
    return Control(about.place or "", about.geonameid, tuple(steps))


def _next(now: ControlStep | None, a: Assertion) -> ControlStep | None:
    """The step that an assertion leads to; None if it changes nothing, or names no holder."""
    holder = a.about.population
    if a.polarity == "denies":
        return _denied(now, a)
    if not holder:
        return None
    step = ControlStep(_state(holder, a), holder, _by(a), a.issued or a.learnt, a.id, a.text,
                       a.verification)  # fmt: skip
    if now is None:
        return step
    if not _one(now.holder, holder):
        return _rival(now, step)
    return _again(now, step)


def _state(holder: str, a: Assertion) -> ControlState:
    if a.verification:
        return "uncertain"
    if a.by is None or crowd(a.by):
        return "reported"
    return "claimed" if _one(a.by, holder) else "confirmed"


def _denied(now: ControlStep | None, a: Assertion) -> ControlStep | None:
    """A denial counts if somebody is said to hold the place, or says whom it denies."""
    holder = a.about.population or (now.holder if now else None)
    if holder is None or (now is not None and now.state == "denied" and now.by == _by(a)):
        return None
    return ControlStep("denied", holder, _by(a), a.issued or a.learnt, a.id, a.text)


def _rival(now: ControlStep, step: ControlStep) -> ControlStep | None:
    """Another holder: a claim against a claim is contested, a confirmation settles it."""
    if step.state == "confirmed" or now.state == "denied":
        return step
    return replace(step, state="contested", rival=now.holder)


_STRENGTH: dict[ControlState, int] = {"claimed": 0, "reported": 1, "confirmed": 3}


def _again(now: ControlStep, step: ControlStep) -> ControlStep | None:
    """The same holder once more: only doubt, a denial's answer or a better word changes anything.

    A claimant who repeats the claim does not settle a doubt or a dispute.
    """
    if step.state == now.state:
        return None
    if now.state in ("uncertain", "denied", "contested"):
        return step if step.state == "confirmed" else None
    if step.state == "uncertain":
        return step if now.state != "confirmed" else None
    return step if _STRENGTH[step.state] > _STRENGTH[now.state] else None


def _one(a: str, b: str) -> bool:
    """One side: the same speaker, or speakers of one state."""
    one, two = speaker(a).state, speaker(b).state
    return same_speaker(a, b) or (one is not None and one == two)


def _by(a: Assertion) -> str:
    return a.by or a.agency or "an unnamed source"
