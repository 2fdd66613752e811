"""A newer reader goes over an old ledger: derived rows are made anew, an editor's word stays."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from dateline.ledger import open_ledger
from dateline.ledger.storage.schema import assertion, judgement, topic
from dateline.records import Judgement, Reference

from .factory import NOON, figure, hours, keep, kill, statement, toll
from .factory import reading as read_by

NEW = ("newer", "none")


def read_anew(pair, **changes):
    """The same dispatch, read by a newer reader that takes its figure otherwise."""
    one, read = pair
    (found,) = read.figures
    return one, replace(read, reader="newer", figures=(replace(found, **changes),))


def wire():
    """Rivals, a writethru, a correction as a note, a repeat and a kill, as an old reader read it:
    with every count off by one.
    """
    note = toll(23, guid="alba:c", at=3, by="the governor", words="23", signal="correction",
                objects=(Reference(guid="alba:1"),))  # fmt: skip
    return [
        toll(32, by="the governor"),
        toll(9, guid="brio:1", agency="Brio", at=1, by="the rebels"),
        toll(11, guid="brio:1", agency="Brio", at=2, by="the rebels", version=2, signal="update"),
        note,
        toll(32, guid="cera:1", agency="Cera", at=4, by="the governor"),
        toll(50, guid="dora:1", agency="Dora", at=5, by="the rebels"),
        kill(Reference(guid="dora:1"), guid="dora:k", agency="Dora", at=6),
    ]


def off_by_one(pair):
    one, read = pair
    found = tuple(
        replace(f, value=f.value + 1, low=f.low + 1, high=f.high + 1) for f in read.figures
    )
    return one, replace(read, figures=found)


def newer(pair):
    one, read = pair
    return one, replace(read, reader="newer")


def seen(ledger):
    at = hours(500)
    return (
        ledger.claims(),
        ledger.claims(as_of=hours(3)),
        [ledger.dossier(s.id, as_of=at, now=at) for s in ledger.stories(at)],
        ledger.redactions(as_of=at, now=at),
    )


@pytest.mark.parametrize("order", [1, -1])
def test_an_old_ledger_read_again_is_as_if_read_so_from_the_start(ledger, memory, order):
    for pair in wire():
        keep(ledger, off_by_one(pair))
        keep(memory, newer(pair))
    assert seen(ledger)[0] != seen(memory)[0]
    for pair in wire()[::order]:
        ledger.reread(newer(pair)[1], at=hours(100))
    assert seen(ledger) == seen(memory)
    assert ledger.verify() == ()
    assert ledger.readers() == (NEW,)


def test_reading_again_twice_changes_nothing(ledger):
    for pair in wire():
        keep(ledger, pair)
    before, rows = seen(ledger), counted(ledger)
    for pair in wire():
        ledger.reread(pair[1], at=hours(100))
    assert (seen(ledger), counted(ledger)) == (before, rows)


def counted(ledger):
    with ledger._engine.connect() as connection:
        return [
            connection.execute(select(func.count()).select_from(t)).scalar()
            for t in (assertion, judgement, topic)
        ]


def test_only_what_an_older_reader_read_is_found(ledger):
    keep(ledger, toll(4))
    keep(ledger, newer(toll(9, guid="brio:1", agency="Brio", at=1)))
    assert ledger.readers() == (NEW, ("test", "none"))
    rows = ledger.read_by({("test", "none")})
    assert [one.guid for one in ledger.kept(rows)] == ["alba:1"]


FIRST = toll(4, by="the governor")
SECOND = toll(9, guid="brio:1", agency="Brio", at=1, by="the rebels")


@pytest.fixture
def overruled(ledger):
    """Two rivals that an editor has told apart."""
    keep(ledger, FIRST)
    keep(ledger, SECOND)
    (rule,) = {j for c in ledger.claims() for j in c.judgements}
    word = Judgement("e1", rule.a, rule.b, "not comparable", "Two raids.", "editor:ann", hours(2))
    ledger.overrule(word)
    assert ledger.claims(disputed=True) == ()
    return ledger


def wider(pair):
    """The newer reader takes the noun with the number: other words, another id."""
    one, read = pair
    (found,) = read.figures
    wide = figure(one, f"{found.text} people", value=found.value)
    fields = {n: getattr(found, n) for n in ("population", "population_key", "place", "when",
                                             "source_name")}  # fmt: skip
    return one, read_by(one, replace(wide, **fields))


def test_an_editors_verdict_follows_words_that_the_newer_reader_cuts_otherwise(overruled):
    done = overruled.reread(wider(FIRST)[1], at=hours(100))
    assert done.followed == ("e1",)
    assert overruled.claims(disputed=True) == ()
    assert overruled.loose() == ()
    held = {j.id: j for c in overruled.claims() for j in c.judgements}["e1"]
    texts = {a.id: a.text for c in overruled.claims() for a in c.assertions}
    assert {texts[held.a], texts[held.b]} == {"4 people", "9"}


def test_an_undone_rule_stays_undone_where_its_words_are_cut_otherwise(ledger):
    keep(ledger, FIRST)
    keep(ledger, SECOND)
    (rule,) = {j for c in ledger.claims() for j in c.judgements}
    ledger.undo(rule.id, "Two raids.", by="ann", at=hours(2))
    for pair in (FIRST, SECOND):
        ledger.reread(wider(pair)[1], at=hours(100))
    assert ledger.claims(disputed=True) == ()
    assert "9 people" in {a.text for c in ledger.claims() for a in c.assertions}


def test_a_verdict_whose_words_are_lost_is_kept_aside_until_they_are_found_again(overruled):
    bare = read_by(FIRST[0])
    assert overruled.reread(bare, at=hours(100)).followed == ()
    (one,) = overruled.loose()
    assert (one.judgement.id, one.guid, one.version) == ("e1", "alba:1", 1)
    assert overruled.reread(SECOND[1], at=hours(101)).followed == ()
    assert overruled.reread(wider(SECOND)[1], at=hours(101)).followed == ()
    assert overruled.reread(FIRST[1], at=hours(102)).followed == ("e1",)
    assert overruled.loose() == ()
    assert overruled.claims(disputed=True) == ()
    assert overruled.verify() == ()


def test_a_verdict_that_lost_both_sides_waits_for_both(overruled):
    for pair in (FIRST, SECOND):
        overruled.reread(read_by(pair[0]), at=hours(100))
    overruled.reread(FIRST[1], at=hours(101))
    assert [one.judgement.id for one in overruled.loose()] == ["e1"]
    overruled.reread(SECOND[1], at=hours(102))
    assert overruled.loose() == ()
    assert overruled.claims(disputed=True) == ()


def test_another_figure_in_the_same_words_is_not_followed_by_mistake(overruled):
    one, _ = FIRST
    other = statement(one, "Rescue crews searched the ruins", by="the agency")
    overruled.reread(read_by(one, other), at=hours(100))
    assert [x.judgement.id for x in overruled.loose()] == ["e1"]


def test_the_next_edition_is_due_after_reading_again(ledger):
    keep(ledger, FIRST)
    assert ledger.latest() == NOON
    ledger.reread(newer(FIRST)[1], at=hours(100))
    assert ledger.latest() == hours(100)
    ((at, _),) = ledger.touched(as_of=hours(100), now=hours(100)).values()
    assert at == hours(100)
    ((at, _),) = ledger.touched(as_of=hours(99), now=hours(100)).values()
    assert at == NOON


def test_a_split_keeps_what_it_was_compared_with(ledger, memory):
    """Stories are the editor's: a newer reader moves nothing."""
    both = []
    for some in (ledger, memory):
        for pair in wire()[:5]:
            keep(some, pair if some is memory else off_by_one(pair))
        (story,) = some.stories()
        some.split(story.id, ["cera:1"], by="ann", at=hours(7), why="Another raid.")
        both.append(some)
    for pair in wire()[:5]:
        ledger.reread(pair[1], at=hours(100))
    assert [s.dispatches for s in ledger.stories()] == [s.dispatches for s in memory.stories()]
    assert seen(ledger)[0] == seen(memory)[0]


def test_a_run_that_is_cut_off_leaves_each_dispatch_as_it_was_or_as_it_shall_be(
    ledger, memory, monkeypatch
):
    for pair in wire():
        keep(ledger, off_by_one(pair))
        keep(memory, newer(pair))
    ledger.reread(newer(wire()[0])[1], at=hours(100))
    before = seen(ledger)
    for step in ("_clear", "_assert", "_follow", "_find_again", "judging.judge_again"):
        with monkeypatch.context() as patched:
            patched.setattr(f"dateline.ledger.filing.rereading.{step}", cut_off)
            with pytest.raises(KeyboardInterrupt):
                ledger.reread(newer(wire()[1])[1], at=hours(100))
        assert seen(ledger) == before, step
    rest = {one.guid for one in ledger.kept(ledger.read_by({("test", "none")}))}
    assert rest == {"brio:1", "alba:c", "cera:1", "dora:1", "dora:k"}
    for pair in wire()[1:]:
        ledger.reread(newer(pair)[1], at=hours(100))
    assert seen(ledger) == seen(memory)


def cut_off(*_, **__):
    raise KeyboardInterrupt


def test_a_new_reading_survives_a_reopening(tmp_path):
    first = open_ledger(str(tmp_path / "a.db"))
    keep(first, FIRST)
    first.reread(read_anew(FIRST, value=5, low=5, high=5)[1], at=hours(1))
    first.close()
    again = open_ledger(str(tmp_path / "a.db"))
    assert {a.value for c in again.claims() for a in c.assertions} == {5}
    again.close()
