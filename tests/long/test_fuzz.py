"""Every sample file, damaged at random: always dispatches or failures, never an exception."""

import random
from pathlib import Path

import pytest

from dateline import wire
from dateline.desk import sample
from dateline.records import Dispatch, Failure

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

EACH = 100
NASTY = (b"\x00", b"\xff\xfe", b"<", b"]]>", b"<!DOCTYPE x [", b"&e;", b"\xe2\x80\xae", b"[" * 50)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with up to five cuts, repeats, flips or nasty insertions."""
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.randint(0, 200))
        what = chance.randrange(4)
        if what == 0:
            data = data[:at] + data[end:]
        elif what == 1:
            data = data[:end] + data[at:]
        elif what == 2:
            data = data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        else:
            data = data[:at] + chance.choice(NASTY) + data[at:]
    return data


def test_damaged_samples_are_outcomes(tmp_path):
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    with sample.folder() as folder:
        originals = {p: p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}
    for path, data in originals.items():
        for _ in range(EACH):
            for item in wire.parse(damaged(data, chance), path.name):
                assert isinstance(item, Dispatch | Failure), f"{path.name}, seed {seed}"
                if isinstance(item, Dispatch):
                    assert all(
                        0 <= m.span.start <= m.span.end <= len(item.text) for m in item.masks
                    )
