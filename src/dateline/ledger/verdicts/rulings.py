"""The verdict on two assertions, with the reason in a sentence and the rule that gave it.

Pure, and the order of the two does not matter: ``a`` of a ruling is always the newer. What the
questions are depends on the kind (``figure_rules``, ``statement_rules``, ``scene_rules``).
"""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.ledger.asserted import wording
from dateline.ledger.asserted.measures import kind, told
from dateline.ledger.speakers.sides import side
from dateline.ledger.verdicts import figure_rules, scene_rules, statement_rules
from dateline.ledger.verdicts.voices import Outcome, incomparable, origin
from dateline.ledger.verdicts.whereabouts import spelt
from dateline.records import Assertion
from dateline.records.vocabulary import ClaimKind, Origins, Verdict

_RULES: dict[ClaimKind, Callable[[Assertion, Assertion], Outcome]] = {
    "figure": figure_rules.decide,
    "statement": statement_rules.decide,
    "event": scene_rules.event,
    "control": scene_rules.control,
}
_WORD_KEYS = 5
"""Statements are looked up by this many of their longer words, always the same ones: two that share
most of their words share one of these nearly always.
"""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict; ``a`` is the newer of the two. ``rule`` names the rule that decided."""

    a: Assertion
    b: Assertion
    verdict: Verdict
    reason: str
    rule: str
    origin: Origins


def judge(a: Assertion, b: Assertion) -> Ruling:
    """How one assertion stands to another; the order of the two does not matter."""
    a, b = newer_first(a, b)
    if a.kind == b.kind:
        found = _RULES[a.kind](a, b)
    else:
        found = incomparable(f"One is a {a.kind}, the other a {b.kind}.", "kind")
    return by(a, b, found)


def newer_first(a: Assertion, b: Assertion) -> tuple[Assertion, Assertion]:
    """The two in the order in which a ruling gives them."""
    return (b, a) if _age(b) > _age(a) else (a, b)


def by(a: Assertion, b: Assertion, found: Outcome) -> Ruling:
    """The ruling that an outcome for two assertions makes, ``a`` the newer."""
    if found.verdict == "supersedes" and a.former:
        a, b = b, a
    return Ruling(a, b, found.verdict, found.reason, found.rule, _origin(a, b, found.verdict))


def _origin(a: Assertion, b: Assertion, verdict: Verdict) -> Origins:
    """Two accounts that cannot both be true do not come from one mouth; one that takes the other's
    place does. What an outlet tells itself of a deed bears out what a speaker says.
    """
    found = origin(a, b)
    deed = a.kind in ("event", "control") and verdict == "supports"
    if found == "unclear" and deed and (a.by is None) != (b.by is None):
        return "several"  # an outlet's own account bears out what somebody says
    if found == "unclear" and verdict in ("contradicts", "supersedes"):
        return "several" if verdict == "contradicts" else "one"
    return found


def _age(a: Assertion) -> tuple[float, int, str, int, str]:
    issued = a.issued.timestamp() if a.issued else 0.0
    return (issued, a.version, a.guid, a.span.start, a.id)


def keys(a: Assertion) -> tuple[str, ...]:
    """What to look an assertion's rivals up by: two that compare share a key, nearly always."""
    if a.kind == "figure":
        return _figure_keys(a)
    if a.kind in ("event", "control"):
        return _place_keys(a)
    long = sorted(w for w in wording.content_words(a.text) if len(w) >= 6)
    words = tuple(f"s {w}" for w in long[:_WORD_KEYS]) if len(long) >= 3 else ()
    return (*words, "d") if a.context else words


def _place_keys(a: Assertion) -> tuple[str, ...]:
    """Control also by the name of a place that no gazetteer knows, attacks by whose they are."""
    doer = side(a.about.population or "") if a.kind == "event" else None
    country = next((n for n in (*a.about.within, a.about.geonameid) if n), None)
    whose = (f"w {a.about.measure} {doer}",) if doer else ()
    if a.kind == "event" and a.about.population and country:
        whose = (*whose, f"w {a.about.measure} {country}")
    if a.kind == "control" and a.about.place:
        whose = (*whose, f"e {a.about.measure} {spelt(a.about.place)}")
    if a.about.geonameid is not None:
        return (f"e {a.about.measure} {a.about.geonameid}", *whose)
    return whose


_CAUGHT = {"held": "captured", "surrendered": "captured"}
"""Measures that may be of the same people."""


def _figure_keys(a: Assertion) -> tuple[str, ...]:
    """Casualties by their measure. Free measures are many and loose: only figures for one
    population in one place can be rivals, others can only be equal.
    """
    about = a.about
    if told(about.measure):
        return (f"f {_CAUGHT.get(about.measure) or kind(about.measure)}",)
    number = next((n for n in (a.value, a.low, a.high) if n is not None), None)
    equal = f"n {about.measure} {about.unit} {number}"
    if about.geonameid is None or not about.population_key:
        return (equal,)
    return (equal, f"p {about.measure} {about.population_key} {about.geonameid}")
