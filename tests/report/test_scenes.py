"""What happened within a town is told with the town's name, if the dateline has it."""

import pytest

from dateline.records import DatelineHead, Place, Span
from dateline.report.gate import check_line
from dateline.report.ground import ground
from dateline.report.lines.drafts import drafts, line_of
from dateline.report.lines.spelling import Said

from .factory import Copy, dossier

HEAD = "KELM, March 2 (Northwire) - "


def told(body: str, feature: str = "PPL"):
    town = Place(Span(0, 4), "KELM", "Kelm", "location", geonameid=7, feature=feature)
    copy = Copy(f"{HEAD}{body}", origin=(town,)).mask(HEAD)
    copy.options["dateline"] = DatelineHead(Span(0, len(HEAD)), "KELM", None, "Northwire")
    on = dossier([copy])
    at = ground(on)
    found, _ = drafts(at)
    lines = [line_of(d, at, Said()) for d in found]
    assert all(check_line(line, on) is None for line in lines if line)
    return [line.text for line in lines if line]


def test_a_square_in_the_first_sentence_is_the_datelines():
    assert told("An airstrike on Victory Square broke the windows of the town hall.") == [
        "In Kelm, an airstrike on Victory Square broke the windows of the town hall."
    ]


@pytest.mark.parametrize(
    ("body", "feature"),
    [
        ("An airstrike on Victory Square broke the windows of the town hall.", "PPLC"),
        ("The army said that it would open a market for farmers.", "PPL"),
    ],
)
def test_the_capital_and_what_is_no_scene_are_left_alone(body, feature):
    assert told(body, feature) == [body]


def test_a_market_after_a_town_is_the_towns():
    copy = Copy("Shells fell on Kelm at dawn. Families dug through the rubble of a small market.")
    on = ground(dossier([copy.place("Kelm", 1)]))
    lines = [line_of(d, on, Said()) for d in drafts(on)[0]]
    assert [line.text for line in lines if line] == [
        "Shells fell on Kelm at dawn.",
        "In Kelm, families dug through the rubble of a small market.",
    ]


def test_the_airport_of_another_town_is_not_moved():
    text = "Ana Ruiz left Kelm on Monday. The bomb exploded near the Sund airport."
    on = ground(dossier([Copy(text).place("Kelm", 1).place("Sund", 2)]))
    lines = [line_of(d, on, Said()) for d in drafts(on)[0]]
    assert "The bomb exploded near the Sund airport." in [line.text for line in lines if line]
