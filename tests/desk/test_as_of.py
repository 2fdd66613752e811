"""The ledger and the site as of a past time: the same bytes on every run, whatever came later."""

import pytest

from dateline.clock import Clock
from dateline.desk import Desk, present
from dateline.desk.printing import json_line
from dateline.records import Reference

from ..ledger.factory import hours, keep, kill, toll

THEN, LATE = hours(6), hours(100)
EARLY = [
    toll(4, guid="alba:1", by="the governor"),
    toll(9, guid="brio:1", agency="Brio", at=1, by="the rebels"),
    toll(4, guid="cera:1", agency="Cera", at=2, by="the mayor", filler=" It snowed."),
    toll(5, guid="alba:1", at=3, version=2, by="the governor", signal="correction"),
    kill(Reference(guid="cera:1"), guid="cera:h", agency="Cera", at=4, signal="hold"),
    kill(Reference(guid="cera:1"), guid="cera:r", agency="Cera", at=5, signal="release"),
]
LATER = [
    toll(12, guid="brio:2", agency="Brio", at=8, by="the rebels"),
    toll(7, guid="alba:1", at=9, version=3, by="the governor", signal="update"),
    toll(30, guid="dora:1", agency="Dora", at=30, town="Kyiv", by="the army"),
    kill(Reference(guid="brio:2"), guid="brio:k", agency="Brio", at=31),
]
KILLED = kill(Reference(guid="brio:1"), guid="brio:k1", agency="Brio", at=40)


def ledger_and_site(desk, out, at=THEN):
    """All bytes of the claims and of the site."""
    desk.publish([], out, as_of=at)
    claims = "".join(json_line(present.claim(c)) for c in desk.claims(as_of=at))
    files = {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    return claims, files


@pytest.fixture
def desk():
    with Desk(":memory:", Clock.frozen(LATE)) as made:
        yield made


def filed(desk, pairs):
    for pair in pairs:
        keep(desk.ledger, pair)
    return desk


@pytest.fixture
def expected(tmp_path):
    with Desk(":memory:", Clock.frozen(LATE)) as one:
        return ledger_and_site(filed(one, EARLY), tmp_path / "expected")


def test_two_runs_give_the_same_bytes(desk, expected, tmp_path):
    filed(desk, EARLY)
    assert ledger_and_site(desk, tmp_path / "one") == expected
    assert ledger_and_site(desk, tmp_path / "one") == expected
    assert ledger_and_site(desk, tmp_path / "two") == expected
    assert any(b"were killed, the governor said" in data for data in expected[1].values())


def test_what_came_later_is_not_there_yet(desk, expected, tmp_path):
    filed(desk, [*EARLY, *LATER])
    assert ledger_and_site(desk, tmp_path / "site") == expected


def test_nor_where_it_came_in_another_order(desk, expected, tmp_path):
    filed(desk, [*LATER[:2], *EARLY, *LATER[2:]])
    _, files = ledger_and_site(desk, tmp_path / "site")
    assert len(files) == len(expected[1])


def test_nor_where_later_times_were_published_before(desk, expected, tmp_path):
    filed(desk, [*EARLY, *LATER])
    ledger_and_site(desk, tmp_path / "late", LATE)
    assert ledger_and_site(desk, tmp_path / "site") == expected


def test_what_was_killed_since_is_kept_back_there_too(desk, expected, tmp_path):
    filed(desk, [*EARLY, *LATER, KILLED])
    _, files = ledger_and_site(desk, tmp_path / "site")
    assert any(b"the rebels" in data for data in expected[1].values())
    assert not any(b"the rebels" in data for data in files.values())
    _, again = ledger_and_site(desk, tmp_path / "again")
    assert again == files
