"""The three lengths of a report: as it stands, in 150 words, and the list of all that was said."""

from datetime import timedelta

import pytest

from dateline.report import compose
from dateline.report.gate import check_line
from dateline.report.words import count

from .corpus import story
from .factory import ISSUED, Copy, dossier

SYLLABLES = ("ka", "lo", "mer", "tis", "von", "bra", "del", "pu", "shi", "nor", "gat", "wes")


def named(i: int) -> str:
    """A name of its own for each number."""
    return "".join(SYLLABLES[(i // 12**k) % 12] for k in range(3)).title() + "a"


def flood(many: int):
    """A story of many dispatches, of which each tells of another town, mayor, bridge and camp."""
    made = []
    for i in range(many):
        town, mayor, bridge, camp = (named(i + 300 * k) for k in range(4))
        text = (
            f"The river broke the {bridge} dyke in {town}, mayor {mayor} said. "
            f"At least {i + 12} people were killed in {town} when it reached the {camp} mill, "
            f"rescuers said.\n\n"
            f"Soldiers carried families from {bridge} quarter to a camp beside {camp} on rafts."
        )
        copy = Copy(text, guid=f"northwire-{i}", issued=ISSUED + timedelta(minutes=20 * i))
        copy.place(town, 500 + i).name(mayor)
        copy.said(f"mayor {mayor}", "said", f"The river broke the {bridge} dyke in {town}")
        copy.said("rescuers", "said", f"At least {i + 12} people were killed in {town}")
        copy.figure(f"At least {i + 12} people", "killed", low=i + 12, hedge="at least",
                    population="people", by="rescuers", place=town)  # fmt: skip
        made.append(copy)
    return dossier(made)


@pytest.fixture(scope="module")
def long_story():
    on = flood(200)
    return on, compose(on, None)


def words(lines):
    return sum(count(line.text) for line in lines)


def test_two_hundred_dispatches_make_a_report_of_600_to_1200_words(long_story):
    _, edition = long_story
    printed = [*edition.standfirst, *(line for s in edition.sections for line in s.lines)]
    assert 600 <= words(printed) <= 1200


def test_the_brief_has_150_words_at_most_and_starts_with_the_standfirst(long_story):
    _, edition = long_story
    assert 75 <= words(edition.brief) <= 150
    assert edition.brief[: len(edition.standfirst)] == edition.standfirst


def test_the_full_list_goes_beyond_the_report_newest_dispatch_first(long_story):
    on, edition = long_story
    order = {f.dispatch.guid: i for i, f in enumerate(on.filed)}
    places = [(-order[c.guid], c.span.start) for line in edition.full for c in line.citations[:1]]
    assert places == sorted(places)
    assert words(edition.full) > 2000
    assert len(edition.full) <= 250


def test_brief_and_full_list_pass_the_gate():
    on = story()
    edition = compose(on, None)
    assert edition.brief
    assert {line.citations[0].span for s in edition.sections for line in s.lines} <= {
        line.citations[0].span for line in edition.full
    }
    for line in (*edition.brief, *edition.full):
        assert check_line(line, on) is None
