"""Names in full where a section has them first."""

import pytest

from dateline.records import Span
from dateline.report import compose
from dateline.report.ground import ground
from dateline.report.lines import people, pronouns
from dateline.report.lines.edits import apply
from dateline.report.lines.spelling import Said

from .factory import Copy, dossier


def texts(copy):
    edition = compose(dossier([copy]), None)
    printed = [*edition.standfirst, *(line for s in edition.sections for line in s.lines)]
    return [line.text for line in printed]


def test_a_surname_is_made_a_full_name_once():
    copy = Copy(
        "Gunmen attacked the police station in Kelm on Wednesday, killing two guards.\n\n"
        "“We will build another,” Ms Ruiz said at the gate of the station in Kelm. "
        "Ruiz promised Kelm a hospital with 40 beds before the winter."
    )
    copy.place("Kelm", 1).place("Kelm", 1, after="gate").place("Kelm", 1, after="promised")
    copy.name("Ruiz", canonical="Ana Ruiz")
    copy.name("Ruiz", canonical="Ana Ruiz", after="station in Kelm. ")
    found = "\n".join(texts(copy))
    assert "“We will build another,” Ana Ruiz said at the gate" in found
    assert found.count("Ana Ruiz") == 1
    assert "Ruiz promised Kelm" in found


def test_a_name_with_its_title_stays():
    copy = Copy("The mayor of Kelm is ill.\n\nPresident Ruiz left Kelm for the coast on Monday.")
    copy.place("Kelm", 1, after="left").name("Ruiz", canonical="Ana Ruiz")
    assert "President Ruiz left Kelm for the coast on Monday." in texts(copy)


def test_the_first_sentence_of_a_dispatch_leans_on_nothing():
    lead = "A man who was held in this prison for a year has been killed in Kelm, police say."
    copy = Copy(f"{lead} The mayor of Kelm, Ana Ruiz, ordered an inquiry on Monday.")
    copy.place("Kelm", 1).name("Ana Ruiz")
    assert lead in texts(copy)


def test_whose_men_are_counted_stays_a_surname():
    copy = Copy("The mayor of Kelm is ill.\n\nDozens of Ruiz's men were killed in Kelm on Monday.")
    copy.place("Kelm", 1, after="killed").name("Ruiz", canonical="Ana Ruiz")
    assert any("Dozens of Ruiz's men were killed in Kelm" in text for text in texts(copy))


def names(text, *given, cased=None):
    copy = Copy(text, cased=cased)
    for words, canonical, role in given:
        copy.name(words, canonical=canonical, role=role)
    sheet = next(iter(ground(dossier([copy]))))
    said = Said()
    span = Span(0, len(text))
    return apply(sheet.shown, span, people.edits(sheet, span, said)), sheet, said


def test_a_person_is_introduced_by_the_office_that_the_dispatch_gives():
    told = "Ruiz shut the port. The order of Interior Minister Ana Ruiz holds for a week."
    made, sheet, said = names(
        told, ("Ruiz", "Ana Ruiz", None), ("Ana Ruiz", "Ana Ruiz", "Interior Minister")
    )
    assert made.startswith("Interior Minister Ana Ruiz shut the port. ")
    assert people.speaker(sheet, "Ana Ruiz", said) == "Ruiz"
    assert people.speaker(sheet, "Ana Ruiz", Said()) == "Interior Minister Ana Ruiz"


@pytest.mark.parametrize("role", ["Minister", "leader", "farmer", "patriotic union Leader", None])
def test_what_does_not_tell_who_somebody_is_is_no_office(role):
    made, _, _ = names(
        "Ruiz shut the port. She is Ana Ruiz.", ("Ruiz", "Ana Ruiz", role),
        ("Ana Ruiz", "Ana Ruiz", None),
    )  # fmt: skip
    assert made.startswith("Ana Ruiz shut the port.")


@pytest.mark.parametrize(
    "text",
    ["The Ruiz case is open.", "Governor Ruiz left Kelm.", "Ruiz, the mayor of Kelm, left it.",
     "“We saw Ruiz,” they said."],
)  # fmt: skip
def test_a_name_that_takes_no_further_title(text):
    made, _, _ = names(text, ("Ruiz", "Ruiz", "Interior Minister"))
    assert made == text


def test_a_surname_in_capitals_gets_the_full_name():
    made, _, _ = names(
        "RUIZ LEFT KELM. ANA RUIZ IS ILL.", ("RUIZ", "Ana Ruiz", None),
        ("ANA RUIZ", "Ana Ruiz", None), cased="Ruiz left Kelm. Ana Ruiz is ill.",
    )  # fmt: skip
    assert made.startswith("Ana Ruiz left Kelm.")


@pytest.mark.parametrize(
    ("text", "name", "printed"),
    [
        ("A Ports Ministry\nspokesman spoke.", "Ports Ministry spokesman",
         "a Ports Ministry spokesman"),
        ("The Kelm Union said no.", "Kelm Union", "Kelm Union"),
        ("The regional governor spoke.", "regional governor", "the regional governor"),
        ("Ports Ministry officials spoke.", "Ports Ministry officials", "Ports Ministry officials"),
    ],
)  # fmt: skip
def test_who_is_described_has_an_article(text, name, printed):
    sheet = next(iter(ground(dossier([Copy(text)]))))
    assert pronouns.printed(sheet, name) == printed


AGAIN = "Ana Ruiz"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The port is shut, Interior Minister Ana Ruiz said.", "The port is shut, Ruiz said."),
        ("It is “in ruins”, Ana Ruiz said on Monday.", "It is “in ruins”, Ruiz said on Monday."),
        ("Interior Minister Ana Ruiz shut the port.", "Ruiz shut the port."),
        ("Soldiers shot at Interior Minister Ana Ruiz.", None),
        ("The mayor of Kelm, Ana Ruiz, shut the port.", None),
        ("The poet Ana Ruiz shut the port.", None),
        ("Ana Ruiz, the mayor of Kelm, shut the port.", None),
        ("“We saw Ana Ruiz at the port,” they said.", None),
        ("The port is shut, the mayor, Ana Ruiz, said.", None),
    ],
)  # fmt: skip
def test_a_person_named_before_is_a_surname(text, made):
    copy = Copy(text)
    copy.name("Ana Ruiz", canonical=AGAIN, role="Interior Minister")
    sheet = next(iter(ground(dossier([copy]))))
    said, span = Said(people={AGAIN}), Span(0, len(text))
    assert apply(sheet.shown, span, people.edits(sheet, span, said)) == (made or text)


def test_two_people_of_one_surname_keep_their_first_names():
    text = "The port is shut, Ana Ruiz said."
    copy = Copy(text)
    copy.name("Ana Ruiz", canonical=AGAIN)
    sheet = next(iter(ground(dossier([copy]))))
    said, span = Said(people={AGAIN, "Ivo Ruiz"}), Span(0, len(text))
    assert apply(sheet.shown, span, people.edits(sheet, span, said)) == text
