"""What one dispatch tells of several towns is not weighed against each other; a speaker who is
named with the town is the one who is named without.
"""

import json

import pytest

from dateline.desk import Desk

WIRE = (
    ("alba-1", "Alba", 8, "LAGOS, March 4 (Alba) - A ferry sank in the lagoon of Lagos on Tuesday "
     "and 30 people drowned, the port authority said. Divers searched the wreck."),
    ("cera-1", "Cera", 20, "PARIS, March 4 (Cera) - World news in brief.\n\nKHARKIV - Shelling of "
     "a market hall in Kharkiv on Tuesday killed 15 people, the mayor, Oleg Sinko, said.\n\n"
     "LAGOS - The port authority in Lagos said 32 people had drowned when a ferry sank on Tuesday. "
     "Divers searched the wreck."),
    ("alba-2", "Alba", 21, "LAGOS, March 4 (Alba) - The port authority in Lagos said on Wednesday "
     "33 people had drowned when a ferry sank on Tuesday."),
)  # fmt: skip


@pytest.fixture
def claims(tmp_path):
    rows = [{"doc": doc, "agency": agency, "text": text, "issued": f"2026-03-04T{hour:02}:00:00Z"}
            for doc, agency, hour, text in WIRE]  # fmt: skip
    (tmp_path / "wire.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    with Desk() as desk:
        desk.ingest([str(tmp_path / "wire.jsonl")])
        yield [c for c in desk.claims() if c.about.measure == "killed"]


def test_two_towns_of_one_wrapup_are_no_dispute(claims):
    assert not [j.reason for c in claims for j in c.judgements if "Sinko" in j.reason]


def test_the_later_toll_of_the_port_authority_supersedes(claims):
    found = {a.text: c.status for c in claims for a in c.assertions}
    assert found == {
        "30 people": "superseded", "15 people": "single-source", "32 people": "superseded",
        "33 people": "single-source",
    }  # fmt: skip


def test_what_the_mayor_says_of_the_city_is_of_that_city(tmp_path):
    row = {"doc": "a", "agency": "Alba", "issued": "2026-03-04T08:00:00Z",
           "text": "KYIV, March 4 (Alba) - The mayor of Kharkiv, Oleg Sinko, said shelling had "
           "killed 18 people in the city on Tuesday."}  # fmt: skip
    (tmp_path / "w.jsonl").write_text(json.dumps(row), "utf-8")
    with Desk() as desk:
        desk.ingest([str(tmp_path / "w.jsonl")])
        (toll,) = [a for c in desk.claims() for a in c.assertions if a.kind == "figure"]
    assert (toll.about.place, toll.about.guessed) == ("Kharkiv", False)
