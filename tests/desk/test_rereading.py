"""``dateline ledger reread``: an old ledger gets the readings, and pages, of today's reader."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from dateline.cli import main
from dateline.ledger import open_ledger
from dateline.reader import pipeline
from dateline.reader.pipeline import READER

EARLY = datetime(2022, 3, 4, 11, tzinfo=UTC)
WIRE = (
    ("alba-1", 8, "KHARKIV, March 4 (Alba) - Shelling killed 15 people in the city of Kharkiv on "
     "Thursday, the mayor, Oleg Sinko, said."),
    ("sud-1", 9, "KHARKIV, March 4 (Sud) - Shelling in the city of Kharkiv on Thursday killed "
     "three people, the army said."),
    ("sud-2", 10, "KHARKIV, March 4 (Sud) - Soldiers shot the mayor of Kharkiv, Oleg Sinko, "
     "on Friday, a neighbour said."),
)  # fmt: skip


def run(*arguments):
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def old(tmp_path):
    """A published ledger whose reader found no figures, by its path."""
    rows = [
        {"doc": doc, "agency": doc.split("-")[0].title(), "text": text,
         "issued": f"2022-03-04T{hour:02}:00:00Z"} for doc, hour, text in WIRE
    ]  # fmt: skip
    rows.append({"doc": "sud-k", "agency": "Sud", "text": "KILL sud-2",
                 "issued": "2022-03-04T10:30:00Z"})  # fmt: skip
    (tmp_path / "wire.jsonl").write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    db = str(tmp_path / "desk.db")
    assert run("ingest", str(tmp_path / "wire.jsonl"), "--db", db).exit_code == 0
    ledger = open_ledger(db)
    for one in ledger.dossier(ledger.stories()[0].id, as_of=EARLY, now=EARLY).filed:
        ledger.reread(replace(one.reading, reader="1", figures=()), at=EARLY)
    ledger.close()
    publish(tmp_path)
    return db


def publish(folder):
    made = run("publish", str(folder / "wire.jsonl"), "--db", str(folder / "desk.db"),
               "--out", str(folder / "site"))  # fmt: skip
    assert made.exit_code == 0, made.output
    return made.output


def test_an_old_ledger_read_again_has_todays_claims_and_pages(old, tmp_path):
    (page,) = (tmp_path / "site").glob("20*/edition.json")
    first = json.loads(page.read_text("utf-8"))
    assert (first["number"], first["figures"], first["disputes"]) == (1, [], [])

    done = run("ledger", "reread", "--db", old)
    assert done.exit_code == 0, done.output
    assert "2 dispatches read again, 0 could not be read" in done.output
    assert len(run("claims", "--db", old, "--disputed").output.splitlines()) > 2
    assert run("ledger", "verify", "--db", old).output == "sound\n"

    publish(tmp_path)
    then = json.loads(page.read_text("utf-8"))
    assert then["number"] == 2
    assert len(then["disputes"]) == 1
    assert "Soldiers shot" not in page.read_text("utf-8")
    assert (page.parent / "editions" / "1" / "index.html").exists()

    assert run("ledger", "reread", "--db", old).output.startswith("0 dispatches read again")
    ledger = open_ledger(old)
    assert {reader for reader, _ in ledger.readers()} == {READER}
    ledger.close()


def test_what_a_newer_program_has_read_is_left_alone(old):
    ledger = open_ledger(old)
    for one in ledger.dossier(ledger.stories()[0].id, as_of=EARLY, now=EARLY).filed:
        ledger.reread(replace(one.reading, reader=str(int(READER) + 1)), at=EARLY)
    ledger.close()
    assert "0 dispatches read again" in run("ledger", "reread", "--db", old).output


def test_a_dispatch_that_cannot_be_read_keeps_its_reading(old, monkeypatch):
    def failing(page, found):
        raise ValueError("no luck")

    monkeypatch.setattr(pipeline, "_reading", failing)
    done = run("ledger", "reread", "--db", old, "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert (told["read"], sorted(told["failed"])) == (0, ["alba-1", "sud-1"])
    assert "no luck" in done.stderr
    monkeypatch.undo()
    assert json.loads(run("ledger", "reread", "--db", old, "--json").stdout) == {
        "read": 2, "failed": [], "followed": [], "loose": [],
    }  # fmt: skip


def test_a_verdict_without_a_place_is_listed_without_words_of_the_wire(old):
    ledger = open_ledger(old)
    run("ledger", "reread", "--db", old)
    (rule,) = {j for c in ledger.claims(disputed=True) for j in c.judgements}
    ledger.close()
    assert run("overrule", rule.a, rule.b, "not comparable", "--db", old, "--by", "Ana",
               "--why", "Two shellings").exit_code == 0  # fmt: skip
    ledger = open_ledger(old)
    for one in ledger.dossier(ledger.stories()[0].id, as_of=datetime.now(UTC),
                              now=datetime.now(UTC)).filed:  # fmt: skip
        ledger.reread(replace(one.reading, figures=()), at=datetime.now(UTC))
    ledger.close()
    told = run("ledger", "reread", "--db", old).output
    assert "Judgements without a place" in told
    assert "Ana: Two shellings (" in told
    assert not re.search(r"\b15\b", told.split("Judgements")[1])  # ids hold digits of their own
