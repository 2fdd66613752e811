"""Headings fit the first line below them; the lines that they do not fit stand elsewhere."""

from dataclasses import replace

import pytest

from dateline.report import compose
from dateline.report.ground import ground
from dateline.report.headlines import worth
from dateline.report.headlines.borne import leads
from dateline.report.headlines.headings import MANY, heading
from dateline.report.headlines.headline import headline, placed
from dateline.report.lines.drafts import drafts
from dateline.report.sections.sections import _fitting, led

from .factory import Copy, dossier


def made(*copies):
    on = ground(dossier(copies))
    found, _ = drafts(on)
    return found, on


def text_of(draft):
    return draft.sheet.shown[draft.span.start : draft.span.end]


OTHER = Copy("Engineers closed the old dam at Sund after the storm.", guid="dam")


def test_the_line_that_a_heading_is_about_comes_first():
    copies = [
        Copy("The river Anders rose by two metres.", guid="a"),
        Copy("The river Anders killed at least 21 people in Kelm.", guid="b").place("Kelm", 1),
    ]
    copies[1].figure("at least 21 people", "killed", low=21, hedge="at least",
                     population="people", place="Kelm")  # fmt: skip
    group, on = made(*copies)
    [other], _ = made(OTHER)
    found = heading(group, ((other,),), on, frozenset())
    assert found.text == "At least 21 killed in Kelm"
    assert text_of(led(group, found.about)[0]).startswith("The river Anders killed")


def test_no_heading_from_a_line_that_the_others_have_nothing_to_do_with():
    copies = [
        Copy("The foreign ministers will meet on Friday.", guid="a"),
        Copy("An envoy will travel to the islands.", guid="b"),
        Copy("Dozens of people were arrested in Kelm.", guid="c").place("Kelm", 1),
        Copy("The price of oil rose again.", guid="d"),
    ]
    copies[2].figure("Dozens of people", "arrested", 24, hedge="dozens", place="Kelm")
    group, on = made(*copies)
    [other], _ = made(OTHER)
    found = heading(group, ((other,),), on, frozenset())
    assert found is None or "Kelm" not in found.text


def test_lines_set_in_another_town_stand_elsewhere():
    told = [
        ("Shells hit the market of Kelm.", "Kelm", 1),
        ("The bridge of Kelm fell.", "Kelm", 1),
        ("Bakers of Kelm ran out of flour.", "Kelm", 1),
        ("Who holds Sund is unclear.", "Sund", 2),
    ]
    copies = [Copy(text, guid=f"wire-{i}-{text[:3]}").place(town, i) for text, town, i in told]
    group, on = made(*copies)
    [other], _ = made(OTHER)
    found = heading(group, ((other,),) * MANY, on, frozenset())
    kept, odd = _fitting(group, found)
    assert found.text == "Kelm"
    assert [text_of(d) for d in odd] == ["Who holds Sund is unclear."]
    assert len(kept) == 3


def test_a_line_that_goes_on_from_another_does_not_lead():
    text = "The ministry will open a corridor. Civilians may leave Kelm, according to the ministry."
    group, _ = made(Copy(text).place("Kelm", 1))
    assert leads(group, group[0])
    assert not leads(group, group[1])


def test_the_dead_head_a_section_before_the_injured():
    text = "Three men were killed and seven others were injured during clashes on Monday in Kelm."
    copy = Copy(text).place("Kelm", 1).figure("Three men", "killed", 3, place="Kelm")
    copy.figure("seven others", "injured", 7, place="Kelm")
    group, on = made(copy)
    [other], _ = made(OTHER)
    assert heading(group, ((other,),), on, frozenset()).text == "Three killed in Kelm"


def test_a_headline_has_the_dead_even_of_a_relative_clause():
    text = (
        "Acting president Marta Oldane said that the men who carried out an attack in Kelm on "
        "Wednesday that left 31 dead and more than 1,000 injured deserve no mercy."
    )
    copy = Copy(f"{text}\n\nThey spoke about a truce and then they murdered a judge.")
    copy.place("Kelm", 1).name("Marta Oldane").date("Wednesday", "2022-03-02")
    copy.said("Acting president Marta Oldane", "said", text[text.index("the men") : -1],
              name="Marta Oldane")  # fmt: skip
    copy.figure("31 dead", "killed", 31, population="people", by="Marta Oldane", place="Kelm")
    copy.event("attack in Kelm", "ASSAULT", place="Kelm")
    found = compose(dossier([copy]), None).headline.text
    assert found.startswith("31 people killed in Kelm")
    assert "Marta Oldane says" in found


def test_a_short_true_headline_beats_a_long_one():
    text = (
        "The police of Kelm arrested 10 people suspected of having detonated a car bomb some 300 "
        "meters from the government house where the president and her family were sleeping."
    )
    copy = (
        Copy(text).place("Kelm", 1).event("arrested", "COERCE").figure("10 people", "arrested", 10)
    )
    group, on = made(copy)
    found = headline(group, (), on).text
    assert found == "Police of Kelm arrested 10 people suspected of having detonated a car bomb"


def test_a_toll_is_not_of_the_place_where_it_was_reported_nor_of_nameless_members():
    text = "The ministry reported in Kelm that three alleged members of the Red Path were killed."
    copy = Copy(text).place("Kelm", 1)
    copy.said("The ministry", "reported", "three alleged members of the Red Path were killed")
    copy.figure("three alleged members", "killed", 3, population="alleged members",
                by="The ministry", place="Kelm")  # fmt: skip
    [draft], on = made(copy)
    found = headline((draft,), (), on).text
    assert "killed in Kelm" not in found
    assert not found.startswith("Three alleged members killed")


def test_what_a_place_has_is_no_headline_beside_what_happened():
    copy = Copy(
        "The mayor of Kelm, Jan Brock, has sent a report which states that the old town of Ardo, "
        "where blackouts and looting have gone on for days, may be left to itself by the army.\n\n"
        "Ardo has about 100,000 inhabitants.\n\nShells hit the market of Ardo."
    )
    copy.place("Kelm", 1).place("Ardo", 2).event("Shells hit the market", "ASSAULT")
    group, on = made(copy)
    assert headline(group, (), on).text == "Shells hit the market of Ardo"


def test_the_dead_of_a_long_war_are_not_of_the_town_where_peace_was_signed():
    text = (
        "For the first time in 10 years of war, which has claimed almost 70,000 lives, the "
        "government and the rebels signed a truce on Monday in Kelm."
    )
    copy = Copy(text).place("Kelm", 1).event("signed a truce", "AGREE", place="Kelm")
    copy.figure("almost 70,000 lives", "killed", 70000, scope="cumulative", place="Kelm")
    copy.date("Monday", "2022-02-28")
    [draft], on = made(copy)
    assert headline((draft,), (), on).text == "The government and the rebels signed a truce in Kelm"


def test_a_toll_before_the_main_clause_is_not_of_the_place_there():
    text = "After a clash in which 12 guards were killed, the ministers met in Kelm."
    copy = Copy(text).place("Kelm", 1).figure("12 guards", "killed", 12, place="Kelm")
    [draft], on = made(copy)
    assert "killed in Kelm" not in headline((draft,), (), on).text


def test_a_toll_so_far_is_of_the_town_that_its_own_clause_names():
    text = "At least 41 people have been killed so far in Kelm, where shells fell again on Monday."
    copy = Copy(text).place("Kelm", 1).date("Monday", "2022-02-28")
    copy.figure("At least 41 people", "killed", low=41, hedge="at least", population="people",
                scope="cumulative", place="Kelm")  # fmt: skip
    [draft], _ = made(copy)
    assert placed(draft.sheet.assertions[0], draft) == " in Kelm"


OPENING = (
    "The group Red Path threatened on Monday to enter the embassy of Ardo and free the prisoners "
    "there.\n\nThe police of Kelm closed two streets. The mayor of Kelm met the envoys. "
)


def test_an_opening_that_ends_in_there_makes_a_headline():
    copy = Copy(OPENING).date("Monday", "2022-02-28").event("threatened", "THREATEN")
    group, on = made(copy)
    want = "Group Red Path threatened to enter the embassy of Ardo and free the prisoners"
    assert headline(group, (), on).text == want


@pytest.mark.parametrize(
    "told",
    [
        "The group had killed five guards in Sund.",
        "It says it was behind the raid of 3 January in Sund. Five guards were killed in the raid.",
    ],
)
def test_the_dead_of_an_earlier_raid_are_worth_less_than_the_news(told):
    def weight(text):
        copy = Copy(text).figure("ive guards", "killed", 5, after=text[:20])
        copy = copy.date("3 January", "2022-01-03") if "3 January" in text else copy
        group, on = made(copy)
        draft = next(d for d in group if "guards" in text_of(d))
        return worth.of_draft(draft, 0, on)

    new = told.replace("had killed", "killed").replace("of 3 January", "of old")
    assert weight(f"{OPENING}{told}") <= weight(f"{OPENING}{new}") - 1


def test_the_toll_of_another_year_is_no_headline_and_no_heading():
    text = "The crash was the worst since 2012, when 16 people were killed near Kelm."
    copy = Copy(f"Seven people were killed in Sund on Wednesday. {text}").place("Kelm", 1)
    copy.place("Sund", 2).figure("Seven people", "killed", 7, population="people", place="Sund")
    copy.figure("16 people", "killed", 16, population="people", place="Kelm")
    copy.date("2012", "2012-01-01", precision="year", hours=(0, 366 * 24))
    [old] = [f for f in copy.figures if f.value == 16]
    copy.figures[copy.figures.index(old)] = replace(old, when=copy.dates[0])
    edition = compose(dossier([copy]), None)
    assert "16" not in edition.headline.text


@pytest.mark.parametrize(("more", "want"), [(9, "Kelm"), (1, None)])
def test_a_bare_town_heads_lines_of_a_long_report_only(more: int, want: str | None):
    told = [
        "Shells hit the market of Kelm.",
        "The bridge of Kelm fell.",
        "Bakers of Kelm ran out of it.",
    ]
    copies = [Copy(text, guid=f"wire-{i}").place("Kelm", 1) for i, text in enumerate(told)]
    group, on = made(*copies)
    others = [made(Copy(OTHER.text, guid=f"dam-{i}"))[0] for i in range(more)]
    found = heading(group, tuple(others), on, frozenset())
    assert (found and found.text) == want


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("The mayor had called the port a grave", True),
        ("Mayor says port had already been shut", True),
        ("The mayor had a plan", False),
        ("Port had to be shut", False),
        ("Mayor calls port a grave", False),
    ],
)
def test_what_had_been_done_heads_no_section(text, earlier):
    assert worth.is_earlier(text) is earlier
