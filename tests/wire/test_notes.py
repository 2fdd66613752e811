import pytest

from dateline.wire import notes


@pytest.mark.parametrize(
    "inside",
    [
        "TEXT",
        "REPORT",
        "PASSAGE OMITTED",
        "AS HEARD",
        "WORDS INDISTINCT",
        "BEGIN RECORDING",
        "NUMBER AS HEARD",
        "PRECEDING WORD IN ENGLISH",
        "CONTINUED",
        "CORRECTS HIMSELF",
        "Applause",
    ],
)
def test_service_notes(inside: str) -> None:
    assert notes.is_note(inside)


@pytest.mark.parametrize(
    "inside",
    ["FNP", "NATIONAL HARBOUR FRONT", "ASTRUP", "19 APRIL MOVEMENT", "UP", "the office", ""],
)
def test_glosses_names_and_acronyms_are_text(inside: str) -> None:
    assert not notes.is_note(inside)


def test_the_chain_after_a_dateline_is_all_notes() -> None:
    text = "ALTHEIM -- [REPORT] [HARBOUR POLICE] [TEXT] THE FNP [NATIONAL HARBOUR FRONT] SAID."
    masked = [text[m.span.start : m.span.end] for m in notes.find(text, len("ALTHEIM -- "))]
    assert masked == ["[REPORT]", "[HARBOUR POLICE]", "[TEXT]"]
