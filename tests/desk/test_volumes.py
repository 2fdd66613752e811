"""A story of several pages leads from one to the next, if there is anything to lead to."""

import pytest

from dateline.desk.newsroom import edit, lay_out
from dateline.ledger.stories import volumes
from dateline.records import Reference
from tests.ledger.factory import hours, keep, kill, toll

from .conftest import desk


@pytest.fixture
def full(tmp_path, monkeypatch):
    """A ledger with a story in two volumes, each of two tolls."""
    monkeypatch.setattr(volumes, "FULL", 2)
    with desk(tmp_path / "desk.db") as opened:
        for n in range(4):
            keep(opened.ledger, toll(n + 2, guid=f"alba:{n}", at=n, by="the governor",
                                     filler=f" Doctor number{'abcd'[n]} came."))  # fmt: skip
        yield opened.ledger


def shown(ledger, at):
    edit(ledger, hours(at), hours(at))
    return lay_out(ledger, "Wire", hours(at), hours(at))


def test_volumes_are_linked(full):
    one, two = (s.id for s in full.stories())
    assert shown(full, 5).sequels == ((one, two),)


def test_a_volume_that_was_killed_is_not_linked(full):
    shown(full, 5)
    for n in (2, 3):
        keep(full, kill(Reference(guid=f"alba:{n}"), guid=f"alba:k{n}", at=6))
    site = shown(full, 7)
    assert len(site.editions) == 1
    assert site.sequels == ()
