"""What the words beside a name call a place is one, whatever the gazetteer and the model say."""

from datetime import UTC, datetime

import pytest

import dateline
from dateline.reader.toponyms_called import is_surely_called

AT = datetime(2016, 8, 17, 16, tzinfo=UTC)


def places(text: str) -> dict[str, str | None]:
    return {p.text: p.country for p in dateline.read(text, issued=AT).places}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Strikes hit the Syrian town of Ariha on Wednesday.", "Ariha"),
        ("Shells fell on the Hamdaniyeh neighborhood in Aleppo city.", "Hamdaniyeh"),
        ("Jets bombed a market in Ariha, in Syria's Idlib province.", "Ariha"),
        ("Government forces retook Ramouseh after heavy fighting.", "Ramouseh"),
        ("Ukraine has denied that Bakhmut has fallen.", "Bakhmut"),
        ("Rebel fighters seized the airport of Goma overnight.", "Goma"),
        ("Shells fell on the outskirts of Goma.", "Goma"),
    ],
)
def test_a_name_that_is_called_a_place(text: str, name: str) -> None:
    assert name in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "The town hall was shut on Monday.",
        "The army captured Saddam Hussein in December.",
        "Fighting began in April, in the rainy season.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert places(text) == {}


def test_a_town_lies_where_its_people_do() -> None:
    text = "The toll from raids on a market in the northwestern Syrian town of Ariha is 41."
    assert places(text)["Ariha"] == "SY"  # not Jericho, which is called so in Arabic


def test_a_quarter_lies_in_no_far_country() -> None:
    text = "Sudan's army shelled the Mayo neighborhood, residents of Khartoum said."
    assert places(text)["Mayo"] in (None, "SD")


def test_what_a_town_has_makes_no_place_of_an_unknown_name() -> None:
    words = ["THE", "OUTSKIRTS", "OF", "ZQLT", "DEPARTMENT"]
    assert not is_surely_called(words, 3, 4)
    assert is_surely_called(["the", "town", "of", "Ariha"], 3, 4)
