"""What counts for a headline and against it, and small things that no headline has."""

from pathlib import Path

import pytest

from dateline.report import lexicons
from dateline.report.choosing.learnt import weigh
from dateline.report.ground import ground
from dateline.report.headlines import calling, clipping, cutting, lost, merits, outlines, shorten
from dateline.report.headlines.headline import STRAY, headline
from dateline.report.headlines.trimming import trimmed
from dateline.report.lines.drafts import drafts

from .factory import Copy, dossier
from .test_headline_words import outlined


def learnt(copy, headline):
    on = ground(dossier([copy]))
    draft = drafts(on)[0][0]
    return weigh(merits.signs(draft, 0, headline, "cut", on), merits.WEIGHTS)


def head(copy):
    on = ground(dossier([copy]))
    return headline(drafts(on)[0], (), on).text


def test_every_learnt_sign_is_one_that_is_looked_for():
    text = "The mayor of Kelm said on Monday that 3 guards were killed in the raid on the old mine."
    copy = Copy(text).place("Kelm", 1)
    on = ground(dossier([copy]))
    draft = drafts(on)[0][0]
    written = Path(merits.__file__).read_text(encoding="utf-8")
    kinds = {name for name in lexicons.weights(merits.WEIGHTS) if name.startswith("kind-")}
    plain = set(lexicons.weights(merits.WEIGHTS)) - kinds
    assert all(f'"{name}"' in written for name in plain)
    assert merits.signs(draft, 0, "Three guards killed in Kelm", "cut", on)["kind-cut"] == 1.0


def test_a_noun_that_asks_which_one_counts_against_a_headline():
    text = "Rebels of Kelm attacked the guards who watch over the bank of Kelm on Monday."
    copy = Copy(text).place("Kelm", 1)
    whole = learnt(copy, "Rebels attack the guards who watch over the bank of Kelm")
    assert whole > learnt(copy, "Rebels attack the guards")


@pytest.mark.parametrize("size", [116, 120, 150])
def test_what_no_page_has_room_for_loses_more_than_it_can_gain(size):
    draft = drafts(ground(dossier([Copy("Three guards were killed in the old mine on Monday.")])))[
        0
    ][0]
    text = "x" * size
    assert merits.clumsy(text, draft, None) > merits.clumsy(text[:-5], draft, None) + 0.9
    assert merits.clumsy("x" * 90, draft, None) == 0.0


def test_the_bomb_is_told_with_where_it_was():
    copy = Copy(
        "Security forces of Tarvia defused a bomb planted in front of the Orlian Embassy in Kelm"
        " on Monday, the police said."
    ).place("Kelm", 1)
    assert "Embassy" in head(copy)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Jan Oldane, 45, a former mayor, was shot", "Jan Oldane, a former mayor, was shot"),
        ("Jan Oldane, 45, was shot in Kelm", "Jan Oldane was shot in Kelm"),
        ("Jan Oldane, 45 was shot in Kelm", "Jan Oldane was shot in Kelm"),
        ("the Kelm Workers League, KWL, has won", "the Kelm Workers League (KWL) has won"),
        ("Jan Oldane, KWL, has won", "Jan Oldane, KWL, has won"),
        ("group admits last night's attack in Kelm", "group admits the attack in Kelm"),
        ("there were 45 guards, 30 of them armed", "there were 45 guards, 30 of them armed"),
    ],
)
def test_an_age_and_whose_day_it_was_are_left_out(text, made):
    assert trimmed(text) == made


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jan Oldane murdered by gunmen, said medical sources", "medical sources say"),
        ("Jan Oldane murdered, reported the police in Kelm", "the police say"),
        ("Jan Oldane murdered, said the blue car", "said the blue car"),
    ],
)
def test_who_says_so_stands_before_the_verb(text, told):
    assert shorten._present(text).endswith(told)


@pytest.mark.parametrize(
    "text",
    [
        "Guards, killed,, in Kelm",
        "Armed strikes -- strikes",
        "Front [KLF says",
        "Hit 87 and 65",
        "Air strike wounds dozens late, the ministry says",
    ],
)
def test_marks_that_a_cut_has_left_are_no_headline(text):
    assert STRAY.search(text)


def test_the_second_predicate_can_go_and_a_verb_behind_a_clause_cannot():
    text = (
        "The president has blamed rebels for the murder of the judge and has stressed that he is"
        " ready to sit down with them."
    )
    draft = outlined(Copy(text), verbs=(("has stressed", "stresses"),))
    short = "The president has blamed rebels for the murder of the judge"
    assert lost.is_whole(draft, short)
    assert outlines.has_verb(draft, short)
    assert clipping.SCOPED.search(short) is None
    text = "The nun, who was shot in Kelm by several men, is still in a serious condition."
    draft = outlined(Copy(text).place("Kelm", 1), verbs=(("is", "is"),))
    assert not lost.is_whole(draft, "The nun, who was shot in Kelm")


def test_a_closing_clause_goes_whole_or_stays():
    text = "The court rejected an appeal by the lawyer, who wanted her arrest of Monday cancelled."
    draft = outlined(Copy(text), verbs=(("rejected", "rejects"),))
    assert lost.is_whole(draft, "The court rejected an appeal by the lawyer")
    part = "The court rejected an appeal by the lawyer, who wanted her arrest"
    assert not lost.is_whole(draft, part)


def test_apparently_goes_with_the_clause_that_it_belongs_to():
    text = (
        "The mayor of Kelm, who was kidnapped on Monday, apparently by rebels, was found dead"
        " on Friday."
    )
    draft = outlined(Copy(text).place("Kelm", 1))
    assert not any("Kelm, apparently" in one for one in cutting.texts(draft))


def test_an_office_stands_for_an_unknown_name():
    text = "Immigration director Colonel Max Oldane reported that 7 workers have been deported."
    copy = Copy(text).name("Max Oldane")
    draft = outlined(copy)
    source = copy.at("Immigration director Colonel Max Oldane")
    assert list(calling.office_before(draft.sheet, source)) == ["Immigration director"]


def test_a_report_of_many_dispatches_is_headed_by_what_it_says_first():
    attack = Copy("Rebels of Kelm attacked the bank of Kelm on Monday.", guid="t")
    raid = Copy("Twelve guards were killed in a raid on the bank of Kelm on Monday.", guid="r")
    raid.place("Kelm", 1)
    attack.place("Kelm", 1)
    rain = [Copy("It rained in Kelm on Monday.", guid=f"n{i}") for i in range(6)]

    def headed(*copies):
        on = ground(dossier([*copies]))
        every = drafts(on)[0]
        top = tuple(d for d in every if "attacked" in d.sheet.shown)
        grave = tuple(d for d in every if "guards" in d.sheet.shown)
        return headline((*grave, *top), (), on, top).text

    assert "guards" in headed(attack, raid)
    assert "attacked" in headed(attack, raid, *rain)
