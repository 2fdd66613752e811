"""Headings over rival tolls: both numbers, or none."""

import pytest

from dateline.report import compose
from dateline.report.figures import disputes
from dateline.report.ground import ground
from dateline.report.headlines.rivals import numbers

from .factory import Copy, dossier

FILLER = (
    "Engineers closed the Anders bridge over the river Kel on Monday.",
    "Teachers of the northern province went on strike for higher pay.",
    "The opera house of Sund will stay shut until the end of the year.",
    "Traders in the harbour of Arlo sold the last of the summer grain.",
    "Judges in the capital of Tarvia dismissed a case against a poet.",
)


def toll(guid, number, words, who, hedge="exact"):
    text = f"{who} said {words} soldiers of Tarvia had been killed in Kelm."
    copy = Copy(text, guid, guid.title()).place("Kelm", 1)
    copy.said(who, "said", f"{words} soldiers of Tarvia had been killed in Kelm")
    copy.figure(f"{words} soldiers", "killed", number, hedge=hedge, population="Tarvian soldiers",
                by=who, place="Kelm")  # fmt: skip
    return copy


def made(one, other):
    rest = [Copy(text, f"wire-{i}", "Wire") for i, text in enumerate(FILLER)]
    pair = [(f"{one.guid}-1-0", f"{other.guid}-1-0")]
    told = dossier([one, other, *rest], contradictions=pair)
    return compose(told, None), ground(told)


def test_a_headline_and_a_standfirst_give_both_sides():
    edition, _ = made(
        toll("rebels", 9000, "nearly 9,000", "Jan Brock", hedge="nearly"),
        toll("army", 498, "498", "The defence ministry"),
    )
    both = (
        "Jan Brock says nearly 9,000 Tarvian soldiers were killed in Kelm; the defence ministry "
        "says 498"
    )
    assert edition.headline.text == both
    assert edition.standfirst[0].text == f"{both}."


def test_both_numbers_stand_in_a_heading_the_smaller_first():
    edition, on = made(
        toll("rebels", 9000, "nearly 9,000", "Jan Brock", hedge="nearly"),
        toll("army", 498, "498", "The defence ministry"),
    )
    [dispute] = edition.disputes
    heading = numbers(dispute.rivals, on)
    assert heading == "498 or nearly 9,000 Tarvian soldiers killed in Kelm"
    assert numbers(dispute.rivals[:1], on) is None


def test_numbers_in_words_make_no_heading():
    edition, on = made(
        toll("rebels", 9000, "nearly nine thousand", "Jan Brock", hedge="nearly"),
        toll("army", 498, "498", "The defence ministry"),
    )
    assert numbers(edition.disputes[0].rivals, on) is None


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The army said its planes had bombed the bridge of Kelm.", True),
        ("A few hours ago the army said its planes had bombed the bridge of Kelm.", False),
        ("He and the army said its planes had bombed the bridge of Kelm.", False),
    ],
)
def test_an_account_that_soon_ages_or_leans_opens_no_dispute(text, stands):
    copy = Copy(f"The mayor of Kelm resigned on Monday.\n\n{text}").place(
        "Kelm", 1, after="bridge of"
    )
    sheet = next(iter(ground(dossier([copy]))))
    found = disputes._standing(sheet, sheet.reading.sentences[-1].span)
    assert (found is not None) is stands


def test_a_share_of_those_known_is_no_rival_toll():
    one = Copy("Two of the four missing men had died in Kelm, the ministry said.", guid="one")
    one.said(
        "the ministry", "said", "Two of the four missing men had died in Kelm", name="ministry"
    )
    one.figure("Two of the four missing men", "killed", 2, population="men", by="ministry")
    two = Copy("Prosecutors said 16 people had died in Kelm.", guid="two")
    two.said("Prosecutors", "said", "16 people had died in Kelm", name="Prosecutors")
    two.figure("16 people", "killed", 16, population="people", by="Prosecutors")
    on = ground(dossier([one, two], contradictions=[("one-1-0", "two-1-0")]))
    assert disputes.disputes(on)[0] == ()


def test_french_rivals_are_worded_in_french():
    one = Copy("Le maire de Kelm a parlé de douze morts.", guid="one", language="fr")
    one.said("Le maire de Kelm", "a parlé de", "douze morts", name="maire de Kelm")
    one.figure("douze morts", "killed", 12, by="maire de Kelm")
    two = Copy("La préfecture a annoncé sept morts.", guid="two", language="fr")
    two.said("La préfecture", "a annoncé", "sept morts", name="préfecture")
    two.figure("sept morts", "killed", 7, by="préfecture")
    on = ground(dossier([one, two], contradictions=[("one-1-0", "two-1-0")]))
    [dispute], _ = disputes.disputes(on)
    assert dispute.line.text == (
        "Douze morts, selon le maire de Kelm; sept morts, selon la préfecture."
    )
