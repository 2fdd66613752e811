"""What the models say of sentences, and what the choosing makes of it."""

from dataclasses import replace

import pytest

from dateline.report import compose, lexicons
from dateline.report.choosing import learnt, readiness
from dateline.report.ground import ground
from dateline.report.lines.drafts import UNJUDGED, drafts

from .factory import Copy, dossier

NEWS = "At least 21 people were killed on Wednesday when a bomb exploded in Kelm, Ana Ruiz said. "
MORE = "The attack was condemned by the council. "
NEXT = "He was taken to the hospital of the town with burns. "
NAMED = "Governor Marta Oldane arrived in Sund on Tuesday with 200 soldiers. "
BARE = "Oldane promised the soldiers a rest. "


def judged(text, language="en"):
    copy = Copy(text, language=language).name("Ana Ruiz")
    if "Oldane promised" in text:
        copy.name("Marta Oldane", role="Governor")
        copy.name("Oldane", canonical="Marta Oldane", after="soldiers. ")
    copy.figure("21 people", "killed", 21, population="people", place=None)
    found, _ = drafts(ground(dossier([copy])))
    return learnt.judged(found)


def test_a_toll_at_the_top_is_worth_more_than_where_somebody_was_taken():
    first, *_, last = judged(NEWS + MORE + NEXT)
    assert first.worth > last.worth + 0.5
    assert 0 <= last.worth <= first.worth <= learnt.HIGHEST


def test_what_points_back_stumbles_and_the_opening_does_not():
    first, second, third = judged(NEWS + MORE + NEXT)
    assert first.stumbles < readiness.RISK
    assert min(second.stumbles, third.stumbles) > readiness.LOOSE


def test_the_sentence_that_tells_of_the_attack_or_of_her_clears_the_next():
    _, attack, named, bare = judged(NEWS + MORE + NAMED + BARE)
    assert attack.clears[0][0] == 0
    assert bare.clears[0][0] == named.index
    assert sum(share for _, share in bare.clears) <= 1


def test_the_chances_are_the_same_in_any_order():
    found = judged(NEWS + MORE + NEXT)
    assert learnt.judged(tuple(reversed(found))) == tuple(reversed(found))


def test_of_another_language_the_models_say_nothing():
    text = "Au moins 21 people ont été tués mercredi à Kelm, a dit Ana Ruiz. "
    assert {(d.worth, d.stumbles) for d in judged(text, "fr")} == {(UNJUDGED, 0.0)}


@pytest.mark.parametrize("name", [learnt.VALUE, learnt.LEANING, learnt.CLEARING])
def test_weights_are_numbers_of_a_kind(name):
    weights = lexicons.weights(name)
    assert len(weights) > 20
    assert all(abs(weight) < 10 for weight in weights.values())


def test_a_line_is_clear_once_what_it_leans_on_is_printed():
    first, second, _ = judged(NEWS + MORE + NEXT)
    assert not readiness.is_clear(second, {}, readiness.RISK)
    assert readiness.is_clear(second, {first.place: first}, readiness.RISK)


def test_a_line_that_leans_stands_below_what_it_leans_on():
    first, second, _ = judged(NEWS + MORE + NEXT)
    settled = readiness.settled(second, {first.place: first})
    assert frozenset([("line", first.place)]) in settled.needs
    assert readiness.settled(first, {}).needs == frozenset()


def test_what_is_worth_nothing_is_left_out_however_short_the_report():
    idle = "The building is of grey stone and has a garden with a wall of red brick. "
    edition = compose(dossier([Copy(NEWS + idle).name("Ana Ruiz").place("Kelm", 1)]), None)
    assert edition is not None
    assert [line.text for line in edition.standfirst if "garden" in line.text] == []


def test_main_news_with_a_vague_day_is_not_missed():
    text = "At least 21 people were recently killed when a bomb exploded in Kelm, Ana Ruiz said. "
    copy = Copy(text + MORE + NAMED).name("Ana Ruiz").place("Kelm", 1)
    old = replace(dossier([copy]))
    edition = compose(replace(old, as_of=old.as_of.replace(year=old.as_of.year + 1)), None)
    assert edition is not None
    assert any("21 people" in line.text for line in edition.standfirst)
