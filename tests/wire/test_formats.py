"""What golden pairs do not show: variants of structured formats, and their kills and embargoes."""

import json
from typing import Any

import pytest

from dateline.records import Dispatch, Failure, Reference
from dateline.wire import parse
from dateline.wire.times import NEVER

G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
BODY = "<p>The office said so.</p>"


def ninjs(**fields: Any) -> Dispatch | Failure:
    (item,) = parse(json.dumps({"uri": "n:1", "type": "text", **fields}).encode(), "x")
    return item


def newsml(meta: str, guid: str = "g:1") -> Dispatch:
    content = f"<contentSet><inlineXML><html><body>{BODY}</body></html></inlineXML></contentSet>"
    (item,) = parse(
        f'<newsItem {G2} guid="{guid}"><itemMeta>{meta}</itemMeta>{content}</newsItem>'.encode(),
        "x",
    )
    assert isinstance(item, Dispatch)
    return item


@pytest.mark.parametrize(
    "fields",
    [
        {"versioncreated": "2022-03-02T10:00:00Z", "body_xhtml": BODY, "body_text": "short"},
        {
            "versioncreated": "2022-03-02T10:00:00Z",
            "bodies": [{"value": BODY, "contenttype": "text/html"}],
        },
        {
            "versionCreated": "2022-03-02T10:00:00Z",
            "bodies": [{"value": BODY, "contentType": "text/html"}],
        },
    ],
)
def test_ninjs_of_all_three_generations(fields: dict[str, Any]) -> None:
    item = ninjs(**fields)
    assert isinstance(item, Dispatch)
    assert item.text == "The office said so."
    assert str(item.received) == "2022-03-02 10:00:00+00:00"


def test_ninjs_embargo_that_cannot_be_read_fails_closed() -> None:
    item = ninjs(headline="Accounts", embargoed="until the vote")
    assert isinstance(item, Dispatch)
    assert item.embargo_until == NEVER


@pytest.mark.parametrize("name", ["embargoed", "embargoedUntil"])
def test_ninjs_embargo_under_both_its_names(name: str) -> None:
    item = ninjs(headline="Accounts", **{name: "2099-01-01T06:00:00Z"})
    assert isinstance(item, Dispatch)
    assert str(item.embargo_until) == "2099-01-01 06:00:00+00:00"


def test_ninjs_note_may_embargo() -> None:
    item = ninjs(
        headline="Accounts",
        versioncreated="2022-03-02T10:00:00Z",
        ednote="STRICTLY EMBARGOED until 0600 GMT on 3 March",
    )
    assert isinstance(item, Dispatch)
    assert str(item.embargo_until) == "2022-03-03 06:00:00+00:00"


def test_ninjs_without_words_is_a_failure() -> None:
    assert isinstance(ninjs(headline=" ", versioncreated="2022-03-02T10:00:00Z"), Failure)


@pytest.mark.parametrize(
    "fields",
    [
        {"bodies": "x"},
        {"bodies": [1, None, {"value": 3}]},
        {"headlines": {"a": 1}},
        {"altids": [[]]},
        {"associations": [1]},
        {"urgency": "high"},
        {"version": []},
        {"embargoed": 12},
        {"subject": "x"},
    ],
)
def test_ninjs_of_the_wrong_shape_still_reads(fields: dict[str, Any]) -> None:
    assert isinstance(ninjs(headline="Bridge reopens", **fields), Dispatch)


def test_ninjs_items_in_lines_and_in_a_list() -> None:
    rows = [{"uri": f"n:{i}", "headline": f"Bridge {i} reopens"} for i in range(3)]
    lines = "\n".join(json.dumps(r) for r in rows).encode()
    assert [i.guid for i in parse(lines, "x")] == ["n:0", "n:1", "n:2"]
    assert [i.guid for i in parse(json.dumps(rows).encode(), "x")] == ["n:0", "n:1", "n:2"]


@pytest.mark.parametrize(
    "status", ["stat:canceled", "http://cv.iptc.org/newscodes/pubstatusg2/canceled"]
)
def test_newsml_canceled_is_a_kill_of_its_own_item(status: str) -> None:
    item = newsml(f'<pubStatus qcode="{status}"/>')
    assert (item.signal, item.status, item.version) == ("kill", "canceled", 2)
    assert item.objects == (Reference(guid="g:1"),)


def test_newsml_of_odd_numbers() -> None:
    (item,) = parse(
        f'<newsItem {G2} guid="g" version="²"><contentMeta><urgency>³</urgency>'
        "<headline>Bridge reopens</headline></contentMeta></newsItem>".encode(),
        "x",
    )
    assert isinstance(item, Dispatch)
    assert (item.version, item.urgency) == (1, None)


def test_newsml_withheld_and_open_ended_embargo_are_different() -> None:
    withheld = newsml('<pubStatus qcode="stat:withheld"/>')
    assert (withheld.status, withheld.embargo_until) == ("withheld", None)
    embargoed = newsml("<embargoed/>")
    assert (embargoed.status, embargoed.embargo_until) == ("usable", NEVER)


@pytest.mark.parametrize(
    ("code", "signal"),
    [("sig:correction", "correction"), ("sig:update", "update"), ("sig:unheard-of", "lead")],
)
def test_newsml_signals(code: str, signal: str) -> None:
    assert newsml(f'<signal qcode="{code}"/>').signal == signal


def test_newsml_names_its_version_by_time_where_it_numbers_none() -> None:
    item = newsml(
        "<firstCreated>2022-03-02T10:00:00Z</firstCreated>"
        "<versionCreated>2022-03-02T10:01:00Z</versionCreated>"
    )
    assert item.version == 61


def test_a_package_of_references_is_an_advisory() -> None:
    (item,) = parse(
        f'<packageItem {G2} guid="p">'
        "<contentMeta><headline>Top ten</headline></contentMeta><groupSet>"
        "<group><itemRef residref='a'><title>Bridge reopens</title></itemRef></group></groupSet>"
        "</packageItem>".encode(),
        "x",
    )
    assert isinstance(item, Dispatch)
    assert (item.signal, item.text) == ("advisory", "Bridge reopens")


def test_atom_title_with_a_signal() -> None:
    (item,) = parse(
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><id>a:1</id>'
        b"<title>CORRECTED-Bridge reopens</title><updated>2022-03-02T10:00:00Z</updated>"
        b"<summary>The office said so.</summary></entry></feed>",
        "x",
    )
    assert isinstance(item, Dispatch)
    assert (item.signal, item.headline, item.version) == ("correction", "Bridge reopens", 2)


def test_a_page_names_itself_and_keeps_scripts_out() -> None:
    page = (
        '<html lang="en"><head><script type="application/ld+json">{"datePublished": '
        '"2022-03-02T10:00:00Z", "publisher": {"name": "Nordlys"}}</script></head><body><article>'
        "<h1>Bridge reopens</h1><p>The bridge at Bellmark reopened on Wednesday, the office said "
        "in a statement to the press.</p><p>Traffic had been diverted for two weeks, it said, and "
        "the ferry will go on until Friday.</p></article></body></html>"
    )
    (item,) = parse(page.encode(), "page.txt")
    assert isinstance(item, Dispatch)
    assert (item.format, item.agency, item.guid) == ("html", "Nordlys", "page.txt")
    assert str(item.issued) == "2022-03-02 10:00:00+00:00"
    assert "datePublished" not in item.text
