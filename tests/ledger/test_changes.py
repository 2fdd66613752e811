"""What became of a claim since a time, with the reason in words."""

from dateline.ledger import open_ledger
from dateline.records import Judgement, Reference

from .factory import hours, keep, kill, toll

SINCE = hours(2)


def told(ledger, since=SINCE, **asked):
    return [(c.kind, c.why) for claim in ledger.claims(changes_since=since, **asked)
            for c in claim.changes]  # fmt: skip


def before(ledger):
    keep(ledger, toll(4, by="the governor"))
    return ledger


def rivals(ledger):
    keep(before(ledger), toll(9, guid="brio:1", agency="Brio", at=1, by="the rebels"))
    (one, two) = (a for c in ledger.claims() for a in c.assertions)
    return one.id, two.id


def overruled(ledger, a, b, verdict="not comparable", at=3):
    made = Judgement(f"e{at}", a, b, verdict, "Two raids.", "editor:ann", hours(at))
    ledger.overrule(made)


def test_nothing_changed(ledger):
    rivals(ledger)
    assert told(ledger) == []


def test_a_new_claim_and_one_said_again(ledger):
    before(ledger)
    keep(ledger, toll(4, guid="brio:1", agency="Brio", at=3, by="the rebels"))
    assert ("said again", "The rebels say so too.") in told(ledger)
    keep(ledger, toll(3, guid="brio:2", agency="Brio", at=4, by="the rebels", measure="injured"))
    assert told(ledger, hours(3)) == [("new claim", "The rebels say so.")]


def test_a_dispute_opened(ledger):
    before(ledger)
    keep(ledger, toll(9, guid="brio:1", agency="Brio", at=3, by="the rebels"))
    one, two = ledger.claims(changes_since=SINCE)
    assert [c.kind for c in one.changes] == ["dispute opened"]
    assert {c.kind for c in two.changes} == {"new claim", "dispute opened"}
    assert "4" in one.changes[0].why
    assert "9" in one.changes[0].why


def test_superseded(ledger):
    before(ledger)
    keep(ledger, toll(7, guid="alba:2", at=3, by="the governor"))
    kinds = {c.status: [x.kind for x in c.changes] for c in ledger.claims(changes_since=SINCE)}
    assert kinds["superseded"] == ["superseded"]


def test_killed_and_the_dispute_closed_with_it(ledger):
    rivals(ledger)
    keep(ledger, kill(Reference(guid="brio:1"), guid="brio:k", agency="Brio", at=3))
    found = told(ledger)
    assert ("withdrawn", "Killed by the agency.") in found
    assert "dispute closed" in {kind for kind, _ in found}


def test_corrected(ledger):
    before(ledger)
    keep(ledger, toll(6, at=3, version=2, by="the governor", signal="correction"))
    assert sorted(told(ledger)) == [
        ("corrected", "The new version no longer says it."),
        ("new claim", "The governor says so."),
    ]


def test_held_and_released(ledger):
    before(ledger)
    keep(ledger, kill(Reference(guid="alba:1"), guid="alba:h", at=1, signal="hold"))
    keep(ledger, kill(Reference(guid="alba:1"), guid="alba:r", at=3, signal="release"))
    assert told(ledger) == [("stands again", "The agency released it.")]


def test_an_embargo_that_ended(ledger):
    keep(ledger, toll(4, by="the governor", embargo_until=hours(3)))
    keep(ledger, toll(2, guid="x", at=1, by="the mayor", measure="injured"))
    assert told(ledger, as_of=hours(4)) == [
        ("shown", "It could not be shown in this story before.")
    ]


def test_an_editors_verdict_closes_a_dispute_and_taking_it_back_opens_it(ledger):
    one, two = rivals(ledger)
    overruled(ledger, two, one)
    found = told(ledger)
    assert ("overruled", "ann (not comparable): Two raids.") in found
    assert ("dispute closed", "ann (not comparable): Two raids.") in found
    ledger.undo("e3", "One raid after all.", by="bob", at=hours(4))
    assert ("ruling taken back", "bob (not comparable): One raid after all.") in told(
        ledger, hours(3.5)
    )


def test_a_rules_verdict_that_an_editor_took_back(ledger):
    rivals(ledger)
    (rule,) = {j for c in ledger.claims() for j in c.judgements}
    ledger.undo(rule.id, "Not the same raid.", by="ann", at=hours(3))
    found = told(ledger)
    assert ("ruling taken back", "ann (contradicts): Not the same raid.") in found
    assert "dispute closed" in {kind for kind, _ in found}


def test_changes_before_a_past_time_only(ledger):
    before(ledger)
    keep(ledger, toll(9, guid="brio:1", agency="Brio", at=3, by="the rebels"))
    keep(ledger, kill(Reference(guid="brio:1"), guid="brio:k", agency="Brio", at=6))
    kinds = {kind for kind, _ in told(ledger, as_of=hours(5))}
    assert kinds == {"new claim", "dispute opened"}  # the kill was still to come
    assert open_ledger(":memory:").claims(changes_since=SINCE) == ()
