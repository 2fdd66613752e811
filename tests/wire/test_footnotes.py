"""What is noted under a text that was corrected is no copy, and makes it a correction."""

import pytest

from dateline.records import Dispatch
from dateline.wire import footnotes, parse

COPY = (
    "ALTHEIM (Nordlys) - The bridge fell at noon on Tuesday, the office said.\n\n"
    "It was built in 1931 and carried two lanes and a tramway to the harbour.\n\n"
    "Ferries will sail from Wednesday, the office said.\n\n"
    "Nobody was on it when it fell."
)


def read(text: str) -> Dispatch:
    (item,) = parse(text.encode(), "a.txt")
    assert isinstance(item, Dispatch)
    return item


def masked(item: Dispatch) -> list[str]:
    return [item.text[m.span.start : m.span.end] for m in item.masks if m.kind == "note"]


@pytest.mark.parametrize(
    "note",
    [
        "This article was amended on 3 March 2022 because an earlier version said 12 had died.",
        "• This article was amended on 3 March 2022. An earlier version said 12 had died.",
        "Correction, March 3: An earlier version of this story gave the wrong day.",
        "Correction: March 3, 2022. An earlier version of this article misstated the day.",
        "(This version of the story corrects the day to Tuesday in paragraph 1)",
        "(This May 2 story has been corrected to fix the day)",
        "Editor's note: This story has been corrected to say Tuesday, not Monday.",
        "An earlier version of this report said that 12 people had died.",
        "Cet article a été corrigé le 3 mars : le pont est tombé mardi et non lundi.",
        "Une version précédente de cet article indiquait que 12 personnes étaient mortes.",
    ],
)
@pytest.mark.parametrize("shape", ["{copy}\n\n{note}\n", "{note}\n\n{copy}\n"])
def test_a_note_of_correction_is_masked_and_told(note: str, shape: str) -> None:
    item = read(shape.format(copy=COPY, note=note))
    assert item.signal == "correction"
    assert item.note
    assert note[-12:-1] in item.note
    assert any(note.strip("(•) ") in one for one in (*masked(item), *_headers(item)))


def _headers(item: Dispatch) -> list[str]:
    return [item.text[m.span.start : m.span.end] for m in item.masks]


def test_an_update_is_masked_but_corrects_nothing() -> None:
    item = read(f"{COPY}\n\nThis story has been updated with quotes.\n")
    assert (item.signal, masked(item)) == ("lead", ["This story has been updated with quotes."])


@pytest.mark.parametrize(
    "text",
    [
        "The report was amended by parliament after an earlier version of the bill failed.",
        "The article of the constitution on borders was amended in 1998, the court said.",
        "Correction facilities were full, the minister said on Tuesday at the bridge.",
        "Correction: this is what shares in the harbour saw on Tuesday, after a long rally.",
    ],
)
def test_news_of_corrections_is_news(text: str) -> None:
    assert not footnotes.find(f"{COPY}\n\n{text}")[0]


def test_a_note_that_is_the_whole_text_is_read() -> None:
    note = "An earlier version of this story said that 12 people had died; it was 21."
    assert footnotes.find(note) == ((), None)
    assert not masked(read(f"Correction: bridge\n\n{note}"))
