"""First words that tie a sentence to others go, and those that say where stay."""

import pytest

from dateline.report.lines.openers import LINKS


@pytest.mark.parametrize(
    "text",
    [
        "On the diplomatic front, Orlo said it was ready to talk.",
        "On the economic front, prices soared.",
        "Meanwhile, Orlo said it was ready to talk.",
    ],
)
def test_what_only_ties_goes(text: str) -> None:
    found = LINKS.match(text)
    assert found is not None
    assert text[found.end() :].startswith(("Orlo", "prices"))


@pytest.mark.parametrize(
    "text", ["On the eastern front, four men died.", "On the Kelm front, shells fell."]
)
def test_a_front_that_is_a_place_stays(text: str) -> None:
    assert LINKS.match(text) is None
