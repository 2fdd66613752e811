"""The JSON that programs rely on."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.desk import present, printing
from dateline.records import About, Claim, ClaimChange, Span, When


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


def test_what_became_of_a_claim_is_told_in_both_outputs():
    at = datetime(2022, 3, 2, 14, tzinfo=UTC)
    changes = (ClaimChange(at, "withdrawn", "Killed."), ClaimChange(None, "shown", "Now."))
    made = Claim("c", "s", "figure", About("killed"), "withdrawn", 1, (), changes=changes)
    assert present.claim(made)["changes"] == [
        {"at": "2022-03-02T14:00:00+00:00", "kind": "withdrawn", "why": "Killed."},
        {"at": None, "kind": "shown", "why": "Now."},
    ]
    assert "  * 2022-03-02 14:00 withdrawn: Killed.\n  * shown: Now.\n" in printing.claim(made)
    assert "changes" not in present.claim(replace(made, changes=()))
