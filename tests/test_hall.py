"""The hall: frozen, slotted records and an error tree whose every leaf has words."""

import dataclasses
import inspect

import pytest

from dateline import errors, records
from dateline.records import Dispatch, Span


@pytest.mark.parametrize("name", records.__all__)
def test_every_record_is_frozen_and_slotted(name):
    record = getattr(records, name)
    assert record.__dataclass_params__.frozen
    assert "__slots__" in record.__dict__
    assert record.__doc__


def test_a_record_cannot_be_changed():
    dispatch = Dispatch(guid="a", text="b")
    with pytest.raises(dataclasses.FrozenInstanceError):
        dispatch.text = "c"  # type: ignore[misc]  # that is the point


def test_every_error_is_in_the_tree_and_says_what_to_do():
    tree = [e for _, e in inspect.getmembers(errors, inspect.isclass)]
    assert all(issubclass(e, errors.DatelineError) for e in tree)
    for error in tree:
        assert error.__name__ in errors.__doc__
        assert str(error("File x is broken.", "Mend it.")) == "File x is broken. Mend it."


@pytest.mark.parametrize(
    ("a", "b", "overlaps", "contains"),
    [
        (Span(0, 5), Span(5, 9), False, False),
        (Span(0, 5), Span(4, 9), True, False),
        (Span(0, 9), Span(4, 9), True, True),
    ],
)
def test_spans_are_half_open(a, b, overlaps, contains):
    assert a.overlaps(b) is overlaps
    assert a.contains(b) is contains
