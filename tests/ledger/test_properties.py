"""What must hold whatever comes in, and in whatever order."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.ledger import open_ledger
from dateline.records import Reference

from .factory import dispatch as made
from .factory import figure, hours, keep, kill, place, raw, reading, toll

LATE = hours(1000)
QUICK = settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))


def wire():
    """A small wire: versions, a kill, a correction as a note, a hold with its release, a repeat."""
    note = made("In brio:1 read 9 people killed, not 6.", "brio:c", agency="Brio", at=4,
                signal="correction", objects=(Reference(guid="brio:1"),))  # fmt: skip
    figures = [figure(note, n, "killed", int(n), population="people", population_key="people",
                      place=place(note, "Kharkiv")) for n in ("9", "6")]  # fmt: skip
    return [
        toll(4, guid="alba:1", by="the governor"),
        toll(5, guid="alba:1", at=1, version=2, by="the governor"),
        toll(4, guid="alba:1", at=2, version=3, by="the governor", filler=" It snowed."),
        toll(6, guid="brio:1", agency="Brio", at=1, by="the army"),
        (note, reading(note, *figures)),
        toll(7, guid="cera:1", agency="Cera", at=2, by="the rebels", headline="Raid on market"),
        kill(Reference(headline="Raid on market"), guid="cera:k", agency="Cera", at=3),
        toll(5, guid="dora:1", agency="Dora", at=2, by="the mayor"),
        kill(Reference(guid="dora:1"), guid="dora:h", agency="Dora", at=3, signal="hold"),
        kill(Reference(guid="dora:1"), guid="dora:r", agency="Dora", at=4, signal="release"),
        toll(4, guid="alba:7", at=5, by="the governor", signal="repeat"),
    ]


def outcome(ledger, as_of=LATE):
    """Everything that a reader could see, without ids of stories (their founder names them)."""
    found = {
        (a.guid, a.version, a.text, c.status, c.origins, a.withdrawn, a.reason)
        for c in ledger.claims(as_of=as_of)
        for a in c.assertions
    }
    shown = {
        (f.dispatch.guid, f.dispatch.version)
        for s in ledger.stories(as_of)
        for f in ledger.dossier(s.id, as_of=as_of, now=LATE).filed
    }
    return found, shown, ledger.redactions(as_of=as_of, now=LATE), ledger.waiting()


def taken_in(pairs):
    ledger = open_ledger(":memory:")
    for pair in pairs:
        keep(ledger, pair)
    return ledger


EXPECTED = outcome(taken_in(wire()))


@QUICK
@given(st.permutations(wire()))
def test_the_order_of_arrival_does_not_matter(pairs):
    assert outcome(taken_in(pairs)) == EXPECTED


@QUICK
@given(st.lists(st.sampled_from(wire()), max_size=20))
def test_taking_in_twice_is_nothing_and_what_is_published_is_asserted(pairs):
    ledger = taken_in(pairs)
    before = outcome(ledger)
    for pair in pairs:
        assert not keep(ledger, pair).added
    assert outcome(ledger) == before
    assert ledger.verify() == ()
    for story in ledger.stories():
        found = ledger.dossier(story.id, as_of=LATE, now=LATE)
        texts = {(f.dispatch.guid, f.dispatch.version): f.dispatch.text for f in found.filed}
        for claim in found.claims:
            assert claim.assertions
            for a in claim.assertions:
                assert texts[a.guid, a.version][a.span.start : a.span.end] == a.text


@QUICK
@given(st.permutations(wire()), st.integers(0, 6))
def test_a_past_state_does_not_depend_on_what_came_later(pairs, hour):
    at = hours(hour)
    early = [p for p in pairs if p[0].received <= at]
    killed = {"cera:1", "dora:1"}
    ledger = taken_in(pairs)

    def seen(found):
        return {row[:3] for row in found if row[0] not in killed}

    assert seen(outcome(ledger, at)[0]) == seen(outcome(taken_in(early), at)[0])


@given(st.text(max_size=400), st.text(min_size=1, max_size=40))
@settings(deadline=None, max_examples=60)
def test_any_text_is_kept_as_it_is(text, guid):
    text = text.encode("utf-8", "ignore").decode().replace("\x00", "")
    guid = guid.encode("utf-8", "ignore").decode().replace("\x00", "") or "g"
    one = made(text, guid)
    ledger = open_ledger(":memory:")
    ledger.ingest(one, reading(one), raw(text, guid), learnt=hours(1))
    (story,) = ledger.stories()
    (filed,) = ledger.dossier(story.id, as_of=LATE, now=LATE).filed
    assert filed.dispatch == one
    assert ledger.verify() == ()
