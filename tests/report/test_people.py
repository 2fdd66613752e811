"""Names in full where a section has them first."""

from dateline.report import compose

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
