"""An editor merges and splits stories: reversible, permanent addresses, nothing forgotten."""

from dataclasses import replace

import pytest

from dateline.errors import LedgerError
from dateline.records import Judgement

from .factory import dispatch, hours, keep, reading, toll
from .test_stories import FLOOD, VOTE

SIGNED = {"by": "Ana", "why": "One bombing."}


@pytest.fixture
def two(ledger):
    """Two stories of one toll each, which the words keep apart."""
    keep(ledger, toll(21, by="the governor", guid="a"))
    keep(ledger, toll(25, by="the mayor", guid="b", at=40 * 24, filler=f" {VOTE} " * 9))
    first, second = ledger.stories()
    return first.id, second.id


def ids(ledger, **at):
    return {s.id: s.dispatches for s in ledger.stories(**at)}


def test_a_merge_keeps_one_address_and_the_other_leads_there(ledger, two):
    keeps, goes = two
    ledger.merge(keeps, goes, at=hours(2000), **SIGNED)
    assert ids(ledger) == {keeps: ("a", "b")}
    assert ledger.moved() == {goes: keeps}
    for name in two:
        shown = ledger.dossier(name, as_of=hours(3000), now=hours(3000))
        assert shown.story.id == keeps
        assert {f.dispatch.guid for f in shown.filed} == {"a", "b"}
    assert {c.story for c in ledger.claims(goes)} == {keeps}


def test_before_the_merge_they_were_two(ledger, two):
    keeps, goes = two
    ledger.merge(keeps, goes, at=hours(2000), **SIGNED)
    assert set(ids(ledger, as_of=hours(1999))) == {keeps, goes}
    assert ledger.moved(hours(1999)) == {}


def test_what_merged_stories_say_is_compared(ledger):
    for guid, count, by, rest in (
        ("a", 21, "the governor", FLOOD),
        ("b", 35, "the mayor", VOTE),
    ):
        one, read = toll(count, by=by, guid=guid, filler=f" {rest}" * 9)
        keep(ledger, (one, replace(read, terms=(guid * 9,), places=())))  # no word in common
    one, two = (s.id for s in ledger.stories())
    assert {c.status for c in ledger.claims()} == {"single-source"}
    ledger.merge(one, two, at=hours(500), **SIGNED)
    assert {c.status for c in ledger.claims()} == {"disputed"}


def test_taking_a_merge_back_parts_them_again(ledger, two):
    keeps, goes = two
    before = ids(ledger)
    made = ledger.merge(keeps, goes, at=hours(2000), **SIGNED)
    ledger.regroup_undo(made.id, at=hours(2001), by="Ben", why="Two after all.")
    assert ids(ledger) == before
    assert set(ids(ledger, as_of=hours(2000))) == {keeps}
    told = [(r.kind, r.by, r.why) for r in ledger.regroupings()]
    assert told == [
        ("merge", "editor:Ana", "One bombing."),
        ("undo", "editor:Ben", "Two after all."),
    ]
    with pytest.raises(LedgerError, match="no regrouping"):
        ledger.regroup_undo(made.id, at=hours(2002), by="Ben", why="Again.")


@pytest.mark.parametrize("signal", ["update", "correction"])
def test_taking_a_merge_back_does_not_part_the_versions_of_an_item(ledger, two, signal):
    keeps, goes = two
    keep(ledger, toll(26, by="the mayor", guid="b", version=2, at=1500, signal=signal))
    made = ledger.merge(keeps, goes, at=hours(2000), **SIGNED)
    done = keep(ledger, toll(27, by="the mayor", guid="b", version=3, at=2001))
    assert done.stories == (keeps,)
    assert ids(ledger) == {keeps: ("a", "b")}
    ledger.regroup_undo(made.id, at=hours(2002), **SIGNED)
    assert ids(ledger) == {keeps: ("a",), goes: ("b",)}


def test_new_dispatches_follow_the_merge(ledger, two):
    keeps, goes = two
    ledger.merge(keeps, goes, at=hours(2000), **SIGNED)
    one, read = toll(26, by="the mayor", guid="c", at=40 * 24 + 1, filler=f" {VOTE} " * 9)
    keep(ledger, (one, read))
    assert ids(ledger) == {keeps: ("a", "b", "c")}


def test_a_split_takes_every_version_and_later_ones_follow(ledger):
    for guid, at in (("a", 0), ("b", 1)):
        keep(ledger, toll(21, guid=guid, at=at))
    (story,) = ids(ledger)
    made = ledger.split(story, ["b"], at=hours(9), by="Ana", why="Another bombing.")
    keep(ledger, toll(23, guid="b", at=10, version=2))
    assert ids(ledger) == {story: ("a",), made.into: ("b",)}
    assert ids(ledger, as_of=hours(8)) == {story: ("a", "b")}
    keep(ledger, toll(21, guid="b", at=1))  # once more: nothing changes
    assert ids(ledger) == {story: ("a",), made.into: ("b",)}


def test_a_split_is_taken_back(ledger):
    for guid, at in (("a", 0), ("b", 1)):
        keep(ledger, toll(21, guid=guid, at=at))
    before = ids(ledger)
    (story,) = before
    made = ledger.split(story, ["b"], at=hours(9), by="Ana", why="Another bombing.")
    ledger.regroup_undo(made.id, at=hours(10), by="Ana", why="The same one.")
    assert ids(ledger) == before


def test_a_split_into_a_story_that_is_there(ledger, two):
    keeps, goes = two
    keep(ledger, toll(22, guid="c", at=1))
    ledger.split(keeps, ["c"], into=goes, at=hours(2000), by="Ana", why="Belongs there.")
    assert ids(ledger) == {keeps: ("a",), goes: ("c", "b")}


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        (lambda ledger, one, two: ledger.merge(one, one, at=hours(1), **SIGNED), "one story"),
        (lambda ledger, one, two: ledger.merge(one, "x", at=hours(1), **SIGNED), "no story x"),
        (lambda ledger, one, two: ledger.split(one, ["a"], at=hours(1), **SIGNED), "Nothing would"),
        (lambda ledger, one, two: ledger.split(one, ["b"], at=hours(1), **SIGNED), "b is not in"),
    ],
)
def test_what_cannot_be_done_is_told(ledger, two, verb, words):
    with pytest.raises(LedgerError, match=words):
        verb(ledger, *two)
    assert ledger.regroupings() == ()


def test_a_circle_of_merges_cannot_be_made(ledger, two):
    keeps, goes = two
    ledger.merge(keeps, goes, at=hours(2000), **SIGNED)
    with pytest.raises(LedgerError, match="one story already"):
        ledger.merge(goes, keeps, at=hours(2001), **SIGNED)


def test_a_verdict_on_two_stories_is_refused(ledger, two):
    a, b = (c.assertions[0].id for c in ledger.claims() if c.kind == "figure")
    made = Judgement("j", a, b, "same", "One count.", "editor:Ana", hours(2000))
    with pytest.raises(LedgerError, match="two stories"):
        ledger.overrule(made)
    ledger.merge(*two, at=hours(2000), **SIGNED)
    ledger.overrule(made)
    assert any(j.by == "editor:Ana" for c in ledger.claims() for j in c.judgements)


def test_titles_show_nothing_that_is_not_public(ledger):
    one = dispatch("The market burned down.", headline="Fire", embargo_until=hours(50))
    keep(ledger, (one, reading(one)))
    (story,) = ids(ledger)
    assert ledger.titles([story], as_of=hours(1), now=hours(1)) == {}
    assert ledger.titles([story], as_of=hours(51), now=hours(51)) == {story: "Fire"}
