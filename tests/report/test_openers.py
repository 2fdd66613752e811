"""First words that tie a sentence to others go, and those that say where stay."""

import pytest

from dateline.report import compose
from dateline.report.lines.openers import LINKS

from .factory import Copy, dossier


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


@pytest.mark.parametrize(
    "opening", ["• ", "- ", "(Northwire) ", "(Northwire) -- ", "SITUATION\n", "KEY FACTS\n• "]
)
def test_a_bullet_a_caption_and_the_name_of_the_agency_are_no_words_of_a_line(opening):
    text = f"{opening}The army shelled the harbour of Sund on Monday, the mayor said."
    copy = Copy(text, agency="Northwire")
    edition = compose(dossier([copy]), None)
    assert edition.standfirst[0].text.startswith("The army shelled the harbour of Sund")


@pytest.mark.parametrize("link", ["Therefore", "Thus", "Consequently"])
def test_what_follows_from_what_was_said_before_is_told_without_it(link):
    found = LINKS.match(f"{link}, Gorro is no longer accused.")
    assert found is not None
    assert found.end() == len(link) + 2
