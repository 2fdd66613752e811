import pytest

from dateline.errors import Unreadable
from dateline.records import Failure
from dateline.wire import parse
from dateline.wire.detect import is_json_line, kind_of

LONG = "<!-- " + "a comment " * 1000 + "-->\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ALTHEIM (Nordlys) - The office said so.", "plain"),
        ("<<< URGENT >>>\nThe office said so.", "plain"),
        ("<Altheim, 2 March>\nThe office said so.", "plain"),
        ("[TEXT] THE OFFICE SAID SO.", "plain"),
        ("{a note} The office said so.", "plain"),
        ("", "plain"),
        ('{"doc": "a", "text": "b"}', "jsonl"),
        ('{"doc": "a", "text": "b"}\n{"doc": "c", "text": "d"}', "jsonl"),
        ('{"uri": "a",\n "headline": "b"}', "ninjs"),
        ('[{"uri": "a", "headline": "b"}]', "ninjs"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "jsonfeed"),
        (f"{LONG}<rss version='2.0'/>", "feed"),
        ("<?xml version='1.0'?><rdf:RDF xmlns:rdf='r'/>", "feed"),
        (f"{LONG}<newsItem guid='a'/>", "newsml-g2"),
        ("<!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf/>", "nitf"),
        ("<!doctype html><title>a</title>", "html"),
        ("<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html xmlns='x'/>", "html"),
        ("<p>a fragment</p>", "html"),
    ],
    ids=lambda v: v[:24],
)
def test_kinds(text: str, kind: str) -> None:
    assert kind_of(text)[0] == kind


@pytest.mark.parametrize("text", ['{"a": 1}', "[1]", '{"uri": ', "<foo></foo>", "<foo><bar></foo>"])
def test_what_we_do_not_know_is_named(text: str) -> None:
    with pytest.raises(Unreadable):
        kind_of(text)


def test_json_lines_are_told_by_their_first_line() -> None:
    assert is_json_line('{"text": "a"}\n')
    assert not is_json_line('{"text": 1}')
    assert not is_json_line("{")


@pytest.mark.parametrize(
    "data", [b"{\\rtf1\\ansi Bridge}", b"ID3\x04\x00abc", bytes(range(1, 27)) * 9]
)
def test_documents_sounds_and_control_codes_are_no_text(data: bytes) -> None:
    (lost,) = parse(data, "a.txt")
    assert isinstance(lost, Failure)
