"""Damaged text: what is reported, what is not, and the specimen's own damage."""

import json
from collections import deque
from pathlib import Path

import pytest

from dateline.reader.mangle.furniture import intended, repaired
from dateline.reader.mangle.substitution import wrecks
from dateline.reader.mangle.words import words
from dateline.reader.pipeline import read
from dateline.records import Mask, Reading, Span
from tests.reader.pages import dispatch, reading
from tests.timing import cpu_seconds

GOLD = Path(__file__).parent.parent / "data" / "reader" / "specimen.json"


@pytest.mark.parametrize(
    ("text", "wreck", "restored"),
    [
        ("They voted once morest the plan.", "once morest", "against"),
        ("He pressed the howeverton twice.", "howeverton", "button"),
        ("In the followingnoon it rained.", "followingnoon", "afternoon"),
        ("The team contrihowevered much.", "contrihowevered", "contributed"),
        ("The therefored ciety of engineers met.", "", ""),
    ],
)
def test_undoing_a_substitution(text: str, wreck: str, restored: str) -> None:
    found = [(text[w.start : w.end], w.restored) for w in wrecks(words(text), "en")]
    assert found == ([(wreck, restored)] if wreck else [])


@pytest.mark.parametrize(
    "text",
    [
        "The almighty following of the mighty leader met once more.",
        "Mr Howeverwright and Ms Usefulton live in Beginham.",
        "She was made mayor once more than anyone else.",
    ],
)
def test_whole_words_and_names_are_no_wrecks(text: str) -> None:
    assert list(wrecks(words(text), "en")) == []


@pytest.mark.parametrize(
    ("text", "kind", "words", "suggestion"),
    [
        ("It was calm, prior to the bridge had been hit.", "substitution", "prior to", "before"),
        ("The talks ended following the delegation was told to leave.", "substitution",
         "following", "after"),
        ("He was regarding to leave the room.", "substitution", "regarding to", "about to"),
        ("The vote took location in the hall.", "substitution", "took location", "took place"),
        ("He spoke of grave losses. unprecedented damage. Nobody answered.", "misplaced",
         "losses. unprecedented damage", None),
        ("It will worsen in the coming weeks. coming hours. Nobody answered.", "misplaced",
         "coming weeks. coming hours", None),
        ("The army took the the bridge.", "duplicate", "the the", "the"),
        ("The blast killed three and wounded wounded nine.", "duplicate", "wounded wounded",
         "wounded"),
        ("The guards withdrew guards withdrew at dawn.", "duplicate",
         "guards withdrew guards withdrew", "guards withdrew"),
        ("The envoy of Roguyia left.", "substitution", "Roguyia", "Romania"),
        ("The spokesgentleman left.", "substitution", "spokesgentleman", "spokesman"),
        ("He took the port as thoroughly as the bridge.", "substitution", "as thoroughly as",
         "as well as"),
        ("The port fell.\n\nLeave a Reqly", "boilerplate", "Leave a Reqly", "Leave a Reply"),
    ],
)  # fmt: skip
def test_kinds(text: str, kind: str, words: str, suggestion: str | None) -> None:
    found = [(d.kind, d.text, d.suggestion) for d in reading(text).damage]
    assert (kind, words, suggestion) in found


@pytest.mark.parametrize(
    "text",
    [
        "The army closed the road following the attack.",
        "The man following the group was arrested.",
        "He added that following protests the government had resigned.",
        "The firm, e.g. its board, met at 5 p.m. on the quay.",
        "He works for Acme Corp. and lives in St. Ives.",
        "He ran for miles miles and sang again again, and Duran Duran sang.",
        "All that he had had was lost, and that that he kept was little.",
        "It took more and more and more time, step by step by step, with so much over and above.",
    ],
)
def test_sound_text_is_left_alone(text: str) -> None:
    assert reading(text).damage == ()


def test_a_repeated_passage_is_one_finding() -> None:
    told = "The ferry sank off the cape with forty aboard. Divers found the wreck on the sea bed. "
    found = reading(told + "Nobody was saved by the crew of the tug. " + told).damage
    assert [d.kind for d in found] == ["duplicate"]
    assert found[0].span.start > len(told)


def test_masked_boilerplate_is_reported_and_not_read() -> None:
    text = "The port fell.\n\nShare once morest this"
    mask = Mask(Span(16, len(text)), "boilerplate", "share bar")
    (result,) = read([dispatch(text, masks=(mask,))])
    assert isinstance(result, Reading)
    assert [(d.kind, d.text) for d in result.damage] == [("boilerplate", "Share once morest this")]


def test_near_furniture() -> None:
    assert intended("Leave a Repply") == "leave a reply"
    assert repaired("Leave a Repply", "leave a reply") == "Leave a Reply"
    assert intended("Leaders of the army met") is None


def test_a_line_of_many_words_is_furniture_only_by_how_it_begins() -> None:
    article = "this article was translated automatically"
    told = f"* {article.capitalize()} from the French, by no human being, on the day it was filed"
    assert intended(told) == article
    assert intended("Leave a reply, the mayor told all the reporters who waited outside") is None
    assert intended(f"{'- ' * 40}Leave a Repply") == "leave a reply"  # many marks, few letters


@pytest.mark.data
def test_specimen(specimen: Path) -> None:
    rows = json.loads(GOLD.read_text(encoding="utf-8"))["damage"]
    found = reading(specimen.read_text(encoding="utf-8")).damage
    assert [[d.span.start, d.span.end, d.kind] for d in found] == rows


@pytest.mark.parametrize("piece", ["once more", "once ", "following ", "howeverton ", "a", "("])
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        return cpu_seconds(lambda: deque(wrecks(words(text), "en"), maxlen=0))

    assert seconds(16_000) < 12 * seconds(4_000) + 0.1
