"""Which of several accounts are set side by side."""

from itertools import combinations
from types import SimpleNamespace

from dateline.report.figures import disputes


def rival(polarity):
    return (None, SimpleNamespace(polarity=polarity), None)


def opposed(*polarities):
    rivals = [rival(one) for one in polarities]
    return [
        (a[1].polarity, b[1].polarity)
        for a, b in combinations(rivals, 2)
        if disputes._differ(a, b, rivals)
    ]


def test_two_who_say_the_same_are_no_dispute_where_a_third_denies_it():
    assert opposed("asserts", "asserts", "denies") == [("asserts", "denies")] * 2


def test_rivals_of_whom_none_denies_are_all_opposed():
    assert opposed("asserts", "asserts") == [("asserts", "asserts")]
