"""What a station says before its news is not its news."""

import pytest

from dateline.report import compose
from dateline.report.lines.prefaces import is_preface

from .factory import Copy, dossier


def lines(text, **options):
    copy = Copy(text, **options).place("Kelm", 1)
    for name in ("Ana Ruiz", "Jan Holt"):
        copy = copy.name(name) if name in text else copy
    edition = compose(dossier([copy]), None)
    return [] if edition is None else [line.text for line in edition.standfirst]


@pytest.mark.parametrize(
    "text",
    [
        "Pay close attention.",
        "Attention: Here is a last-minute report.",
        "We have a report from our post in the north of Kelm.",
        "Radio Orlo will now give a bulletin on the fighting in the hills.",
        "Radio Orlo in Tarvian at 1600 GMT begins live coverage of a speech by Ana Ruiz.",
        "The Kelm Star network broadcasts a series of reports on the fire in the harbour.",
        "Reception is fair to poor.",
        "Further as warranted.",
    ],
)
def test_an_announcement_of_what_follows(text):
    assert is_preface(text)


@pytest.mark.parametrize(
    "text",
    [
        "We have a report which says that the road to Kelm is shut.",
        "This is a last-minute report: Two bombs went off in Kelm.",
        "The army broadcasts its demands from the tower of Kelm every night.",
        "Here is the worst that the report says of Kelm: nobody had looked.",
        "At 1600 GMT the police took the harbour of Kelm.",
        "The reception was poor and the minister left Kelm at once.",
    ],
)
def test_news(text):
    assert not is_preface(text)


def test_the_news_after_an_announcement_opens_the_dispatch():
    text = "Pay close attention. The garrison fled from the harbour of Kelm to the hills of Orlo."
    assert lines(text) == ["The garrison fled from the harbour of Kelm to the hills of Orlo."]


def test_an_announcement_alone_makes_no_report():
    assert lines("Radio Orlo will now give a bulletin on the fighting in the hills of Kelm.") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("We have just confirmed that Ana Ruiz, a reporter, was hurt near the harbour of Kelm.",
         "Ana Ruiz, a reporter, was hurt near the harbour of Kelm."),
        ("We were told that the road from Kelm to the hills of Orlo had been blown up.",
         "It was reported that the road from Kelm to the hills of Orlo had been blown up."),
        ("The harbour union has criticised the visit to our country by Ana Ruiz of Kelm.",
         "The harbour union has criticised the visit to the country by Ana Ruiz of Kelm."),
    ],
)  # fmt: skip
def test_a_station_that_speaks_of_itself_tells_its_news(text, line):
    assert lines(text) == [line]


def test_what_a_station_wants_is_no_news():
    assert lines("We want the whole world to know of the war that is waged on us in Kelm.") == []


@pytest.mark.parametrize(
    "text",
    [
        "On his way home to Tarvia, the president of Orlo, Jan Holt, stopped over in Kelm.",
        "Another bomb went off in the harbour of Kelm and hurt Jan Holt, a docker.",
        "The three Orlo engineers freed by the guards of Kelm were told to leave by Jan Holt.",
        "Jan Holt blamed the Orlo Front for the raid on Kelm, but will talk despite these deeds.",
    ],
)  # fmt: skip
def test_the_opening_of_a_dispatch_may_name_its_man_late(text):
    assert lines(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He told the people of Kelm that the harbour would stay shut for the whole summer.",
        "These ships brought grain from Kelm to the towns of the north for a whole summer.",
    ],
)
def test_an_opening_that_points_back_is_none(text):
    assert lines(text) == []


def test_a_clause_with_its_verb_is_more_than_a_relative_clause():
    text = "The harbour of Kelm was shut by Ana Ruiz, the mayor of the town. "
    text += "A bomb was thrown at the Marvin mill, which is by the southern gate of Kelm."
    assert any("Marvin mill" in line for line in lines(text))


def test_what_a_paper_has_reported_before_is_its_own_report():
    news = "A bus with sailors on board was blown up in Kelm."
    text = "As Gazette has already reported, a" + news[1:]
    assert lines(text, agency="Gazette") == [news[:-1] + ", Gazette said."]
    assert lines(text) == []


def test_a_note_of_a_broadcast_and_nothing_else_makes_no_page():
    note = "Radio Orlo in Tarvian to Kelm at 2200 GMT on 5 February broadcasts ten minutes of news."
    assert lines(note, agency="Airwatch") == []
    news = f"{note}\n\nTwo guards were killed by a mine at the gate of the mill in Kelm on Monday."
    assert [line.split(",")[0][:10] for line in lines(news, agency="Airwatch")] == ["Two guards"]
