from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.records import Span
from dateline.report.ground import ground
from dateline.report.lines.absolute import edits
from dateline.report.lines.edits import apply
from dateline.report.lines.spelling import Said

from .factory import Copy, dossier

AS_OF = datetime(2022, 3, 2, 23, tzinfo=UTC)


def rewritten(text, *dates, said=None):
    copy = Copy(text)
    for words, day, *precision in dates:
        copy.date(words, day, precision=precision[0] if precision else "day")
    sheet = next(iter(ground(dossier([copy]))))
    span = Span(0, len(text))
    return apply(sheet.shown, span, edits(sheet, span, AS_OF, said or Said()))


@pytest.mark.parametrize(
    ("text", "words", "day", "wanted"),
    [
        ("He spoke yesterday.", "yesterday", "2022-03-01", "He spoke on 1 March."),
        ("A march is scheduled for tomorrow.", "tomorrow", "2022-03-03",
         "A march is scheduled for 3 March."),
        ("He left on Monday.", "Monday", "2022-02-28", "He left on Monday 28 February."),
        ("He said Monday it rained.", "Monday", "2022-02-28",
         "He said on Monday 28 February it rained."),
        ("Fighting since Monday went on.", "Monday", "2022-02-28",
         "Fighting since Monday 28 February went on."),
        ("It fell the day before, he said.", "the day before", "2022-03-01",
         "It fell on 1 March, he said."),
        ("In yesterday's raid six died.", "yesterday", "2022-03-01",
         "In the 1 March raid six died."),
        ("They meet on 3 March.", "3 March", "2022-03-03", "They meet on 3 March."),
        ("They met today, 2 March, in Kelm.", "today", "2022-03-02",
         "They met on 2 March, in Kelm."),
        ("Monday's raid killed six.", "Monday", "2022-02-28",
         "The 28 February raid killed six."),
        ('He said "we won yesterday".', "yesterday", "2022-03-01", 'He said "we won yesterday".'),
        ("Every Monday they meet.", "Monday", "2022-02-28", "Every Monday they meet."),
        ("Ten have died this year.", "this year", "2021-01-01", "Ten have died in 2021."),
        ("Rain was rare during last year.", "last year", "2021-01-01",
         "Rain was rare during 2021."),
        ("Ten have died this year.", "this year", "2022-01-01", "Ten have died this year."),
        ("It will open next year.", "next year", "2023-01-01", "It will open in 2023."),
        ("It opens in the first half of next year.", "the first half of next year", "2023-01-01",
         "It opens in the first half of 2023."),
        ("It rained yesterday.", "yesterday", "2021-12-31", "It rained on 31 December 2021."),
    ],
)  # fmt: skip
def test_one_grammatical_replacement_or_none(text, words, day, wanted):
    assert rewritten(text, (words, day)) == wanted


def test_parts_of_days():
    text = "The raid began this morning."
    wanted = "The raid began on the morning of 2 March."
    assert rewritten(text, ("this morning", "2022-03-02", "part-of-day")) == wanted
    text = "It was announced on Wednesday evening."
    wanted = "It was announced on the evening of Wednesday 2 March."
    assert rewritten(text, ("Wednesday evening", "2022-03-02", "part-of-day")) == wanted


def test_a_date_given_with_its_weekday_is_a_weekday_after_that():
    said = Said()
    rewritten("He spoke on Tuesday.", ("Tuesday", "2022-03-01"), said=said)
    again = rewritten("She left yesterday.", ("yesterday", "2022-03-01"), said=said)
    assert again == "She left on Tuesday."


def test_a_weekday_that_nobody_has_placed_is_not_left_alone():
    said = Said()
    rewritten("He spoke yesterday.", ("yesterday", "2022-03-01"), said=said)
    again = rewritten("She left yesterday.", ("yesterday", "2022-03-01"), said=said)
    assert again == "She left on 1 March."
    third = rewritten("They fell on Tuesday.", ("Tuesday", "2022-03-01"), said=said)
    assert third == "They fell on Tuesday 1 March."


def test_early_goes_before_the_part_of_the_day():
    text = "They were killed early yesterday morning in Kelm."
    wanted = "They were killed early on the morning of 1 March in Kelm."
    assert rewritten(text, ("early yesterday morning", "2022-03-01", "part-of-day")) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bomb exploded today in Kelm.", "A bomb exploded in Kelm."),
        ("Fighting went on until today.", "Fighting went on until today."),
        ("It took today's papers to say so.", "It took today's papers to say so."),
    ],
)
def test_a_today_of_no_known_day_goes_where_it_can(text, wanted):
    copy = Copy(text)
    copy.date("today", "2022-03-02", precision="present")
    copy.dates[0] = replace(copy.dates[0], start=None, end=None)
    sheet = next(iter(ground(dossier([copy]))))
    span = Span(0, len(text))
    assert apply(sheet.shown, span, edits(sheet, span, AS_OF, Said())) == wanted


@pytest.mark.parametrize(
    ("text", "words", "day", "precision", "wanted"),
    [
        ("It was closed last week.", "last week", "2022-02-21", "week",
         "It was closed in the week of 21 February."),
        ("This week a bridge fell.", "This week", "2022-02-28", "week",
         "In the week of 28 February, a bridge fell."),
        ("Two died over the weekend.", "the weekend", "2022-02-26", "range",
         "Two died over the weekend of 26 February."),
        ("It closed last month.", "last month", "2022-02-01", "month", "It closed in February."),
        ("She was taken overnight to Kelm.", "overnight", "2022-03-01", "part-of-day",
         "She was taken on the night of 1 March to Kelm."),
        ("The overnight raid failed.", "overnight", "2022-03-01", "part-of-day",
         "The overnight raid failed."),
        ("A bomb went off at noon.", "noon", "2022-03-02", "hour",
         "A bomb went off at noon on 2 March."),
        ("A quake shook Kelm today at 1008 local.", "today at 1008 local", "2022-03-02", "hour",
         "A quake shook Kelm at 1008 local on 2 March."),
        ("The bridge fell 20 days ago.", "20 days ago", "2022-02-10", "day",
         "The bridge fell on 10 February."),
        ("It began about 10 years ago.", "10 years ago", "2012-01-01", "year",
         "It began about 10 years before 2 March."),
        ("Ten died over the past 36 hours.", "the past 36 hours", "2022-03-01", "duration",
         "Ten died in the 36 hours up to 2 March."),
        ("It will fall in the next few days.", "the next few days", "2022-03-02", "duration",
         "It will fall in the few days after 2 March."),
        ("Ten died in the past few hours.", "the past few hours", "2022-03-02", "duration",
         "Ten died on 2 March."),
        ("In the last hours a bridge fell.", "the last hours", "2022-03-02", "duration",
         "On 2 March, a bridge fell."),
        ("He must leave within the next hours.", "the next hours", "2022-03-02", "duration",
         "He must leave within hours of 2 March."),
        ("It could end in the next few hours.", "the next few hours", "2022-03-02", "duration",
         "It could end within hours of 2 March."),
        ("Ten died in recent hours.", "recent hours", "2022-03-02", "duration",
         "Ten died in recent hours."),
        ("A bomb went off a few minutes ago.", "a few minutes ago", "2022-03-02", "vague",
         "A bomb went off on 2 March."),
        ("Last week's raid failed.", "Last week", "2022-02-21", "week",
         "Last week's raid failed."),
        ("They told of the Saturday rally.", "Saturday", "2022-02-26", "day",
         "They told of the 26 February rally."),
    ],
)  # fmt: skip
def test_periods_are_those_of_the_dispatch(text, words, day, precision, wanted):
    assert rewritten(text, (words, day, precision)) == wanted


def test_an_hour_of_a_day_that_is_given_keeps_its_words():
    text = "A bomb went off at noon on 2 March."
    dates = (("noon", "2022-03-02", "hour"), ("2 March", "2022-03-02"))
    assert rewritten(text, *dates) == text


def test_an_hour_after_another_day_was_told_is_not_dated_by_the_dispatch():
    text = "It said on Tuesday that all were warned, by a note sent at 9:40 p.m."
    dates = (("Tuesday", "2022-03-01"), ("9:40 p.m.", "2022-03-02", "hour"))
    assert rewritten(text, *dates).endswith("sent at 9:40 p.m.")


def test_an_hour_at_the_end_of_a_sentence_leaves_its_full_stop():
    text = "The train hit a truck shortly before 6 a.m."
    wanted = "The train hit a truck shortly before 6 a.m. on 2 March."
    assert rewritten(text, ("6 a.m.", "2022-03-02", "hour")) == wanted


def test_the_second_day_of_a_range_keeps_its_words():
    text = "They can strike, though not between the 18th and January 7, he said."
    assert rewritten(text, ("January 7", "2023-01-07")) == text


def test_a_few_hours_of_a_day_just_told_are_that_day():
    text = "The army said today that ten had died in the past few hours."
    dates = (("today", "2022-03-02"), ("the past few hours", "2022-03-02", "duration"))
    assert rewritten(text, *dates) == "The army said on 2 March that ten had died on 2 March."


@pytest.mark.parametrize(
    ("text", "words", "precision", "wanted"),
    [
        ("The town is in chaos today.", "today", "day", "The town was in chaos on 2 March."),
        ("They are very concerned tonight.", "tonight", "part-of-day",
         "They were very concerned on the night of 2 March."),
        ("The council is to meet today.", "today", "day", "The council is to meet on 2 March."),
        ("The man who is in hospital was shot today.", "today", "day",
         "The man who is in hospital was shot on 2 March."),
    ],
)  # fmt: skip
def test_what_is_so_today_was_so_on_that_day(text, words, precision, wanted):
    assert rewritten(text, (words, "2022-03-02", precision)) == wanted
