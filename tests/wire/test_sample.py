"""The sample wire has everything that the demo is to show, and nothing false about real people."""

import json
import re
from collections import defaultdict
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from dateline.records import Dispatch, Failure
from dateline.wire import open_wire

FOLDER = Path(str(files("dateline"))) / "sample"
KILLED, EMBARGOED = "CORV-0301-03", "https://corvane.example/items/2022-0302-2140"
LATEST = datetime(2022, 3, 3, 12, tzinfo=UTC)
OTHERS_SAY = re.compile(r"\b(?:AFP|ats|Reuters|AP|dpa|EFE|TASS|Interfax)\b")


@cache
def wire() -> tuple[Dispatch, ...]:
    found = [d for i in open_wire([FOLDER / "wire"]) for d in i.items]
    assert not [d for d in found if isinstance(d, Failure)]
    kept = [d for d in found if isinstance(d, Dispatch)]
    return tuple(sorted(kept, key=lambda d: (d.received or LATEST, d.guid, d.version)))


def of(guid: str) -> list[Dispatch]:
    return [d for d in wire() if d.guid == guid]


def body(item: Dispatch) -> str:
    """The text without its masks."""
    chars = list(item.text)
    for mask in item.masks:
        chars[mask.span.start : mask.span.end] = " " * (mask.span.end - mask.span.start)
    return " ".join("".join(chars).split())


def test_size_span_agencies_and_formats() -> None:
    assert len(wire()) >= 40
    assert {d.agency for d in wire()} == {"Corvane", "Tessaro"}
    assert {d.format for d in wire()} == {"plain", "feed", "ninjs", "newsml-g2", "html"}
    times = [d.received for d in wire() if d.received]
    assert len(times) == len(wire())
    assert datetime(2022, 2, 28, tzinfo=UTC) <= times[0] <= times[-1] < LATEST
    assert len({(d.guid, d.version) for d in wire()}) == len(wire())


def test_versions_follow_each_other() -> None:
    items = defaultdict(list)
    for item in wire():
        items[item.guid].append(item.version)
    chains = [versions for versions in items.values() if len(versions) > 1]
    assert len(chains) >= 5
    assert all(a + 1 == b for versions in chains for a, b in pairwise(versions))


def test_the_correction_mends_a_slip() -> None:
    old, new = of("urn:newsml:tessaro.example:20220301:kharkiv-toll")
    assert new.signal == "correction"
    assert body(new) == body(old).replace("At least 12 people", "At least 21 people")


def test_the_kill_finds_its_victim() -> None:
    (kill,) = [d for d in wire() if d.signal == "kill"]
    (victim,) = of(KILLED)
    assert [r.guid for r in kill.objects] == [KILLED]
    assert victim.received and kill.received and victim.received < kill.received
    assert "Dobrolysk" not in kill.text


def test_the_embargo_is_in_force_and_its_words_stand_nowhere_else() -> None:
    (item,) = [d for d in wire() if d.embargo_until]
    assert item.guid == EMBARGOED
    assert item.embargo_until == datetime(2099, 1, 1, 6, tzinfo=UTC)
    others = [d.text for d in wire() if d.guid not in (KILLED, EMBARGOED)]
    for word in ("Dobrolysk", "Welykomyr", "Hlushvets", "Quillon", "Tollefjord", "Thorolund"):
        assert not any(word.casefold() in text.casefold() for text in others)


def test_hold_release_repeat_and_add() -> None:
    by_signal = {
        s: [d for d in wire() if d.signal == s] for s in ("hold", "release", "repeat", "add")
    }
    hold, release = by_signal["hold"][0], by_signal["release"][0]
    assert [r.guid for r in hold.objects] == [r.guid for r in release.objects] == ["CORV-0302-08"]
    (repeat,) = by_signal["repeat"]
    (original,) = of(repeat.objects[0].guid or "")
    assert body(repeat) == body(original)
    (add,) = by_signal["add"]
    assert of(add.objects[0].guid or "")


@pytest.mark.parametrize(
    "words",
    [
        "at least 21 people",
        "at least three",
        "seven russian banks",
        "498",
        "nearly 9,000",
        "complete control of kherson",
        "world bank",
    ],
)
def test_both_agencies_have_the_claim(words: str) -> None:
    assert {d.agency for d in wire() if words in body(d).casefold()} == {"Corvane", "Tessaro"} or (
        words == "complete control of kherson"
        and {d.agency for d in wire() if "complete control" in body(d)} == {"Corvane", "Tessaro"}
    )


def test_length_and_case() -> None:
    news = [
        d for d in wire() if d.signal in ("lead", "writethru", "update", "correction", "repeat")
    ]
    lengths = {d.guid: len(body(d).split()) for d in news if d.urgency not in (1, 2)}
    assert all(70 <= n <= 260 for n in lengths.values()), lengths
    capitals = [d for d in wire() if body(d).isupper()]
    assert 2 <= len(capitals) <= 4


def test_no_real_agency_is_named() -> None:
    assert not [d.guid for d in wire() if OTHERS_SAY.search(d.text)]
    assert "reconstruction" in (FOLDER / "README.md").read_text("utf-8")


def shingles(text: str, size: int = 9) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


@pytest.mark.data
def test_the_wording_is_our_own(specimen: Path) -> None:
    theirs = shingles(specimen.read_text("utf-8"))
    for item in wire():
        unquoted = re.sub(r'["“][^"”]*["”]', " | ", body(item))
        for piece in unquoted.split("|"):
            assert not shingles(piece) & theirs, (item.guid, shingles(piece) & theirs)


@pytest.mark.data
def test_ninjs_and_newsml_keep_to_their_schemas(gold: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    standards = gold.parent / "standards"
    schema = etree.XMLSchema(etree.parse(standards / "NewsML-G2_2.35-spec-All-Power.xsd"))
    for path in sorted((FOLDER / "wire").rglob("*.xml")):
        assert schema.validate(etree.parse(path)), (path.name, schema.error_log.last_error)
    schemas = {
        "2": json.loads((standards / "ninjs-schema_2.2.json").read_text("utf-8")),
        "3": json.loads((standards / "ninjs-schema_3.1.json").read_text("utf-8")),
    }
    for path in sorted((FOLDER / "wire").rglob("*.json")):
        value = json.loads(path.read_text("utf-8"))
        jsonschema.validate(value, schemas[value["standard"]["version"][0]])
