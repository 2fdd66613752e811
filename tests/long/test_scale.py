"""What filing, asking and killing cost as the ledger grows (reading excluded)."""

import pytest

from dateline.desk.bench import ledger

pytestmark = [pytest.mark.long, pytest.mark.data, pytest.mark.timeout(3600)]


def test_costs_do_not_grow_with_the_archive(tmp_path):
    made = ledger.measure(tmp_path, (1_000, 10_000))
    print(ledger.line(made))
    assert made.filing[-1].ratio <= 1.5
    assert made.kill_rows <= 20
