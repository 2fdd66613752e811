"""Input off the wire is hostile: it is refused or read, in time that grows with its size."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.records import Dispatch, Failure
from dateline.wire import LIMIT, parse
from tests.timing import cpu_seconds

BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
FORMATS = {
    "newsml": (
        f'<newsItem {G2} guid="g"><contentMeta><headline>&b;&a;</headline></contentMeta></newsItem>'
    ),
    "nitf": "<nitf><body><body.content><p>&b;&a;</p></body.content></body></nitf>",
    "rss": "<rss version='2.0'><channel><item><title>&b;&a;</title></item></channel></rss>",
    "atom": '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>&b;&a;</title></entry></feed>',
}


def only(data: bytes) -> Dispatch | Failure:
    items = parse(data, "x")
    assert items
    return items[0]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("dtd", [BOMB, EXTERNAL])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_entities_are_refused(name: str, dtd: str, codec: str) -> None:
    comment = "<?xml version='1.0'?><!-- - > -->\n"
    found = only((comment + dtd + FORMATS[name]).encode(codec))
    assert isinstance(found, Failure)
    assert "document type" in found.reason


def test_an_entity_in_html_reads_nothing() -> None:
    page = (
        EXTERNAL.replace("x", "html", 1)
        + "<html><body><article><p>&a; said.</p></article></body></html>"
    )
    found = only(page.encode())
    assert isinstance(found, Failure) or "localhost" not in found.text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"%PDF-1.7", "PDF"),
        (b"\0" * 100, "NUL"),
        (b"\xff\xfea", "UTF-16"),
        (b'{"uri":', "JSON"),
        (b'{"a": 1}', "JSON"),
        (b"[" * 100_000, "deep"),
        (b"<foo><bar/></foo>", "root <foo>"),
        (b"<newsItem", "XML"),
        (b"<rss><channel>" + b"<a>" * 100_000, "exhaust"),
        (b"<rss version='2.0'><channel></channel></rss>", "entries"),
        (b'{"doc": "a", "text": ""}', "empty"),
        (b'{"doc": "a", "text": 12}', "JSON"),
        (b'{"doc": 1e999999, "text": "x", "n": ' + b"1" * 5000 + b"}", "JSON"),
    ],
    ids=lambda v: repr(v[:24]),
)
def test_refusals_say_why_and_what_to_do(data: bytes, word: str) -> None:
    found = only(data)
    assert isinstance(found, Failure)
    assert word in found.reason
    assert found.remedy
    assert found.sha256


def test_giant_input() -> None:
    found = only(b"a" * (LIMIT + 1))
    assert isinstance(found, Failure)
    assert "limit" in found.reason


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "(",
        '"',
        "- ",
        "A-",
        "\n",
        "a",
        "9 ",
        "Leave a Reply\n",
        "KYIV, ",
        " ",
        "<p>",
        "[TEXT] ",
        "\u202e",
        "É\u0301",
        "“",
        "Source: ",
        "<!--",
        "<!-- -",
        "{",
        "KILL ",
        "1st ",
    ],
)
def test_time_grows_with_size(piece: str) -> None:
    def cost(size: int) -> float:
        data = (piece * (size // len(piece))).encode()
        return cpu_seconds(lambda: parse(data, "x"))

    small, large = cost(20_000), cost(160_000)
    assert large < 30 * small + 0.1  # eight times the size


PIECES = st.sampled_from(
    [
        "KYIV, March 2 (Nord) - ",
        "[TEXT]",
        "KILL",
        "EMBARGOED UNTIL ",
        "\n\n",
        "\n",
        "NORD-0001",
        "{",
        '{"doc": "a", "text": "',
        '"}',
        '{"uri": "u", "versioncreated": 1, "bodies": [',
        "]",
        "}",
        "<rss>",
        "<item>",
        "<title>",
        "</title>",
        "</item>",
        "</rss>",
        "<?xml version='1.0'?>",
        "<newsItem guid='",
        f"<newsItem {G2} guid='a'>",
        "<contentMeta>",
        "<html><body><article><p>",
        "</p>",
        "&amp;",
        "&x;",
        "<!DOCTYPE html>",
        "CORRECTS ",
        "2022-03-02T10:00:00Z",
        "99 Feb 9999",
        "24:00",
        "\u0301",
        "\0",
    ]
)


def check(data: bytes) -> None:
    for item in parse(data, "x"):
        if isinstance(item, Dispatch):
            for mask in item.masks:
                assert 0 <= mask.span.start <= mask.span.end <= len(item.text)
            item.text.encode()
            assert item.guid
        else:
            assert item.reason
            assert "reader of this format stopped" not in item.reason


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    check(data)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=14))
def test_anything_that_looks_like_a_format(parts: list[str]) -> None:
    check("".join(parts).encode("utf-8", "replace"))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
NAMES = st.sampled_from(
    [
        "uri",
        "type",
        "version",
        "versioncreated",
        "pubstatus",
        "headlines",
        "headline",
        "bodies",
        "body_text",
        "body_xhtml",
        "associations",
        "altids",
        "infosources",
        "urgency",
        "embargoed",
        "ednote",
        "subjects",
        "text",
        "doc",
        "issued",
        "items",
        "language",
        "agency",
        "located",
        "by",
        "slugline",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(NAMES, JSON, max_size=8))
def test_json_of_any_shape(value: dict[str, object]) -> None:
    check(json.dumps({"uri": "u:1", "headline": "A bridge", **value}).encode())
    check(json.dumps({"version": "https://jsonfeed.org/version/1", "items": [value]}).encode())
