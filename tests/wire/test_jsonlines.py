import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Dispatch, Failure
from dateline.wire import parse

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=120)


def one(line: str) -> Dispatch:
    (item,) = parse(line.encode(), "x.jsonl")
    assert isinstance(item, Dispatch)
    return item


@given(TEXTS.filter(str.strip), st.booleans())
def test_text_is_verbatim_and_runs_lead_back(text: str, ascii_only: bool) -> None:
    line = json.dumps({"doc": "L", "text": text}, ensure_ascii=ascii_only)
    item = one(line)
    assert item.text == text
    for run in item.runs:
        raw = line.encode()[run.raw_start : run.raw_end].decode()
        assert raw == text[run.text_start : run.text_start + run.length]


@given(TEXTS.filter(str.strip))
def test_masks_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    at = 0
    for mask in one(json.dumps({"doc": "L", "text": text})).masks:
        assert at <= mask.span.start < mask.span.end <= len(text)
        at = mask.span.end


def test_lone_surrogates_and_nuls_keep_their_place() -> None:
    item = one('{"doc": "L", "text": "a\\ud800b\\u0000c said."}')
    assert item.text == "a\ufffdb\ufffdc said."


def test_fields() -> None:
    item = one(
        '{"guid": "g", "text": "He said so.", "issued": "2022-03-02T10:00:00Z", "language": "fr",'
        ' "agency": "Nordlys", "published": "1999-01-01", "version": 9, "text2": {"a": [1]}}'
    )
    assert (item.guid, item.language, item.agency) == ("g", "fr", "Nordlys")
    assert item.issued == item.received == datetime(2022, 3, 2, 10, tzinfo=UTC)
    assert (item.version, item.numbered) == (1, False)


def test_the_last_text_of_a_repeated_key_counts_as_in_json() -> None:
    item = one('{"text": "first one.", "doc": "L", "text": "second \\n one."}')
    assert item.text == "second \n one."
    assert [r.text_start for r in item.runs] == [0, 8]


def test_a_broken_line_costs_no_other() -> None:
    items = parse(b'{"doc":"a","text":"He said."}\n{"doc":\n{"doc":"b","text":"She said."}\n', "x")
    assert [isinstance(i, Failure) for i in items] == [False, True, False]
    assert items[1].path == "x:2"
