from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dateline.publish import wording
from dateline.publish.addresses import folder, urn, web_link

from .factory import OVERRIDE


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2022, 3, 2, 14, 5, tzinfo=UTC), "14:05, 2 March 2022"),
        (datetime(2022, 3, 2, tzinfo=UTC), "2 March 2022"),
        (datetime(2022, 3, 3, 0, 30, tzinfo=timezone(timedelta(hours=1))), "23:30, 2 March 2022"),
    ],
)
def test_stamp(moment: datetime, words: str):
    assert wording.stamp(moment) == words


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ((2022, 3, 3, 6), (2022, 3, 3, 12), "part-of-day", "3 March 2022, morning"),
        ((2022, 3, 1, 18), (2022, 3, 2, 6), "part-of-day", "1 March 2022, overnight"),
        ((2022, 3, 3, 9), (2022, 3, 3, 10), "hour", "09:00, 3 March 2022"),
        ((2022, 3, 12), (2022, 3, 12, 23, 59), "day", "12 March 2022"),
        ((2022, 3, 3), (2022, 3, 8, 23, 59), "range", "3–8 March 2022"),
        ((2022, 2, 28), (2022, 3, 3), "range", "28 February 2022 – 3 March 2022"),
        ((2022, 3, 1), (2022, 3, 31), "month", "March 2022"),
        ((2022, 1, 1), (2022, 12, 31), "year", "2022"),
        ((2022, 3, 12), None, "day", "12 March 2022"),
        ((2022, 3, 12), None, None, "12 March 2022"),
    ],
)
def test_period_is_as_exact_as_the_words(start, end, precision, words: str):
    last = datetime(*end) if end else None
    assert wording.period(datetime(*start), last, precision) == words


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        (("killed", "Russian soldiers", "Ukraine", "cumulative"),
         "Killed: Russian soldiers, in total, Ukraine"),
        (("injured", None, None, "incident"), "Injured"),
        (("killed", "Killed", "Zhitomir", "incident"), "Killed: Zhitomir"),
        (("killed", "RUSSIAN SOLDIERS", None, "incident"), "Killed: Russian soldiers"),
    ],
)  # fmt: skip
def test_subject(given_: tuple[str, str | None, str | None, str], words: str):
    assert wording.subject(*given_) == words


def test_short_stamp_names_the_year_only_if_it_differs():
    here = datetime(2022, 3, 2, tzinfo=UTC)
    assert wording.short_stamp(datetime(2022, 3, 1, 9, 0, tzinfo=UTC), here) == "1 Mar, 09:00"
    assert wording.short_stamp(datetime(2021, 3, 1, tzinfo=UTC), here) == "1 Mar 2021"


@given(st.text(st.characters(codec=None)))
def test_shown_text_can_be_written_as_xml_and_utf8(text: str):
    element = etree.Element("x")
    element.text = wording.shown(text)
    etree.tostring(element, encoding="UTF-8")


def test_shown_text_cannot_reorder_what_follows():
    assert wording.shown(OVERRIDE) == "safe gnp.exe"


@given(st.text(max_size=200))
def test_a_folder_is_one_safe_name(story: str):
    name = folder(story)
    assert name not in {"assets", "methods", ".", ".."}
    assert name.isascii() and "/" not in name and "\\" not in name and len(name) <= 100


def test_identifiers_do_not_run_together():
    assert urn("a", "bc") != urn("ab", "c")
    assert urn("story", "x") == urn("story", "x")


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://norla.invalid/1", True),
        ("HTTP://norla.invalid", True),
        ("javascript:alert(1)", False),
        (" https://norla.invalid", False),
        ("data:text/html,x", False),
        ("//norla.invalid", False),
        (None, False),
    ],
)
def test_only_web_links_are_offered(link: str | None, kept: bool):
    assert web_link(link) == (link if kept else None)
