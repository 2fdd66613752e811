"""Notes to editors that say which words of an earlier dispatch are to be read otherwise."""

import pytest

from dateline.records import Reference
from dateline.wire.emendations import find

from .test_notices import read as plain

HEAD = "Slug: VARNA-BLAST\nNumber: NRL0415\nSent: 2026-03-03 10:20 GMT\n\n"


@pytest.mark.parametrize(
    "note",
    [
        "CORRECTION\nAttention editors: in NRL0411 (VARNA-BLAST), in first paragraph, please read "
        "12 people killed instead of 21.",
        'CORRECTION - In VARNA-BLAST, in para 2 read "104 people" instead of "140 people".',
        "CORRECTION\nVARNA-BLAST: In para 1, read 85 (sted 58).",
        "RECTIFICATIF\nDans la dépêche NRL0411 (VARNA-BLAST), prière de lire au premier paragraphe "
        "12 morts au lieu de 21.",
        "Rectificatif: dans VARNA-BLAST, lire bien 12 morts (et non 21).",
        "BIEN LIRE\nVARNA-BLAST. Bien lire dans le premier paragraphe : 12 morts, et non 21.",
        "Editors: in VARNA-BLAST, please read 12 killed instead of 21.",
    ],
)
def test_a_note_is_a_correction_of_what_it_names_and_no_copy(note):
    item = plain(HEAD + note + "\n")
    assert item.signal == "correction"
    assert {one.slug for one in item.objects} == {"VARNA-BLAST"}
    assert {one.headline for one in item.objects} == {None}
    assert {one.number for one in item.objects} <= {None, "NRL0411"}
    start = item.text.index(note.split("\n")[-1])
    masked = [m for m in item.masks if m.span.start <= start < m.span.end]
    assert masked


def test_its_own_number_is_not_what_it_corrects():
    item = plain(HEAD + "CORRECTION\nIn NRL0411, please read 12 killed instead of 21.\n")
    assert Reference(number="NRL0411", slug="VARNA-BLAST") in item.objects


@pytest.mark.parametrize(
    "text",
    [
        "VARNA, March 3 (Norla) - The sign should read Stop, not Go, the mayor said.",
        "VARNA, 3 mars (Norla) - Les élèves vont lire un livre au lieu de jouer, a dit le maire.",
        "The minister was to read a speech instead of answering. Members of VARNA-CLUB left.\n"
        "They came back at noon, and the sitting went on until the evening with no vote at all.",
    ],
)
def test_news_of_reading_is_news(text):
    assert plain(text + "\n").signal == "lead"


def test_the_lines_are_found_and_no_others():
    text = "CORRECTION\nIn para 1 read 12 instead of 21.\nThe rest stands."
    (span,) = find(text)
    assert text[span.start : span.end] == "In para 1 read 12 instead of 21."
