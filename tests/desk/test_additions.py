"""An add stands beside the text that it adds to: the page tells both."""

import json

from dateline.desk import Desk

LEAD = (
    "VARNA, Bulgaria, March 3 (Norla) - An explosion at a fireworks factory near Varna killed 21 "
    "people and injured 40 on Tuesday, the interior ministry said."
)
ADD = "The owner of the factory, Petar Danev, was arrested on Tuesday, the ministry said."


def item(version, hour, text, **fields):
    return {
        "uri": "norla:7",
        "type": "text",
        "version": str(version),
        "versioncreated": f"2026-03-03T{hour:02}:10:00Z",
        "headline": "Factory blast kills 21 in Varna",
        "body_text": text,
        "infosource": [{"name": "Norla"}],
        **fields,
    }


def test_a_lead_is_told_with_its_add_and_cited_by_its_version(tmp_path):
    rows = (item(1, 9, LEAD), item(2, 10, ADD, genre=[{"code": "add"}]))
    wire = tmp_path / "wire.jsonl"
    wire.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    with Desk() as desk:
        desk.publish([str(wire)], tmp_path / "site")
    (page,) = (tmp_path / "site").glob("2026-*/edition.json")
    told = json.loads(page.read_text("utf-8"))
    assert [one["version"] for one in told["dispatches"]] == [1, 2]
    lines = [*told["standfirst"], *(one for s in told["sections"] for one in s["lines"])]
    cited = {one["citations"][0]["version"]: one["text"] for one in lines}
    assert "killed 21 people" in cited[1]
    assert "Petar Danev" in cited[2]
    for one in (c for line in lines for c in line["citations"]):
        text = (LEAD, ADD)[one["version"] - 1]
        assert text[one["start"] : one["end"]] == one["text"]
