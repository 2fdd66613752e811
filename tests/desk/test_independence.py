"""Origins are counted, not copies: a chain from an agency over a channel to a ministry."""

import json

import pytest

from dateline.desk import Desk, printing

SHELL = """KHARKIV, Ukraine, March 4 (Norla) - At least 21 people were killed when a shell struck \
a bus station in the town of Kharkiv on Friday, state television reported, quoting the Health \
Ministry.

The shell hit the station at about 9 in the morning, when many were on their way to work. Rescue \
workers were still searching the ruins in the afternoon.
"""
WIRE = (
    ("norla-1", "Norla", 12, SHELL),
    ("tribune-1", "The Coast Tribune", 13, SHELL.replace("still searching", "searching")),
    ("alba-1", "Alba", 14, "KIEV, March 4 (Alba) - At least 21 people were killed by a shell at a "
     "bus station in Kharkiv on Friday, the Norla news agency reported, citing the Health Ministry."
     ),
    ("vesta-1", "Vesta", 15, "KIEV, March 4 (Vesta) - The shelling of the bus station in Kharkiv "
     "on Friday killed at least 21 people, the Health Ministry said in a statement."),
    ("vesta-2", "Vesta", 16, "KHARKIV, March 4 (Vesta) - At least 21 people were killed at the bus "
     "station in Kharkiv on Friday, the regional governor, Oleg Sinko, told reporters."),
)  # fmt: skip
FRENCH = ("sud-1", "Agence Sud", 17, "KIEV, 4 mars (Agence Sud) - Au moins 21 personnes ont été "
          "tuées vendredi par un obus à la gare routière de Kharkiv, a annoncé le ministère de la "
          "Santé, cité par la télévision d'Etat.")  # fmt: skip


def toll(tmp_path, wire):
    rows = [
        {"doc": doc, "agency": agency, "issued": f"2022-03-04T{hour}:00:00Z", "text": text}
        for doc, agency, hour, text in wire
    ]
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    with Desk() as desk:
        desk.ingest([str(path)])
        found = [c for c in desk.claims() if c.kind == "figure" and c.about.measure == "killed"]
    assert len(found) == 1
    return found[0]


def test_two_origins_in_five_dispatches_with_their_chain(tmp_path):
    found = printing.claim(toll(tmp_path, WIRE))
    assert "2 origins in 5 dispatches" in found
    assert 'Norla <- state television <- Health Ministry: "At least 21 people"' in found
    assert "Alba <- Norla news agency <- Health Ministry" in found


@pytest.mark.parametrize("last", [("norla-2", "Norla", 17, SHELL), FRENCH], ids=lambda one: one[0])
def test_neither_a_repeat_nor_a_translation_is_an_origin(tmp_path, last):
    found = toll(tmp_path, (*WIRE, last))
    assert (found.origins, found.dispatches) == (2, 6)


def test_whom_an_outlet_cites_is_no_claim(tmp_path):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"doc": "norla-1", "agency": "Norla", "text": SHELL}), "utf-8")
    with Desk() as desk:
        desk.ingest([str(path)])
        said = [a.text for c in desk.claims() for a in c.assertions if c.kind == "statement"]
    assert said and "the Health Ministry" not in said


def test_a_listing_fits_its_columns_and_tells_nothing_twice(tmp_path):
    path = tmp_path / "wire.jsonl"
    rows = [{"doc": doc, "agency": agency, "text": text} for doc, agency, _, text in WIRE]
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    with Desk() as desk:
        desk.ingest([str(path)])
        told = list(printing.listing(desk.claims()))
    assert max(len(row) for one in told for row in one.split("\n")) <= 100
    alone = [one for one in told if "(vesta-2)" in one and one.startswith("SINGLE-SOURCE")]
    assert told and not alone  # the event is the statement's, which others support
