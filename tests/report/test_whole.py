"""Which words can stand alone as a headline."""

import pytest

from dateline.report.headlines import clipping, leaning
from dateline.report.headlines.whole import stands

WHOLE = [
    "Three bombs exploded at the front doors of a party headquarters and two banks",
    "The army has reinforced the base in Kelm",
    "Two policemen were killed in a clash near Sund, the governor said",
    "Marta Oldane said that the hospital had received no medicine",
    "The attack on Port Arlo killed 10 people",
    "Judge Jan Brock was shot in Kelm, it was reported by the police",
]
BROKEN = [
    "But the governor criticised the plan",
    "For this, the rebels concentrated special forces",
    "Attacked a police station and killed two guards",
    "Who had resisted a search, attacked a patrol",
    "The president charged that Colonel Petr Hask",
    "The patrol killed 14 rebels in clashes that occurred",
    "The amnesty report stated that torture, murder, rape",
    "The army was joined by the",
    "The clash occurred at noon",
    "Kelm sustained the following: 177 dead",
    "A few hours later were freed",
    "The column was attacked in the battle with approximately",
    "The 19 March election being organized by the party",
    "Marta Oldane made a mistake and she stays",
    "The guards have been on the alert to prevent the Red Path",
    "Insurgents who had evacuated the district of Sund",
    "The command of the Red Path has expressed serious concern",
    "Jan Brock, kidnapped by the rebels of Ardo",
    "Shortly afterwards the governor met with party leaders",
]


@pytest.mark.parametrize("text", WHOLE)
def test_whole_clauses_stand(text):
    assert stands(text)


@pytest.mark.parametrize("text", BROKEN)
def test_what_leans_or_breaks_off_does_not(text):
    assert not stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "Of the ammunition, 10,400 rounds are for rifles",
        "Tell Jan Brock to find out who arrested two priests",
        "Third, Kelm will not send a team to the meeting",
    ],
)
def test_parts_points_and_orders_are_no_headlines(text):
    assert not stands(text)


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("The army said that it is willing to engage", False),
        ("The Tarvian government is supporting Kelm's fight", False),
        ("The army said that the bridge was closed", True),
    ],
)
def test_a_clipped_headline_keeps_what_its_last_word_wants(text, complete):
    assert clipping.complete(text) is complete


def test_a_participle_that_describes_is_no_main_verb():
    hanging = "The rebels, who are battling the army in densely populated areas of Kelm"
    assert not stands(hanging)
    assert stands("The rebels attacked densely populated areas of Kelm")


def test_what_somebody_is_loses_though_an_apposition_stands_between():
    assert leaning.leaning("Orso, a baker by trade, is the oldest man of Kelm") >= leaning.STATIC
    assert leaning.leaning("Orso, a baker by trade, left Kelm for the coast") == 0
