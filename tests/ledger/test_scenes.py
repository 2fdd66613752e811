"""One incident or two, by the words around two tolls."""

import pytest

from dateline.ledger import assertions
from dateline.ledger.asserted.scenes import scene, spread

from .factory import dispatch, figure, reading


def told(text, guid="a"):
    one = dispatch(text, guid)
    (a,) = assertions(one, reading(one, figure(one, "9", value=9)))
    return a


MARKET = "A missile hit a market, and 9 people were killed."
CASES = [
    (MARKET, "Nine shoppers died, that is 9, when a missile struck the bazaar.", "mark"),
    (MARKET, "Un missile est tombé sur un marché : 9 morts.", "mark"),
    (MARKET, "Missiles killed 9 people.", "alike"),
    (MARKET, "A drone hit a school and 9 people were killed.", "two"),
    (MARKET, "Police said 9 people were killed on Tuesday.", "open"),
    (MARKET, "A missile hit a market full of traders, and 9 of those traders were killed.", "mark"),
]


@pytest.mark.parametrize(("one", "two", "found"), CASES)
def test_scene(one, two, found):
    assert scene(told(one), told(two, "b"), core=True) == found
    assert scene(told(two, "b"), told(one), core=True) == found


def test_many_words_in_common_make_one_scene():
    one = told("Masked raiders burned the sawmill at dawn and 9 foremen were killed.")
    two = told("The sawmill burned at dawn after masked raiders came; 9 were killed.", "b")
    assert scene(one, two, core=True) == "one"


def test_a_regional_toll_is_known_by_its_words():
    assert spread(told("Shelling across the region killed 9 people."))
    assert not spread(told(MARKET))
