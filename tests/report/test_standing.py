"""What is no news by itself: how things stand, and announcements of what comes next."""

from dataclasses import replace
from datetime import datetime

import pytest

from dateline.records import Sentence, Span, When
from dateline.report.choosing import salience
from dateline.report.choosing.standing import is_standing
from dateline.report.ground import ground
from dateline.report.lines import fitness, openers
from dateline.report.lines.drafts import drafts
from dateline.report.lines.edits import apply

from .factory import Copy, dossier

LEDE = "Gunmen of the north burnt the mill of Orlo near Kelm. "


def draft(text, copy=None):
    every, _ = drafts(ground(dossier([copy or Copy(LEDE + text)])))
    return next(d for d in every if d.index == 1)


@pytest.mark.parametrize(
    "text",
    [
        "The town of Orlo is 220 km north of Kelm in the hills.",
        "Kelm is located in the south of Tarvia beside the river.",
        "The League groups the six farmers' unions of Tarvia.",
        "Tarvia, an ally of Sund, has traditionally been a quiet country.",
        "Ruiz owns a mill in Kelm and two boats in Orlo.",
        "There are two hundred mills on the rivers of Tarvia.",
    ],
)
def test_how_things_stand_is_background(text):
    assert is_standing(draft(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mill of Orlo is burning and the road to Kelm is shut.",
        "Tarvia has closed the road to Kelm and the two bridges.",
        "The farmers are to meet in Kelm after the harvest.",
        "Kelm is the largest port of Tarvia on the sea of the south.",
        "The League, which is a body of farmers, sent two lorries to Orlo.",
        "The army has made two lorries ready for the farmers of Kelm.",
        "The farmers have set up gates on the road to Kelm.",
        "The mill owner has no money for the workers of Orlo.",
    ],
)
def test_what_happens_is_news(text):
    assert not is_standing(draft(text))


def test_a_count_with_a_speaker_is_news():
    text = "Ruiz said there are two hundred mills in Tarvia."
    copy = Copy(LEDE + text).name("Ruiz")
    copy.said("Ruiz", "said", "there are two hundred mills in Tarvia")
    assert not is_standing(draft(text, copy))


def unfit(text):
    sheet = next(iter(ground(dossier([Copy(text)]))))
    return fitness.unfit(sheet, sheet.reading.sentences[0])


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman of the port read the following statement on the fire in Kelm.",
        "Through these means, the army tells the people of Kelm to stay at home.",
        "The port hereby informs the people of Kelm that the road is shut.",
        "Say no to fires and lamps beside the mills of Kelm.",
        "The farmers of Kelm sent word to the port in reference to note no.",
    ],
)
def test_what_only_leads_on_is_no_line(text):
    assert unfit(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Manuel Ruiz, member of the council of Kelm, visited the port of Orlo.",
        "Attention: a group of nine sailors was attacked in the port of Kelm.",
        "The army said that, for the third day in a row, guns were heard in Kelm.",
    ],
)
def test_an_opening_that_only_looks_broken(text):
    assert unfit(text) is None


def test_a_sentence_read_as_two_fragments_is_whole():
    text = "Gunmen attacked the studios of Channel 6, a part of the ATB National system."
    given = dossier([Copy(text)])
    at = text.index("National")
    parts = (
        Sentence(Span(0, at - 1), 0, prose=False),
        Sentence(Span(at, len(text)), 0, prose=False),
    )
    filed = given.filed[0]
    parted = replace(filed, reading=replace(filed.reading, sentences=parts))
    sheet = next(iter(ground(replace(given, filed=(parted,)))))
    assert sheet.reading.sentences == (Sentence(Span(0, len(text)), 0, prose=True),)


def test_these_point_at_something_even_at_the_start():
    every, _ = drafts(
        ground(dossier([Copy("The army keeps up these raids on the mills of Kelm.")]))
    )
    assert [d.leans for d in every] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "As a result of Ruiz's death, the gates of Kelm were shut.",
        "On this first day of the strike, six mills of Kelm were shut.",
    ],
)
def test_an_opening_phrase_that_explains_itself(text):
    every, _ = drafts(ground(dossier([Copy(text)])))
    assert [d.leans for d in every] == [False]


def test_a_dateline_in_the_sentence_goes():
    text = "Kelm (Tarvian Republic), 8 Sep 89 (NW) -- Six mills of Kelm were shut on Friday."
    sheet = next(iter(ground(dossier([Copy(text)]))))
    whole = Span(0, len(text))
    assert apply(sheet.shown, whole, openers.edits(sheet, whole)).startswith("Six mills")


def test_nearer_than_what_is_left_out():
    copy = Copy(LEDE + "Nearer to the capital, Orlo and Sund were bombarded on Tuesday.")
    (sheet,) = ground(dossier([copy])).sheets.values()
    whole = Span(len(LEDE), len(copy.text))
    assert apply(sheet.shown, whole, openers.edits(sheet, whole)).startswith("Orlo and Sund were")


def test_a_sum_of_years_is_no_toll_of_the_day():
    text = "Humanitarian bodies count 40,000 missing farmers of Tarvia since 1980."
    copy = Copy(LEDE + text).figure("40,000 missing", "missing", 40000)
    plain = salience.scored(*_ground(copy))[1]
    copy.dates.append(When(copy.at("since 1980"), "since 1980", "1980", START, None, "range"))
    summed = salience.scored(*_ground(copy))[1]
    assert summed.score < plain.score - 0.3


START = datetime(1980, 1, 1)


def _ground(copy):
    on = ground(dossier([copy]))
    return drafts(on)[0], on
