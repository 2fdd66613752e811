"""What has gone quiet: one origin, no new toll, a party without a word, a plan without an end."""

from dataclasses import replace
from datetime import datetime

from dateline.ledger.answers.silence import silences
from dateline.records import Plan, Reference, When

from .factory import dispatch, hours, keep, kill, on, reading, span, statement, toll


def quiet(ledger, at, kind=None):
    found = []
    for story in ledger.stories():
        found += silences(ledger.dossier(story.id, as_of=hours(at), now=hours(at)))
    return [s for s in found if kind in (None, s.kind)]


def test_a_toll_of_one_origin_in_two_dispatches(ledger):
    keep(ledger, toll(21, by="the governor", guid="a"))
    keep(ledger, toll(21, by="the governor", guid="b", agency="Norla", at=1))
    (one,) = quiet(ledger, 2, "one origin")
    assert (
        one.text
        == "21 people killed in Kharkiv on 2 March 2022: the governor alone, in 2 dispatches."
    )
    assert one.guids == ("a", "b")
    keep(ledger, toll(21, by="the mayor", guid="c", at=2))
    assert quiet(ledger, 3, "one origin") == []


def test_a_toll_is_old_only_while_the_story_goes_on(ledger):
    keep(ledger, toll(21, by="the governor", guid="a"))
    assert quiet(ledger, 30, "not renewed") == []
    keep(ledger, toll(40, by="the governor", guid="b", at=25, measure="injured"))
    (one,) = quiet(ledger, 30, "not renewed")
    assert "last given by the governor, 30 hours ago" in one.text
    keep(ledger, toll(22, by="the governor", guid="c", at=29))
    assert quiet(ledger, 30, "not renewed") == []


def test_a_story_that_is_over_is_not_quiet(ledger):
    """Two years on, nobody asks why a toll of then has not been given anew."""
    for guid, at in (("a", 0), ("b", 1)):
        keep(ledger, toll(21, by="Ana Brem", guid=guid, at=at))
    keep(ledger, toll(40, by="the governor", guid="c", at=30, measure="injured"))
    week = 24 * 7
    for kind in ("not renewed", "quiet party"):
        assert len(quiet(ledger, 30 + week, kind)) == 1
        assert quiet(ledger, 31 + week, kind) == []


def test_nobody_hurt_and_nobody_holding_are_no_claims_to_chase(ledger):
    keep(ledger, toll(0, by="the governor", guid="a"))
    assert quiet(ledger, 2, "one origin") == []


def test_a_matter_is_told_on_one_line_with_its_days(ledger):
    days = {"when": on(1, 3), "population": "shop\nkeepers"}
    keep(ledger, toll(21, by="the governor", guid="a", figures=days))
    (one,) = quiet(ledger, 2, "one origin")
    assert one.text.startswith(
        "21 shop keepers killed in Kharkiv from 1 March 2022 to 3 March 2022: the governor"
    )


def test_a_party_that_spoke_twice_and_is_quiet(ledger):
    for guid, at in (("a", 0), ("b", 1)):
        keep(ledger, toll(21, by="Ana Brem", guid=guid, at=at))
    keep(ledger, toll(22, by="Ben Halm", guid="c", at=26))
    (one,) = quiet(ledger, 27, "quiet party")
    assert (one.by, one.since) == ("Ana Brem", hours(1))
    assert one.text == "Ana Brem: quoted in 2 dispatches, last 26 hours ago."
    assert quiet(ledger, 20, "quiet party") == []


TALKS = "The delegations will meet for talks in the border town on Thursday."


def planned(guid="a", at=0):
    one = dispatch(TALKS, guid, at=at)
    when = When(span(one, "Thursday"), "Thursday", "2022-03-03", datetime(2022, 3, 3),
                datetime(2022, 3, 3, 23, 59), "day")  # fmt: skip
    what = "The delegations will meet for talks in the border town"
    return one, replace(reading(one), plans=(Plan(span(one, what), what, what, when),))


def test_a_plan_whose_time_is_past_without_a_word(ledger):
    keep(ledger, planned())
    assert quiet(ledger, 24, "plan past") == []
    (one,) = quiet(ledger, 48, "plan past")
    assert one.text.endswith("border town: due by 3 March, no word since.")
    later = dispatch("The delegations met for talks in the border town and parted.", "b", at=40)
    keep(ledger, (later, reading(later)))
    assert quiet(ledger, 48, "plan past") == []


def test_a_plan_told_twice_is_asked_after_once(ledger):
    keep(ledger, planned())
    keep(ledger, planned("b", 1))
    assert len(quiet(ledger, 48, "plan past")) == 1


def test_what_is_killed_is_not_told(ledger):
    keep(ledger, toll(21, by="Ana Brem", guid="a"))
    keep(ledger, planned("p", 1))
    keep(ledger, kill(Reference(guid="a"), Reference(guid="p"), at=2))
    assert quiet(ledger, 99) == []


def test_what_is_said_of_one_person_is_no_toll(ledger):
    one = dispatch("The mayor said that the bridge was safe.", "m", at=0)
    keep(ledger, (one, reading(one, statement(one, "the bridge was safe", "the mayor"))))
    keep(ledger, toll(1, by="the governor", guid="a"))
    assert quiet(ledger, 1) == []
