"""Names: fullest form, kind and role, as the dispatch itself gives them."""

import pytest

from dateline.records import Name
from tests.reader.statement_pages import names_in


def one(text: str, words: str, nth: int = 0) -> Name:
    found = [n for n in names_in(text) if n.text == words]
    assert len(found) > nth, [n.text for n in names_in(text)]
    return found[nth]


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("President Karel Novak left on Monday.", "Karel Novak", "President"),
        ("Karel Novak, the mayor of Tarn, left on Monday.", "Karel Novak", "mayor of Tarn"),
        ("The Danish ambassador, Ana Petrescu, left.", "Ana Petrescu", "Danish ambassador"),
        ("A spokesman for the ministry, Ivan Dobrev, left.", "Ivan Dobrev",
         "spokesman for the ministry"),
        ("Karel Novak left on Monday.", "Karel Novak", None),
    ],
)  # fmt: skip
def test_role(text: str, words: str, role: str | None) -> None:
    assert one(text, words).role == role


def test_surname_stands_for_the_full_name() -> None:
    text = "Karel Novak spoke in Paris. Mr. Novak then left. Novak will return in May."
    assert [n.canonical for n in names_in(text) if "Novak" in n.text] == ["Karel Novak"] * 3


def test_shorter_form_of_a_long_name() -> None:
    text = "Gregorio Rosa Chavez spoke on Sunday. Rosa Chavez then left the country."
    assert one(text, "Rosa Chavez").canonical == "Gregorio Rosa Chavez"


def test_acronym_in_brackets() -> None:
    text = "The Union of Dockers (UD) met on Monday. The UD then called a strike."
    assert one(text, "UD", -1).canonical == "Union of Dockers"


def test_two_people_of_one_surname_keep_apart() -> None:
    text = "Ana Novak met Karel Novak on Monday in Paris."
    assert one(text, "Ana Novak").canonical == "Ana Novak"
    assert one(text, "Karel Novak").canonical == "Karel Novak"


def test_text_is_the_dispatchs_even_in_capitals() -> None:
    text = (
        "VILNA, 5 JAN 90 -- PRESIDENT KAREL NOVAK SAID TODAY THAT THE BORDER WITH FRANCE WILL BE "
        "CLOSED UNTIL FURTHER NOTICE.  NOVAK ADDED THAT THE ARMY WOULD HELP."
    )
    found = [n for n in names_in(text) if n.kind == "person"]
    assert [text[n.span.start : n.span.end] for n in found] == [n.text for n in found]
    assert {n.canonical for n in found} == {"Karel Novak"}


def test_no_text_no_names() -> None:
    assert names_in("") == ()
    assert names_in(" \n\n ") == ()


def test_a_double_name_is_one_person() -> None:
    text = (
        "Archbishop Teresa Olmedo y Damas met the mediators. The talks had failed, Damas said. "
        "Nobody was hurt."
    )
    found = [name.canonical for name in names_in(text) if name.kind == "person"]
    assert found == ["Teresa Olmedo y Damas"] * 2
