"""Verbs of an editor, from the command line to the published site."""

import json
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.desk import Desk

KHERSON = (
    "KHERSON, March 2 (Norla) - {n} people were killed when a bomb went off in the market "
    "of Kherson on Tuesday, the {who} said on Wednesday."
)
VOTE = "BREM, March 2 (Norla) - Senators put off the pension vote until May, their speaker said."


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


def lines(*arguments):
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def db(tmp_path):
    """A ledger of two stories: a bombing with two tolls, and a vote."""
    rows = [
        {"doc": "a", "text": KHERSON.format(n=21, who="governor"), "agency": "Norla"},
        {"doc": "b", "text": KHERSON.format(n=35, who="mayor"), "agency": "Corvane"},
        {"doc": "c", "text": VOTE, "agency": "Norla"},
    ]
    for hour, row in enumerate(rows):
        row["issued"] = f"2022-03-02T1{hour}:00:00+00:00"
    (tmp_path / "wire.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    path = str(tmp_path / "desk.db")
    assert run("ingest", str(tmp_path / "wire.jsonl"), "--db", path).exit_code == 0
    return path


SIGNED = ("--by", "Ana", "--why", "One matter.")


@pytest.mark.parametrize("verb", [(), ("merge",), ("split",), ("undo",), ("history",)])
def test_help_shows_an_example(verb):
    result = run("stories", *verb, "--help")
    assert "Example: dateline stories" in result.output


def test_stories_are_listed_with_their_titles(db):
    first, second = lines("stories", "--db", db)
    assert first["dispatches"] == ["a", "b"]
    assert first["title"].startswith("21 people were killed")
    assert second["merged"] == []
    told = run("stories", "--db", db).output
    assert "2 dispatches" in told
    assert second["story"] in told


def test_merge_history_and_undo(db):
    first, second = (one["story"] for one in lines("stories", "--db", db))
    (made,) = lines("stories", "merge", first, second, "--db", db, *SIGNED)
    assert (made["story"], made["into"], made["by"]) == (second, first, "editor:Ana")
    (one,) = lines("stories", "--db", db)
    assert one["merged"] == [second]
    assert lines("stories", "history", "--db", db) == [made]
    undone = run("stories", "undo", made["id"], "--db", db, *SIGNED)
    assert "taken back: Ana" in undone.output
    assert len(lines("stories", "--db", db)) == 2


def test_split(db):
    first, _ = (one["story"] for one in lines("stories", "--db", db))
    told = run("stories", "split", first, "b", "--db", db, *SIGNED).output
    assert f"b taken out of {first} into 2022-03-02-" in told
    assert len(lines("stories", "--db", db)) == 3


def test_what_cannot_be_done_is_2_with_what_to_do(db):
    result = run("stories", "merge", "x", "y", "--db", db, *SIGNED)
    assert result.exit_code == 2
    assert "There is no story x. List them with dateline stories." in result.stderr
    assert run("stories").exit_code == 2


def test_an_editor_overrules_and_takes_it_back(db):
    disputed = lines("claims", "--db", db, "--disputed")
    (j,) = {(j["a"], j["b"]) for c in disputed for j in c["judgements"]}
    made = run("overrule", *j, "not comparable", "--db", db, "--by", "Ana", "--why", "Two bombs.")
    assert made.exit_code == 0, made.output
    assert "Ana: Two bombs." in made.output
    assert lines("claims", "--db", db, "--disputed") == []
    name = made.output.split()[0]
    assert run("overrule", name, "revert", "--db", db, *SIGNED).exit_code == 0
    assert lines("claims", "--db", db, "--disputed") == disputed


def test_a_verdict_that_is_none_is_refused(db):
    result = run("overrule", "a", "b", "false", "--db", db, *SIGNED)
    assert result.exit_code == 2
    assert "'false' is no verdict" in result.stderr


class Refresh(HTMLParser):
    """Where a page sends the reader on to, and its links."""

    def __init__(self, page):
        super().__init__()
        self.to, self.links = None, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if found.get("http-equiv") == "refresh":
            self.to = found["content"].split("url=")[1]
        if tag == "a":
            self.links.append(found.get("href"))


def test_the_address_of_a_merged_story_leads_to_the_report(db, tmp_path):
    out = tmp_path / "site"
    assert (
        run("publish", str(tmp_path / "wire.jsonl"), "--db", db, "--out", str(out)).exit_code == 0
    )
    first, second = (one["story"] for one in lines("stories", "--db", db))
    before = (out / second / "editions" / "1" / "index.html").read_text()
    with Desk(db) as desk:
        desk.ledger.merge(first, second, by="Ana", at=desk.clock.now(), why="One matter.")
        desk.publish([], out, as_of=desk.clock.now())
    page = Refresh((out / second / "index.html").read_text())
    assert page.to == f"../{first}/index.html"
    assert page.to in page.links
    assert (out / second / page.to).resolve().exists()
    assert (out / second / "editions" / "1" / "index.html").read_text() == before
    assert "pension" in (out / first / "index.html").read_text()
    assert not (out / second / "edition.json").exists()
    assert f'href="{second}/' not in (out / "index.html").read_text()


def test_speakers_are_listed_and_two_names_made_one(db):
    story = lines("stories", "--db", db)[0]["story"]
    names = {one["name"] for one in lines("actors", "--story", story, "--db", db)}
    assert {"Norla", "Corvane"} < names
    governor, mayor = (next(n for n in names if word in n) for word in ("governor", "mayor"))
    told = run("actors", "same", governor, mayor, "--db", db, "--by", "Ana")
    assert told.exit_code == 0, told.output
    assert len(lines("actors", "--story", story, "--db", db)) == len(names) - 1
    assert "; also " in run("actors", "--story", story, "--db", db).output
    run("actors", "apart", governor, "--db", db, "--by", "Ana")
    assert {one["name"] for one in lines("actors", "--story", story, "--db", db)} == names


def test_speakers_of_no_story_are_an_error_in_words(db):
    result = run("actors", "--story", "2022-01-01-000000", "--db", db)
    assert result.exit_code == 2
    assert "There is no story" in result.output
    assert run("actors", "--db", db).exit_code == 2
