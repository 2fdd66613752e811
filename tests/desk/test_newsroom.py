"""The sample wire, from files to a site: everything it was written to show does its work."""

import json
import re
import shutil

import pytest

from dateline.desk import Desk
from dateline.records import Failure

from .conftest import desk, words_of

KILLED = ("Dobrolysk", "Welykomyr", "Hlushvets", "CORV-0301-03")
EMBARGOED = ("Quillon", "Tollefjord", "Kessenmark", "Skarrholm", "Thorolund")


def editions(newsroom):
    return [json.loads(p.read_text()) for p in sorted(newsroom.site.glob("*/edition.json"))]


def every(value, key):
    """All values under a key, however deep."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key:
                yield inner
            yield from every(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from every(inner, key)


def test_nothing_failed_and_something_was_published(newsroom):
    assert newsroom.made.failures == 0
    assert newsroom.made.stories >= 1
    assert newsroom.made.lines >= 25


def test_every_citation_equals_the_stored_words(newsroom, wire):
    texts = {}
    for result in Desk.read([str(wire)]):
        assert not isinstance(result, Failure)
        texts[result[0].guid, result[0].version] = result[0].text
    count = 0
    for edition in editions(newsroom):
        for citations in every(edition, "citations"):
            assert citations, "a line without a citation"
            for cited in citations:
                text = texts[cited["dispatch"], cited["version"]]
                assert text[cited["start"] : cited["end"]] == cited["text"]
                count += 1
    assert count > 100


@pytest.mark.parametrize("words", KILLED + EMBARGOED)
def test_killed_and_embargoed_words_are_in_no_file(newsroom, words):
    for path, data in words_of(newsroom.site).items():
        assert words.encode() not in data, f"killed words found in {path}"
        assert words not in path


def test_the_rival_tolls_stand_side_by_side(newsroom):
    disputes = [d for e in editions(newsroom) for d in e["disputes"]]
    lines = [d["text"] for d in disputes]
    assert any("498" in text and "9,000" in text for text in lines), lines
    both = next(t for t in lines if "498" in t and "9,000" in t)
    assert re.search("not been verified|cannot be verified|unverified|been verified", both)


def test_the_corrected_toll_is_noted_and_the_slip_is_no_longer_told(newsroom):
    (notice,) = [
        c for e in editions(newsroom) for c in e["corrections"] if c["kind"] == "correction"
    ]
    assert "21" in notice["text"]
    told = [f["words"] for e in editions(newsroom) for f in e["figures"]]
    assert not any(re.search(r"\b12\b", words) for words in told)
    assert any("21" in words for words in told)


def test_a_kill_notice_does_not_repeat_what_was_killed(newsroom):
    kills = [c for e in editions(newsroom) for c in e["corrections"] if c["kind"] == "kill"]
    for notice in kills:
        assert not any(word in json.dumps(notice) for word in KILLED)


def test_the_agenda_has_what_is_to_come(newsroom):
    agenda = [a for e in editions(newsroom) for a in e["agenda"]]
    days = {a["from"][:10] for a in agenda if a["from"]}
    assert {"2022-03-03", "2022-03-04", "2022-03-12"} <= days


def test_a_repeat_corroborates_nothing(newsroom):
    with desk(newsroom.db) as open_desk:
        claims = open_desk.claims()
    said = {(a.guid, a.origin) for claim in claims for a in claim.assertions}
    repeated = {origin for guid, origin in said if guid == "TESS-0302-16"}
    assert repeated
    assert repeated <= {origin for guid, origin in said if guid == "TESS-0302-14"}


def test_publishing_the_same_again_changes_no_byte(newsroom, wire, tmp_path):
    db, site = tmp_path / "desk.db", tmp_path / "site"
    shutil.copy(newsroom.db, db)
    shutil.copytree(newsroom.site, site)
    before = words_of(site)
    with desk(db) as open_desk:
        claims = open_desk.claims()
        made = open_desk.demo(site)
        assert made.files_written == 0
        assert open_desk.claims() == claims
    assert words_of(site) == before


def test_the_ledger_is_sound(newsroom):
    with desk(newsroom.db) as open_desk:
        assert open_desk.ledger.verify() == ()


def test_a_kill_reaches_what_was_published_before_it(wire, tmp_path):
    """Publish with the kill missing, then let it arrive: no file keeps a word, archive included."""
    early, late = tmp_path / "early", tmp_path / "late"
    for folder in (early, late):
        folder.mkdir()
    for path in (wire / "corvane").glob("0301-1020-item.txt"):
        shutil.copy(path, early)
    (kill,) = (wire / "corvane").glob("*kill-advisory.txt")
    shutil.copy(kill, late)
    shutil.copy(wire / "corvane" / "0301-1540-kyiv-tower.txt", late)
    site = tmp_path / "site"
    with desk(tmp_path / "desk.db") as open_desk:
        open_desk.publish([str(early)], site)
        assert any(b"Dobrolysk" in data for data in words_of(site).values())
        open_desk.publish([str(early), str(late)], site)
    for path, data in words_of(site).items():
        for words in KILLED:
            assert words.encode() not in data, f"killed words found in {path}"


def test_one_bad_file_stops_nothing(wire, tmp_path):
    folder = tmp_path / "wire"
    folder.mkdir()
    shutil.copy(wire / "corvane" / "0301-1540-kyiv-tower.txt", folder)
    (folder / "bad.xml").write_bytes(b"<?xml version='1.0'?><newsItem><broken")
    (folder / "empty.txt").write_bytes(b"")
    with desk(tmp_path / "desk.db") as open_desk:
        made = open_desk.publish([str(folder)], tmp_path / "site")
        failed = open_desk.ledger.failures()
    assert made.stories == 1
    assert made.failures == len(failed) >= 1
    assert all(f.reason and f.remedy for f in failed)
    assert any(f.path.endswith("bad.xml") for f in failed)
