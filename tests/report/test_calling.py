"""One label for a speaker in the table of figures, whatever the language and the form."""

from dataclasses import replace

from dateline.records import Actor
from dateline.report.figures.tolls import tolls
from dateline.report.ground import ground

from .factory import Copy, dossier

HEALTH = Actor(
    "a1", "World Health Organization", ("World Health Organization", "OMS"), "institution"
)
STATE = Actor("a2", "Tarvia", ("Tarvia", "Kelm"), "state")


def said(guid, who, by, number, language="en"):
    place = "in Lindholm" if language == "en" else "à Lindholm"
    text = f"{number} people were killed {place}, {who} said."
    copy = Copy(text, guid, guid.title(), language=language)
    copy.said(who, "said", f"{number} people were killed {place}", name=by)
    return copy.figure(f"{number} people", "killed", number, population="people", by=by,
                       place="Lindholm")  # fmt: skip


def labels(copies, *actors):
    told = replace(dossier(copies), actors=actors)
    return {toll.value: toll.by for toll in tolls(ground(told))}


def test_an_institution_has_one_label_the_english_one():
    who = "the World Health Organization", "World Health Organization"
    copies = [said("north", *who, 28), said("sud", "l'OMS", "OMS", 31, language="fr")]
    assert labels(copies, HEALTH) == dict.fromkeys((28, 31), "the World Health Organization")
    assert labels(copies)[31] == "l'OMS"


def test_a_government_keeps_the_words_of_each_dispatch():
    copies = [said("north", "Tarvia", "Tarvia", 28), said("south", "Kelm", "Kelm", 31)]
    assert labels(copies, STATE) == {28: "Tarvia", 31: "Kelm"}


def test_a_country_and_its_capital_are_one_government():
    copies = [said("north", "Tarvia", "Tarvia", 28), said("south", "Kelm", "Kelm", 31)]
    copies = [
        copy.place(name, i, role="metonym")
        for i, (copy, name) in enumerate(zip(copies, ("Tarvia", "Kelm"), strict=True))
    ]
    assert len(set(labels(copies, STATE).values())) == 1


def test_a_number_of_the_headline_is_its_speakers():
    text = "28 dead in Lindholm. 28 people were killed, the governor said."
    copy = Copy(text).said("the governor", "said", "28 people were killed", name="governor")
    copy.figure("28 dead", "killed", 28, population="dead")
    copy.figure("28 people", "killed", 28, population="people", by="governor")
    both = [toll.by for toll in tolls(ground(dossier([copy])))]
    assert both == ["the governor"]


def test_a_french_speaker_has_no_capital_inside_a_legend():
    found = labels([said("sud", "Une source militaire", "Une source militaire", 60, "fr")])
    assert found == {60: "une source militaire"}


def test_a_figure_is_not_set_where_the_dispatch_goes_on_to():
    text = "Rebels inflicted 261 casualties on the army in October. They fought in Kelm, too."
    copy = Copy(text).place("Kelm", 1)
    copy.figure("261 casualties", "casualties", 261, place="Kelm")
    [toll] = tolls(ground(dossier([copy])))
    assert toll.about.place is None
    before = Copy("They fought in Kelm. " + text.split(" They", maxsplit=1)[0]).place("Kelm", 1)
    before.figure("261 casualties", "casualties", 261, place="Kelm")
    [toll] = tolls(ground(dossier([before])))
    assert toll.about.place is not None
