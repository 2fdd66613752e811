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


@pytest.mark.parametrize(
    "text",
    [
        "In item VARNA-7, third paragraph, please read 12 instead of 15",
        "CORRECTION: the number of dead was 12, not 15.",
        "CORRECTION - Varna blast: 12 killed (not 15 as previously reported).",
        "CORRECTION: An earlier dispatch said 15 people were killed. It should have said 12.",
        "Correction to item norla:7: the toll is 12 dead instead of 15.",
        "Please correct the toll in para 3 from 15 to 12.",
        "Editors: In 3rd graf of norla:7, make it 12 killed, not 15.",
        "RECTIFICATIF - Bien lire au 3e paragraphe: 12 morts, et non 15.",
        "RECTIFICATIF : Le bilan est de 12 morts et non de 15 comme indiqué par erreur.",
    ],
)
def test_a_note_without_header_lines_is_a_correction(text):
    assert plain(text + "\n").signal == "correction"


@pytest.mark.parametrize(
    "text",
    [
        "Officials said they would make it illegal, not cheaper, from March on.",
        "It should have been a day of joy, the mayor of Varna said.",
        "Corrections officers number 30, not 40, their union said on Tuesday.",
        "Les élèves de Varna ont lu 12 livres et non 15, a dit le maire.",
    ],
)
def test_short_news_is_no_correction(text):
    assert plain(text + "\n").signal == "lead"


def test_copy_that_goes_on_in_the_line_of_a_note_is_read():
    note = "CORRECTION: In the first paragraph please read 12 instead of 15."
    copy = "A blast at a factory near Varna killed 12 people and injured 20 on Tuesday, it said."
    item = plain(f"{note} {copy}\n")
    start = item.text.index("A blast")
    assert not any(m.span.end > start for m in item.masks)
    assert any(m.span.start == 0 for m in item.masks)
