"""A story that moves fast: three agencies, two days, a number of dead that rises to 31."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.desk import Desk
from dateline.desk.newsroom import merged
from dateline.report import compose
from dateline.report.gate import check_line
from dateline.report.words import count

QUAKE = Path(__file__).parents[1] / "data/report/quake"
MOMENTS = tuple(datetime(2024, 11, day, hour, tzinfo=UTC) for day, hour in
                ((12, 7), (12, 18), (13, 7), (13, 18)))  # fmt: skip


@pytest.fixture(scope="module")
def told():
    """The dossier at the end, and the editions of the four moments, however the ledger parts it."""
    editions = []
    with Desk(":memory:") as desk:
        desk.ingest([str(QUAKE)])
        for moment in MOMENTS:
            stories = desk.ledger.stories(moment)
            dossier = merged([desk.ledger.dossier(s.id, as_of=moment, now=moment) for s in stories])
            dossier = replace(dossier, filed=tuple(sorted(dossier.filed, key=issued)))
            editions.append(compose(dossier, editions[-1] if editions else None))
    return dossier, editions


def issued(filed):
    return filed.dispatch.issued


def printed(edition):
    return [*edition.standfirst, *(line for s in edition.sections for line in s.lines)]


def texts(edition):
    return "\n".join(line.text for line in printed(edition))


def test_the_headline_and_the_first_line_give_the_newest_toll(told):
    _, editions = told
    assert editions[-1].headline.text == "North Macedonia: Search ends in Kumanovo with 31 dead"
    assert "the toll of the earthquake stood at 31" in editions[-1].standfirst[0].text


def test_an_overtaken_toll_leaves_the_report_and_stays_in_the_full_list(told):
    _, editions = told
    report, full = texts(editions[-1]), "\n".join(line.text for line in editions[-1].full)
    for words in ("rose to 21", "to 17 dead", "12 bodies", "At least four people", "35 people"):
        assert words not in report
    assert "At least four people were killed" in full


def test_a_toll_told_in_passing_goes_without_its_sentence(told):
    _, editions = told
    [line] = [one.text for one in printed(editions[-1]) if "state of emergency" in one.text]
    assert line.endswith("after an earthquake.")


def test_an_overtaken_toll_goes_from_beside_one_that_stands(told):
    _, editions = told
    assert "The earthquake in the Kumanovo region injured 214" in texts(editions[-1])


def test_what_was_expected_and_what_still_went_on_leave_the_report_with_their_time(told):
    _, editions = told
    for words in ("team is expected", "are still buried", "number of dead will rise"):
        assert words not in texts(editions[-1])


def test_what_goes_on_from_the_standfirst_stands_apart_from_other_matters(told):
    _, editions = told
    homes = [{line.text for line in s.lines} for s in editions[-1].sections]
    [owner] = [home for home in homes if any("Trajko Stamenov" in text for text in home)]
    assert any("Police arrested the owner" in line.text for line in editions[-1].standfirst)
    assert any("Prosecutors in Skopje" in text for text in owner)
    assert all("owner" in text or "Prosecutors in Skopje" in text for text in owner)


def test_a_toll_that_only_rises_is_no_dispute(told):
    _, editions = told
    assert editions[-1].disputes == ()


def test_the_change_names_both_counts_and_who_gave_them(told):
    _, editions = told
    [raised] = [c for c in editions[-1].changes if c.kind == "raised"]
    assert raised.text.startswith("Toll raised: the rescue service now says 31; ")
    assert raised.text.endswith("had said 26.")


def test_nothing_points_at_a_sentence_that_is_not_printed_before_it(told):
    _, editions = told
    lines = [line.text for line in printed(editions[-1])]
    for i, text in enumerate(lines):
        if "announced the decision" in text:
            assert "declared a state of emergency" in lines[i - 1]
        assert "its lawyer" not in text


def test_the_report_has_its_length_and_every_line_passes_the_gate(told):
    dossier, editions = told
    assert 600 <= sum(count(line.text) for line in printed(editions[-1])) <= 1200
    for line in (*printed(editions[-1]), *editions[-1].brief, editions[-1].headline):
        assert check_line(line, dossier) is None
