"""Days and the tense they go with, dates in brackets, and weekdays with more than their name."""

from datetime import UTC, datetime

import pytest

from dateline.records import Span
from dateline.report.ground import ground
from dateline.report.lines import outdated
from dateline.report.lines.absolute import edits
from dateline.report.lines.edits import apply
from dateline.report.lines.spelling import Said

from .factory import Copy, dossier

AS_OF = datetime(2022, 3, 2, 23, tzinfo=UTC)
TODAY = "2022-03-02"


def rewritten(text, *dates, said=None):
    copy = Copy(text)
    for words, day, precision in dates:
        copy.date(words, day, precision=precision)
    sheet = next(iter(ground(dossier([copy]))))
    span = Span(0, len(text))
    return apply(sheet.shown, span, edits(sheet, span, AS_OF, said or Said()))


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("The unrest in Kelm has grown during the past few hours with six blasts.",
         "the past few hours", "The unrest in Kelm has grown with six blasts."),
        ("Over the past few days, rebels have kidnapped two mayors.", "the past few days",
         "Rebels have kidnapped two mayors."),
        ("Clashes have been reported in Kelm and other towns in the last few hours.",
         "the last few hours", "Clashes have been reported in Kelm and other towns."),
        ("The army says that over the past few days it has searched six farms.",
         "the past few days", "The army says that it has searched six farms."),
        ("The rebels, who hold Kelm, fell back in the last few hours.", "the last few hours",
         "The rebels, who hold Kelm, fell back on 2 March."),
        ("Ten people shot in the last few hours have died.", "the last few hours",
         "Ten people shot on 2 March have died."),
        ("All travellers who have come over the past few days are watched.", "the past few days",
         "All travellers who have come in the few days before 2 March are watched."),
        ("He spoke of the raids that have taken place in the past few days.", "the past few days",
         "He spoke of the raids."),
        ("Traffic has doubled over the past few months.", "the past few months",
         "Traffic has doubled in the few months before 2 March."),
        ("Its use has risen in the past few years.", "the past few years",
         "Its use has risen in the past few years."),
    ],
)  # fmt: skip
def test_what_has_happened_has_no_date(text, words, wanted):
    assert rewritten(text, (words, TODAY, "duration")) == wanted


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Today, the mayor has left Kelm.", "Today", "The mayor has left Kelm."),
        ("The mayor today left Kelm.", "today", "The mayor on 2 March left Kelm."),
        ("The mayor has condemned the attack on the bank today.", "today",
         "The mayor has condemned the attack on the bank on 2 March."),
        ("They have called a meeting for 0900 today.", "today",
         "They have called a meeting for 0900 on 2 March."),
        ('A truce that they sought is again "on hold" today.', "today",
         'A truce that they sought was again "on hold" on 2 March.'),
        ("A congress that is being held in Kelm today asked for help.", "today",
         "A congress that is being held in Kelm on 2 March asked for help."),
    ],
)  # fmt: skip
def test_a_day_fits_its_verb(text, words, wanted):
    assert rewritten(text, (words, TODAY, "day")) == wanted


@pytest.mark.parametrize(
    ("text", "words", "day", "precision", "wanted"),
    [
        ("Early Monday morning six men raided Kelm.", "Early Monday morning", "2022-02-28",
         "part-of-day", "Early on the morning of Monday 28 February six men raided Kelm."),
        ("Rebels early Tuesday raided Kelm.", "early Tuesday", "2022-03-01", "day",
         "Rebels early on Tuesday 1 March raided Kelm."),
        ("The inquiry into last Thursday's raid began.", "last Thursday", "2022-02-24", "day",
         "The inquiry into the 24 February raid began."),
        ("The church of Kelm was full on Good Friday, he said.", "Friday", "2022-02-25", "day",
         "The church of Kelm was full on Good Friday, he said."),
        ("He spoke of Monday's raid and last Thursday's in Orlo.", "last Thursday", "2022-02-24",
         "day", "He spoke of Monday's raid and last Thursday's in Orlo."),
        ("A plane fell last Saturday, 26 February when it rained.", "last Saturday", "2022-02-26",
         "day", "A plane fell on Saturday 26 February when it rained."),
        ("Nine were hurt in last night's attacks.", "last night", "2022-03-01", "part-of-day",
         "Nine were hurt in the 1 March attacks."),
        ("A march was held late in the afternoon.", "the afternoon", TODAY, "part-of-day",
         "A march was held late in the afternoon of 2 March."),
    ],
)  # fmt: skip
def test_days_that_nobody_could_place(text, words, day, precision, wanted):
    assert rewritten(text, (words, day, precision)) == wanted


def test_the_raid_of_a_night_that_is_told_needs_no_date():
    text = "Rebels struck last night. In last night's raid six died."
    copy = Copy(text)
    copy.date("last night", "2022-03-01", precision="part-of-day")
    said = Said()
    said.days.add(datetime(2022, 3, 1, tzinfo=UTC).date())
    sheet = next(iter(ground(dossier([copy]))))
    span = Span(0, len(text))
    assert "last night" not in apply(sheet.shown, Span(0, 25), edits(sheet, span, AS_OF, said))


def test_a_few_hours_may_be_of_the_night_before():
    text = "The chief was arrested in Kelm during the last few hours. Police saw him last night."
    made = rewritten(
        text, ("the last few hours", TODAY, "duration"),
        ("last night", "2022-03-01 18:00", "part-of-day"),
    )  # fmt: skip
    assert made.startswith("The chief was arrested in Kelm. Police saw him on the night of")


def test_the_date_in_brackets_is_the_day_that_is_meant():
    text = "Last Thurday [24 February], a paper said so."
    assert rewritten(text, ("24 February", "2022-02-24", "day")) == (
        "On 24 February, a paper said so."
    )
    text = "He left on Friday [25 February] with six men."
    made = rewritten(
        text, ("Friday", "2022-03-04", "day"), ("25 February", "2022-02-25", "day")
    )  # fmt: skip
    assert made == "He left on Friday 25 February with six men."


def test_a_day_that_the_dispatch_gives_goes_before_one_that_is_counted():
    text = "The six were murdered 9 days ago. The murders took place on 22 February in Kelm."
    made = rewritten(
        text, ("9 days ago", "2022-02-21", "day"), ("22 February", "2022-02-22", "day")
    )  # fmt: skip
    assert made.startswith("The six were murdered on 22 February.")
    text = "The six were murdered 9 days ago. A fair opens on 22 February in Kelm."
    made = rewritten(
        text, ("9 days ago", "2022-02-21", "day"), ("22 February", "2022-02-22", "day")
    )  # fmt: skip
    assert made.startswith("The six were murdered on 21 February.")


def test_how_things_stood_at_the_moment_goes():
    text = "Fighting broke out in Kelm at 2115, and as of now it is still going on."
    sheet = next(iter(ground(dossier([Copy(text)]))))
    span = Span(0, len(text))
    made = apply(sheet.shown, span, outdated.edits(sheet, span, frozenset()))
    assert made == "Fighting broke out in Kelm at 2115."
