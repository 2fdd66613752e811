"""What a cut may not break in a headline, and how it says the same in fewer words."""

import pytest

from dateline.report.gate import roles
from dateline.report.headlines import breaks, calling, outlines, shorten, whole
from dateline.report.headlines.fewer_words import fewer
from dateline.report.words import tokens

from .factory import Copy
from .test_headline_words import draft_of, outlined


@pytest.mark.parametrize(
    ("sentence", "cut", "whole_one"),
    [
        (
            "The Kelm Front claimed responsibility for the bombing of the bridge.",
            "Kelm Front claims responsibility in Kelm",
            "Kelm Front claims responsibility for the bombing",
        ),
        (
            "The mayor reported that the damage is estimated at two million crowns.",
            "Mayor reports that the damage is estimated",
            "Mayor reports that the damage is estimated at two million crowns",
        ),
        (
            "The council states that the raids are factors that wear out the army.",
            "Council states that the raids are factors",
            "Council states that the raids are factors that wear out the army",
        ),
        (
            "President Oldane says there will be no intervention at the university campus.",
            "President Oldane says there will be no intervention",
            "President Oldane says there will be no intervention at the university campus",
        ),
        (
            "The government put its troops on maximum alert due to a series of attacks.",
            "Government put its troops due to a series of attacks",
            "Government put its troops on maximum alert",
        ),
    ],
)
def test_what_stops_before_what_decides_its_sense_loses(sentence, cut, whole_one):
    draft = draft_of(Copy(sentence))
    assert breaks.broken(draft, cut) > 0
    assert breaks.broken(draft, whole_one) == 0


def test_a_time_and_a_reason_can_be_lost():
    text = "The council will not meet because the hall is closed."
    draft = draft_of(Copy(text))
    assert breaks.broken(draft, "Council will not meet") == 0


def test_those_who_killed_are_not_the_dead():
    text = "Members of the Kelm patrol killed, with clubs, three farmers near Arlo."
    draft = outlined(Copy(text), verbs=(("killed", "kill"),))
    assert breaks.broken(draft, "Members of the Kelm patrol killed, with clubs") > 0
    assert breaks.broken(draft, "Members of the Kelm patrol kill three farmers near Arlo") == 0


def test_a_plural_verb_keeps_those_of_its_list():
    text = "Colonel Otto Sorn, two lieutenants, a sergeant, and two soldiers are implicated."
    others = "two lieutenants, a sergeant, and two soldiers"
    draft = outlined(Copy(text).name("Otto Sorn"), (others, "apposition"))
    assert breaks.broken(draft, "Colonel Otto Sorn are implicated") >= breaks.BROKEN


def test_a_name_comes_with_what_its_dispatch_says_of_it():
    text = "Jan Oldane, leader of the Kelm Union, returned to Tarvia."
    draft = draft_of(Copy(text).name("Jan Oldane"))
    assert breaks.broken(draft, "Jan Oldane returns to Tarvia") > 0
    assert breaks.broken(draft, "Jan Oldane, leader of the Kelm Union, returns to Tarvia") == 0


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Two men were killed in Kelm, it was reported", "Two men were killed in Kelm"),
        (
            "Two judges were shot in Kelm, it was reported by the National Police",
            "Two judges were shot in Kelm, National Police say",
        ),
        (
            "Two people were killed and 12 were wounded in Kelm",
            "Two people killed and 12 wounded in Kelm",
        ),
        (
            "Two people were killed and the army was alerted in Kelm",
            "Two people were killed and the army was alerted in Kelm",
        ),
        ("So-called Kelm Front claims attack", "Kelm Front claims attack"),
        (
            "Two men have burned trucks, in the eastern region of Tarvia",
            "Two men have burned trucks in the eastern region of Tarvia",
        ),
        ("Army bombs camps near Arlo in Kelm Department", "Army bombs camps near Arlo"),
        (
            "There was gunfire, near the Tarvian border, which left two dead",
            "There was gunfire near the Tarvian border which left two dead",
        ),
        (
            "After a long meeting, the council left in Kelm",
            "After a long meeting, the council left in Kelm",
        ),
    ],
)
def test_a_headline_says_it_in_fewer_words(text, short):
    assert fewer(text) == short


def test_no_office_takes_the_name_from_what_is_somebodys():
    text = "Tarvian President Jan Orez' brother was kidnapped in Kelm."
    copy = Copy(text).name("Jan Orez")
    assert calling.unnamed(draft_of(copy), text) == text


def test_a_title_goes_with_the_name_that_it_leads():
    text = "The Front claims the attack on Judge Ana Sorn, third judge of public order, in Kelm."
    draft = outlined(Copy(text).name("Ana Sorn"), ("third judge of public order", "apposition"))
    told = calling.described(draft, text.rstrip("."))
    assert told == "The Front claims the attack on third judge of public order in Kelm"


def test_no_comma_parts_subject_and_verb():
    text = "A group of raiders, who came by boat, killed a guard in Kelm."
    draft = outlined(Copy(text), verbs=(("killed", "kills"),))
    assert outlines.rejoined(draft, "Group of raiders, kills a guard") == (
        "Group of raiders kills a guard"
    )


def test_those_attacked_are_not_the_attackers():
    text = "A group of nine soldiers who were visiting Kelm were attacked."
    draft = outlined(Copy(text), verbs=(("were attacked", "attacked"),))
    kept = "Group of nine soldiers who were visiting Kelm were attacked"
    assert outlines.current(draft, kept) == kept


def test_no_announcer_stands_in_a_headline():
    assert not whole.stands("Tarvian people, this is Radio Kelm reporting a raid into the valley")


def test_a_version_of_a_line_is_given_in_its_fewest_words():
    text = "Two people were killed and 12 were wounded in the raid on the Arlo bridge in Kelm."
    draft = draft_of(Copy(text).place("Kelm", 1))
    assert any(one.startswith("Two people killed and 12 wounded") for one in
               shorten.versions(draft, 120))  # fmt: skip


def test_a_body_says_so_by_the_initials_that_its_dispatch_has():
    text = "Rebels of the KALF left Kelm. The KALF has called for talks."
    sheet = draft_of(Copy(text)).sheet
    told = "Rebels leave Kelm, the Kelm Arlo Rural Liberation Front says"
    assert calling.by_initials(sheet, told) == "Rebels leave Kelm, KALF says"
    other = "Rebels leave Kelm, the Tarvian National Human Rights Board says"
    assert calling.by_initials(sheet, other) == other


@pytest.mark.parametrize(
    ("text", "reduced"),
    [
        ("Two people killed and 12 wounded in Kelm", True),
        ("Two people killed and five wounded", True),
        ("Two people killed in Kelm", True),
        ("Two people killed and robbed a guard", False),
        ("Two people killed five guards", False),
    ],
)
def test_a_participle_of_two_counts_needs_no_helping_verb(text, reduced):
    assert roles.is_reduced(tokens(text), 2) == reduced
