"""A publish that is killed at any moment and run again ends like one that was never disturbed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

ROUNDS = 10
CODE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from dateline.clock import Clock
from dateline.desk import Desk
with Desk(sys.argv[1], Clock.frozen(datetime(2026, 1, 5, 12, tzinfo=UTC))) as desk:
    desk.demo(Path(sys.argv[2]))
"""


def start(db: Path, site: Path) -> "subprocess.Popen[bytes]":
    environment = os.environ | {"DATELINE_WORKERS": "1"}
    return subprocess.Popen([sys.executable, "-c", CODE, str(db), str(site)], env=environment)


def contents(site: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(site)): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()
    }


def test_killed_and_run_again_equals_undisturbed(tmp_path):
    begun = time.monotonic()
    assert start(tmp_path / "calm.db", tmp_path / "calm").wait() == 0
    length = time.monotonic() - begun
    expected = contents(tmp_path / "calm")
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    for round_number in range(ROUNDS):
        db, site = tmp_path / f"{round_number}.db", tmp_path / f"{round_number}"
        running = start(db, site)
        time.sleep(chance.uniform(0.3, 1.0) * length)
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert start(db, site).wait() == 0
        assert contents(site) == expected, f"round {round_number}, seed {seed}"
