import pytest

from dateline.desk import checking
from dateline.errors import ConfigError
from dateline.records import Citation, Refusal, Span
from dateline.report.gate.texts import Verdict

CITED = Citation("north-1", 2, Span(7, 20), "ten\nboats sank", None, None)


def verdict(text="Nine boats sank.", refusal=None, support=(CITED,)):
    return Verdict(Span(3, 3 + len(text)), text, refusal, support)


def test_a_refusal_is_shown_with_rule_reason_and_nearest_words():
    refusal = Refusal("Nine boats sank.", "number", "“Nine” is not in the cited words.", "north-1")
    assert checking.shown(verdict(refusal=refusal)).splitlines() == [
        "REFUSED Nine boats sank.",
        "        number: “Nine” is not in the cited words.",
        "        nearest: “ten boats sank” (north-1)",
    ]


def test_what_is_supported_says_on_what_it_rests():
    assert "rests on: “ten boats sank” (north-1)" in checking.shown(verdict())


def test_long_sentences_are_cut_for_people_and_whole_for_programs():
    long = verdict("so " * 400_000, support=())
    assert len(checking.shown(long)) < 400
    assert checking.as_json(long)["text"] == long.text


def test_json_has_the_place_in_the_draft_and_the_nearest_words():
    made = checking.as_json(verdict())
    assert (made["start"], made["end"], made["supported"], made["rule"]) == (3, 19, True, None)
    assert made["nearest"] == made["support"][0]
    assert made["nearest"] == {
        "dispatch": "north-1", "version": 2, "start": 7, "end": 20, "text": "ten\nboats sank",
    }  # fmt: skip


def test_a_draft_that_is_no_text_is_an_error_that_names_the_file():
    with pytest.raises(ConfigError, match=r"draft\.bin is not UTF-8 text \(byte 3\)"):
        checking.draft(b"abc\xd3\x00", "draft.bin")
    assert checking.draft("\ufeffÉté".encode(), "draft.txt") == "Été"


def test_the_summary_counts():
    refusal = Refusal("x", "number", "y", None)
    assert checking.summary([verdict(), verdict(refusal=refusal)]) == "2 sentences, 1 refused"
    assert checking.summary([]) == "0 sentences, 0 refused"
