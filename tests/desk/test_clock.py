from datetime import UTC, datetime

from dateline.clock import Clock


def test_a_frozen_clock_stands_still_and_the_real_one_is_aware():
    at = datetime(2022, 3, 2, 14, 5, tzinfo=UTC)
    assert Clock.frozen(at).now() == at
    assert Clock().now().tzinfo is UTC
