"""Kills, holds, corrections and embargoes as agencies use them, the awkward ones first."""

from dataclasses import replace

import pytest

from dateline.records import Reference

from .factory import dispatch as made
from .factory import figure, hours, keep, kill, place, reading, toll

LATE = hours(1000)


def shown(ledger, as_of=LATE, now=LATE):
    """What is public: (guid, version) of every dispatch."""
    return {
        (f.dispatch.guid, f.dispatch.version)
        for s in ledger.stories(as_of)
        for f in ledger.dossier(s.id, as_of=as_of, now=now).filed
    }


def standing(ledger):
    return {a.value for c in ledger.claims() for a in c.assertions if a.withdrawn is None}


def test_a_kill_of_a_corrected_item_does_not_bring_back_what_was_wrong(ledger):
    keep(ledger, toll(32))
    keep(ledger, toll(23, at=1, version=2, signal="correction"))
    keep(ledger, kill(Reference(guid="alba:1"), at=2))
    assert shown(ledger) == set()
    assert standing(ledger) == set()


def test_a_kill_of_a_correction_sent_as_an_item_does_not_bring_back_what_was_wrong(ledger):
    keep(ledger, toll(32, by="the governor"))
    keep(ledger, toll(23, guid="alba:c", at=1, by="the governor", signal="correction",
                      objects=(Reference(guid="alba:1"),)))  # fmt: skip
    keep(ledger, kill(Reference(guid="alba:c"), at=2))
    assert shown(ledger) == set()
    assert standing(ledger) == set()


def test_a_killed_note_of_correction_does_not_bring_back_what_was_wrong(ledger):
    keep(ledger, toll(32, by="the governor"))
    one = made("In alba:1 read 23 people killed, not 32.", "alba:c", at=1, signal="correction",
               objects=(Reference(guid="alba:1"),))  # fmt: skip
    found = [figure(one, n, "killed", int(n), population="people", population_key="people",
                    place=place(one, "Kharkiv")) for n in ("23", "32")]  # fmt: skip
    keep(ledger, (one, reading(one, *found)))
    keep(ledger, kill(Reference(guid="alba:c"), at=2))
    assert 32 not in standing(ledger)
    told = [a.reason for c in ledger.claims() for a in c.assertions if a.guid == "alba:1"]
    assert told
    assert not any("23" in (reason or "") for reason in told), "the killed note is quoted"


def test_what_is_sent_again_after_its_kill_under_the_same_guid_is_new(ledger):
    keep(ledger, toll(32))
    keep(ledger, kill(Reference(guid="alba:1"), at=2))
    keep(ledger, toll(9, at=4, version=2, town="Kyiv"))
    assert shown(ledger) == {("alba:1", 2)}
    assert standing(ledger) == {9}
    assert [r.version for r in ledger.redactions(as_of=LATE, now=LATE)] == [1]


def test_a_version_sent_before_the_kill_but_come_after_it_is_killed(ledger):
    keep(ledger, toll(32))
    keep(ledger, kill(Reference(guid="alba:1"), at=5))
    keep(ledger, toll(33, at=4, version=2), learnt=hours(6))
    assert shown(ledger) == set()


def test_a_kill_under_the_items_own_guid_reaches_versions_of_higher_numbers(ledger):
    keep(ledger, toll(32, version=4))
    keep(ledger, kill(Reference(guid="alba:1"), guid="alba:1", at=1, version=2))
    keep(ledger, toll(33, version=5), learnt=hours(6))
    assert shown(ledger) == set()
    keep(ledger, toll(9, at=7, version=6))
    assert shown(ledger) == {("alba:1", 6)}


def test_a_hold_released_then_killed_stays_killed(ledger):
    keep(ledger, toll(4))
    keep(ledger, kill(Reference(guid="alba:1"), guid="a:h", at=1, signal="hold"))
    keep(ledger, kill(Reference(guid="alba:1"), guid="a:r", at=2, signal="release"))
    keep(ledger, kill(Reference(guid="alba:1"), guid="a:k", at=3))
    assert shown(ledger) == set()
    keep(ledger, kill(Reference(guid="alba:1"), guid="a:r2", at=4, signal="release"))
    assert shown(ledger) == set()
    assert [r.why for r in ledger.redactions(as_of=LATE, now=LATE)] == ["killed"]


def test_a_correction_that_names_another_items_number_corrects_that_one(ledger):
    keep(ledger, toll(32, number="A1"))
    keep(ledger, toll(15, guid="alba:2", at=1, number="A2", town="Kyiv"))
    keep(ledger, toll(16, guid="alba:3", at=2, number="A3", town="Kyiv", signal="correction",
                      objects=(Reference(number="A2"),)))  # fmt: skip
    assert shown(ledger) == {("alba:1", 1), ("alba:3", 1)}
    assert standing(ledger) == {32, 16}


@pytest.mark.parametrize(
    "headline",
    [
        "MAYOR’S “GRAVE” TOLL RISES – 1.200 HURT",
        'Kill: Mayor\'s "grave" toll rises - 1,200 hurt',
        "URGENT - KILL -- Mayor's 'grave' toll rises -- 1 200 hurt",
        "Update 2: Mayor's grave toll rises, 1200 hurt",
        "  mayor's   grave toll\nrises: 1,200 hurt ",
    ],
)
def test_a_headline_in_other_type_is_the_same_headline(ledger, headline):
    keep(ledger, toll(4, headline="Mayor's 'grave' toll rises – 1,200 hurt"))
    keep(ledger, kill(Reference(headline=headline), at=1))
    assert shown(ledger) == set()
    assert ledger.waiting() == ()


def test_what_is_sent_under_the_headline_of_what_was_killed_before_is_its_substitute(ledger):
    keep(ledger, toll(32, headline="Shells hit market"))
    keep(ledger, kill(Reference(headline="Shells hit market"), at=2))
    keep(ledger, toll(23, guid="alba:2", at=3, headline="Shells hit market"))
    assert shown(ledger) == {("alba:2", 1)}


def test_a_substitute_that_came_before_kill_and_victim_is_one_too(ledger):
    keep(ledger, toll(23, guid="alba:2", at=3, headline="Shells hit market"))
    keep(ledger, kill(Reference(headline="Shells hit market"), at=2))
    assert shown(ledger) == set(), "nothing else was killed: the clocks may differ"
    keep(ledger, toll(32, headline="Shells hit market"))
    assert shown(ledger) == {("alba:2", 1)}
    assert {r.guid for r in ledger.redactions(as_of=LATE, now=LATE)} == {"alba:1"}


def test_a_substitute_under_a_killed_number_is_published_and_a_second_victim_is_not(ledger):
    keep(ledger, toll(32, number="A1"))
    keep(ledger, kill(Reference(number="A1"), Reference(guid="alba:9"), at=2))
    keep(ledger, toll(23, guid="alba:2", at=3, number="A1"))
    keep(ledger, toll(9, guid="alba:9", at=3, town="Kyiv"))
    assert shown(ledger) == {("alba:2", 1)}


def test_a_slug_of_two_items_bars_both_and_another_days_neither(ledger):
    keep(ledger, toll(4, guid="alba:0", at=-24 * 20, slug="war"))
    keep(ledger, toll(5, guid="alba:1", slug="War", town="Kyiv"))
    keep(ledger, toll(6, guid="alba:2", at=1, slug="WAR"))
    keep(ledger, kill(Reference(slug="war"), at=2))
    keep(ledger, toll(7, guid="alba:3", at=3, slug="war", town="Kyiv"))
    assert shown(ledger) == {("alba:0", 1), ("alba:3", 1)}


@pytest.mark.parametrize("way", [{"guid": "alba:1"}, {"number": "A1"}, {"slug": "war"},
                                 {"headline": "Shells hit market"}])  # fmt: skip
def test_another_agencys_kill_reaches_nothing_and_is_shown_as_waiting(ledger, way):
    keep(ledger, toll(4, number="A1", slug="war", headline="Shells hit market"))
    keep(ledger, kill(Reference(**way), agency="Brio", at=1))
    assert shown(ledger) == {("alba:1", 1)}
    assert [n.by for n in ledger.waiting()] == ["Brio"]


def test_an_agency_may_kill_by_its_initials(ledger):
    keep(ledger, toll(4, agency="Alba News Service"))
    keep(ledger, kill(Reference(guid="alba:1"), agency="ANS", at=1))
    assert shown(ledger) == set()


def test_an_embargo_moved_later_bars_the_version_before_too(ledger):
    keep(ledger, toll(4, embargo_until=hours(6)))
    keep(ledger, toll(4, at=1, version=2, signal="update", embargo_until=hours(9)))
    assert shown(ledger, as_of=hours(7), now=hours(7)) == set()
    assert [r.why for r in ledger.redactions(as_of=hours(7), now=hours(7))] == ["embargoed"]
    assert shown(ledger, as_of=hours(9), now=hours(9)) == {("alba:1", 2)}


def test_an_embargo_moved_later_is_kept_in_views_of_the_past(ledger):
    keep(ledger, toll(4, embargo_until=hours(2)))
    assert shown(ledger, as_of=hours(3), now=hours(3)) == {("alba:1", 1)}
    keep(ledger, toll(4, at=4, version=2, signal="update", embargo_until=hours(9)))
    assert shown(ledger, as_of=hours(3), now=hours(5)) == set()
    assert shown(ledger, as_of=hours(3), now=hours(9)) == {("alba:1", 1)}


def test_an_embargo_moved_earlier_ends_earlier(ledger):
    keep(ledger, toll(4, embargo_until=hours(9)))
    keep(ledger, toll(4, at=1, version=2, signal="update", embargo_until=hours(5)))
    assert shown(ledger, as_of=hours(4), now=hours(4)) == set()
    assert shown(ledger, as_of=hours(6), now=hours(6)) == {("alba:1", 2)}
    assert ledger.redactions(as_of=hours(6), now=hours(6)) == ()


def test_a_notice_moves_an_embargo_later(ledger):
    keep(ledger, toll(4, embargo_until=hours(6)))
    keep(ledger, kill(Reference(guid="alba:1"), guid="a:e", at=1, signal="hold",
                      embargo_until=hours(9)))  # fmt: skip
    assert shown(ledger, as_of=hours(7), now=hours(7)) == set()
    assert [r.why for r in ledger.redactions(as_of=hours(7), now=hours(7))] == ["embargoed"]
    assert shown(ledger, as_of=hours(9), now=hours(9)) == {("alba:1", 1)}
    assert [at for at, _ in ledger.touched(as_of=hours(9), now=hours(9)).values()] == [hours(9)]


def test_a_notice_embargoes_what_had_no_embargo_and_another_lifts_it(ledger):
    keep(ledger, kill(Reference(guid="alba:1"), guid="a:e", at=1, signal="hold",
                      embargo_until=hours(90)))  # fmt: skip
    keep(ledger, toll(4))
    assert shown(ledger, as_of=hours(2), now=hours(2)) == set()
    keep(ledger, kill(Reference(guid="alba:1"), guid="a:l", at=3, signal="release",
                      embargo_until=hours(3)))  # fmt: skip
    assert shown(ledger, as_of=hours(2), now=hours(4)) == set()
    assert shown(ledger, as_of=hours(4), now=hours(4)) == {("alba:1", 1)}


def test_a_lifted_embargo_does_not_free_what_is_held_nor_a_release_what_is_embargoed(ledger):
    keep(ledger, toll(4, embargo_until=hours(90)))
    keep(ledger, kill(Reference(guid="alba:1"), guid="a:h", at=1, signal="hold"))
    keep(ledger, kill(Reference(guid="alba:1"), guid="a:l", at=2, signal="release",
                      embargo_until=hours(2)))  # fmt: skip
    assert [r.why for r in ledger.redactions(as_of=hours(3), now=hours(3))] == ["held"]
    keep(ledger, kill(Reference(guid="alba:1"), guid="a:r", at=4, signal="release"))
    assert shown(ledger, as_of=hours(5), now=hours(5)) == {("alba:1", 1)}
    keep(ledger, toll(5, at=6, version=2, signal="update", embargo_until=hours(80)))
    assert shown(ledger, as_of=hours(7), now=hours(7)) == set()


def test_a_kill_of_its_own_item_and_another_waits_only_if_neither_came(ledger):
    one = kill(Reference(slug="war"), Reference(guid="alba:k"), guid="alba:k", at=1)
    keep(ledger, one)
    assert len(ledger.waiting()) == 1
    keep(ledger, toll(4, slug="war"))
    assert ledger.waiting() == ()


def test_another_agencys_copy_of_what_was_killed_goes_if_it_names_its_source(ledger):
    credit = " Alba reported it first."
    keep(ledger, toll(32, filler=credit))
    keep(ledger, kill(Reference(guid="alba:1"), at=2))
    keep(ledger, toll(32, guid="brio:1", agency="Brio", at=3, filler=credit))
    keep(ledger, toll(32, guid="brio:2", agency="Brio", at=3))
    assert shown(ledger) == {("brio:2", 1)}


def test_what_was_killed_is_not_published_from_a_repeat(ledger):
    keep(ledger, toll(32))
    keep(ledger, toll(32, guid="alba:r1", at=1, signal="repeat"))
    keep(ledger, kill(Reference(guid="alba:1"), at=2))
    keep(ledger, toll(32, guid="alba:r2", at=3))
    assert shown(ledger) == set()
    assert standing(ledger) == set()
    assert {r.guid for r in ledger.redactions(as_of=LATE, now=LATE)} == {
        "alba:1", "alba:r1", "alba:r2",
    }  # fmt: skip


def test_a_substitute_for_what_was_killed_and_another_agencys_text_are_published(ledger):
    keep(ledger, toll(32))
    keep(ledger, toll(32, guid="brio:1", agency="Brio", at=1))
    keep(ledger, kill(Reference(guid="alba:1"), at=2))
    keep(ledger, toll(23, guid="alba:2", at=3))
    assert shown(ledger) == {("brio:1", 1), ("alba:2", 1)}


def test_a_repeat_is_found_whatever_comes_first(ledger):
    keep(ledger, kill(Reference(guid="alba:1"), at=2))
    keep(ledger, toll(32, guid="alba:r2", at=3))
    keep(ledger, toll(32), learnt=hours(9))
    assert shown(ledger) == set()


def test_a_killed_text_that_was_sent_again_cut_shorter_is_killed_too(ledger):
    more = f" {TEXT} Rain fell on the town all day and the trains stood still."
    keep(ledger, toll(32, guid="alba:0", at=-1, filler=f" {TEXT}"))
    keep(ledger, toll(32, filler=more))
    keep(ledger, toll(32, guid="alba:r1", at=1, filler=f" {TEXT}"))
    keep(ledger, kill(Reference(guid="alba:1"), at=2))
    keep(ledger, toll(32, guid="alba:2", at=3, filler=f" {TEXT}"))
    assert shown(ledger) == {("alba:0", 1), ("alba:2", 1)}


def test_a_correction_keeps_what_it_still_says(ledger):
    text = "A shell killed 32 people in Kharkiv, the mayor said. It also hurt 60 people there."
    one, two = made(text), made(text.replace("32", "23"), at=1, version=2, signal="correction")
    for version, dead in ((one, "32"), (replace(two), "23")):
        found = [figure(version, n, m, int(n), population="people", population_key="people",
                        place=place(version, "Kharkiv"))
                 for n, m in ((dead, "killed"), ("60", "injured"))]  # fmt: skip
        keep(ledger, (version, reading(version, *found)))
    said = {(a.value, a.withdrawn is None) for c in ledger.claims() for a in c.assertions}
    assert said == {(32, False), (23, True), (60, True)}
    (notice,) = [n for n in dossier_notices(ledger) if n.kind == "correction"]
    assert (notice.old, notice.new) == ("32", "23")


def dossier_notices(ledger):
    return [n for s in ledger.stories(LATE)
            for n in ledger.dossier(s.id, as_of=LATE, now=LATE).notices]  # fmt: skip


TEXT = "Doctors came from three towns and the bridge is closed."


def test_a_repeat_that_came_before_the_kill_and_its_late_object_is_killed(ledger):
    keep(ledger, toll(4, guid="alba:9", at=3, filler=f" {TEXT}", signal="repeat"))
    keep(ledger, kill(Reference(guid="alba:1"), at=2))
    keep(ledger, toll(4, filler=f" {TEXT}"))
    assert shown(ledger) == set()


def test_every_version_of_a_repeat_that_says_it_again_is_killed(ledger):
    keep(ledger, toll(4, filler=f" {TEXT}"))
    keep(ledger, kill(Reference(guid="alba:1"), at=1))
    keep(ledger, toll(4, guid="alba:9", at=2, filler=f" {TEXT}"))
    keep(ledger, toll(4, guid="alba:9", at=3, version=2, filler=f" {TEXT} It snowed."))
    assert shown(ledger) == set()
    keep(ledger, toll(8, guid="alba:9", at=4, version=3, town="Kyiv"))
    assert shown(ledger) == {("alba:9", 3)}


def test_a_correction_that_changes_no_figure_is_told_in_its_own_note(ledger):
    keep(ledger, toll(32))
    late = toll(32, at=1, version=2, signal="correction")
    note = "Corrects name of town to Tervola, not Altheim, paragraph 2 of ALBA-0001"
    keep(ledger, (replace(late[0], note=note), late[1]))
    (story,) = ledger.stories(LATE)
    (told,) = ledger.dossier(story.id, as_of=LATE, now=LATE).notices
    assert told.text.endswith("dispatch: “Corrects name of town to Tervola, not Altheim”.")
