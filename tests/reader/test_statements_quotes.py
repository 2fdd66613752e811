"""Quotations: every style of mark, several paragraphs, marks without a partner."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reader.attribution.quotes import LONGEST, stretches
from tests.timing import cpu_seconds


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “Go.”", ["“Go.”"]),
        ('He said: "Go." Then "stay" and left.', ['"Go."', '"stay"']),
        ("Il a dit : « Partez. »", ["« Partez. »"]),
        ("He said: ``Go.'' Then left.", ["``Go.''"]),
        ("''Go,'' he said. ''Now.''", ["''Go,''", "''Now.''"]),
        ("Er sagte: „Geht.”", ["„Geht.”"]),
        ("No marks at all.", []),
        ('A lone mark " in between.', ['" in between.']),
        ('"Never closed, he said.\nA new paragraph.', ['"Never closed, he said.']),
        ("“One.\n\n“Two.” He left.", ["“One.\n\n“Two.”"]),
        ("“One.\n\nHe left. “Two.”", ["“One.", "“Two.”"]),
    ],
)
def test_stretches(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="ab \n\"“”«»'`.,"))
def test_stretches_are_ordered_and_apart(text: str) -> None:
    found = stretches(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))


def test_a_runaway_quotation_is_cut() -> None:
    text = "“" + "word " * LONGEST + "” end"
    assert max((end - start for start, end in stretches(text)), default=0) < 6 * LONGEST


def test_time_is_linear() -> None:
    def seconds(n: int) -> float:
        return cpu_seconds(lambda: stretches('" \n' * n))

    assert seconds(80_000) < 40 * max(seconds(10_000), 0.002)
