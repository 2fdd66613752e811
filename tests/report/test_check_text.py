import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.report.gate import check_text
from dateline.report.gate.texts import sentences
from tests.timing import cpu_seconds

from .corpus import story

ON = story()


def verdicts(text):
    return [v.refusal and v.refusal.rule for v in check_text(text, ON)]


def test_each_sentence_has_its_own_verdict():
    text = (
        "About 400 families fled the old town on 1 March, according to the Relief Union. "
        "At least 25 people were killed at the harbour of Port Arlo, the governor said. "
        "A comet fell on the capital."
    )
    assert [r is None for r in verdicts(text)] == [True, False, False]


def test_a_refusal_comes_with_the_nearest_words():
    [verdict] = check_text("About 500 families fled the old town, the Relief Union said.", ON)
    assert "500" in verdict.refusal.reason
    assert "400 families" in verdict.support[0].text


def test_nothing_near_says_so():
    [verdict] = check_text("Zebras graze.", ON)
    assert verdict.support == ()
    assert verdict.refusal.reason == "No dispatch speaks of this."


def test_sentences_keep_abbreviations_and_quotations_whole():
    text = 'Mr. Wern spoke. "We won. We left," he said. Done!'
    assert [text[s.start : s.end] for s in sentences(text)] == [
        "Mr. Wern spoke.", '"We won. We left," he said.', "Done!",
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gets_verdicts_on_its_own_words(text):
    for verdict in check_text(text, ON):
        assert text[verdict.span.start : verdict.span.end] == verdict.text
        for cited in verdict.support:
            filed = next(f for f in ON.filed if f.dispatch.guid == cited.guid)
            assert filed.dispatch.text[cited.span.start : cited.span.end] == cited.text


@pytest.mark.parametrize("unit", ["(", "!", "“", "1", "a ", "he said. ", "\u202e", "\n", "9,000 "])
def test_hostile_text_takes_no_more_than_linear_time(unit):
    def seconds(size):
        return cpu_seconds(lambda: check_text(unit * size, ON))

    small, large = seconds(2_000), seconds(20_000)
    assert large < 40 * small + 1.0


def test_a_figure_is_not_lent_to_another_speaker():
    assert verdicts("The defence ministry said nearly 9,000 soldiers had been killed.") != [None]
    assert verdicts("Jan Brock claimed nearly 9,000 soldiers had been killed.") == [None]


def test_a_megabyte_in_one_sentence_is_refused_in_no_time():
    text = "the harbour of Port Arlo was shelled and 21 people " * 20_000
    [verdict] = check_text(text, ON)
    assert verdict.refusal.rule == "length"
    assert cpu_seconds(lambda: check_text(text, ON)) < 10


def test_the_reason_is_that_of_the_passage_that_comes_nearest():
    [verdict] = check_text("Jan Brock claimed 9,000 soldiers had been killed.", ON)
    assert verdict.refusal.reason == "“9,000” leaves out the source's “nearly”."
    assert "nearly 9,000" in verdict.support[0].text


MARKED_UP = """# Talks

1. About 400 families fled the old town on 1 March, according to the Relief Union.
- Police arrested <b>dozens</b> of protesters in the capital&nbsp;on Tuesday night.
* A comet fell on the capital.

***
<p>Jan Brock claimed nearly 9,000 soldiers had been killed.</p><p>Zebras graze.</p>
https://north.example/story
| 1 | 2 |
"""


def test_markup_lists_and_rules_are_no_part_of_a_sentence():
    found = check_text(MARKED_UP, ON)
    assert [(v.text.split()[0], v.refusal is None) for v in found if len(v.text.split()) > 1] == [
        ("About", True), ("Police", True), ("A", False), ("Jan", True), ("Zebras", False),
    ]  # fmt: skip
    assert all(MARKED_UP[v.span.start : v.span.end] == v.text for v in found)
