"""A run that is killed and run again ends like one that was never disturbed, on both stores."""

import pytest

from .crash import disturb


@pytest.mark.timeout(1200)
def test_killed_and_run_again_equals_undisturbed(url, tmp_path):
    disturb(url, tmp_path, 20)


@pytest.mark.long
@pytest.mark.timeout(14400)
def test_killed_many_times(url, tmp_path):
    disturb(url, tmp_path, 200)
