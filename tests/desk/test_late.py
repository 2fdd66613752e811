"""A dispatch that is filed late is told at once, though its time is past already."""

import json

from dateline.desk import Desk

TEXTS = (
    ("alba-1", "Alba", 8, "At least 21 people were killed in a fire at a depot in Kharkiv on "
     "Friday, the mayor, Oleg Sinko, said."),
    ("norla-1", "Norla", 10, "Some 300 people left their homes near the depot in Kharkiv on "
     "Friday, the mayor said."),
    ("vesta-1", "Vesta", 9, "Seven firefighters were injured in the fire at the depot in Kharkiv "
     "on Friday, the fire service said."),
)  # fmt: skip


def lines(path, some):
    rows = [
        {"doc": doc, "agency": agency, "issued": f"2022-03-04T{hour:02}:00:00Z", "text": text}
        for doc, agency, hour, text in some
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return [str(path)]


def test_what_comes_late_is_told_as_of_the_same_time(tmp_path):
    out = tmp_path / "site"
    with Desk() as desk:
        first = desk.publish(lines(tmp_path / "first.jsonl", TEXTS[:2]), out)
        page = next(out.glob("2022-*/index.html"))
        assert "Seven firefighters" not in page.read_text("utf-8")
        late = desk.publish(lines(tmp_path / "late.jsonl", TEXTS[2:]), out)
    assert late.as_of == first.as_of
    assert "Seven firefighters" in page.read_text("utf-8")
