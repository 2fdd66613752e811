"""A correction that is only a note: pages have the right figure, never the wrong one."""

import json
from datetime import UTC, datetime

import pytest

from dateline.clock import Clock
from dateline.desk import Desk

EN = """Slug: VARNA-BLAST
Number: NRL0411
Sent: 2026-03-03 09:10 GMT

Factory blast kills 21

VARNA, Bulgaria, March 3 (Norla) - An explosion at a fireworks factory near Varna killed 21 people
and injured 40 on Tuesday, the interior ministry said.

The owner, Petar Danev, was questioned on Tuesday, the ministry said.
"""
FR = """Slug: LYON-INCENDIE
Number: SDL201
Sent: 2026-03-03 09:10 GMT

Incendie dans une usine : 21 morts

LYON, 3 mars (Sedal) - Un incendie dans une usine de Lyon a fait 21 morts et 30 blessés mardi, a
annoncé la préfecture.
"""
HEAD = "Sent: 2026-03-03 10:20 GMT\n\n"
NOTES = {
    "in VARNA-BLAST, in first paragraph, please read 12 people killed instead of 21.": EN,
    'In para 1 of VARNA-BLAST read "12" (sted "21").': EN,
    "Dans LYON-INCENDIE, prière de lire 12 morts au lieu de 21.": FR,
    "dans LYON-INCENDIE, lire bien 12 morts (et non 21).": FR,
}


def published(desk, folder):
    desk.publish([str(folder / "wire")], folder / "site")
    return {p: json.loads(p.read_text("utf-8")) for p in (folder / "site").glob("20*/edition.json")}


@pytest.fixture
def desk():
    with Desk(clock=Clock(lambda: datetime(2026, 3, 4, tzinfo=UTC))) as opened:
        yield opened


def keep(folder, name, text):
    (folder / "wire").mkdir(exist_ok=True)
    (folder / "wire" / name).write_text(text, "utf-8")


def lines(edition):
    said = [edition["headline"], *edition["standfirst"], *edition["brief"], *edition["full"]]
    said += [line for section in edition["sections"] for line in section["lines"]]
    return [line if isinstance(line, str) else line["text"] for line in said]


@pytest.mark.parametrize("note", NOTES)
def test_the_next_edition_has_the_right_figure(note, desk, tmp_path):
    keep(tmp_path, "1.txt", NOTES[note])
    (first,) = published(desk, tmp_path).values()
    assert any("21" in line for line in lines(first))
    word = "RECTIFICATIF" if NOTES[note] is FR else "CORRECTION"
    keep(tmp_path, "2.txt", f"{HEAD}{word}\n{note}\n")
    ((page, then),) = published(desk, tmp_path).items()
    assert then["number"] == 2
    assert any("12" in line for line in lines(then))
    assert not any("21" in line for line in lines(then))
    assert not any("lire" in line or "read" in line for line in lines(then))
    (told,) = then["corrections"]
    assert "not 21" in told["text"]
    assert "not 21" in (page.parent / "index.html").read_text("utf-8")
    (toll,) = [f for f in then["figures"] if f["about"]["measure"] == "killed"]
    assert (toll["value"], toll["citation"]["dispatch"]) == (12, "2.txt")


def test_a_corrected_name_is_not_printed_wrong(desk, tmp_path):
    keep(tmp_path, "1.txt", EN)
    published(desk, tmp_path)
    note = "In VARNA-BLAST please read Petar Danov, not Petar Danev."
    keep(tmp_path, "2.txt", f"{HEAD}CORRECTION\n{note}\n")
    ((page, then),) = published(desk, tmp_path).items()
    assert any("21" in line for line in lines(then))
    assert not any("Danev" in line for line in lines(then))
    assert "“Petar Danov”, not “Petar Danev”" in then["corrections"][0]["text"]
    assert page.exists()


def test_a_story_of_which_nothing_is_left_is_not_shown_as_it_was(desk, tmp_path):
    keep(
        tmp_path,
        "1.txt",
        EN.split("\n\nThe owner", maxsplit=1)[0].replace("21 people", "twenty-one people"),
    )
    published(desk, tmp_path)
    note = "In VARNA-BLAST read twelve people instead of twenty-one people."
    keep(tmp_path, "2.txt", f"{HEAD}CORRECTION\n{note}\n")
    assert published(desk, tmp_path) == {}
    front = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "corrected a dispatch" in front
    assert "killed" not in front
    assert published(desk, tmp_path) == {}


def row(text, hour):
    sent = {"guid": "norla:7", "agency": "Norla", "issued": f"2026-03-03T{hour:02}:10:00Z"}
    return json.dumps({**sent, "text": text})


@pytest.mark.parametrize(
    "note",
    [
        "In item norla:7, first paragraph, please read 12 instead of 21",
        "RECTIFICATIF: dans la dépêche norla:7, bien lire 12 au lieu de 21.",
    ],
)
def test_a_note_as_the_next_version_mends_the_text(desk, tmp_path, note):
    text = EN.partition("kills 21\n\n")[2].replace("people\n", "people ")
    keep(tmp_path, "1.jsonl", row(text, 9))
    published(desk, tmp_path)
    keep(tmp_path, "2.jsonl", row(note, 12))
    (then,) = published(desk, tmp_path).values()
    said = lines(then)
    assert any("killed 12 people and injured 40" in line for line in said)
    assert any("Petar Danev" in line for line in said)
    assert not any("21" in line for line in said)
    (told,) = then["corrections"]
    assert "not 21" in told["text"]
    standing = {c.about.measure for c in desk.claims() if c.status != "withdrawn"}
    assert {"killed", "injured", "statement"} <= standing


def test_an_older_text_that_comes_late_changes_no_page(desk, tmp_path):
    text = EN.partition("kills 21\n\n")[2].replace("people\n", "people ")
    keep(tmp_path, "1.jsonl", row(text, 12))
    published(desk, tmp_path)
    before = {p: p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file()}
    keep(tmp_path, "2.jsonl", row(text.replace("21 people", "5 people"), 9))
    published(desk, tmp_path)
    assert before == {p: p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file()}
