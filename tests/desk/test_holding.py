"""``dateline claims --control`` on the sample wire: Kherson, as in the specimen."""

import json

from click.testing import CliRunner

from dateline.cli import main

from .conftest import Newsroom


def run(newsroom, *arguments):
    result = CliRunner().invoke(main, ["claims", "--db", str(newsroom.db), *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def kherson(newsroom, *arguments):
    rows = map(json.loads, run(newsroom, "--control", "--json", *arguments).splitlines())
    (found,) = [row for row in rows if row["place"] == "Kherson"]
    return found


def test_control_of_kherson_is_claimed_and_uncertain(newsroom: Newsroom):
    found = kherson(newsroom)
    assert found["state"] == "uncertain"
    assert found["holder"] == "the Russian army"
    assert "remained uncertain" in found["words"]
    assert found["history"][-1]["state"] == found["state"]
    assert {"at", "by", "assertion", "text", "rival"} <= found.keys()


def test_control_for_people(newsroom: Newsroom):
    told = run(newsroom, "--control")
    assert "Kherson: uncertain, claimed by the Russian army (2022-03-02 16:" in told
    assert 'left open: "' in told


def test_claims_tell_their_history(newsroom: Newsroom):
    claims = [json.loads(line) for line in run(newsroom, "--json").splitlines()]
    assert any(c["status"] == "uncertain" for c in claims)
    assert all(c["history"][-1]["status"] == c["status"] for c in claims)
    assert "  was single-source from " in run(newsroom)
