"""Who holds a place, as sides: the same, rivals, or unknown; and when."""

from datetime import UTC, datetime

import pytest

import dateline
from dateline.ledger import assertions
from dateline.ledger.speakers.sides import one_side

from .factory import dispatch


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Syrian government forces", "the army", True),
        ("rebels and jihadists", "the Free Syrian Army", True),
        ("Wagner fighters", "Russian forces", True),
        ("rebels", "the regime", False),
        ("Russian forces", "Ukrainian troops", False),
        ("the Rapid Support Forces", "the army", False),
        ("the Grey Riders", "the army", None),
    ],
)
def test_sides(one, two, same):
    assert one_side(one, two) is same
    assert one_side(two, one) is same


def test_a_state_of_control_read_from_text():
    text = (
        "A rebel spokesman denied that government forces had taken Ramouseh. "
        '"Ramouseh is still under our control," Abu Yousef said on Saturday. The observatory said '
        "government forces had seized Ramouseh. The army lost control of the base."
    )
    found = dateline.read(text, issued=datetime(2016, 9, 3, 12, tzinfo=UTC))
    held = [(e.status, e.actors, e.source_name) for e in found.events if e.type == "CONTROL"]
    assert held == [
        ("denied", ("government forces",), "rebel spokesman"),
        ("reported", (), "Abu Yousef"),
        ("reported", ("government forces",), "observatory"),
        ("denied", ("The army",), None),
    ]
    made = assertions(dispatch(text), found)
    assert [a.about.population for a in made if a.kind == "control"][1] == "Abu Yousef"
