import pytest

from dateline.ledger.asserted.populations import fit
from dateline.records import About

CASES = [
    ("russian soldiers", "russian troops", "same"),
    ("soldiers", "russian soldiers", "open"),
    ("russian soldiers", "ukrainian soldiers", "different"),
    ("people", "persons", "same"),
    (None, "people", "same"),
    ("people", "civilians", "part"),
    ("civilians", "soldiers", "different"),
    ("guerrillas", "rebels", "same"),
    ("policemen", "police", "same"),
]


@pytest.mark.parametrize(("a", "b", "found"), CASES)
def test_fit(a, b, found):
    assert fit(About("killed", population_key=a), About("killed", population_key=b)) == found
    assert fit(About("killed", population_key=b), About("killed", population_key=a)) == found


def test_kinds_of_victims_decide_first():
    a, b = About("killed", victims="civilian"), About("killed", victims="combatant")
    assert fit(a, b) == "different"
    assert fit(a, About("killed", victims="mixed")) == "part"
    assert fit(a, About("killed")) == "same"
