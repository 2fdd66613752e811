"""A headline loses only what the parse of its sentence lets it lose."""

import pytest

from dateline.report.compose import compose
from dateline.report.ground import ground
from dateline.report.headlines import calling, leaning, lost, outlines
from dateline.report.lines.drafts import drafts
from tests.report.factory import Copy, dossier
from tests.report.test_outlines import head, outlined

TEXT = (
    "Foreign Minister Ana Oru labelled the aid of the Free Bank (FB) an insult to the people of"
    " Kelm during a meeting with reporters on Monday."
)


def draft_of(made):
    found, _ = drafts(ground(made))
    return found[0]


def labelled():
    copy = Copy(TEXT).name("Ana Oru").place("Kelm", 1).date("Monday", "2022-02-28")
    return outlined(
        copy,
        {"labelled": "labels"},
        {
            "during a meeting with reporters on Monday": "phrase",
            "on Monday": "time",
            "(FB)": "apposition",
        },
    )


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (TEXT, True),
        ("Foreign Minister Ana Oru labels the aid of the FB an insult to the people of Kelm", True),
        ("Foreign Minister labels the aid of the FB an insult to the people of Kelm", True),
        ("Foreign Minister Ana Oru labels the aid of the FB an insult", False),
        ("Foreign Minister Ana Oru labels the aid", False),
        ("Foreign Minister Ana Oru labels the aid of the FB an insult during a meeting", False),
    ],
)
def test_a_cut_through_a_phrase_is_found(text: str, whole: bool):
    assert lost.is_whole(draft_of(labelled()), text) is whole


def test_a_headline_does_not_stop_before_the_object():
    assert "insult to the people of Kelm" in head(labelled())


def test_what_no_parse_tells_is_left_to_the_words():
    copy = Copy(TEXT).name("Ana Oru").place("Kelm", 1)
    assert lost.is_whole(draft_of(dossier([copy])), "Foreign Minister Ana Oru labels the aid")


@pytest.mark.parametrize(
    ("before", "want"),
    [
        ("Arlo Defence Minister General Ana Oru", "Arlo Defence Minister"),
        ("Defence Minister General Ana Oru", "Defence Minister General Ana Oru"),
        ("General Ana Oru", "General Ana Oru"),
    ],
)
def test_an_office_that_nobody_else_has_does_without_its_name(before: str, want: str):
    text = f"{before} rejects the truce in Arlo"
    copy = Copy(f"{text}.").name("Ana Oru").place("Arlo", 1)
    assert calling.unnamed(draft_of(dossier([copy])), text) == f"{want} rejects the truce in Arlo"


def test_its_is_nobodys_where_a_person_speaks():
    assert leaning.leaning("Ana Oru says five of its ambulances were hit") > 0
    assert leaning.leaning("The Red Cross says five of its ambulances were hit") == 0


def test_the_headline_tells_what_the_page_says_first():
    copy = Copy(
        "The council of Kelm opened the new harbour on Monday. Two sailors were killed in Arlo in"
        " January. The mayor thanked the builders of Kelm for years of work."
    )
    copy.place("Kelm", 1).place("Arlo", 2).date("Monday", "2022-02-28")
    edition = compose(dossier([copy]), None)
    assert edition.headline.citations[0].span == edition.standfirst[0].citations[0].span


def test_what_somebody_claims_was_done_stays_in_the_past():
    copy = Copy("The front claimed it downed two helicopters near Kelm on Monday.")
    copy.place("Kelm", 1).date("Monday", "2022-02-28")
    made = outlined(copy, {"claimed": "claims", "downed": "downs"}, {"on Monday": "time"})
    now = outlines.current(draft_of(made), "The front claimed it downed two helicopters near Kelm")
    assert now == "The front claims it downed two helicopters near Kelm"


def test_a_relative_clause_does_not_stay_with_its_verb_alone():
    copy = Copy("Police killed four men in clashes that occurred on Monday in the hills of Kelm.")
    copy.place("Kelm", 1).date("Monday", "2022-02-28")
    made = outlined(
        copy,
        {"killed": "kill"},
        {
            "that occurred on Monday in the hills of Kelm": "relative",
            "on Monday": "time",
            "in the hills of Kelm": "place",
        },
    )
    assert not head(made).endswith("occurred")


def test_a_body_goes_by_the_initials_that_its_dispatch_gives():
    copy = Copy("The Tarvian Workers Union (TWU) met. Guards of the Tarvian Workers Union left.")
    sheet = draft_of(dossier([copy])).sheet
    assert calling.abbreviated(sheet, "Tarvian Workers Union asks for talks") == (
        "TWU asks for talks"
    )
    assert calling.abbreviated(sheet, "Tarvian Workers ask for talks").startswith("Tarvian")


def test_what_tells_which_one_is_meant_goes_only_if_it_may():
    copy = Copy("The council of Kelm thanked the swimmers who had crossed the strait.")
    made = outlined(copy, {"thanked": "thanks"}, {"who had crossed the strait": "defining"})
    short = "Council of Kelm thanks the swimmers"
    assert not lost.is_whole(draft_of(made), short)
    assert lost.is_whole(draft_of(made), short, defined=False)
