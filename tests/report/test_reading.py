"""What a night editor would strike out, sentence by sentence."""

from dataclasses import replace

import pytest

from dateline.records import Sentence, Span
from dateline.report import compose
from dateline.report.ground import ground
from dateline.report.headlines.whole import stands
from dateline.report.lines.drafts import drafts

from .factory import ISSUED, Copy, dossier


def printed(edition):
    return [*edition.standfirst, *(line for s in edition.sections for line in s.lines)]


def texts(edition):
    return [line.text for line in printed(edition)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz was killed in Kelm",
        "The bomb attack on the Kelm Institute has caused considerable damage",
        "The local press reported that a student has been found dead",
        "According to press reports, the ministry pressed Tarvia to pay for the road",
    ],
)
def test_a_clause_that_stands_alone(text):
    assert stands(text)


@pytest.mark.parametrize(
    "text",
    [
        "The military source did not say whether there were casualties",
        "In said operations, the police arrested two men in Kelm",
        "After the summit, he left for Kelm",
        "Eyewitnesses reported that three men and a dark-haired girl",
        "Friends of the victims deny this",
    ],
)
def test_a_clause_that_leaves_the_reader_asking(text):
    assert not stands(text)


def attack():
    text = (
        "Gunmen attacked the police station in Kelm on Wednesday, the army said. "
        "This is part of the process. "
        "These gunmen fled to Ardo in three trucks. "
        "The mayor of Ardo, Ana Ruiz, also condemned the attack.\n\n"
        "Ana Ruiz announced the decision after a meeting."
    )
    return (
        Copy(text)
        .place("Kelm", 1)
        .place("Ardo", 2)
        .name("Ana Ruiz")
        .date("Wednesday", "2022-03-02")
        .said("the army", "said", "Gunmen attacked the police station in Kelm on Wednesday")
        .said("The mayor of Ardo, Ana Ruiz", "condemned", "the attack", after="trucks. ")
        .event("attacked", "ASSAULT", place="Kelm")
    )


def test_a_remark_on_the_sentence_before_is_left_out():
    assert not any("This is part" in text for text in texts(compose(dossier([attack()]), None)))


def test_a_matter_that_no_line_has_told_is_not_pointed_at():
    assert not any("the decision" in text for text in texts(compose(dossier([attack()]), None)))


def test_an_also_goes_with_the_sentence_that_it_added_to():
    found = texts(compose(dossier([attack()]), None))
    assert "The mayor of Ardo, Ana Ruiz, condemned the attack." in found


def test_an_also_without_which_a_sentence_breaks_stays():
    text = "Ten men, one of whom is also and always was a guard, left the town of Kelm on Monday."
    found = texts(compose(dossier([Copy(text).place("Kelm", 1)]), None))
    assert any("is also and always" in line for line in found)


def test_dates_are_written_one_way():
    text = "Two armies will meet in Kelm on November 25, the ministry said."
    copy = Copy(text).place("Kelm", 1).date("November 25", "2021-11-25")
    copy.said("the ministry", "said", "Two armies will meet in Kelm on November 25")
    [line] = printed(compose(dossier([copy]), None))[:1]
    assert line.text == "Two armies will meet in Kelm on 25 November 2021, the ministry said."


def test_an_old_story_is_not_all_background():
    """What a report is made of is new or old by its own dispatches, not by the day it is read."""
    on = dossier([attack()], as_of=ISSUED.replace(year=2031))
    assert "attacked the police station" in compose(on, None).headline.text


def french():
    text = (
        "Cinq personnes sont mortes dans la crue de la Velle, a annoncé la ministre Ana Ruiz.\n\n"
        "« Le pire est à venir », a-t-elle averti.\n\n"
        "Deux ponts ont été emportés à Kelm, a indiqué le maire.\n\n"
        "Les écoles de Kelm resteront fermées jeudi, selon la mairie.\n\n"
        "Les trains ne circulent plus entre Kelm et Ardo.\n\n"
        "La préfecture de Kelm a ouvert un gymnase pour les familles."
    )
    return Copy(text, language="fr").place("Kelm", 1, after="emportés à ").name("Ana Ruiz")


def test_a_french_report_has_french_headings_and_no_pronoun_without_its_bearer():
    edition = compose(dossier([french()]), None)
    assert not any("a-t-elle" in text for text in texts(edition))
    english = {"In other developments", "Also reported", "The report in detail"}
    assert not english & {s.heading for s in edition.sections}


def test_a_quotation_mark_read_as_a_sentence_closes_the_one_before_it():
    text = (
        'Ana Ruiz warned in Kelm that "the river will rise again." The mayor sent 40 boats to Kelm.'
    )
    copy = Copy(text).name("Ana Ruiz").place("Kelm", 1)
    copy.said("Ana Ruiz", "warned", '"the river will rise again."', mode="mixed")
    on = dossier([copy])
    [filed] = on.filed
    mark = text.index('" The')
    first = filed.reading.sentences[0]
    parted = (
        replace(first, span=Span(0, mark)),
        Sentence(Span(mark, mark + 1), 0, False),
        *filed.reading.sentences[1:],
    )
    reading = replace(filed.reading, sentences=parted)
    edition = compose(replace(on, filed=(replace(filed, reading=reading),)), None)
    assert 'Ana Ruiz warned in Kelm that "the river will rise again."' in texts(edition)


def test_the_number_of_a_point_goes():
    text = "2. The front will close the road to Kelm on Friday, commander Jan Brock said."
    copy = Copy(text).name("Jan Brock").place("Kelm", 1)
    copy.said("commander Jan Brock", "said", "The front will close the road to Kelm on Friday")
    assert texts(compose(dossier([copy]), None))[0].startswith("The front will close")


def test_a_toll_without_its_place_is_not_printed_alone():
    text = (
        "Shells hit the university in Kelm once morest the town hall.\n\n"
        "The army said that it had fired at nobody in Kelm.\n\n"
        "Shells hit the market. At least four people were killed and nine injured."
    )
    copy = Copy(text).place("Kelm", 1).hurt("once morest").hurt("Shells hit the market")
    copy.said("The army", "said", "it had fired at nobody in Kelm")
    copy.figure("At least four people", "killed", low=4, hedge="at least", population="people")
    assert not any("At least four" in text for text in texts(compose(dossier([copy]), None)))


def test_a_headline_names_somebody_or_some_place():
    copy = Copy(
        "The rebels of Ardo reported that they had dismantled a cell that was in charge "
        "of bringing weapons over the border from the camps in the mountains to the coast.\n\n"
        "One of the men was killed and six were arrested."
    )
    copy.place("Ardo", 2).said("The rebels of Ardo", "reported", "they had dismantled a cell")
    copy.figure("One of the men", "killed", 1, population="men")
    copy.figure("six", "arrested", 6, population="men")
    copy.event("One of the men was killed", "ASSAULT")
    headline = compose(dossier([copy]), None).headline.text
    assert headline == "Rebels of Ardo say they had dismantled a cell"


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ruiz was referring to the attacks on the port of Ardo in March.",
        "The rebels of Ardo launched offensives on both occasions.",
        "On the one hand there was the shelling of Ardo by the army.",
        "With that offensive the rebels of Ardo mean to weaken the council.",
        "Minister Ruiz said that he runs the aforementioned church of Ardo.",
    ],
)
def test_what_points_at_a_matter_told_elsewhere_needs_it_beside_it(text):
    lead = "The mayor of Kelm, Ana Ruiz, opened the new bridge on Monday."
    copy = Copy(f"{lead}\n\nA school was closed in Sund for want of coal.\n\n{text}")
    copy.place("Kelm", 1).place("Sund", 2).place("Ardo", 3).name("Ana Ruiz")
    edition = compose(dossier([copy]), None)
    drafted = {d.sheet.shown[d.span.start : d.span.end]: d.leans for d in drafts_of(copy)}
    assert drafted[text]
    assert edition.headline.text.rstrip(".") != text.rstrip(".")


def drafts_of(copy):
    return drafts(ground(dossier([copy])))[0]
