from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire import times

NEAR = datetime(2022, 3, 2, 12, tzinfo=UTC)  # a Wednesday


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0600 GMT 3 MARCH", "2022-03-03T06:00+00:00"),
        ("3 March 2000 GMT", "2022-03-03T20:00+00:00"),  # a time, not a year
        ("12noon on Friday, October 23, 2018", "2018-10-23T12:00+00:00"),
        ("021345Z MAR 22", "2022-03-02T13:45+00:00"),
        ("2 March 2022 14:05 GMT", "2022-03-02T14:05+00:00"),
        ("9 JAN 90", "1990-01-09T00:00+00:00"),
        ("JUNE 11 89", "1989-06-11T00:00+00:00"),
        ("Friday 0001 GMT", "2022-03-04T00:01+00:00"),
        ("6 p.m. CET Thursday", "2022-03-03T18:00+01:00"),
        ("jusqu'au 3 mars 06h00 GMT", "2022-03-03T06:00+00:00"),
        ("midnight 3 March", "2022-03-04T00:00+00:00"),
        ("2 January, 2330 +0530", "2022-01-02T23:30+05:30"),
        ("28 Dec", "2021-12-28T00:00+00:00"),  # the nearest year, not this one
        ("2022-03-02T10:00:00+01:00", "2022-03-02T10:00+01:00"),
    ],
)
def test_moment(written: str, meant: str) -> None:
    assert times.moment(written, NEAR, ahead=True) == datetime.fromisoformat(meant)


@pytest.mark.parametrize("written", ["", "30 FEB 90", "soon", "Friday the people", "99:99 GMT"])
def test_moment_without_a_day_is_null(written: str) -> None:
    assert times.moment(written, None) is None


def test_a_bare_weekday_is_the_last_one_unless_ahead() -> None:
    assert times.moment("Monday", NEAR) == datetime(2022, 2, 28, tzinfo=UTC)
    assert times.moment("Monday", NEAR, ahead=True) == datetime(2022, 3, 7, tzinfo=UTC)


def test_iso_takes_rfc_dates_and_naive_times_as_utc() -> None:
    assert times.iso("Wed, 02 Mar 2022 10:00:00 +0100") == datetime(
        2022, 3, 2, 10, tzinfo=timezone(timedelta(hours=1))
    )
    assert times.iso("2009-12-19") == datetime(2009, 12, 19, tzinfo=UTC)
    assert times.iso("0001-01-01T00:00+14:00") is None  # no such moment in UTC
    assert times.iso(20220302) is None


@given(st.text(max_size=80))
def test_any_text_gives_an_aware_time_or_null(text: str) -> None:
    for found in (times.iso(text), times.moment(text, NEAR)):
        assert found is None or found.astimezone(UTC)


@given(st.dates(min_value=date(1970, 1, 2), max_value=date(2068, 12, 30)))
def test_a_date_written_in_a_dateline_comes_back(day: date) -> None:
    written = f"{day.day} {day:%b} {day:%y}".upper()
    assert times.moment(written, None) == datetime(day.year, day.month, day.day, tzinfo=UTC)
