"""Wrap-ups: what their passages are, whose they are, and what follows for those stories."""

import re
from dataclasses import replace

import pytest

from dateline.errors import LedgerError
from dateline.ledger import mended, open_ledger
from dateline.ledger.answers.cutting import cut
from dateline.ledger.answers.listing import check_pair
from dateline.ledger.stories import choosing
from dateline.ledger.stories.choosing import Neighbour, Profile
from dateline.ledger.stories.parts import Part
from dateline.ledger.stories.passages import belongs, passages
from dateline.records import Filed, Reference, Sentence, Span

from .factory import OTHER, dispatch, figure, hours, keep, kill, on, place, reading

LATE = hours(300)
KHARKIV = (
    "Shelling of a covered market in Kharkiv on 2 March killed {} people, said the governor. "
    "Stalls and butchers' counters burnt while shoppers ran for the cellars."
)
KYIV = (
    "A footbridge over the boulevard in Kyiv collapsed on 2 March and {} schoolchildren were "
    "killed, said the mayor. Rusted girders of the footbridge had been reported to engineers."
)
ITEM = (
    "Meanwhile in Kyiv, {} schoolchildren were killed when a rusted footbridge over the boulevard "
    "collapsed, said the mayor. Engineers examined the girders."
)
VOTE = "Senators postponed a pension vote after quarrels about the retirement age in committee."


def told(text, *found, guid="alba:1", **fields):
    """A dispatch in paragraphs, with its reading."""
    one = dispatch(text, guid, **fields)
    read = reading(one, *found)
    sentences, at = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        at = text.index(paragraph, at)
        sentences += [Sentence(Span(at + m.start(), at + m.end()), number)
                      for m in re.finditer(r"[^.\s][^.]*\.", paragraph)]  # fmt: skip
        at += len(paragraph)
    return one, replace(read, sentences=tuple(sentences))


def counted(text, *tolls, guid="alba:1", **fields):
    """A dispatch in which so many are killed in each of some places, with its reading."""
    one = dispatch(text, guid, **fields)
    found = []
    for count, name, people, by in tolls:
        where = place(one, name)
        found.append(where)
        toll = {"population": people, "population_key": people, "place": where, "when": on(2)}
        found.append(figure(one, f"{count} {people}", value=count, source_name=by, **toll))
    return told(text, *found, guid=guid, **fields)


def market(count=4, **fields):
    toll = (count, "Kharkiv", "people", "the governor")
    return counted(KHARKIV.format(count), toll, **fields)


def bridge(count=7, **fields):
    toll = (count, "Kyiv", "schoolchildren", "the mayor")
    return counted(KYIV.format(count), toll, **fields)


def wrapup(count=7, item=ITEM, **fields):
    """The market in Kharkiv, and then the footbridge in Kyiv."""
    fields = {"guid": "cera:1", "agency": "Cera", "at": 3, "headline": "Market shelled"} | fields
    text = f"{KHARKIV.format(4)}\n\n{item.format(count)}"
    return counted(text, (4, "Kharkiv", "people", "the governor"),
                   (count, "Kyiv", "schoolchildren", "the mayor"), **fields)  # fmt: skip


def filled(ledger, *more):
    for pair in (market(), market(guid="alba:2", at=1), bridge(guid="brio:1", agency="Brio", at=1),
                 bridge(guid="brio:2", agency="Brio", at=2), *more):  # fmt: skip
        keep(ledger, pair)
    return ledger


def where(ledger, guid, as_of=LATE):
    """The story of an item."""
    return next(s.id for s in ledger.stories(as_of) if guid in s.dispatches)


def dossiers(ledger, as_of=LATE):
    """Of the market, and of the footbridge."""
    return [ledger.dossier(where(ledger, guid), as_of=as_of, now=LATE)
            for guid in ("alba:1", "brio:1")]  # fmt: skip


def said(dossier, guid="cera:1"):
    """The words of the figures that an item gives in a story."""
    return {a.text for c in dossier.claims for a in c.assertions
            if a.guid == guid and a.kind == "figure" and not a.withdrawn}  # fmt: skip


def filed(dossier, guid="cera:1"):
    return next((f for f in dossier.filed if f.dispatch.guid == guid), None)


def test_a_dispatch_on_one_thing_has_no_passages():
    for one, read in (market(), bridge()):
        assert passages(one, read, weights(one, read)) == ()


def weights(one, read):
    found = choosing.features(one, read)
    return choosing.weighed(found.terms, {}, 0, "en")


def test_what_opens_as_other_news_is_a_passage():
    one, read = wrapup()
    (found,) = passages(one, read, weights(one, read))
    assert one.text[found.span.start :].startswith("Meanwhile in Kyiv")
    assert found.span.end == len(one.text)
    assert found.units["kyiv"] == f"p {OTHER}"


def test_without_a_place_or_people_in_common_nothing_is_plain():
    one, read = wrapup()
    (found,) = passages(one, read, weights(one, read))
    near = Neighbour("x", found.profile, 0)
    assert belongs(found, [near]) == "x"
    words = {t: w for t, w in found.profile.weights.items() if t not in found.units}
    assert belongs(found, [Neighbour("x", Profile(words, {}, {}, "en"), 0)]) is None
    assert belongs(found, [near, Neighbour("y", found.profile, 0)]) is None
    assert belongs(found, []) is None


def test_a_passage_is_of_its_own_story_and_no_more_of_the_dispatchs(ledger):
    filled(ledger, wrapup())
    one, _ = wrapup()
    shelled, fell = dossiers(ledger)
    assert "cera:1" in shelled.story.dispatches
    assert "cera:1" not in fell.story.dispatches
    (excerpt,) = next(s for s in ledger.stories() if s.id == fell.story.id).excerpts
    assert (excerpt.guid, excerpt.version) == ("cera:1", 1)
    assert one.text[excerpt.span.start : excerpt.span.end] == ITEM.format(7)
    assert (said(shelled), said(fell)) == ({"4 people"}, {"7 schoolchildren"})
    assert ledger.verify() == ()


def test_what_the_story_may_use_is_the_passage_alone(ledger):
    filled(ledger, wrapup())
    kept, passage = (filed(dossier) for dossier in dossiers(ledger))
    assert (kept.dispatch.headline, passage.dispatch.headline) == ("Market shelled", None)
    for one, inside, outside in ((kept, "butchers", "girders"), (passage, "girders", "butchers")):
        text, hidden = one.dispatch.text, [m.span for m in one.dispatch.masks]
        sentences = [text[s.span.start : s.span.end] for s in one.reading.sentences]
        assert any(inside in s for s in sentences)
        assert not any(outside in s for s in sentences)
        assert any(span.contains(Span(at, at + 1)) for span in hidden
                   for at in [text.index(outside)])  # fmt: skip
        assert not any(span.contains(Span(at, at + 1)) for span in hidden
                       for at in [text.index(inside)])  # fmt: skip


def test_a_passage_corroborates_and_disputes(ledger):
    filled(ledger, wrapup(), wrapup(9, guid="dora:1", agency="Dora", at=4))
    _, fell = dossiers(ledger)
    seven = next(c for c in fell.claims if "7 schoolchildren" in {a.text for a in c.assertions})
    assert {a.guid for a in seven.assertions} >= {"brio:1", "cera:1"}
    verdicts = {j.verdict for c in fell.claims for j in c.judgements}
    assert verdicts & {"contradicts", "supersedes"}


@pytest.mark.parametrize("signal", ["kill", "hold"])
def test_an_order_reaches_the_passage(ledger, signal):
    order = kill(Reference(guid="cera:1"), guid="cera:k", agency="Cera", at=4, signal=signal)
    filled(ledger, wrapup(), order)
    for dossier in dossiers(ledger):
        assert filed(dossier) is None
        assert said(dossier) == set()
        assert signal in {n.kind for n in dossier.notices}
    if signal == "hold":
        keep(ledger, kill(Reference(guid="cera:1"), guid="cera:r", agency="Cera", at=5,
                          signal="release"))  # fmt: skip
        assert said(dossiers(ledger)[1]) == {"7 schoolchildren"}


def test_a_passage_is_under_its_dispatchs_embargo(ledger):
    filled(ledger, wrapup(embargo_until=hours(9)))
    fell = where(ledger, "brio:1")
    early = ledger.dossier(fell, as_of=hours(8), now=hours(8))
    assert filed(early) is None
    assert said(ledger.dossier(fell, as_of=hours(10), now=hours(10))) == {"7 schoolchildren"}


def test_the_next_version_keeps_the_passage_or_takes_it_back(ledger):
    filled(ledger, wrapup(), wrapup(8, version=2, at=4))
    assert [said(d) for d in dossiers(ledger)] == [{"4 people"}, {"8 schoolchildren"}]
    assert filed(dossiers(ledger)[1]).dispatch.version == 2
    keep(ledger, market(guid="cera:1", agency="Cera", version=3, at=5))
    shelled, fell = dossiers(ledger)
    assert (said(shelled), said(fell)) == ({"4 people"}, set())
    assert filed(fell) is None
    gone = [a for c in ledger.claims(fell.story.id) for a in c.assertions if a.guid == "cera:1"]
    assert all(a.withdrawn for a in gone)
    assert gone


def test_a_note_of_correction_is_of_the_story_that_it_corrects(ledger):
    note = dispatch("In Market shelled read 8 schoolchildren, not 7 schoolchildren.", "cera:c",
                    agency="Cera", at=5, signal="correction",
                    objects=(Reference(guid="cera:1"),))  # fmt: skip
    filled(ledger, wrapup(), (note, reading(note)))
    shelled, fell = dossiers(ledger)
    assert said(fell) == set()
    assert said(fell, "cera:c") == {"8 schoolchildren"}
    assert "7" in next(n.text for n in fell.notices if n.kind == "correction")
    assert not [n for n in shelled.notices if n.kind == "correction"]
    assert (said(shelled), said(shelled, "cera:c")) == ({"4 people"}, set())


def test_a_passage_waits_for_its_story(ledger):
    first = [market(), market(guid="alba:2", at=1), wrapup()]
    for pair in first:
        keep(ledger, pair)
    story = where(ledger, "alba:1")
    before = ledger.dossier(story, as_of=hours(3), now=LATE)
    assert said(before) == {"4 people", "7 schoolchildren"}
    keep(ledger, bridge(guid="brio:1", agency="Brio", at=6))
    assert ledger.dossier(story, as_of=hours(3), now=LATE) == before
    assert [said(d) for d in dossiers(ledger)] == [{"4 people"}, {"7 schoolchildren"}]
    statuses = {c.status for c in dossiers(ledger)[1].claims if c.kind == "figure"}
    assert len(dossiers(ledger)[1].filed) == 2, statuses
    touched = ledger.touched(as_of=LATE, now=LATE)
    assert {name: at for name, (at, _) in touched.items()} == dict.fromkeys(touched, hours(6))
    assert ("cera:1", 1) in touched[where(ledger, "brio:1")][1]


def test_what_was_known_then_is_told_the_same(ledger):
    filled(ledger, wrapup())
    then = [ledger.dossier(d.story.id, as_of=hours(3), now=LATE) for d in dossiers(ledger)]
    keep(ledger, bridge(11, guid="dora:1", agency="Dora", at=6))
    keep(ledger, wrapup(12, version=2, at=7))
    assert [ledger.dossier(d.story.id, as_of=hours(3), now=LATE) for d in then] == then
    assert said(then[1]) == {"7 schoolchildren"}
    fell = where(ledger, "brio:1")
    changed = ledger.claims(fell, changes_since=hours(5))
    assert "cera:1" in {a.guid for c in changed for a in c.assertions}
    shelled = where(ledger, "alba:1")
    assert "schoolchildren" not in {a.about.population for c in ledger.claims(shelled)
                                    for a in c.assertions}  # fmt: skip


def test_an_editor_moves_a_passage_and_takes_it_back(ledger):
    filled(ledger, wrapup())
    shelled, fell = (d.story.id for d in dossiers(ledger))
    signed = {"by": "Ana", "why": "No."}
    made = ledger.split(fell, ["cera:1"], into=shelled, at=hours(10), **signed)
    assert [said(d) for d in dossiers(ledger)] == [{"4 people", "7 schoolchildren"}, set()]
    ledger.regroup_undo(made.id, at=hours(11), **signed)
    assert [said(d) for d in dossiers(ledger)] == [{"4 people"}, {"7 schoolchildren"}]
    assert where(ledger, "cera:1") == shelled
    apart = ledger.split(fell, ["cera:1"], at=hours(12), **signed)
    alone = ledger.dossier(apart.into, as_of=LATE, now=LATE)
    assert said(alone) == {"7 schoolchildren"}
    assert apart.into in {c.story for c in ledger.claims()}
    early = ledger.dossier(fell, as_of=hours(9), now=LATE)
    assert said(early) == {"7 schoolchildren"}


def test_an_editor_moves_the_dispatch_and_not_its_passage(ledger):
    filled(ledger, wrapup())
    shelled, fell = (d.story.id for d in dossiers(ledger))
    made = ledger.split(shelled, ["cera:1"], at=hours(10), by="Ana", why="Another raid")
    assert said(ledger.dossier(made.into, as_of=LATE, now=LATE)) == {"4 people"}
    assert said(ledger.dossier(fell, as_of=LATE, now=LATE)) == {"7 schoolchildren"}


def test_merged_stories_have_the_dispatch_whole(ledger):
    filled(ledger, wrapup())
    shelled, fell = (d.story.id for d in dossiers(ledger))
    made = ledger.merge(shelled, fell, by="Ana", at=hours(10), why="One page")
    both = ledger.dossier(fell, as_of=LATE, now=LATE)
    assert said(both) == {"4 people", "7 schoolchildren"}
    assert filed(both).dispatch == wrapup()[0]
    assert not any(s.excerpts for s in ledger.stories())
    ledger.regroup_undo(made.id, by="Ana", at=hours(11), why="Two after all")
    assert [said(d) for d in dossiers(ledger)] == [{"4 people"}, {"7 schoolchildren"}]


def test_reading_again_leaves_the_passage_where_it_is(ledger):
    filled(ledger, wrapup())
    before = dossiers(ledger), ledger.claims()
    _, read = wrapup()
    empty = replace(read, figures=(), places=())
    ledger.reread(empty, at=hours(10))
    assert [said(d) for d in dossiers(ledger)] == [set(), set()]
    ledger.reread(read, at=hours(11))
    assert (dossiers(ledger), ledger.claims()) == before


def test_an_editor_judges_within_a_story_only(ledger):
    filled(ledger, wrapup())
    ids = {(a.guid, a.text): a.id for c in ledger.claims() for a in c.assertions}
    mine = ids["cera:1", "7 schoolchildren"]
    with ledger._engine.connect() as connection:
        check_pair(connection, mine, ids["brio:1", "7 schoolchildren"])
        check_pair(connection, ids["brio:1", "7 schoolchildren"], mine)
        for other in (ids["alba:1", "4 people"], ids["cera:1", "4 people"]):
            with pytest.raises(LedgerError, match="two stories"):
                check_pair(connection, mine, other)


def test_a_bulletin_draws_nobody_into_its_story():
    items = (ITEM.format(7), f"In other news, {VOTE[0].lower()}{VOTE[1:]}")
    text = "\n\n".join(("Kharkiv radio has this for its listeners.", KHARKIV.format(4), *items))
    ledger = open_ledger(":memory:")
    keep(ledger, counted(text, (4, "Kharkiv", "people", None), (7, "Kyiv", "schoolchildren", None),
                         guid="cera:1"))  # fmt: skip
    keep(ledger, bridge(guid="brio:1", at=2))
    assert where(ledger, "brio:1") != where(ledger, "cera:1")


def test_parts_of_one_dispatch_make_it_whole_again():
    one = Filed(*wrapup())
    at = one.dispatch.text.index("Meanwhile")
    span = Span(at, len(one.dispatch.text))
    some = [cut(one, Part(outside=(span,))), cut(one, Part(inside=(span,)))]
    made = mended(some)
    assert made.dispatch == one.dispatch
    assert made.reading.sentences == one.reading.sentences
    assert {f.text for f in made.reading.figures} == {"4 people", "7 schoolchildren"}
    assert cut(one, Part()) is one
    assert cut(one, Part(outside=(Span(0, len(one.dispatch.text)),))) is None
