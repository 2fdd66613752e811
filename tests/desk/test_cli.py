"""The command line as a user meets it: help, exit codes, JSON Lines."""

import json

import pytest
from click.testing import CliRunner

from dateline.cli import main

COMMANDS = ("read", "publish", "ingest", "claims", "judge", "check", "demo")
TEXT = (
    "HALVEN, March 2 (Norla) - At least 21 people were killed in Halven on Tuesday, "
    "the governor, Ana Brem, said on Wednesday."
)


def run(*arguments: str, given: str | None = None):
    return CliRunner().invoke(main, list(arguments), input=given)


@pytest.fixture
def dispatches(tmp_path):
    path = tmp_path / "wire.jsonl"
    rows = [
        {"doc": "a", "text": TEXT, "issued": "2022-03-02T10:00:00+01:00", "agency": "Norla"},
        {"guid": "b", "text": "  " + TEXT + "\r\n", "extra": 1},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command):
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example: dateline {command}" in result.output


def test_read_prints_one_reading_a_line_with_verbatim_text(dispatches):
    result = run("read", str(dispatches), "--json")
    assert result.exit_code == 0, result.output
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first["dispatch"]["guid"] == "a"
    assert second["dispatch"]["text"] == "  " + TEXT + "\r\n"
    for row in (first, second):
        text = row["dispatch"]["text"]
        for kind in ("statements", "figures", "places", "dates", "events"):
            for found in row[kind]:
                assert text[found["start"] : found["end"]] == found["text"]
    (toll,) = [f for f in first["figures"] if f["measure"] == "killed"]
    assert (toll["low"], toll["high"], toll["value"]) == (21, None, None)
    assert toll["hedge"] == "at least"
    assert first["statements"][0]["source_name"] == "Ana Brem"


@pytest.mark.parametrize("command", ["read", "judge"])
def test_a_text_that_does_not_say_when_it_was_sent_asks_for_the_time(command, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Two men were killed in Kharkiv on Tuesday, the mayor said.\n")
    assert "--issued" in run(command, str(path)).stderr
    assert run(command, str(path), "--issued", "2022-03-02T10:00:00+01:00").stderr == ""


def test_read_takes_standard_input():
    result = run("read", "-", "--json", given=TEXT)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["dispatch"]["agency"] == "Norla"


def test_a_broken_input_is_told_and_the_exit_code_is_1(tmp_path):
    (tmp_path / "bad.json").write_text('{"uri": "x", "type": "text"')
    result = run("read", str(tmp_path))
    assert result.exit_code == 1
    assert "bad.json" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("publish", "x"),
        ("read", "x", "--issued", "yesterday"),
        ("nothing",),
        ("claims", "--db", "nowhere://ledger"),
    ],
)
def test_wrong_usage_is_2(arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize(
    "verb",
    [["claims"], ["stories"], ["silence"], ["actors"], ["ledger", "verify"], ["ledger", "reread"]],
)
def test_a_ledger_that_is_not_there_is_not_made_by_looking_at_it(verb, tmp_path):
    path = tmp_path / "slip.db"
    result = run(*verb, "--db", str(path))
    assert result.exit_code == 2
    assert f"There is no ledger at {path}" in " ".join(result.stderr.split())
    assert not path.exists()


def test_a_folder_that_is_not_ours_is_refused_before_anything_is_read(tmp_path, monkeypatch):
    (tmp_path / "thesis.txt").write_text("mine")
    monkeypatch.setattr("dateline.desk.desk.take_in", lambda *_, **__: pytest.fail("was read"))
    result = run("publish", "x", "--out", str(tmp_path))
    assert result.exit_code == 2
    assert "not made by Dateline" in result.stderr


def test_a_ledger_that_cannot_be_opened_is_told_without_its_password():
    result = run("claims", "--db", "postgresql://desk:hush@127.0.0.1:1/desk")
    assert result.exit_code == 2
    assert "postgresql://desk:***@127.0.0.1:1/desk cannot be opened" in result.stderr
    assert "hush" not in result.stderr
    assert "sqlalche.me" not in result.stderr


def test_ingest_claims_check_and_verify_share_a_ledger(dispatches, tmp_path):
    db = str(tmp_path / "desk.db")
    assert "2 new" in run("ingest", str(dispatches), "--db", db).stdout
    assert "0 new" in run("ingest", str(dispatches), "--db", db).stdout
    claims = [json.loads(x) for x in run("claims", "--db", db, "--json").stdout.splitlines()]
    assert any(c["about"]["measure"] == "killed" for c in claims)
    draft = tmp_path / "draft.txt"
    draft.write_text("At least 21 people were killed in Halven, the governor, Ana Brem, said.")
    assert run("check", str(draft), "--db", db).exit_code == 0
    draft.write_text("At least 35 people were killed in Halven, the governor, Ana Brem, said.")
    refused = run("check", str(draft), "--db", db, "--json")
    assert refused.exit_code == 1
    assert json.loads(refused.stdout)["rule"] == "number"
    draft.write_bytes(b"\xff\xfe\x00")
    assert run("check", str(draft), "--db", db).exit_code == 2
    assert run("ledger", "verify", "--db", db).exit_code == 0


def test_judge_gives_pairs(dispatches):
    result = run("judge", str(dispatches), "--json")
    assert result.exit_code == 0
    for line in result.stdout.splitlines():
        pair = json.loads(line)
        assert {"a", "b", "verdict", "reason", "origin"} == set(pair)
