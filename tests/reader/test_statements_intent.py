"""Promises and demands after "said": by whom the content speaks of, and how."""

from datetime import UTC, datetime

import pytest

import dateline
from tests.reader.pages import reading

LEAD = "SARN, March 5 (Meridian) - "


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Russia said it would withdraw.", "promises"),
        ("The bank said it would raise rates.", "promises"),
        ("Peter Orlik, the foreign minister, said his country would not support it.", "promises"),
        ("Transport Minister Ana Perault said the government would not back down.", "promises"),
        ('"We will not accept ultimatums," the president said.', "promises"),
        ("His lawyer, Anne Mertens, said she would appeal.", "promises"),
        ("Moscow said Kyiv must pay.", "demands"),
        ("The United Nations said Israel must open the crossing.", "demands"),
        ("The mayor said residents should leave the town at once.", "demands"),
        ("The union said the company has to pay its workers.", "demands"),
        ('"We call on Uganda to restore access," the spokesman said.', "demands"),
        ('"We condemn this attack," the premier said.', "condemns"),
    ],
)
def test_said_promises_or_demands(text: str, polarity: str) -> None:
    assert [s.polarity for s in reading(LEAD + text).statements] == [polarity]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said he would be 60 in May.",
        "The police said he would appear in court.",
        "Officials said the ban would take effect on Monday.",
        "Analysts said the bank would raise rates.",
        "The minister said there must be peace.",
        "The army said it would have fallen by now.",
        "The company said it would lose a tenth of its sales.",
    ],
)
def test_what_nobody_promises_or_demands_is_told(text: str) -> None:
    assert [s.polarity for s in reading(LEAD + text).statements] == ["asserts"]


def test_an_office_holder_speaks_for_the_country_of_the_dateline_only() -> None:
    text = "KYIV, March 5 (Meridian) - President Ivan Bondar said {} would respond."
    ours, theirs = (
        dateline.read(text.format(land), issued=datetime(2026, 3, 5, tzinfo=UTC)).statements
        for land in ("Ukraine", "Russia")
    )
    assert [s.polarity for s in (*ours, *theirs)] == ["promises", "asserts"]
