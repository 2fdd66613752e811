"""What no headline may be: an empty, leaning or broken one."""

from dataclasses import replace

import pytest

from dateline.records import Span
from dateline.report.ground import ground
from dateline.report.headlines import (
    cutting,
    headings,
    leaning,
    shorten,
    spots,
    whole,
)
from dateline.report.headlines.borne import Heading
from dateline.report.lines.drafts import drafts

from .factory import Copy, dossier
from .test_clipping import made


@pytest.mark.parametrize(
    "text",
    [
        "The border guards threatened them with prison",
        "Approximately 900 of its members have been murdered",
        "Marta Oldane died in the explosion",
        "Marta Oldane is the owner of a power company",
        "Marta Oldane asked Oldane for an answer",
    ],
)
def test_what_leans_or_only_is_loses(text):
    assert leaning.leaning(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        "The army said its base in Kelm was shelled",
        "Marta Oldane died in the explosion of a mine",
        "Two bombs exploded at a bank in Kelm",
        "Thousands in Kelm continued to flee the combat zones",
    ],
)
def test_what_stands_alone_does_not(text):
    assert leaning.leaning(text) == 0


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("A mine went off in Kelm on Monday.", True),
        ("A mine went off at the corner of Kelm and Arlo streets.", False),
        ("A mine went off near the Kelm Hotel.", False),
        ("The police reported in Kelm that a mine went off.", False),
    ],
)
def test_a_heading_names_no_street_and_no_place_where_somebody_only_spoke(text, fit):
    copy = Copy(text).place("Kelm", 1)
    on = ground(dossier([copy]))
    [sheet] = on
    assert spots.is_fit(sheet, sheet.reading.places[0]) is fit


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (
            "Yesterday, Marta Anna Oldane, director of the aid office of the diocese, made "
            "statements before the court of Kelm.",
            "Marta Anna Oldane made statements before the court of Kelm",
        ),
        (
            "Troops of the north have seized letters, which were going to be used as proof, and "
            "large amounts of powder in Kelm.",
            "Troops of the north have seized letters and large amounts of powder in Kelm",
        ),
        (
            'Jan Brock said that "the price of bread will stay," thus confirming the promise given '
            "yesterday, 21 January, by the mayor.",
            'Jan Brock said that "the price of bread will stay"',
        ),
    ],
)
def test_a_cut_leaves_no_comma_and_no_half_of_a_clause(text, short):
    copy = Copy(text)
    for when in ("Yesterday", "yesterday", "21 January"):
        copy = copy.date(when, "2022-01-21") if when in text else copy
    [draft] = made(copy)
    found = list(cutting.texts(draft))
    assert short in found
    left = ("Oldane, made", "letters, and", "given, by")
    assert not any(comma in one for one in found for comma in left)


def test_a_closing_participle_is_nobody_speaking():
    assert not whole.stands(
        'Jan Brock said that "the price of bread will stay," thus confirming the promise given'
    )


def test_the_last_of_a_list_of_places_keeps_its_mark():
    text = "Glass was broken at the bank, which was empty, and at the office of the port in Kelm."
    [draft] = made(Copy(text).place("Kelm", 1))
    assert not any("bank and at" in one for one in cutting.texts(draft))


def test_a_clause_that_has_lost_its_object_is_no_headline():
    text = "The army of Kelm has killed or wounded more than 30 rebels in the hills of Arlo."
    copy = Copy(text).place("Kelm", 1)
    [draft] = made(copy)
    told = list(shorten.versions(draft, 120))
    assert any("more than 30 rebels" in one for one in told)
    short = replace(draft, span=Span(0, text.index(" or wounded")))
    assert not list(shorten.versions(short, 120))


def test_one_of_two_does_not_keep_their_verb():
    text = "Marta Oldane and Jan Brock were abducted near Kelm as they were heading to the airport."
    [draft] = made(Copy(text).place("Kelm", 1).name("Marta Oldane").name("Jan Brock"))
    short = replace(draft, span=Span(text.index("Brock were"), len(text)))
    assert not list(shorten.versions(short, 120))


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers and rebels clashed near Kelm, but no casualties have been reported.",
        "The mine was closed in Kelm by its owners, no injuries were reported.",
    ],
)
def test_what_nobody_said_has_no_speaker(text):
    on = ground(dossier([Copy(text).place("Kelm", 1) if "Kelm" in text else Copy(text)]))
    [draft] = drafts(on)[0]
    found = shorten.shortened(draft, on, 115)
    assert found is None or not found.text.endswith(("says", "say"))


def test_a_section_of_one_line_is_not_headed_by_all_of_it():
    text = "Some 150 electoral cards were burned on Monday 12 May in Kelm, an eyewitness said."
    [draft] = made(Copy(text).place("Kelm", 1))
    again = Heading("150 electoral cards were burned in Kelm, eyewitness says", ())
    less = Heading("150 electoral cards burned", ())
    assert headings.says_again(again, (draft,))
    assert not headings.says_again(less, (draft,))
