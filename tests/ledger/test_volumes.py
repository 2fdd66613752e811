"""A full story goes on in a new one, and what belongs to the old one still comes to it."""

import pytest

from dateline.errors import LedgerError
from dateline.ledger.stories import volumes
from dateline.records import Reference

from .factory import hours, keep, kill, toll


@pytest.fixture(autouse=True)
def three_are_enough(monkeypatch):
    monkeypatch.setattr(volumes, "FULL", 3)


def fill(ledger, count, first=0):
    """So many tolls of one bombardment, an hour apart, each worded in its own way."""
    for n in range(first, first + count):
        keep(ledger, toll(n + 2, guid=f"alba:{n}", at=n, by="the governor",
                          filler=f" Doctor number{'abcdefghijkl'[n]} came."))  # fmt: skip


def sizes(ledger):
    return [len(s.dispatches) for s in ledger.stories()]


def test_a_full_story_goes_on_in_a_new_one(ledger):
    fill(ledger, 8)
    assert sizes(ledger) == [3, 3, 2]
    one, two, three = (s.id for s in ledger.stories())
    told = [(r.kind, r.story, r.into, r.by) for r in ledger.regroupings()]
    assert told == [("continue", one, two, "rule:full"), ("continue", two, three, "rule:full")]


def test_versions_corrections_and_kills_stay_with_their_story(ledger):
    fill(ledger, 4)
    keep(ledger, toll(9, guid="alba:0", version=2, at=5, by="the governor"))
    done = keep(ledger, kill(Reference(guid="alba:1"), at=6))
    first, second = ledger.stories()
    assert done.stories == (first.id,)
    assert second.dispatches == ("alba:3",)
    found = ledger.dossier(first.id, as_of=hours(9), now=hours(9))
    assert {f.dispatch.guid for f in found.filed} == {"alba:0", "alba:2"}


def test_copies_of_a_full_story_go_on_too(ledger):
    for n in range(7):
        keep(ledger, toll(4, guid=f"alba:{n}", at=n, by="the governor", filler=" It snowed." * 9))
    assert sizes(ledger) == [3, 3, 1]


def test_a_volume_that_an_editor_merged_back_is_followed(ledger):
    fill(ledger, 4)
    one, two = (s.id for s in ledger.stories())
    ledger.merge(one, two, by="ann", at=hours(5), why="One report.")
    fill(ledger, 3, first=5)
    assert sizes(ledger) == [4, 3]
    *_, last = ledger.regroupings()
    assert (last.kind, last.story) == ("continue", one)


def test_only_an_editors_regroupings_can_be_taken_back(ledger):
    fill(ledger, 4)
    (made,) = ledger.regroupings()
    with pytest.raises(LedgerError, match="no regrouping"):
        ledger.regroup_undo(made.id, by="ann", at=hours(5), why="No.")


def test_sequels_are_told_as_known_at_a_time_and_where_they_were_merged(ledger):
    fill(ledger, 8)
    one, two, three = (s.id for s in ledger.stories())
    assert ledger.sequels() == ((one, two), (two, three))
    assert ledger.sequels(hours(4)) == ((one, two),)
    ledger.merge(two, one, by="ann", at=hours(9), why="One report.")
    assert ledger.sequels() == ((two, three),)
