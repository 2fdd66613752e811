"""A dateline with a misprinted year is not believed against its neighbours in one file."""

import json

from dateline.desk import Desk


def wire(tmp_path, *days):
    lines = [
        json.dumps({"doc": f"n{i}", "text": f"ALTHEIM, {day} (NORD) -- {_story(i)}"})
        for i, day in enumerate(days)
    ]
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return str(path)


def _story(number):
    return f"THE COUNCIL OF THE TOWN MET TODAY FOR THE {number}TH TIME AND CHOSE A MAYOR."


def filed(tmp_path, *days):
    with Desk() as desk:
        desk.ingest([wire(tmp_path, *days)])
        stories = desk.ledger.stories()
        latest = desk.ledger.latest()
    return {guid for story in stories for guid in story.dispatches}, latest.year


def test_a_year_far_behind_both_neighbours_sets_no_time(tmp_path):
    guids, year = filed(tmp_path, "10 MAR 90", "11 MAR 11", "12 MAR 90")
    assert guids == {"n0", "n1", "n2"}
    assert year == 1990


def test_the_last_of_a_file_is_believed(tmp_path):
    assert filed(tmp_path, "10 MAR 90", "12 MAR 90", "11 MAR 11")[1] == 2011


def test_neighbours_that_do_not_fit_each_other_prove_nothing(tmp_path):
    assert filed(tmp_path, "10 MAR 90", "11 MAR 11", "12 MAR 05")[1] == 2011


def series(tmp_path, *names):
    folder = tmp_path / "wire"
    folder.mkdir()
    for i, (name, day) in enumerate(
        zip(names, ("10 MAR 90", "11 MAR 11", "12 MAR 90"), strict=True)
    ):
        text = f"NORD-{i + 1:04}\n\nALTHEIM, {day} (NORD) -- {_story(i)}"
        (folder / name).write_text(text, "utf-8")
    with Desk() as desk:
        desk.ingest([str(folder)])
        return desk.ledger.latest().year


def test_the_files_of_a_numbered_series_are_neighbours(tmp_path):
    assert series(tmp_path, "w-0001.txt", "w-0002.txt", "w-0003.txt") == 1990


def test_files_of_any_names_prove_nothing(tmp_path):
    assert series(tmp_path, "altheim.txt", "bellmark.txt", "corve.txt") == 2011
