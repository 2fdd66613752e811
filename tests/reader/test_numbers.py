import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reader.counting.numbers import Number, number_words, numbers, phrase


def one(words: str, language: str = "en") -> Number:
    found = list(numbers(phrase(words), number_words(language)))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("words", "low", "value", "high", "hedge"),
    [
        ("at least 21 people", 21, None, None, "at least"),
        ("no fewer than six people", 6, None, None, "at least"),
        ("nearly 9,000 Russian soldiers", None, 9000, None, "nearly"),
        ("almost 50 marines", None, 50, None, "nearly"),
        ("a dozen injured", None, 12, None, "about"),
        ("half a dozen vehicles", None, 6, None, "about"),
        ("some 200 soldiers", None, 200, None, "about"),
        ("more than 100 wounded", 100, None, None, "more than"),
        ("fewer than 40 votes", None, None, 40, "fewer than"),
        ("up to 40 people", None, None, 40, "up to"),
        ("no more than ten", None, None, 10, "at most"),
        ("an estimated 800 guests", None, 800, None, "estimated"),
        ("between 3 and 5 dead", 3, None, 5, "between"),
        ("20 to 30 rebels", 20, None, 30, "between"),
        ("two or three men", 2, None, 3, "between"),
        ("hundreds if not thousands of civilians", 100, None, None, "hundreds"),
        ("dozens of people", 12, None, None, "dozens"),
        ("tens of thousands of people", 10000, None, None, "thousands"),
        ("a handful of countries", 2, None, None, "a handful"),
        ("15 or more", 15, None, None, "at least"),
        ("498 of its soldiers", 498, 498, 498, "exact"),
        ("one hundred and five guests", 105, 105, 105, "exact"),
        ("twenty - one guests", 21, 21, 21, "exact"),
        ("thirtythree seamen", 33, 33, 33, "exact"),
        ("1.5 million barrels", 1.5e6, 1.5e6, 1.5e6, "exact"),
        ("four hundred thousand", 400000, 400000, 400000, "exact"),
    ],
)
def test_bounds_are_no_tighter_than_the_words(words, low, value, high, hedge):
    found = one(words)
    assert (found.low, found.value, found.high, found.hedge) == (low, value, high, hedge)


@pytest.mark.parametrize(
    ("words", "low", "value", "hedge"),
    [
        ("au moins 21 personnes", 21, None, "at least"),
        ("près de 9.000 soldats", None, 9000, "nearly"),
        ("1 597 autres", 1597, 1597, "exact"),
        ("une trentaine de blessés", None, 30, "about"),
        ("plus de cent blessés", 100, None, "more than"),
        ("des dizaines de personnes", 10, None, "dozens"),
    ],
)
def test_french_numbers(words, low, value, hedge):
    found = one(words, "fr")
    assert (found.low, found.value, found.hedge) == (low, value, hedge)


def test_the_two_ends_of_a_revision_are_two_numbers():
    found = list(numbers(phrase("from 12 to 15"), number_words("en")))
    assert [n.value for n in found] == [12, 15]


def test_a_number_too_long_to_be_one_is_left_alone():
    assert not list(numbers(["9" * 100_000], number_words("en")))


PIECES = "at least more than 3 five , hundred of and - to 1,000 x"


@given(st.lists(st.sampled_from(PIECES.split())))
def test_numbers_never_overlap_and_stay_inside(texts):
    at = 0
    for found in numbers(texts, number_words("en")):
        assert at <= found.start <= found.first < found.end <= len(texts)
        at = found.end


@given(st.integers(min_value=0, max_value=999_999_999))
def test_digits_with_commas_are_read_back(n):
    assert one(f"{n:,}").value == n
