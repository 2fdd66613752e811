"""Golden pairs for time expressions, and what must hold of any text."""

import json
from collections import deque
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reader.pipeline import read
from dateline.reader.times.grammar import grammar
from dateline.reader.times.interval import stretch
from dateline.reader.times.tokens import TOKEN, token
from dateline.records import DatelineHead, Dispatch, Reading, Span, When
from tests.reader.pages import dispatch, reading
from tests.timing import cpu_seconds

DATA = Path(__file__).parent.parent / "data" / "reader"


def _rows(language: str) -> list[tuple[str, ...]]:
    lines = (DATA / f"dates_{language}.tsv").read_text(encoding="utf-8").splitlines()
    return [(language, *line.split("\t")) for line in lines if line and line[0] != "#"]


def _time(text: str) -> datetime | None:
    return None if text == "-" else datetime.fromisoformat(text)


@pytest.fixture(scope="module")
def read_once() -> dict[tuple[str, str, str], tuple[When, ...]]:
    """All golden sentences in one batch a language."""
    rows = {(lang, issued, text) for lang in ("en", "fr") for _, issued, text, *_ in _rows(lang)}
    keys = sorted(rows)
    made = [dispatch(text, None if at == "-" else at, lang) for lang, at, text in keys]
    readings = list(read(made))
    assert all(isinstance(r, Reading) for r in readings)
    return {k: r.dates for k, r in zip(keys, readings, strict=True) if isinstance(r, Reading)}


@pytest.mark.parametrize("row", _rows("en") + _rows("fr"), ids=lambda row: f"{row[3]}|{row[1]}")
def test_golden_pairs(
    row: tuple[str, ...], read_once: dict[tuple[str, str, str], tuple[When, ...]]
) -> None:
    language, issued, text, expression, value, start, end, precision = row
    found = {w.text: w for w in read_once[language, issued, text]}
    assert expression in found
    when = found[expression]
    assert (when.value, when.start, when.end, when.precision) == (
        value, _time(start), _time(end), precision,
    )  # fmt: skip


def test_dateline_outranks_issue() -> None:
    text = "PORTO NOVO, 9 Jan (XPA) - The ferry sank yesterday."
    head = DatelineHead(Span(0, 28), "PORTO NOVO", datetime(1990, 1, 9).date(), "XPA")
    at = datetime.fromisoformat("1990-01-11T06:00+00:00")
    (result,) = read([Dispatch(guid="d", text=text, issued=at, dateline=head, language="en")])
    assert isinstance(result, Reading)
    assert [w.value for w in result.dates if w.text == "yesterday"] == ["1990-01-08"]


def test_issue_counts_in_its_own_zone() -> None:
    late = reading("The minister resigned today.", "2022-03-02T23:30-05:00")
    assert [w.value for w in late.dates] == ["2022-03-02"]


@pytest.mark.parametrize(
    "text",
    [
        "The army may march on the town.",
        "Some 1500 soldiers crossed the river.",
        "They will fall back and spring a trap.",
        "She lives at 1935 Orchard Street.",
        "Sun Li sat in the second row.",
        "The bill passed by 1,990 votes to 20.",
    ],
)
def test_words_that_are_no_times(text: str) -> None:
    assert reading(text).dates == ()


def test_history_leans_on_the_last_date_told() -> None:
    text = (
        "The crown passed to him in 1859. The war broke out in May 1861. In July the capital fell. "
        "The king fled in 1862. On 3 August a truce was signed; two weeks later it broke. Peace "
        "came in 1863, a new king in 1864."
    )
    values = {w.text: w.value for w in reading(text, "2009-12-19T00:00+00:00").dates}
    assert values["July"] == "1861-07"
    assert values["3 August"] == "1862-08-03"
    assert values["two weeks later"] == "1862-W33"


def test_former_is_a_time_in_history_only() -> None:
    assert reading("The former minister resigned on Monday.").dates[0].text == "Monday"


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_offsets_quote_the_text(text: str) -> None:
    for match in grammar("en").matches(text):
        start, end = match.tokens[0].start, match.tokens[-1].end
        assert 0 <= start < end <= len(text)


WORDS = [
    "3",
    "4",
    "19",
    "45",
    "1990",
    "2022",
    "March",
    "May",
    "of",
    "the",
    "a",
    "last",
    "next",
    "days",
    "weeks",
    "year",
    "years",
    "ago",
    "later",
    "Monday",
    "to",
    "-",
    ",",
    ":",
    ".",
    "BC",
    "century",
    "1980s",
    "first",
    "half",
    "hundred",
    "GMT",
    "p.m.",
    "morning",
    "every",
    "quarter",
    "B.C.",
    "overnight",
    "from",
    "0",
    "99",
    "32",
    "238.75",
    "10:75",
    "31",
    "February",
    "Christmas",
    "Eve",
    "99999999999",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=40, deadline=None)
def test_no_row_of_time_words_breaks_the_reader(words: list[str]) -> None:
    text = " ".join(words)
    for when in reading(text).dates:
        assert when.text == text[when.span.start : when.span.end]
        assert when.start is None or when.end is None or when.start <= when.end


@given(
    st.from_regex(
        r"(BC)?\d{1,4}(-(\d\d|W\d\d|Q\d|H\d|SU|XX)(-\d\d(T(MO|NI|\d\d:\d\d))?)?)?", fullmatch=True
    )
)
@settings(deadline=None)
def test_any_value_has_a_stretch(value: str) -> None:
    covered = stretch(value)
    assert covered.start is None or covered.end is None or covered.start <= covered.end


def _seconds(text: str) -> float:
    """What the grammar takes for a text."""
    rules = grammar("en")
    return cpu_seconds(lambda: deque(rules.matches(text), maxlen=0))


@pytest.mark.parametrize("piece", ["(", "7", "1990 ", "the ", "3 to ", "Monday, ", "- ", "early "])
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    small = _seconds(piece * 4_000)
    large = _seconds(piece * 16_000)
    assert large < 12 * small + 0.05


@pytest.mark.data
def test_specimen(specimen: Path) -> None:
    rows = json.loads((DATA / "specimen.json").read_text(encoding="utf-8"))["dates"]
    found = reading(specimen.read_text(encoding="utf-8")).dates
    assert [[w.span.start, w.span.end, w.value] for w in found] == rows


def test_news_that_tells_history_stays_news() -> None:
    text = (
        "The poet died on Monday. He was born in 1921, fled in 1938, came back in 1946, was "
        "honoured in 1971 and in 1984, and fell silent in 1990. He will be buried on Friday."
    )
    values = {w.text: w.value for w in reading(text).dates}
    assert (values["Monday"], values["Friday"]) == ("2022-02-28", "2022-03-04")


BITS = ("Jan.", "sept.", "Pa.", "a.", "p.", "m.", "B.", "C.", "E.", "BC", "CE", "3", "1,5", "1500",
        "h", "h30", "hours", "Z", "1st", "1980s", "March", "the", "é", "5p.", "\n", ".", "_", "’",
        " ")  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(BITS), st.sampled_from(("", " ", "  ", "\n"))), max_size=9)
)
def test_tokens_are_the_same_when_spaces_cut_the_text_first(parts: list[tuple[str, str]]):
    text = "".join(part for pair in parts for part in pair)
    coder, whole = grammar("en").coder, [token(found) for found in TOKEN.finditer(text)]
    for _ in range(2):  # the second time most pieces are remembered
        row = coder.row(text)
        assert len(row.coded) == len(whole)
        for n, one in enumerate(whole):
            assert row.tokens(n, n + 1) == (one,)
            alone = coder.row(text[one.start : one.end] + " ")
            if one.shape in ("word", "mark", "break"):
                assert row.coded[n] == alone.coded
