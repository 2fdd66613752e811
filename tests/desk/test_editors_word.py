"""What an editor decides about a finished wire is in the next site, without naming a time."""

import json
import re
from datetime import UTC, datetime

from dateline.desk import Desk, editing
from dateline.records import Signed

WIRE = (
    ("alba-1", 8, "KHARKIV, March 4 (Alba) - Shelling killed 15 people in the city of Kharkiv on "
     "Thursday, the mayor, Oleg Sinko, said."),
    ("sud-1", 9, "KHARKIV, March 4 (Sud) - Shelling in the city of Kharkiv on Thursday killed "
     "three people, the army said."),
)  # fmt: skip
LATER = datetime(2022, 3, 9, 12, tzinfo=UTC)


def test_an_editors_verdict_is_published(tmp_path):
    rows = [
        {"doc": doc, "agency": doc.split("-")[0].title(), "text": text,
         "issued": f"2022-03-04T{hour:02}:00:00Z"} for doc, hour, text in WIRE
    ]  # fmt: skip
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    with Desk() as desk:
        first = desk.publish([str(path)], tmp_path / "site")
        tolls = [a for c in desk.claims() for a in c.assertions if c.kind == "figure"]
        pair = (tolls[0].id, tolls[1].id)
        signed = Signed("Ana", LATER, "Two shellings, an hour apart")
        editing.overrule(desk.ledger, pair, "not comparable", signed)
        then = desk.publish([str(path)], tmp_path / "site")
    assert (first.disputes, then.disputes) == (1, 0)
    assert then.as_of == LATER


def test_after_an_overrule_the_same_speakers_older_figure_is_no_rival(tmp_path):
    """The mayor went from 15 to 18; if the army's three is of another shelling, none is left."""
    later = ("alba-2", 12, "KHARKIV, March 4 (Alba) - The mayor of Kharkiv, Oleg Sinko, said "
             "shelling had killed 18 people in the city on Thursday.")  # fmt: skip
    rows = [
        {"doc": doc, "agency": doc.split("-")[0].title(), "text": text,
         "issued": f"2022-03-04T{hour:02}:00:00Z"} for doc, hour, text in (*WIRE, later)
    ]  # fmt: skip
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    with Desk() as desk:
        first = desk.publish([str(path)], tmp_path / "site")
        (page,) = (tmp_path / "site").glob("20*/edition.json")
        (told,) = json.loads(page.read_text("utf-8"))["disputes"]
        assert re.search(r"\b18\b", json.dumps(told))
        assert not re.search(r"\b15\b", json.dumps(told))  # ids hold digits of their own
        tolls = {a.text: a.id for c in desk.claims() for a in c.assertions if c.kind == "figure"}
        signed = Signed("Ana", LATER, "Two shellings, an hour apart")
        pair = (tolls["18 people"], tolls["three people"])
        editing.overrule(desk.ledger, pair, "not comparable", signed)
        then = desk.publish([str(path)], tmp_path / "site")
    assert (first.disputes, then.disputes) == (1, 0)
