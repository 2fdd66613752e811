"""The main news of each dispatch is in the report, and what is done for form's sake is not."""

from datetime import timedelta

import pytest

from dateline.records import Span
from dateline.report import compose, spoken
from dateline.report.ground import ground
from dateline.report.words import tidy

from .factory import ISSUED, Copy, dossier


def lines(*copies):
    edition = compose(dossier(copies), None)
    assert edition is not None
    every = (*edition.standfirst, *(x for s in edition.sections for x in s.lines))
    return [x.text for x in every]


OPENING = "Ana Ruiz, the mayor of Kelm, opened a school in the north of Tarvia on Wednesday. "


@pytest.mark.parametrize(
    "sentence",
    [
        "The police in Kelm did not release the names of the six farmers of Orlo.",
        "The information was made public by Jan Holt, the spokesman of the Kelm ministry.",
        "Ana Ruiz answered several questions about wheat in Kelm.",
        "Ana Ruiz talked with reporters about the harvest of Kelm.",
        "Ana Ruiz was seen off at the airport of Kelm by Jan Holt.",
        "The attack occurred at approximately 1545 GMT.",
        "The police in Kelm found six radios; two lamps; three cords; and a map of Orlo.",
        "The Tarvian laws demand that a candidate must be a citizen of Kelm.",
    ],
)
def test_mere_form_is_no_news(sentence):
    text = OPENING + "Six farmers sold their wheat in Kelm on Tuesday. " + sentence
    assert not any(sentence[:20] in line for line in lines(Copy(text).place("Kelm", 1)))


NEWS = "Gunmen shot Marta Weiss, the minister of justice of Tarvia, on a road near Kelm. "


def told(text, guid):
    return Copy(text, guid=guid).place("Kelm", 1).name("Marta Weiss")


@pytest.mark.parametrize(
    ("turn", "word"),
    [
        ("The police arrested six gunmen who shot the minister of justice of Tarvia, Marta Weiss, "
         "near Kelm.", "arrested"),
        ("The Orlo Front claimed responsibility for shooting Marta Weiss, the minister of justice, "
         "near Kelm.", "responsibility"),
        ("Marta Weiss, the minister of justice of Tarvia, died after gunmen shot her near Kelm.",
         "died"),
        ("President Hanna Berg blamed the Orlo Front for shooting Marta Weiss, the minister of "
         "justice, near Kelm.", "blamed"),
    ],
)  # fmt: skip
def test_what_came_of_an_event_is_told_beside_it(turn, word):
    found = lines(told(NEWS, "a"), told(turn, "b"))
    assert any("unmen shot" in x for x in found)
    assert any(word in x for x in found)


def test_the_same_turn_from_two_agencies_is_told_once():
    turn = (
        "The police arrested six gunmen who shot Marta Weiss, the minister of justice, near Kelm."
    )
    again = "Six gunmen who shot Marta Weiss, the minister of justice, near Kelm were arrested."
    found = lines(told(NEWS, "a"), told(turn, "b"), told(again, "c"))
    assert sum("arrested" in x for x in found) == 1


def test_a_quotation_that_goes_on_is_closed_where_its_first_sentence_ends():
    text = 'Marta Weiss of Kelm said: "I have kept every promise to the farmers of Kelm. '
    text += 'God knows that. And I will keep the next."'
    copy = Copy(text).name("Marta Weiss").place("Kelm", 1)
    assert lines(copy)[0] == (
        'Marta Weiss of Kelm said: "I have kept every promise to the farmers of Kelm."'
    )


def test_a_mark_that_closes_what_opened_before_is_given_no_partner():
    text = "The road to Kelm was shut to all the farmers of Tarvia. "
    text += 'Weiss kept every promise to the farmers of the north," said Ana Ruiz of Kelm.'
    assert not any("kept every promise" in x for x in lines(Copy(text).place("Kelm", 1)))


def test_an_opening_line_has_those_beside_it_that_nothing_in_their_dispatch_introduces_better():
    text = "The Orlo Front voiced concern at the war in the north of Tarvia. "
    text += "Jets bombed the streets of the country's capital Kelm, radio of the north says. "
    text += "The ministry shut the harbour of the country near Kelm to all the ships of Orlo."
    assert len(lines(Copy(text).place("Kelm", 1))) == 3


def test_the_dead_of_the_sentence_after_the_news_are_told():
    text = "Gunmen shot Marta Weiss, the minister of justice, on a road near Kelm. "
    text += "One of her guards was killed."
    copy = told(text, "a").figure("One", "killed", 1)
    assert any("guards was killed" in x for x in lines(copy))


def test_a_doubled_auxiliary_is_one():
    assert tidy("One of the guards was was killed.") == "One of the guards was killed."


ANSWER = "\n\n[Ruiz] We are calm now. Our town is calm. We will not be afraid of any harm."


def asked(text):
    """A station's report with somebody's own words below it."""
    return Copy(text + ANSWER, agency="Radio Orlo").place("Kelm", 1).name("Ana Ruiz")


def test_above_its_first_answer_a_station_speaks_for_itself():
    text = "Gunmen set Ana Ruiz free in the hills of Orlo on the road to the harbour. "
    text += "Police officers from Kelm had looked for her car in the north of Tarvia."
    copy = asked(text)
    sheet = next(iter(ground(dossier([copy]))))
    assert sheet.answers and sheet.opinion == ""
    assert any("looked for her car" in x for x in lines(copy))


def test_below_the_first_answer_nobody_is_taken_for_the_reporter():
    text = "Gunmen set Ana Ruiz free in the hills of Kelm on the road to the harbour."
    copy = asked(text)
    assert not any("calm" in x for x in lines(copy))


def test_what_a_paper_asks_under_its_own_name_is_no_line():
    note = "[Interview with Tarvian President Ana Ruiz by Jan Brock] [Text] "
    put = "Kelm Post: The harbours of Tarvia have been sold to the banks of Orlo."
    told = "Ana Ruiz: The harbours of Tarvia belong to the towns of the coast."
    copy = Copy(f"{note}{put}\n\n{told}", agency="Kelm Post").place("Tarvia", 1)
    sheet = next(iter(ground(dossier([copy]))))
    question, answer = (Span(copy.text.index(text[11:]), copy.text.index(text) + len(text))
                        for text in (put, told))  # fmt: skip
    assert spoken.is_asked(sheet, question)
    assert not spoken.is_asked(sheet, answer)


def test_a_sentence_whose_subject_was_not_heard_is_none():
    text = "...Have taken the road to Kelm from the Orlo Front. " + OPENING
    assert lines(Copy(text).place("Kelm", 1)) == [OPENING.strip()]


PIPE = "The Orlo Front attacked the oil pipeline near Kelm with 5 kg of dynamite on Tuesday. "


def test_a_report_of_few_lines_tells_on_where_its_dispatch_does():
    text = PIPE + "Two riders set off a big explosion on the road from Sund to Kelm. "
    text += "The explosion destroyed three sections of the line that carries petrol from Kelm."
    copy = Copy(text).place("Kelm", 1).event("attacked", "ASSAULT", place="Kelm")
    copy = copy.place("Kelm", 1, after="to ").place("Kelm", 1, after="petrol from ")
    found = lines(copy.figure("three sections", "sections", 3))
    assert any("three sections" in x for x in found)


def test_a_report_of_few_lines_tells_more_of_the_same_man():
    text = "The police in Kelm arrested Jan Holt, a member of the Orlo Front. "
    text += (
        "Jan Holt was arrested while driving with the engineer Marta Weiss, who had leaflets of "
    )
    text += "the outlawed Sund League in her bag."
    copy = Copy(text).place("Kelm", 1).name("Jan Holt").name("Marta Weiss")
    assert len(lines(copy)) == 2


def test_what_only_points_back_is_no_line_however_few_there_are():
    text = PIPE + "This was proved by what came after it in the hills of Orlo and of Sund."
    copy = Copy(text).place("Kelm", 1).event("attacked", "ASSAULT", place="Kelm")
    assert len(lines(copy)) == 1


def test_a_time_in_the_quotation_of_an_opening_is_the_speakers():
    text = (
        'Ana Ruiz, the mayor of Kelm, said that the Front "has no means for a raid at this time."'
    )
    copy = Copy(text, issued=ISSUED - timedelta(days=20)).place("Kelm", 1).name("Ana Ruiz")
    copy.said("Ana Ruiz", "said", "has no means for a raid at this time")
    other = Copy(NEWS, guid="b").place("Kelm", 1).name("Marta Weiss")
    assert any("no means" in x for x in lines(copy, other))
