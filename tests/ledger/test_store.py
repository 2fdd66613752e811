"""The ledger as a whole, on both stores."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

import pytest

from dateline.ledger import open_ledger
from dateline.records import Edition, Failure, Judgement, Line, Reference

from .factory import NOON, data, figure, hours, keep, kill, place, reading, toll
from .factory import dispatch as made

LATE = hours(1000)


def status(ledger, value):
    found = [c for c in ledger.claims() for a in c.assertions if a.value == value]
    return {c.status for c in found}


def dossier(ledger, as_of=LATE):
    (story,) = ledger.stories(as_of)
    return ledger.dossier(story.id, as_of=as_of, now=LATE)


def test_a_dispatch_becomes_a_claim_in_a_dated_story(ledger):
    done = keep(ledger, toll(4, by="the governor"))
    assert (done.added, done.assertions, done.withdrawn) == (True, 1, 0)
    (claim,) = dossier(ledger).claims
    assert (claim.status, claim.origins) == ("single-source", 1)
    assert done.stories[0].startswith("2022-03-02-")
    assert claim.story == done.stories[0]


def test_rivals_are_disputed_and_neither_is_lost(ledger):
    keep(ledger, toll(4, by="the governor"))
    keep(ledger, toll(9, guid="brio:1", agency="Brio", at=1, by="the rebels"))
    found = ledger.claims(disputed=True)
    assert sorted(a.value for c in found for a in c.assertions) == [4, 9]
    assert {c.status for c in found} == {"disputed"}
    (judgement,) = {j for c in found for j in c.judgements}
    assert judgement.reason == "The rebels say 9, the governor 4: both cannot be true."


def test_two_speakers_corroborate_and_one_ministry_in_two_agencies_does_not(ledger):
    keep(ledger, toll(4, by="the defence ministry"))
    keep(ledger, toll(4, guid="brio:1", agency="Brio", at=1, by="the Ministry of Defence"))
    (claim,) = ledger.claims()
    assert (claim.status, claim.origins, len(claim.assertions)) == ("single-source", 1, 2)
    keep(ledger, toll(4, guid="cera:1", agency="Cera", at=2, by="the Red Cross"))
    (claim,) = ledger.claims()
    assert (claim.status, claim.origins, len(claim.assertions)) == ("corroborated", 2, 3)


def test_the_same_speaker_later_supersedes(ledger):
    keep(ledger, toll(4, by="the governor"))
    keep(ledger, toll(7, guid="brio:1", agency="Brio", at=3, by="the governor"))
    assert status(ledger, 4) == {"superseded"}
    assert status(ledger, 7) == {"single-source"}


def test_taking_in_again_changes_nothing(ledger):
    pair = toll(4)
    assert not ledger.known(pair[0])
    keep(ledger, pair)
    before = (ledger.claims(), dossier(ledger))
    again = keep(ledger, pair, learnt=hours(50))
    assert not again.added
    assert ledger.known(pair[0])
    assert (ledger.claims(), dossier(ledger)) == before


def test_the_same_item_in_new_bytes_is_not_new(ledger):
    one, read = toll(4)
    keep(ledger, (one, read))
    wrapped = replace(one, sha256="0" * 64, path="again.xml")
    assert not ledger.ingest(wrapped, read, b"x", learnt=hours(3)).added


def test_a_version_number_used_twice_keeps_both_texts(ledger):
    keep(ledger, toll(4))
    done = keep(ledger, toll(7, at=1))
    assert (done.added, done.version) == (True, 2)
    assert [f.dispatch.version for f in dossier(ledger).filed] == [2]


def test_a_new_version_withdraws_what_it_no_longer_says(ledger):
    keep(ledger, toll(4, by="the governor"))
    done = keep(ledger, toll(7, at=2, version=2, by="the governor"))
    assert done.withdrawn == 1
    assert status(ledger, 4) == {"withdrawn"}
    assert [a.value for c in dossier(ledger).claims for a in c.assertions] == [7]


def test_a_new_version_that_says_the_same_withdraws_nothing(ledger):
    keep(ledger, toll(4, by="the governor"))
    done = keep(ledger, toll(4, at=2, version=2, by="the governor", filler=" Snow fell."))
    assert done.withdrawn == 0
    (claim,) = ledger.claims()
    assert [a.version for a in claim.assertions] == [2]


def test_a_kill_withdraws_everything_by_guid_number_slug_or_headline(ledger):
    ways = [
        Reference(guid="alba:0"),
        Reference(number="AB0441"),
        Reference(slug="Ukraine-market"),
        Reference(headline="Shells hit MARKET"),
    ]
    for n, way in enumerate(ways):
        keep(
            ledger,
            toll(
                4 + n, guid=f"alba:{n}", at=n / 10, number=f"AB044{n}", town="Kharkiv",
                slug=f"x{n}" if n != 2 else "Ukraine-Market",
                headline=f"h{n}" if n != 3 else "Shells hit market",
            ),
        )  # fmt: skip
        assert status(ledger, 4 + n) != {"withdrawn"}
        done = keep(ledger, kill(way, guid=f"alba:k{n}", at=1 + n))
        assert done.withdrawn == 1, way
        assert status(ledger, 4 + n) == {"withdrawn"}, way
    found = dossier(ledger)
    assert not found.filed
    assert not found.claims
    assert {n.kind for n in found.notices} == {"kill"}
    assert ledger.waiting() == ()


def test_another_agencys_kill_touches_nothing(ledger):
    keep(ledger, toll(4, slug="Market"))
    keep(ledger, kill(Reference(slug="Market"), agency="Brio"))
    assert status(ledger, 4) == {"single-source"}
    assert [n.guid for n in ledger.waiting()] == [None]


def test_a_kill_waits_for_its_victim(ledger):
    keep(ledger, kill(Reference(headline="Shells hit market"), at=5))
    (waiting,) = ledger.waiting()
    assert "Shells" not in waiting.text
    keep(ledger, toll(4, headline="Shells hit market", at=0), learnt=hours(9))
    assert ledger.waiting() == ()
    assert status(ledger, 4) == {"withdrawn"}
    assert [r.why for r in ledger.redactions(as_of=LATE, now=LATE)] == ["killed"]


def test_a_kill_reaches_into_the_past(ledger):
    keep(ledger, toll(4))
    keep(ledger, kill(Reference(guid="alba:1"), at=5))
    assert not dossier(ledger, as_of=hours(1)).filed


def test_a_hold_is_reversible(ledger):
    keep(ledger, toll(4))
    keep(ledger, kill(Reference(guid="alba:1"), guid="alba:h", at=2, signal="hold"))
    assert not dossier(ledger).filed
    assert [r.why for r in ledger.redactions(as_of=LATE, now=LATE)] == ["held"]
    keep(ledger, kill(Reference(guid="alba:1"), guid="alba:r", at=4, signal="release"))
    assert [f.dispatch.guid for f in dossier(ledger).filed] == ["alba:1"]
    assert ledger.redactions(as_of=LATE, now=LATE) == ()
    assert [n.kind for n in dossier(ledger).notices] == ["hold", "release"]


def test_withheld_and_canceled_are_not_public(ledger):
    keep(ledger, toll(4))
    keep(ledger, toll(5, version=2, at=1, status="withheld"))
    assert not dossier(ledger).filed
    keep(ledger, toll(6, version=3, at=2))
    assert [f.dispatch.version for f in dossier(ledger).filed] == [3]
    keep(ledger, toll(6, version=4, at=3, status="canceled"))
    assert not dossier(ledger).filed
    assert {r.why for r in ledger.redactions(as_of=LATE, now=LATE)} == {"killed"}


def test_an_embargo_ends_by_itself_at_the_earlier_clock(ledger):
    keep(ledger, toll(4, embargo_until=hours(6)))
    (story,) = ledger.stories()

    def shown(as_of, now):
        return len(ledger.dossier(story.id, as_of=hours(as_of), now=hours(now)).filed)

    assert (shown(5, 5), shown(5, 9), shown(9, 5), shown(6, 6)) == (0, 0, 0, 1)
    assert ledger.claims() == ledger.claims(as_of=hours(5)) == ()
    assert len(ledger.claims(as_of=hours(6))) == 1
    assert [r.why for r in ledger.redactions(as_of=hours(9), now=hours(5))] == ["embargoed"]
    assert ledger.redactions(as_of=hours(9), now=hours(9)) == ()


def test_a_repeat_is_no_second_origin(ledger):
    keep(ledger, toll(4))
    keep(ledger, toll(4, guid="alba:2", at=3, signal="repeat"))
    (claim,) = dossier(ledger).claims
    assert (claim.status, claim.origins, len(claim.assertions)) == ("single-source", 1, 2)


def test_a_copy_in_another_agency_is_no_second_origin(ledger):
    keep(ledger, toll(4))
    keep(ledger, toll(4, guid="brio:2", agency="Brio", at=3))
    (claim,) = dossier(ledger).claims
    assert (claim.status, claim.origins) == ("single-source", 1)


def test_an_add_appends(ledger):
    keep(ledger, toll(4))
    one = made("Add: The mayor put the injured at 12.", at=2, version=2, signal="add")
    keep(ledger, (one, reading(one, figure(one, "12", "injured", 12))))
    assert [f.dispatch.version for f in dossier(ledger).filed] == [1, 2]
    assert len(dossier(ledger).claims) == 2


def test_a_correction_sent_as_a_note_withdraws_the_old_figure_only(ledger):
    keep(ledger, toll(32, by="the governor"))
    one = made("In alba:1 read 23 people killed, not 32.", "alba:c", at=4, signal="correction",
               objects=(Reference(guid="alba:1"),))  # fmt: skip
    found = [figure(one, n, "killed", int(n), population="people", population_key="people",
                    place=place(one, "Kharkiv")) for n in ("23", "32")]  # fmt: skip
    assert keep(ledger, (one, reading(one, *found))).withdrawn == 1  # the note itself asserts no 32
    assert status(ledger, 32) == {"withdrawn"}
    (told,) = dossier(ledger).notices
    assert (told.kind, told.guid, told.old) == ("correction", "alba:1", "32")
    assert told.new == "23 people killed"


def test_a_correction_sent_as_a_whole_text_replaces(ledger):
    keep(ledger, toll(32, by="the governor"))
    fixed = toll(23, guid="alba:c", at=4, by="the governor", signal="correction",
                 objects=(Reference(guid="alba:1"),))  # fmt: skip
    assert keep(ledger, fixed).withdrawn == 1
    assert status(ledger, 32) == {"withdrawn"}
    assert [f.dispatch.guid for f in dossier(ledger).filed] == ["alba:c"]


def test_the_past_stays_as_it_was(ledger):
    keep(ledger, toll(4, by="the governor"))
    keep(ledger, toll(4, guid="brio:1", agency="Brio", at=1, by="the army"))
    then = dossier(ledger, as_of=hours(2))
    asked = ledger.claims(as_of=hours(2))
    keep(ledger, toll(7, guid="cera:1", agency="Cera", at=3, by="the governor"))
    assert dossier(ledger, as_of=hours(2)) == then
    assert ledger.claims(as_of=hours(2)) == asked
    assert dossier(ledger) != then
    changed = {c.status for c in ledger.changes(hours(2))}
    assert changed == {"disputed"}


def test_an_editor_outranks_a_rule_and_may_be_undone(ledger):
    keep(ledger, toll(4, by="the governor"))
    keep(ledger, toll(9, guid="brio:1", agency="Brio", at=1, by="the rebels"))
    (rule,) = {j for c in ledger.claims() for j in c.judgements}
    made = Judgement("e1", rule.a, rule.b, "not comparable", "Two raids.", "editor:ann", hours(2))
    ledger.overrule(made)
    assert ledger.claims(disputed=True) == ()
    ledger.undo(made.id, "One raid after all.", by="ann", at=hours(3))
    assert len(ledger.claims(disputed=True)) == 2
    assert ledger.claims(disputed=True, as_of=hours(2) + timedelta(minutes=5)) == ()


def test_suppression_by_an_editor(ledger):
    keep(ledger, toll(4))
    ledger.suppress("alba:1", by="ann", at=hours(1))
    assert not dossier(ledger).filed
    assert [r.why for r in ledger.redactions(as_of=LATE, now=LATE)] == ["suppressed"]
    ledger.suppress("alba:1", by="ann", at=hours(2), lifted=True)
    assert dossier(ledger).filed


def test_verify_finds_nothing_wrong(ledger):
    one, read = toll(4)
    ledger.ingest(one, read, data(one), learnt=NOON)
    assert ledger.verify() == ()


@pytest.mark.parametrize("odd", ["half \ud800 a pair", "nought \x00 in it"])
def test_what_cannot_be_stored_is_a_kept_failure_or_kept_whole(ledger, odd):
    one = made(odd, odd)
    done = ledger.ingest(one, reading(one), b"", learnt=NOON)
    if done.added:
        assert dossier(ledger).filed[0].dispatch == one
        return
    assert done.failure
    assert not ledger.known(one)
    assert [f.stage for f in ledger.failures()] == ["ledger"]
    assert ledger.claims() == ()


def test_failures_are_kept_once_with_their_bytes(ledger):
    name = sha256(b"<a").hexdigest()
    failed = Failure("a.xml", "Not well formed.", "Send it again.", sha256=name)
    ledger.fail(failed, b"<a", learnt=NOON)
    ledger.fail(failed, b"<a", learnt=LATE)
    assert ledger.failures() == (failed,)
    assert ledger.verify() == ()


def test_editions_are_kept_in_order_and_never_changed(ledger):
    line = Line("Rain.", ())
    first = Edition("2022-03-02-abcdef", 1, NOON, line, (), ())
    ledger.save_edition(first)
    ledger.save_edition(replace(first, number=2, as_of=LATE))
    ledger.save_edition(replace(first, headline=Line("Snow.", ())))
    assert [e.number for e in ledger.editions(first.story)] == [1, 2]
    assert ledger.editions(first.story)[0] == first


def test_two_writers_lose_nothing(url):
    def write(agency):
        mine = open_ledger(url)
        for n in range(10):
            keep(mine, toll(n, guid=f"{agency}:{n}", agency=agency, at=n / 10))
        mine.close()

    open_ledger(url).close()
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, ("Alba", "Brio")))
    ledger = open_ledger(url)
    assert sum(len(s.dispatches) for s in ledger.stories()) == 20
    assert ledger.verify() == ()
    ledger.close()
