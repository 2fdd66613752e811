"""What a toll covers, by the words around its date."""

from datetime import datetime

import pytest

from dateline.ledger.tolls import reach
from dateline.records import Figure, Span, When

from .factory import NOON

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
