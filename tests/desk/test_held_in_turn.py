"""Who holds a town, told by several in their own ways; and numbers in words are numbers."""

import json

import pytest

from dateline.desk import Desk, holding
from dateline.errors import ConfigError

TOWN = (
    ("alba-1", 2, "MOSCOW, March 2 (Alba) - Russian forces have taken full control of the city of "
     "Kherson, the Russian defence ministry said on Wednesday."),
    ("norla-1", 3, "KIEV, March 3 (Norla) - The mayor of Kherson, Igor Kolykh, denied that "
     "Russian forces had taken control of the city."),
    ("vesta-1", 4, "KIEV, March 4 (Vesta) - The Ukrainian regional governor confirmed that Kherson "
     "was under the control of Russian forces."),
    ("norla-2", 5, "KIEV, March 5 (Norla) - Ukrainian troops retook Kherson on Saturday, the "
     "Ukrainian general staff said."),
)  # fmt: skip


def desk(tmp_path, wire):
    rows = [
        {"doc": doc, "agency": doc.split("-")[0].title(), "text": text,
         "issued": f"2022-03-{day:02}T10:00:00Z"} for doc, day, text in wire
    ]  # fmt: skip
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    made = Desk()
    made.ingest([str(path)])
    return made


def test_claimed_denied_confirmed_and_contested_are_one_history(tmp_path):
    with desk(tmp_path, TOWN) as one:
        ((_, found),) = holding.held(one.claims())
    assert found.place == "Kherson"
    assert [step.state for step in found.steps] == ["claimed", "denied", "confirmed", "contested"]


def test_other_numbers_in_words_are_not_the_same(tmp_path):
    wire = (
        ("alba-1", 4, "KHARKIV, March 4 (Alba) - Shelling killed nine people in the city of "
         "Kharkiv on Thursday, the police said."),
        ("norla-1", 4, "KHARKIV, March 4 (Norla) - Shelling in the city of Kharkiv on Thursday "
         "killed three people, the army said."),
    )  # fmt: skip
    with desk(tmp_path, wire) as one:
        said = [c for c in one.claims() if c.kind == "statement"]
    assert {c.origins for c in said} == {1}


def test_a_story_that_there_is_not_is_refused(tmp_path):
    with desk(tmp_path, TOWN) as one, pytest.raises(ConfigError, match="no story nope"):
        one.claims(story="nope")
