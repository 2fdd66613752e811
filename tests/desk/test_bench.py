"""The floors: well-formed, and held by the scorer's own figures on a small sample."""

import gzip

import pytest

from dateline.desk.bench import ledger, ledger_costs, reading, speed
from dateline.errors import ConfigError


def test_every_floor_names_a_set_that_is_measured_and_is_above_nothing():
    floors = reading.floors()
    assert {f["set"] for f in floors} == set(reading.SETS)
    assert all(0 < f["floor"] < 1 for f in floors)


def test_a_figure_under_its_floor_is_not_ok():
    row = reading.Row("wikiwars", "strict F", 0.8994, 0.9, 0.8, "somebody")
    assert not row.ok
    assert "UNDER THE FLOOR" in reading.line(row)
    assert reading.Row("wikiwars", "strict F", 0.8996, 0.9, None, None).ok


def test_an_unknown_set_is_an_error_that_names_the_known_ones():
    with pytest.raises(ConfigError, match="tr-news"):
        list(reading.measure(("TR-News",)))


@pytest.mark.data
def test_news_places_stay_above_their_floor():
    rows = list(reading.measure(("tr-news",)))
    assert rows
    assert all(row.ok for row in rows), [reading.line(row) for row in rows]


@pytest.mark.parametrize("packed", [b"", b"\n \n", gzip.compress(b'{"doc": "a", "text": "Rain."}')])
def test_speed_of_nothing_is_refused(packed, tmp_path):
    path = tmp_path / "wire.jsonl.gz"
    path.write_bytes(packed)
    with pytest.raises(ConfigError, match=r"no dispatch to measure in .*wire\.jsonl\.gz"):
        speed.measure([str(path)], limit=6, rounds=1)


def test_speed_gives_a_ratio(wire):
    made = speed.measure([str(wire)], limit=6, rounds=1)
    assert made.dispatches == 6
    assert made.ratio > 0.5
    assert "ratio" in speed.line(made)


@pytest.mark.data
def test_the_ledger_is_timed_at_every_size_and_kills_write_little(tmp_path):
    told = []
    made = ledger.measure(tmp_path, (60, 120), ingests=10, tell=told.append)
    assert [f.dispatches for f in made.filing] == [60, 120]
    assert all(f.ingest_ms > 0 and f.bytes_per_dispatch > 1000 for f in made.filing)
    assert all(f.memory_kib > 0 for f in made.filing)
    assert [k.named for k in made.kills] == ["guid", "headline"]
    assert all(k.kills > 10 and 0 < k.rows <= 20 for k in made.kills)
    assert made.page.median <= made.page.p95 <= made.page.longest
    assert len(told) == 7  # each figure as it comes: two built, two filed, pages, two of kills
    assert "ratio" in ledger_costs.line(made)
    again = ledger.measure(tmp_path, (60, 120, 130), ingests=10)  # from what was built on
    assert [f.dispatches for f in again.filing] == [60, 120, 130]
    assert ledger.measure(tmp_path, (60, 120), ingests=10).build_per_s is None
