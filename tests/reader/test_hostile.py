"""Hostile text: read without a crash or a hang, in time that goes with its length."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.reader import pipeline
from dateline.reader.view import view
from dateline.records import Dispatch, Reading
from tests.timing import cpu_seconds

UNITS_MOST, SMALL = 500, 3_000  # of a short text, in units and characters
TIMES = 4  # how much longer the long text is
SLACK = 2.0  # a quadratic step that takes a third of the short time fails
UNITS = {
    "killed": "killed ",
    "killed, with commas": "killed, wounded, ",
    "statements in statements": "Ana said that ",
    "counts": "5 killed and ",
    "brackets": "[",
    "brackets closed": "()",
    "quotation marks": '" “ ',
    "digits": "1",
    "numbers": "1,000 ",
    "bidi marks": "\u202e\u2066a\u2069",
    "emoji": "😀",
    "capitals": "THE ARMY KILLED ",
    "towns": "Paris, Texas, ",
    "dates": "Monday 3 May ",
    "line feeds": "a\n",
    "paragraphs": "killed.\n\n",
    "combining marks": "e\u0301\u0301",
}
ODD = ("", " ", "\n\n", "[", "1" * 1000, "\u202e", "😀", "\ufeff", "\x00")
MORE = ("said ", '"', "the army ", ".", "\n\n", " -- ", "(AFP) ")


def dispatch(text: str) -> Dispatch:
    return Dispatch(guid="hostile", text=text, language="en")


def read(text: str) -> None:
    (made,) = pipeline.read([dispatch(text)])
    assert isinstance(made, Reading), made


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read(text):
    read(text)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_time_goes_with_length(unit):
    short = (unit * UNITS_MOST)[:SMALL]
    read(short)
    one, many = cpu_seconds(lambda: read(short)), cpu_seconds(lambda: read(short * TIMES))
    assert many < one * TIMES * SLACK + 0.2


def test_the_model_is_spared_endless_rows_of_marks():
    seen = view(dispatch(f"Ana {'[ ]' * 1000}\nsaid {'-' * 50} no.")).text
    assert seen == f"Ana {' ' * 3000}\nsaid {'-' * 50} no."


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*UNITS.values(), *MORE]), max_size=60))
def test_any_mixture_is_read(pieces):
    read("".join(pieces))
