"""The specimen, published: what is mangled in it comes out nowhere."""

from datetime import datetime

import pytest

from .conftest import desk, words_of

ISSUED = datetime.fromisoformat("2022-03-02T23:30+01:00")
MANGLED = ("once morest", "Leave a Rep", "unprecedented economics", "published automatically")


@pytest.mark.data
def test_no_file_holds_mangled_words_or_furniture(specimen, tmp_path):
    site = tmp_path / "site"
    with desk(tmp_path / "desk.db") as open_desk:
        made = open_desk.publish([str(specimen)], site, issued=ISSUED)
    assert made.stories == 1
    assert made.lines > 15
    for path, data in words_of(site).items():
        # edition.json ends with the list of what was kept out, which says why
        shown = data.split(b'"refused"')[0] if path.endswith("edition.json") else data
        for words in MANGLED:
            assert words.encode() not in shown, f"{words!r} in {path}"


@pytest.mark.data
def test_the_day_of_the_raids_before_is_not_the_day_of_the_four_killed(specimen, tmp_path):
    with desk(tmp_path / "desk.db") as open_desk:
        open_desk.ingest([str(specimen)], issued=ISSUED)
        found = {a.text: c.about.when for c in open_desk.claims() for a in c.assertions}
    assert found["at least 21 people"] == "2022-03-01"
    assert found["At least four people"] != "2022-03-01"


@pytest.mark.data
def test_rival_tolls_of_a_report_without_a_date_are_a_dispute(specimen, tmp_path):
    with desk(tmp_path / "desk.db") as open_desk:
        made = open_desk.publish([str(specimen)], tmp_path / "site")
    assert made.disputes == 1
