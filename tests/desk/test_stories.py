"""Do dispatches come together as an editor would have them? On two wires of our own.

``three_stories``: a war of many fronts, an earthquake and an election in one country, with
dispatches that belong to two of them, a round-up of all three, and two in French.
``many_countries``: a week of the world's wire, two wars and an election among it. No constant was
chosen on the second one.
"""

import json
from pathlib import Path

import pytest

from dateline.desk import Desk
from tests.ledger.bcubed import bcubed

WIRES = Path(__file__).parent.parent / "data" / "ledger"


def labels(name):
    rows = map(json.loads, (WIRES / name).read_text("utf-8").splitlines())
    return {row["doc"]: set(row["stories"]) for row in rows}


@pytest.fixture(scope="module", params=["three_stories.jsonl", "many_countries.jsonl"])
def wire(request):
    with Desk() as desk:
        desk.ingest([str(WIRES / request.param)])
        story = {guid: s.id for s in desk.ledger.stories() for guid in s.dispatches}
    return request.param, story, labels(request.param)


def test_unlike_dispatches_are_never_joined(wire):
    _, story, label = wire
    told: dict[str, set[str]] = {}
    for guid, about in label.items():
        if len(about) == 1:
            told.setdefault(story[guid], set()).update(about)
    assert all(len(about) == 1 for about in told.values()), told
    for guid, about in label.items():
        assert told.get(story[guid], about) & about, guid


def test_like_dispatches_come_together(wire):
    name, story, label = wire
    own = {guid: next(iter(about)) for guid, about in label.items() if len(about) == 1}
    true = {guid: {other for other in own if own[other] == own[guid]} for guid in own}
    floor = {"three_stories.jsonl": 0.80, "many_countries.jsonl": 0.97}[name]
    assert bcubed(story, true)[2] >= floor


def test_dispatches_that_come_days_late_find_their_story(tmp_path):
    rows = [json.loads(x) for x in (WIRES / "three_stories.jsonl").read_text("utf-8").splitlines()]
    late = {"norla-005", "norla-006", "corvane-a8", "norla-009", "tessaro-20", "corvane-b1"}
    with Desk() as desk:
        for name, some in (("first", set(labels("three_stories.jsonl")) - late), ("late", late)):
            path = tmp_path / f"{name}.jsonl"
            path.write_text("".join(json.dumps(r) + "\n" for r in rows if r["doc"] in some))
            desk.ingest([str(path)])
        story = {guid: s.id for s in desk.ledger.stories() for guid in s.dispatches}
    for guid, other in (("norla-005", "norla-004"), ("norla-006", "norla-004"),
                        ("corvane-b1", "norla-004"), ("corvane-a8", "tessaro-17"),
                        ("norla-009", "tessaro-17"), ("tessaro-20", "norla-011")):  # fmt: skip
        assert story[guid] == story[other], guid


def test_a_dispatch_in_french_finds_its_story(wire):
    name, story, label = wire
    if name == "three_stories.jsonl":
        assert story["corvane-a5"] == story["corvane-b1"] == story["norla-004"]
    else:
        assert story["corvane-103"] == story["norla-102"]
    assert len(label) == len(story)
