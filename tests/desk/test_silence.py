"""``dateline silence`` on the sample wire."""

import json

from click.testing import CliRunner

from dateline.cli import main

from .conftest import Newsroom


def run(*arguments):
    result = CliRunner().invoke(main, ["silence", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_help_shows_an_example():
    assert "Example: dateline silence" in run("--help")


def test_the_note_names_who_alone_says_so(newsroom: Newsroom):
    note = run("--db", str(newsroom.db))
    assert "  Rests on one origin\n" in note
    rows = map(json.loads, run("--db", str(newsroom.db), "--json").splitlines())
    told = [row["text"] for row in rows if row["kind"] == "one origin"]
    assert any(t.startswith("The Russian army holds Kherson: the Russian army") for t in told)


def test_plans_are_asked_after_when_their_time_is_past(newsroom: Newsroom):
    later = run("--db", str(newsroom.db), "--as-of", "2022-03-20T12:00Z", "--json")
    rows = [json.loads(line) for line in later.splitlines()]
    past = [row for row in rows if row["kind"] == "plan past"]
    assert any("Swift" in row["text"] for row in past), past
    assert {"kind", "story", "text", "by", "since", "dispatches"} == rows[0].keys()


def test_nothing_that_was_killed_is_told(newsroom: Newsroom):
    for moment in ("2022-03-01T14:00Z", "2022-03-20T12:00Z"):
        assert "grain" not in run("--db", str(newsroom.db), "--as-of", moment).casefold()
