"""The day on which somebody claimed, denied or blamed a deed is not the day of the deed."""

import json

import pytest

from dateline.desk import Desk

DAY = "2026-03-01"  # a Sunday
TOLD = {
    "claimed": "On Tuesday the Red Dawn group claimed responsibility for the bombing of the "
    "courthouse in Bogota on Sunday. The attack killed nine people.",
    "said": "The Red Dawn group said on Tuesday it carried out the bombing of a courthouse in "
    "Bogota that killed nine people two days earlier.",
    "denied": "The Red Dawn group denied on Tuesday that it bombed the courthouse in Bogota on "
    "Sunday.",
    "blamed": "Police blamed the Red Dawn group on Tuesday for Sunday's bombing of the courthouse "
    "in Bogota, which killed nine.",
}


def days(tmp_path, text):
    row = {"doc": "norla-1", "agency": "Norla", "text": f"BOGOTA, March 3 (Norla) - {text}",
           "issued": "2026-03-03T20:00:00Z"}  # fmt: skip
    (tmp_path / "wire.jsonl").write_text(json.dumps(row), "utf-8")
    with Desk() as desk:
        desk.ingest([str(tmp_path / "wire.jsonl")])
        said = [a for c in desk.claims() for a in c.assertions if a.kind in ("event", "figure")]
    assert said
    return {a.about.when for a in said}


@pytest.mark.parametrize("how", TOLD)
def test_the_day_is_that_of_the_deed(how, tmp_path):
    assert days(tmp_path, TOLD[how]) == {DAY}


def test_a_claim_that_tells_no_day_of_the_deed_dates_none(tmp_path):
    text = "On Tuesday the Red Dawn group claimed the bombing of the courthouse in Bogota."
    assert days(tmp_path, text) == {None}


def test_a_deed_of_the_day_on_which_it_is_told_keeps_it(tmp_path):
    text = "A car bomb exploded outside the courthouse in Bogota on Tuesday, killing nine people."
    assert days(tmp_path, text) == {"2026-03-03"}
