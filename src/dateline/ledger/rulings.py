"""The verdict on two assertions, with the reason in a sentence and the rule that gave it.

Pure, and the order of the two does not matter: ``a`` of a ruling is always the newer. What the
questions are depends on the kind (``figure_rules``, ``statement_rules``, ``scene_rules``).
"""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.ledger import figure_rules, scene_rules, statement_rules, wording
from dateline.ledger.voices import Outcome, incomparable, origin
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
    a, b = sorted((a, b), key=_age, reverse=True)
    if a.kind == b.kind:
        found = _RULES[a.kind](a, b)
    else:
        found = incomparable(f"One is a {a.kind}, the other a {b.kind}.", "kind")
    return Ruling(a, b, found.verdict, found.reason, found.rule, origin(a, b))


def _age(a: Assertion) -> tuple[float, int, str, int, str]:
    issued = a.issued.timestamp() if a.issued else 0.0
    return (issued, a.version, a.guid, a.span.start, a.id)


def keys(a: Assertion) -> tuple[str, ...]:
    """What to look an assertion's rivals up by: two that compare share a key, nearly always."""
    if a.kind == "figure":
        return (f"f {a.about.measure}",)
    if a.kind in ("event", "control"):
        return (f"e {a.about.measure} {a.about.geonameid}",) if a.about.geonameid else ()
    long = sorted(w for w in wording.content_words(a.text) if len(w) >= 6)
    return tuple(f"s {w}" for w in long[:_WORD_KEYS]) if len(long) >= 3 else ()
