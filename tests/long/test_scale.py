"""What filing, asking and killing cost as the ledger grows (reading excluded)."""

import pytest

from dateline.desk.bench import ledger, ledger_costs

pytestmark = [pytest.mark.long, pytest.mark.data, pytest.mark.timeout(3600)]


def test_costs_do_not_grow_with_the_archive(tmp_path):
    made = ledger.measure(tmp_path, (1_000, 10_000), tell=print)
    print(ledger_costs.line(made))
    assert made.filing[-1].ratio <= 1.5
    assert made.page.cpu_p95 <= 50
    assert all(k.withdrawn.cpu_p95 <= 100 and k.rows <= 20 for k in made.kills)
