"""The JSON that programs rely on."""

from datetime import datetime

import pytest

from dateline.desk import present
from dateline.records import Span, When


def when(value: str, start: datetime | None, end: datetime | None, precision: str) -> When:
    return When(Span(0, 1), "x", value, start, end, precision)  # type: ignore[arg-type] # a test table


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        (when("PAST_REF", None, None, "vague"), "PAST_REF"),
        (
            when("2022-03-02", datetime(2022, 3, 2), datetime(2022, 3, 2, 23, 59, 59), "day"),
            "2022-03-02",
        ),
        (
            when("2022-03", datetime(2022, 3, 1), datetime(2022, 3, 31, 23, 59, 59), "month"),
            "2022-03-01T00:00:00/2022-03-31T23:59:59",
        ),
    ],
)
def test_period_says_a_day_as_a_day_and_the_rest_as_an_interval(given, expected):
    assert present.period(given) == expected
