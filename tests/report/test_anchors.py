"""Sentences that only their dispatch places: the line says where, and cites who said so."""

import pytest

from dateline.report import compose

from .factory import Copy, dossier

LEDE = "Shells fell on the harbour of Port Arlo on Monday, the mayor said."


def texts(copy):
    edition = compose(dossier([copy]), None)
    printed = [*edition.standfirst, *(line for s in edition.sections for line in s.lines)]
    return {line.text: line for line in printed}


def arlo(*after):
    copy = Copy(" ".join((LEDE, *after)))
    copy.said("the mayor", "said", "Shells fell on the harbour of Port Arlo on Monday")
    return copy.place("Port Arlo", 7)


def test_a_toll_of_nowhere_is_set_where_the_reader_puts_it():
    copy = arlo("At least four people were killed and nine injured.")
    copy.figure("At least four people", "killed", 4, low=4, hedge="at least", population="people",
                place="Port Arlo")  # fmt: skip
    copy.figure("nine", "injured", 9, place="Port Arlo")
    line = texts(copy)["In Port Arlo, at least four people were killed and nine injured."]
    assert [c.text for c in line.citations][1] == LEDE


def test_there_becomes_the_place_that_it_means():
    copy = arlo("Two fishermen were killed there, according to the harbour master Luc Dahl.")
    copy.figure("Two fishermen", "killed", 2, population="fishermen", place="Port Arlo",
                by="Luc Dahl")  # fmt: skip
    copy.name("Luc Dahl")
    assert (
        "Two fishermen were killed in Port Arlo, according to the harbour master Luc Dahl."
        in texts(copy)
    )


def test_this_city_becomes_its_name():
    copy = arlo("The mayor of this city, Ana Ruiz, spoke of a catastrophe for fishermen.")
    copy.name("Ana Ruiz")
    assert "The mayor of Port Arlo, Ana Ruiz, spoke of a catastrophe for fishermen." in texts(copy)


@pytest.mark.parametrize(
    "text",
    [
        "In Sund, the rebels claimed full control, but the situation there remained uncertain.",
        "There were no reports of damage to the lighthouse at Sund on Monday.",
    ],
)
def test_there_that_is_known_or_points_nowhere_stays(text):
    copy = arlo(text).place("Sund", 8)
    assert text in texts(copy)


def test_of_two_towns_none_is_guessed():
    copy = Copy(
        "Shells fell on Port Arlo and Sund on Monday. The city was without water until evening."
    )
    copy.place("Port Arlo", 7).place("Sund", 8)
    assert not any("without water" in text and "In " in text for text in texts(copy))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Among these measures, Ana Ruiz confirmed that seven banks would be closed.",
            "Ana Ruiz confirmed that seven banks would be closed.",
        ),
        (
            "Result of the strike: prices of bread and coal rose by half on Monday in Sund.",
            "Prices of bread and coal rose by half on Monday in Sund.",
        ),
        (
            "Bombings also took place in Sund, 150 km further west.",
            "Bombings took place in Sund.",
        ),
        (
            "Further east, in Sund, the school was closed because of the shelling.",
            "In Sund, the school was closed because of the shelling.",
        ),
    ],
)
def test_ties_to_what_was_said_before_are_cut(text, line):
    copy = arlo(f"\n\n{text}")
    if "Ana Ruiz" in text:
        copy.name("Ana Ruiz")
    if "Sund" in text:
        copy.place("Sund", 8)
    assert line in texts(copy)


def test_a_speaker_before_a_colon_is_no_label():
    copy = arlo("\n\nThe harbour master said: the quay is closed until the end of the week.")
    assert not any(text.startswith("The quay") for text in texts(copy))


def test_a_toll_that_somebody_gave_before_has_a_speaker_and_no_place():
    copy = arlo("Earlier it had given a toll of 18.")
    copy.figure("18", "killed", 18, place="Port Arlo")
    assert not any("In Port Arlo" in text for text in texts(copy))
