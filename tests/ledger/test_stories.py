"""Which dispatches come together, and the figure that it is measured by."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.config import data_dir
from dateline.ledger import open_ledger
from dateline.ledger.filing.copies import bands, holds, share, signature
from dateline.ledger.stories.choosing import (
    Neighbour,
    Profile,
    choose,
    features,
    likeness,
    rarity,
    vector,
)
from dateline.ledger.stories.threads import threads
from dateline.records import Dispatch, Filed, Reading

from .bcubed import bcubed, gold
from .factory import data, dispatch, hours, keep, reading, toll

FLOOD = "Heavy rain flooded the harbour district of Brasov and boats carried families to schools."
FLOOD_2 = "Families carried by boats to schools in Brasov waited while rain flooded the harbour."
VOTE = "Senators postponed the pension vote after quarrels about the retirement age in committee."


def test_like_comes_to_like_and_the_rest_stays_apart(memory):
    for guid, text, at in (("a", FLOOD, 0), ("b", VOTE, 1), ("c", FLOOD_2, 20)):
        one = dispatch(text, guid, at=at)
        keep(memory, (one, reading(one)))
    assert [s.dispatches for s in memory.stories()] == [("a", "c"), ("b",)]


def test_the_same_words_months_apart_are_two_stories(memory):
    for guid, at in (("a", 0), ("b", 24 * 60)):
        one = dispatch(FLOOD, guid, at=at)
        keep(memory, (one, reading(one)))
    assert len(memory.stories()) == 2


def test_versions_of_an_item_stay_in_its_story(memory):
    keep(memory, toll(4))
    other = dispatch(VOTE, at=1, version=2)
    keep(memory, (other, reading(other)))
    assert len(memory.stories()) == 1


def test_a_story_is_named_by_day_and_hash_only(memory):
    one = dispatch(FLOOD, "urn:secret-slug")
    done = memory.ingest(one, reading(one), data(one), learnt=hours(1))
    assert done.stories[0].startswith("2022-03-02-")
    assert "secret" not in done.stories[0]
    assert len(done.stories[0]) == len("2022-03-02-abcdef")


def near(story, likeness, days=0, **fields):
    """A neighbour that shares one term, of such weight that the likeness is as given."""
    return Neighbour(story, profile({"flood": likeness}, **fields), days)


def profile(weights, kinds=None, ground=None, language="en"):
    return Profile(weights, kinds or {}, ground or {}, language)


FLOODED = profile({"flood": 1.0})


def test_one_odd_member_does_not_tie_two_stories():
    some = [near("x", 0.5), near("x", 0.02), near("y", 0.3), near("y", 0.3)]
    assert choose(FLOODED, {}, some) == "y"
    assert choose(FLOODED, {}, [near("x", 0.5, days=12)]) is None
    assert choose(FLOODED, {}, []) is None


def test_a_story_that_is_told_every_day_does_not_fade():
    running = [near("x", 0.12, days=5), near("x", 0.12, days=4), near("x", 0.0)]
    assert choose(FLOODED, {}, running[:2]) is None
    assert choose(FLOODED, {}, running) == "x"


def test_kinds_of_matter_part_what_words_join():
    war, quake = {"conflict": 9.0}, {"disaster": 9.0}
    mine = profile({"flood": 1.0}, war)
    assert choose(mine, {}, [near("x", 0.15, kinds=quake)]) is None
    assert choose(mine, {}, [near("x", 0.15, kinds=war)]) == "x"
    assert choose(mine, {}, [near("x", 0.15)]) == "x"


def test_a_rare_matter_in_one_country_joins_what_words_do_not():
    here = {"g conflict UA": 0.8}
    mine = profile({"flood": 1.0}, ground=here)
    assert choose(mine, {}, [near("x", 0.02, ground=here)]) is None
    assert choose(mine, {"g conflict UA": 1.0}, [near("x", 0.02, ground=here)]) == "x"
    assert choose(mine, {"g conflict UA": 1.0}, [near("x", 0.02)]) is None


def test_two_languages_are_alike_by_names_and_places():
    mine = profile({"flood": 0.9, "p 706483": 0.4})
    other = profile({"crue": 0.95, "p 706483": 0.3}, language="fr")
    assert likeness(mine, profile(other.weights)) == pytest.approx(0.12)
    assert likeness(mine, other) == pytest.approx(0.3)


def test_what_is_told_all_the_time_is_not_rare():
    ground = {"g conflict UA": 0.8}
    assert rarity(ground, {}, 0)["g conflict UA"] > 0.7
    assert rarity(ground, {"g conflict UA": 400}, 1000) == {}


def test_weights_favour_rare_terms_and_are_normal():
    found = vector({"said": 1.0, "zeppelin": 1.0}, {"said": 900, "zeppelin": 1}, 1000, "en")
    assert found["zeppelin"] > found.get("said", 0)
    assert sum(w * w for w in found.values()) == pytest.approx(1)


def test_near_copies_are_seen_and_other_texts_are_not():
    text = " ".join(f"word{n} of a long enough text" for n in range(40))
    edited = text.replace("word7 ", "another ")
    one, two, far = signature(text), signature(edited), signature(text[::-1])
    assert share(one, two) > 0.7
    assert share(one, far) < 0.1
    assert set(bands(one)) & set(bands(two))
    assert holds(edited, text) > 0.9
    assert signature("Too short.") == b""
    assert share(b"", b"") == 0.0


def test_threads_part_a_story():
    texts = (FLOOD, FLOOD_2, VOTE)
    made = [dispatch(t, str(n), at=n) for n, t in enumerate(texts)]
    found = threads([Filed(d, reading(d)) for d in made])
    assert [t.dispatches for t in found] == [("0", "1"), ("2",)]
    assert threads([]) == ()


SHIP = "A freighter ran aground off Halven and its crew of nine was taken off by helicopter."
SHIP_2 = "The crew of the freighter that ran aground off Halven came ashore by helicopter."
VOTE_2 = "Quarrels about the retirement age made senators postpone the pension vote again."


def test_a_wrap_up_belongs_to_the_thread_of_each_of_its_paragraphs():
    texts = (FLOOD, VOTE, SHIP, FLOOD_2, VOTE_2, SHIP_2)
    made = [dispatch(t, str(n), at=n) for n, t in enumerate(texts)]
    filed = [Filed(d, reading(d)) for d in made]
    wrap = dispatch("\n\n".join((FLOOD, VOTE_2, SHIP_2)), "wrap", at=9)
    read = reading(wrap)
    parted = tuple(replace(s, paragraph=n) for n, s in enumerate(read.sentences))
    found = threads([*filed, Filed(wrap, replace(read, sentences=parted))])
    assert len(found) == 3
    assert all("wrap" in t.dispatches for t in found)
    one_paragraph = threads([*filed, Filed(wrap, read)])
    assert sum("wrap" in t.dispatches for t in one_paragraph) == 1


@pytest.mark.data
def test_stories_of_the_muc_wire_fit_its_incidents():
    """Without a reader: words only, so that the floor watches the grouping alone."""
    folder = data_dir() / "muc"
    if not folder.is_dir():
        pytest.skip("the MUC wire is not in DATELINE_DATA")
    texts = [json.loads(line) for line in (folder / "tst1.jsonl").read_text("utf-8").splitlines()]
    issued = {r["doc"]: at for r in texts if (at := _issued(r["text"]))}
    ledger = open_ledger(":memory:")
    story = {}
    for row in sorted(texts, key=lambda r: (issued.get(r["doc"], hours(0)), r["doc"])):
        at = issued.get(row["doc"])
        one = Dispatch(row["doc"], row["text"], issued=at, received=at)
        empty = Reading(one.guid, 1, "none", "none", "en")
        (story[one.guid],) = ledger.ingest(one, empty, b"", learnt=at or hours(0)).stories
    assert bcubed(story, gold(issued, folder / "tst1.jsonl"))[2] >= 0.95


def _issued(text):
    head = re.search(r"(\d{1,2}) ([A-Z]{3}) (8[89]|90)\b", text[:120])
    if head is None:
        return None
    return datetime.strptime(" ".join(head.groups()), "%d %b %y").replace(tzinfo=UTC)


def test_a_toll_tells_in_any_language_and_an_agencys_own_name_in_none():
    one, read = toll(30, agency="Altheim News", filler=" Altheim News was there on Monday.")
    found = features(one, replace(read, terms=())).terms
    assert "f killed 30" in found
    assert "market" in found
    assert found.keys().isdisjoint({"altheim", "news", "monday"})
    assert "f killed 2" not in features(*toll(2)).terms
