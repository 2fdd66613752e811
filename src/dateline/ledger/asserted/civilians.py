"""Civilians in one account of an incident, people in another's: whether they are the same. Pure."""

from dateline.ledger.asserted.populations import counted, population
from dateline.ledger.asserted.wording import content_words
from dateline.records import Assertion

_ANY_FIGHTER = content_words(
    "soldier soldiers servicemen serviceman troops fighter fighters policeman policemen militants"
    " officer soldats militaire militaires policiers combattants"
)


def only_civilians(a: Assertion, b: Assertion) -> bool:
    """True for the civilian dead or hurt of an incident against those of another's account of it,
    where neither tells of fighters: what hits a market, one calls people and the other civilians.
    """
    one, two = (population(counted(x).population_key or "") for x in (a, b))
    anyone, civilians = frozenset[str](), frozenset(("civilian",))
    if {one.classes, two.classes} != {anyone, civilians} or one.qualities or two.qualities:
        return False
    single = a.about.scope == b.about.scope == "incident" and a.about.measure in _HARMED
    return single and all(_ANY_FIGHTER.isdisjoint(x.context) for x in (a, b))


_HARMED = frozenset(("killed", "injured", "casualties"))
