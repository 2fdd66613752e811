"""Measures: issuer, target, effect, date of effect and state."""

import json
from pathlib import Path

import pytest

from dateline.reader.pipeline import read
from dateline.records import Measure, Reading
from tests.reader.pages import dispatch, reading

GOLD = Path(__file__).parent.parent / "data" / "reader" / "specimen.json"
# sentence: issuer, target, effect, state, date of effect
TAKEN = {
    "The Council confirmed that seven banks would, from March 12, be excluded from the network.":
        ("Council", "seven banks", "excluded from the network", "announced", "2022-03-12"),
    "The government has suspended all grain exports to the island.":
        ("government", "all grain exports",
         "suspended all grain exports to the island", "in force", None),
    "The government imposed a curfew on the capital on Monday.":
        ("government", "capital", "curfew", "in force", "2022-02-28"),
    "The parliament lifted the embargo against the islands.":
        ("parliament", "islands", "embargo against the islands", "lifted", None),
    "The ministry announced the immediate suspension of all aid programs.":
        ("ministry", "all aid programs", "immediate suspension of all aid programs", "announced",
         None),
    "The defence ministry announced the opening of humanitarian corridors.":
        ("defence ministry", None, "opening of humanitarian corridors", "announced", None),
    "A curfew remains in force.": (None, None, "curfew", "in force", None),
}  # fmt: skip
NOT_TAKEN = [
    "The government might impose a curfew.",
    "The council refused to lift the embargo.",
    "The government did not suspend exports.",
    "He froze when he saw the soldiers.",
    "The company barred its doors.",
]


@pytest.fixture(scope="module")
def measures() -> dict[str, tuple[Measure, ...]]:
    """All sentences read in one batch."""
    texts = [*TAKEN, *NOT_TAKEN]
    readings = [r for r in read([dispatch(t) for t in texts]) if isinstance(r, Reading)]
    return {text: r.measures for text, r in zip(texts, readings, strict=True)}


@pytest.mark.parametrize("text", TAKEN)
def test_taken(text: str, measures: dict[str, tuple[Measure, ...]]) -> None:
    (found,) = measures[text]
    date = found.when.value if found.when else None
    assert (found.issuer, found.target, found.effect, found.state, date) == TAKEN[text]
    assert found.text == text[found.span.start : found.span.end]


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_not_taken(text: str, measures: dict[str, tuple[Measure, ...]]) -> None:
    assert measures[text] == ()


@pytest.mark.data
def test_specimen(specimen: Path) -> None:
    rows = json.loads(GOLD.read_text(encoding="utf-8"))["measures"]
    found = reading(specimen.read_text(encoding="utf-8")).measures
    got = [[m.span.start, m.span.end, m.state, m.when.value if m.when else None] for m in found]
    assert got == rows


SENTENCES = Path(__file__).parent.parent / "data" / "reader" / "measures.jsonl"
ROWS = [json.loads(row) for row in SENTENCES.read_text("utf-8").splitlines()]


def _row(m: Measure) -> list[object]:
    return [m.issuer, m.target, m.effect, m.when.value if m.when else None, m.state]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:40] for row in ROWS])
def test_sentences_of_ours(row: dict[str, list[object]]) -> None:
    """Sentences of our own, English and French, each with all that is to be found in it."""
    found = reading(str(row["text"]), language=str(row.get("language", "en"))).measures
    assert [_row(one) for one in found] == row["measures"]
