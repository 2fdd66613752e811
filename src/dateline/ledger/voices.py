"""Who speaks in two assertions: one voice or two, one origin or several. Pure."""

from dataclasses import dataclass

from dateline.ledger.actors import crowd, same_speaker
from dateline.records import Assertion
from dateline.records.vocabulary import Origins, Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule found: a verdict, the reason in a sentence, and the rule's name."""

    verdict: Verdict
    reason: str
    rule: str


def incomparable(reason: str, rule: str) -> Outcome:
    """The outcome for two assertions that say nothing about each other."""
    return Outcome("not comparable", reason, rule)


def who(a: Assertion) -> str:
    """The speaker as a sentence names them."""
    return a.by or a.agency or "an unnamed source"


def begin(words: str) -> str:
    """Words fit to begin a sentence."""
    return words[:1].upper() + words[1:]


def denies(a: Assertion) -> bool:
    """True if the assertion denies what it is about."""
    return a.polarity == "denies"


def later(a: Assertion, b: Assertion) -> bool:
    """True if ``a`` is known to have been sent after ``b``."""
    return a.issued is not None and b.issued is not None and a.issued > b.issued


def one_voice(a: Assertion, b: Assertion) -> bool:
    """True if the same speaker, or the same agency speaking itself, says both."""
    if a.by is None and b.by is None:
        return a.guid == b.guid or same_speaker(a.agency, b.agency)
    return same_speaker(a.by, b.by) and not crowd(a.by)


def origin(a: Assertion, b: Assertion) -> Origins:
    """Whether two assertions rest on one origin: a speaker, an agency, one quoting the other."""
    if a.by is None and b.by is None:
        return _agencies(a, b)
    if same_speaker(a.by, b.by):
        return "one" if a.guid == b.guid or not crowd(a.by) else "unclear"
    if same_speaker(a.by, b.agency) or same_speaker(b.by, a.agency):
        return "one"
    return "several" if a.by and b.by else "unclear"


def _agencies(a: Assertion, b: Assertion) -> Origins:
    """For two agencies that name nobody, the last links of their chains."""
    if a.guid == b.guid:
        return "one"
    if not a.agency or not b.agency:
        return "unclear"
    chains = {*a.via[-1:], a.agency}, {*b.via[-1:], b.agency}
    shared = any(same_speaker(x, y) for x in chains[0] for y in chains[1])
    return "one" if shared else "several"
