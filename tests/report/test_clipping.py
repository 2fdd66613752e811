"""What a headline may lose, and what it may not."""

import pytest

from dateline.report.ground import ground
from dateline.report.headlines import (
    clipping,
    cutting,
    frames,
    leaning,
    shorten,
    stops,
    whole,
)
from dateline.report.headlines.calling import called
from dateline.report.headlines.settings import settled
from dateline.report.lines.drafts import drafts

from .factory import Copy, dossier

CLIPPED = [
    (
        "The patrol is searching the hills around Port Arlo in the north of the country to "
        "catch a gang of smugglers",
        "The patrol is searching the hills around Port Arlo in the north of the country",
    ),
    (
        "Guards arrested 10 people suspected of having laid a mine some 300 meters from the "
        "house where the governor and the mayor were sleeping",
        "Guards arrested 10 people suspected of having laid a mine",
    ),
    (
        "A band of masked men kidnapped the engineer Jan Brock, wounded a driver, and burned "
        "three lorries of the company",
        "A band of masked men kidnapped the engineer Jan Brock",
    ),
    (
        "Six rebels and one soldier were killed and two soldiers were wounded in recent fighting "
        "near the lake of Sund in Tarvia",
        "Six rebels and one soldier were killed and two soldiers were wounded",
    ),
    (
        "Persons believed to be rebels shot Colonel Petr Hask, deputy commander of the northern "
        "zone of the army",
        "Persons believed to be rebels shot Colonel Petr Hask",
    ),
    (
        "The Tarvian senate approved the decision to extradite Colonel Petr Hask to the United "
        "Provinces of Ardo",
        "The Tarvian senate approved the decision to extradite Colonel Petr Hask",
    ),
    (
        "The president has declared war on the smugglers of the coast in a dramatic manner, "
        "especially in the islands",
        "The president has declared war on the smugglers of the coast in a dramatic manner",
    ),
    (
        "The armed forces have put an end to the raid of the Red Path carried out at the old hotel "
        "in Kelm",
        "The armed forces have put an end to the raid of the Red Path",
    ),
    (
        "The rebels of Ardo threatened to murder the clerks of the election boards of Kelm if they "
        "do not resign from their posts",
        "The rebels of Ardo threatened to murder the clerks of the election boards of Kelm",
    ),
    (
        "There will be road blocks in three provinces of the north: Kelm, Sund, and the islands "
        "of Ardo",
        "There will be road blocks in three provinces of the north",
    ),
    (
        "The envoys of Tarvia will leave for Arlo in an attempt to win the lifting of the ban on "
        "imported salt",
        "The envoys of Tarvia will leave for Arlo",
    ),
    (
        "A court in Kelm sentenced the old director of the mine to six years in prison for hiding "
        "losses of two million",
        "A court in Kelm sentenced the old director of the mine to six years in prison",
    ),
    (
        "A fierce clash occurred between soldiers and rebels in a western quarter of Kelm, but no "
        "losses have been reported",
        "A fierce clash occurred between soldiers and rebels",
    ),
    (
        "The bishop of Kelm has expressed dismay in the case of the murdered monks and is asking "
        "the government for an inquiry",
        "The bishop of Kelm has expressed dismay in the case of the murdered monks",
    ),
    (
        "Shells fell on the harbour of Ardo after the truce with the young men of Sund, the port "
        "office said",
        "Shells fell on the harbour of Ardo, the port office said",
    ),
]


@pytest.mark.parametrize(("text", "short"), CLIPPED)
def test_a_long_clause_loses_its_last_phrases(text, short):
    assert short in list(stops.stopped(text))


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (
            "The ministry disclosed that Jan Brock was kidnapped and his body was found in the "
            "southern part of the capital",
            "The ministry disclosed that Jan Brock was kidnapped",
        ),
        (
            "Colonel Petr Hask, the officer implicated in the murder of six guards and their two "
            "drivers, was removed on Monday from his post",
            "Colonel Petr Hask, the officer implicated in the murder of six guards",
        ),
        (
            "The minister described the armed bands still crossing the border throughout the "
            "north as a thing of the past",
            "The minister described the armed bands still crossing the border",
        ),
        (
            "The rebels of Ardo will release the clerks of the election boards of Kelm if the "
            "governor resigns from his post",
            "The rebels of Ardo will release the clerks of the election boards of Kelm",
        ),
        (
            "The troops have been on the alert in Kelm to prevent the Red Path from marking its "
            "tenth anniversary with raids",
            "The troops have been on the alert in Kelm to prevent the Red Path",
        ),
        (
            "The minister has blamed the murder of two pilgrims on the Red Path of Ardo",
            "The minister has blamed the murder of two pilgrims",
        ),
        (
            "The island government backs the fight on illegal drug trafficking in the north",
            "The island government backs the fight on illegal drug",
        ),
        (
            "Officers received orders to intercept, capture, or sink unknown ships near Sund",
            "Officers received orders to intercept",
        ),
        (
            "The documents seized by the guards in Ardo were burned at the old mill of Kelm",
            "The documents seized by the guards",
        ),
        (
            "The senator linked the plot to the smugglers of the coast near Port Arlo",
            "The senator linked the plot",
        ),
    ],
)
def test_the_gravest_words_and_the_verb_stay(text, broken):
    assert broken not in list(stops.stopped(text))


def test_what_points_at_an_attack_that_is_not_told_goes():
    assert list(
        clipping.unpointed("Two guards were killed and five were wounded in the attack")
    ) == ["Two guards were killed and five were wounded"]
    assert not list(clipping.unpointed("Two guards were killed in Kelm"))


def made(copy):
    return drafts(ground(dossier([copy])))[0]


def test_no_thing_of_a_list_is_left_out():
    text = (
        "Police sources reported that a Spaniard, a Frenchman, and an Italian, kidnapped in Kelm, "
        "have been released by the rebels."
    )
    [draft] = made(Copy(text).place("Kelm", 1))
    found = list(cutting.texts(draft))
    assert all("a Frenchman, and an Italian" in one for one in found)
    short = "a Spaniard, a Frenchman, and an Italian have been released by the rebels"
    assert f"Police sources reported that {short}" in found


def test_a_word_written_apart_is_not_cut():
    text = (
        "Jan Brock, a clerk of Kelm, and his brother - in - law Petr Hask were shot, it was said."
    )
    [draft] = made(Copy(text).place("Kelm", 1))
    assert all("brother-in-law" in one for one in cutting.texts(draft))


def test_what_is_set_off_stays_set_off():
    text = "Jan Brock, 45, who was reported missing on Monday, is the owner of the old mine."
    [draft] = made(Copy(text).name("Jan Brock").date("Monday", "2022-02-28"))
    found = list(cutting.texts(draft))
    assert "Jan Brock is the owner of the old mine" in found
    assert "Jan Brock, who was reported missing, is the owner of the old mine" in found
    assert not any("45 is" in one for one in found)


@pytest.mark.parametrize(
    ("text", "date", "kept"),
    [
        ("The 19 April movement laid down its arms.", "The 19 April", "The 19 April movement"),
        ("He will stay in Kelm from December 5-8.", "8", "from December 5-8"),
    ],
)
def test_a_date_in_a_name_or_a_range_stays(text, date, kept):
    [draft] = made(Copy(text).place("Kelm", 1) if "Kelm" in text else Copy(text))
    copy = Copy(text).date(date, "2022-12-08")
    [draft] = made(copy)
    assert all(kept in one for one in cutting.texts(draft))


def test_a_figure_keeps_the_time_that_it_is_of():
    text = "In the last 3 years, 1,300 guards have been killed on the border."
    copy = Copy(text).figure("1,300 guards", "killed", 1300, population="guards")
    [draft] = made(copy)
    assert all(one.startswith("In the last 3 years") for one in cutting.texts(draft))


def test_what_somebody_says_comes_before_the_speaker():
    text = (
        "The authorities of Kelm have reported today that the announcer Jan Brock was shot in his "
        "car in the harbour of Arlo."
    )
    copy = Copy(text).name("Jan Brock").place("Kelm", 1)
    copy.said(
        "The authorities of Kelm", "have reported",
        "that the announcer Jan Brock was shot in his car in the harbour of Arlo",
    )  # fmt: skip
    [draft] = made(copy)
    told = "was shot in his car in the harbour of Arlo, the authorities of Kelm say"
    assert f"The announcer Jan Brock {told}" in list(frames.told_first(draft))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (
            "It was learned that two guards were shot at the mill.",
            "Two guards were shot at the mill",
        ),
        (
            "According to the harbour office, two boats sank off Ardo.",
            "Two boats sank off Ardo, harbour office says",
        ),
        ("Elsewhere, two boats sank off Ardo.", "Two boats sank off Ardo"),
        (
            "Two boats sank off Ardo, the harbour office said after a search on Monday.",
            "Two boats sank off Ardo, harbour office says",
        ),
    ],
)
def test_a_headline_opens_with_the_fact(text, head):
    [draft] = made(Copy(text))
    assert next(shorten.versions(draft, 90)) == head


@pytest.mark.parametrize(
    "text",
    [
        "A lorry slammed into a train near Kelm, officials say",
        "Tarvia's central bank cut its key rate by a quarter of a point",
        "The number of dead in the floods has risen to 37, the mayor says",
        "Two clerks of Kelm have been shot",
    ],
)
def test_a_main_verb_and_who_says_so_make_a_headline(text):
    assert whole.stands(text)
    assert leaning.leaning(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "The nun of Kelm, sister Marta Oldane, who was shot in Ardo, doctors say",
        "Two clerks of Kelm, who had been kidnapped by the Red Path",
        "In a new raid blamed on the smugglers operating in Kelm",
        "The port office of Kelm reported that the chiefs of state of ten lands",
        "A patrol that operated in the hills of Sund",
        "A unit that operated in the hills of Sund, Radio Kelm says",
        "Talks with the leaders of Ardo, such as those printed in the papers",
    ],
)
def test_a_relative_clause_alone_is_no_headline(text):
    assert not whole.stands(text)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Guards of Kelm raised the alarm after a radio station", False),
        ("Guards of Kelm raised the alarm after an attack", True),
        ("Guards of Kelm raised the alarm after they were shelled in Sund", True),
    ],
)
def test_an_after_is_followed_by_what_happened(text, fits):
    assert clipping.complete(text) is fits


@pytest.mark.parametrize(
    "text",
    [
        "President Marta Oldane answered several questions",
        "Marta Oldane hosted a news conference in Kelm",
        "The miners of Sund have issued a statement",
    ],
)
def test_talk_alone_is_no_news(text):
    assert leaning.leaning(text) >= leaning.EMPTY
    assert leaning.leaning("Marta Oldane told the senate that the mine will close") == 0


def test_a_headline_keeps_the_one_town_of_its_sentence():
    text = "Two guards were killed by masked men of the coast on the old pier in Kelm."
    [draft] = made(Copy(text).place("Kelm", 1))
    assert list(settled(draft, "Two guards were killed")) == ["Two guards were killed in Kelm"]
    assert not list(settled(draft, "Two guards were killed on the pier in Kelm"))
    told = "Two guards were killed, the mayor says"
    assert list(settled(draft, told)) == ["Two guards were killed in Kelm, the mayor says"]


def test_who_speaks_of_himself_comes_first():
    text = "President Marta Oldane said that she will attend the council in Kelm."
    copy = Copy(text).name("Marta Oldane").place("Kelm", 1)
    copy.said("President Marta Oldane", "said", text[text.index("that") : -1], name="Marta Oldane")
    [draft] = made(copy)
    told = list(frames.told_last(draft))
    assert "Marta Oldane says she will attend the council in Kelm" in told


def test_a_person_is_called_by_the_short_name_of_the_dispatch():
    text = "President Marta Oldane left for Kelm on Monday. Oldane had been ill."
    copy = Copy(text).name("Marta Oldane").name("Oldane", canonical="Marta Oldane")
    draft = made(copy.place("Kelm", 1))[0]
    assert called(draft, "President Marta Oldane left for Kelm") == "President Oldane left for Kelm"


@pytest.mark.parametrize("polarity", ["denies", "demands"])
def test_a_denial_keeps_its_speaker_first(polarity):
    copy = Copy("The army said that the bridge at Kelm was closed.").place("Kelm", 1)
    copy.said("The army", "said", "the bridge at Kelm was closed", polarity=polarity)
    [draft] = made(copy)
    assert not list(frames.told_first(draft))
