import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.clean import clean, clean_text
from dateline.wire.decode import Decoded, decode

LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def check_runs(data: bytes) -> str:
    source = decode(data)
    text, runs = clean(source)
    for run in runs:
        raw = data[run.raw_start : run.raw_end].decode(source.codec)
        assert raw == text[run.text_start : run.text_start + run.length]
    return text


@given(LINES)
def test_runs_lead_back_to_the_same_bytes(text: str) -> None:
    data = text.encode()
    source = Decoded(text, "utf-8")
    cleaned, runs = clean(source)
    at = 0
    for run in runs:
        assert run.text_start >= at
        at = run.text_start + run.length
        raw = data[run.raw_start : run.raw_end].decode()
        assert raw == cleaned[run.text_start : at]


@given(LINES)
def test_cleaning_settles(text: str) -> None:
    once = clean_text(text)
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
    assert "\0" not in once


def test_encodings() -> None:
    for codec in ("utf-8-sig", "utf-16", "utf-32", "cp1252"):
        assert check_runs("Altheim: « Zoë »\r\nnext".encode(codec)) == "Altheim: « Zoë »\nnext"
    assert check_runs("NORD SAYS THIS".encode("utf-16-le")) == "NORD SAYS THIS"


def test_a_declared_encoding_counts_where_utf8_fails() -> None:
    for codec, word in (("koi8-r", "Москва"), ("iso-8859-2", "Łódź"), ("iso2022_jp", "東京")):
        page = f'<?xml version="1.0" encoding="{codec}"?><a>{word}</a>'
        assert word in check_runs(page.encode(codec))
    assert "é" in check_runs('<meta charset="no-such-codec">é'.encode("cp1252"))


def test_mojibake_is_undone_and_leaves_a_gap() -> None:
    broken = "the “staggering” cost of a café".encode().decode("cp1252", "replace")
    data = "the “staggering” cost".encode().decode("latin-1").encode()
    assert check_runs(data) == "the “staggering” cost"
    assert "staggering" in clean_text(broken)


def test_combining_accents_are_composed() -> None:
    assert check_runs("cafe\u0301 by the sea".encode()) == "café by the sea"


def test_control_characters_become_spaces_of_the_same_length() -> None:
    assert check_runs(b"\x01NORD\x02 says\x1f so") == " NORD  says  so"
