"""The agenda: what counts as announced, in which words, for when."""

import json
from pathlib import Path

import pytest

from dateline.reader.pipeline import read
from dateline.records import Plan, Reading
from tests.reader.pages import dispatch, reading

GOLD = Path(__file__).parent.parent / "data" / "reader" / "specimen.json"
ANNOUNCED = {
    "The talks, which nobody expected, will begin Thursday morning, the envoy said.":
        ("The talks will begin", "2022-03-03TMO"),
    "The alliance is organizing an extraordinary meeting on Friday.":
        ("The alliance is organizing an extraordinary meeting", "2022-03-04"),
    "The foreign minister will travel from March 3 to 8 to three capitals.":
        ("The foreign minister will travel to three capitals", "2022-03-03/2022-03-08"),
    "The union confirmed that seven banks would, from March 12, be excluded from the system.":
        ("seven banks would be excluded from the system", "2022-03-12"),
    "The court is scheduled to open the trial on Monday.":
        ("The court is scheduled to open the trial", "2022-03-07"),
    "Parliament plans to vote on the budget next week.":
        ("Parliament plans to vote on the budget", "2022-W10"),
    "The minister said he will visit the port on Sunday.":
        ("minister will visit the port", "2022-03-06"),
    "The ministry announced that the ferry will leave the port under escort.":
        ("the ferry will leave the port under escort", None),
}  # fmt: skip
NOT_ANNOUNCED = [
    "The minister resigned on Monday.",
    "If the council meets on Friday, it will fall.",
    "The war will not end on Friday.",
    "Will the council meet on Friday?",
    "Prices will rise further.",
    "Police are investigating the blast of Tuesday.",
]


@pytest.fixture(scope="module")
def plans() -> dict[str, tuple[Plan, ...]]:
    """All sentences read in one batch."""
    texts = [*ANNOUNCED, *NOT_ANNOUNCED]
    readings = [r for r in read([dispatch(t) for t in texts]) if isinstance(r, Reading)]
    return {text: r.plans for text, r in zip(texts, readings, strict=True)}


@pytest.mark.parametrize("text", ANNOUNCED)
def test_announced(text: str, plans: dict[str, tuple[Plan, ...]]) -> None:
    what, value = ANNOUNCED[text]
    (plan,) = plans[text]
    assert plan.what.endswith(what)
    assert (plan.when.value if plan.when else None) == value
    assert plan.text == text[plan.span.start : plan.span.end]


@pytest.mark.parametrize("text", NOT_ANNOUNCED)
def test_not_announced(text: str, plans: dict[str, tuple[Plan, ...]]) -> None:
    assert plans[text] == ()


def test_french() -> None:
    found = reading("Les pourparlers se tiendront jeudi matin à Brest.", language="fr").plans
    assert [(p.what, p.when.value if p.when else None) for p in found] == [
        ("Les pourparlers se tiendront à Brest", "2022-03-03TMO")
    ]


@pytest.mark.data
def test_specimen(specimen: Path) -> None:
    rows = json.loads(GOLD.read_text(encoding="utf-8"))["plans"]
    found = reading(specimen.read_text(encoding="utf-8")).plans
    got = [[p.span.start, p.span.end, p.when.value if p.when else None] for p in found]
    assert got == rows


SENTENCES = Path(__file__).parent.parent / "data" / "reader" / "plans.jsonl"
ROWS = [json.loads(row) for row in SENTENCES.read_text("utf-8").splitlines()]


def _row(p: Plan) -> list[object]:
    return [p.what, p.when.value if p.when else None, p.place.name if p.place else None]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:40] for row in ROWS])
def test_sentences_of_ours(row: dict[str, list[object]]) -> None:
    """Sentences of our own, English and French, each with all that is to be found in it."""
    found = reading(str(row["text"]), language=str(row.get("language", "en"))).plans
    assert [_row(one) for one in found] == row["plans"]
