"""What a toll covers, by the words around its date."""

from dataclasses import replace
from datetime import datetime

import pytest

from dateline.ledger import assertions
from dateline.ledger.asserted.tolls import reach
from dateline.records import Figure, Span, When, Words

from .factory import NOON, dispatch, figure, reading, span, statement

SINCE = ("cumulative", "2022-02-24/2022-03-02")
CASES = [
    ("Shelling killed 9 people on Tuesday.", "incident", ("incident", "2022-03-01")),
    ("The toll of Tuesday's shelling has risen to 9.", "cumulative", ("incident", "2022-03-01")),
    ("Shelling killed 9 people, the mayor said on Tuesday.", "incident", ("incident", None)),
    ("The mayor on Tuesday announced 9 deaths.", "incident", ("incident", None)),
    ("Some 9 people have died since Thursday.", "cumulative", SINCE),
    ("Since Thursday 9 people have died, the army said on Tuesday.", "cumulative", SINCE),
    ("On dénombre 9 morts depuis Thursday.", "cumulative", SINCE),
    ("The war has killed 9 people, the army said on Tuesday.", "incident", ("cumulative", None)),
    ("At least 9 people have been killed as of Tuesday.", "incident", ("cumulative", None)),
    (
        "A year of air strikes has killed 9 people, the army said on Tuesday.",
        "incident",
        ("cumulative", None),
    ),
    ("In the past 24 hours 9 people died.", "cumulative", ("incident", "2022-03-01/2022-03-02")),
]
DAYS = {"Tuesday": datetime(2022, 3, 1), "Thursday": datetime(2022, 2, 24)}


@pytest.mark.parametrize(("text", "scope", "found"), CASES)
def test_reach(text, scope, found):
    at = text.index("9")
    figure = Figure(Span(at, at + 1), "9", "killed", 9, 9, 9, "exact", scope=scope)
    dates = [
        When(Span(i, i + len(day)), day, "", start, start, "day")
        for day, start in DAYS.items()
        if (i := text.find(day)) >= 0
    ]
    made = reach(figure, text, Span(0, len(text)), dates, NOON)
    assert (made.scope, made.when) == found


def test_a_count_that_goes_on_with_anothers_is_its_speakers():
    text = (
        "Fire killed 26 people, the mayor said, with 61 wounded. Another 7 are missing. Rain fell."
    )
    one = dispatch(text)
    said = statement(one, "Fire killed 26 people", by="the mayor")
    found = reading(one, said, figure(one, "26 people", statement=0),
                    figure(one, "61", "injured"), figure(one, "Another 7", "missing"))  # fmt: skip
    by = {a.text: a.by for a in assertions(one, found) if a.kind == "figure"}
    assert by == {"26 people": "the mayor", "61": "the mayor", "Another 7": "the mayor"}


def test_others_of_the_next_sentence_are_its_speakers_too():
    one = dispatch(
        "Fire killed 26 people, the mayor said. Another 7 were hurt. Still, 9 were saved."
    )
    said = statement(one, "Fire killed 26 people", by="the mayor")
    found = reading(one, said, figure(one, "26 people", statement=0),
                    figure(one, "Another 7", "injured"), figure(one, "9", "saved"))  # fmt: skip
    by = {a.text: a.by for a in assertions(one, found) if a.kind == "figure"}
    assert by == {"26 people": "the mayor", "Another 7": "the mayor", "9": None}


def test_a_first_half_told_after_is_the_speakers_too():
    one = dispatch("Fire killed 26 people and 61 were hurt, the mayor said. Later 3 died.")
    source = Words(span(one, "the mayor"), "the mayor")
    said = replace(statement(one, "61 were hurt", by="the mayor"), source=source)
    found = reading(one, said, figure(one, "26 people"), figure(one, "61", "injured", statement=0),
                    figure(one, "3"))  # fmt: skip
    by = {a.text: a.by for a in assertions(one, found) if a.kind == "figure"}
    assert by == {"26 people": "the mayor", "61": "the mayor", "3": None}
