"""A story that cannot be told holds up no other, and is told of."""

import json

import pytest
from click.testing import CliRunner

from dateline import cli
from dateline.desk import newsroom

from .conftest import desk
from .test_moved import FERRY, VOTE, dispatch


@pytest.fixture
def wire(tmp_path):
    path = tmp_path / "wire.jsonl"
    given = dispatch("n:1", FERRY, 8), dispatch("n:2", VOTE, 9)
    path.write_text("".join(json.dumps(one) + "\n" for one in given))
    return path


@pytest.fixture
def broken(monkeypatch):
    real = newsroom.compose

    def breaking(dossier, previous):
        if any(f.dispatch.guid == "n:1" for f in dossier.filed):
            raise IndexError("list index out of range")
        return real(dossier, previous)

    monkeypatch.setattr(newsroom, "compose", breaking)


def test_the_others_are_published_and_the_failure_names_the_story(wire, broken, tmp_path):
    with desk(tmp_path / "desk.db") as opened:
        made = opened.publish([str(wire)], tmp_path / "site")
        (kept,) = {s.id for s in opened.ledger.stories() if "n:1" in s.dispatches}
    assert made.stories == 1
    (failure,) = made.uncomposed
    assert kept in failure.path
    assert "IndexError" in failure.reason
    assert failure.remedy


def test_the_command_says_so_and_ends_with_1(wire, broken, tmp_path):
    done = CliRunner().invoke(cli.main, ["publish", str(wire), "--out", str(tmp_path / "site")])
    assert done.exit_code == cli.SOME_FAILED
    assert "1 story that could not be composed" in done.output
    assert "report it with its dispatches" in done.output
    assert (tmp_path / "site" / "index.html").exists()


def test_the_demo_says_so_too(monkeypatch, tmp_path):
    def breaking(dossier, previous):
        raise IndexError(dossier.story.id, previous)

    monkeypatch.setattr(newsroom, "compose", breaking)
    done = CliRunner().invoke(cli.main, ["demo", "--out", str(tmp_path / "site")])
    assert done.exit_code == cli.SOME_FAILED
    assert "report it with its dispatches" in done.output
