import io
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.records import Dispatch, Failure, Intake
from dateline.wire import intake as room
from dateline.wire import open_wire

LINE = b'{"doc": "L%d", "text": "The office said so."}\n'


def test_a_folder_is_walked_in_order_whatever_the_formats(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.json").write_bytes(b"The office said so, in plain text.")
    (tmp_path / "b" / "10.txt").write_bytes(LINE % 1 + LINE % 2)
    (tmp_path / "a.xml").write_bytes(b"ALTHEIM (Nordlys) - He said so.")
    (tmp_path / ".hidden").write_bytes(b"never read")
    seen: list[str] = []
    found = list(open_wire([tmp_path], progress=seen.append))
    assert [i.path for i in found] == ["a.xml", "b/10.txt:1", "b/10.txt:2", "b/2.json"]
    assert [d.guid for i in found for d in i.items] == ["a.xml", "L1", "L2", "b/2.json"]
    assert seen == ["a.xml", "b/10.txt", "b/2.json"]


def test_lines_come_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(LINE % 1 + b"\n" + LINE % 2 + (LINE % 3).strip())
    found = list(open_wire([path]))
    assert [(i.path, i.data) for i in found] == [
        (f"x.jsonl:{n}", (LINE % k).strip()) for n, k in ((1, 1), (3, 2), (4, 3))
    ]
    assert all(i.items[0].sha256 == i.sha256 for i in found)


def test_an_endless_line_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LIMIT", 200)
    monkeypatch.setattr(room, "SNIFF", 64)
    path = tmp_path / "x.jsonl"
    path.write_bytes(LINE % 1 + b'{"doc": "' + b"a" * 5000 + b'"}\n' + LINE % 2)
    kinds = [type(i.items[0]) for i in open_wire([path])]
    assert kinds == [Dispatch, Failure, Dispatch]


def test_a_file_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "LIMIT", 50)
    (tmp_path / "x.txt").write_bytes(b"a" * 51)
    (only,) = open_wire([tmp_path])
    assert isinstance(only.items[0], Failure)
    assert "limit" in only.items[0].reason


def test_what_is_not_there_is_a_failure(tmp_path: Path) -> None:
    first, second = open_wire([tmp_path / "none.txt", tmp_path / "none.json"])
    for found in (first, second):
        assert isinstance(found, Intake)
        (failure,) = found.items
        assert isinstance(failure, Failure)
        assert "No such file" in failure.reason
        assert str(tmp_path) not in failure.path


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b"ALTHEIM (Nordlys) - The office said so.")

    monkeypatch.setattr(sys, "stdin", Stdin())
    (only,) = open_wire(["-"], issued=datetime(2022, 3, 2, tzinfo=UTC), language="en")
    (item,) = only.items
    assert isinstance(item, Dispatch)
    assert (item.guid, item.language) == ("stdin", "en")
    assert item.received == datetime(2022, 3, 2, tzinfo=UTC)


def test_a_stated_time_outranks_the_option(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"ALTHEIM, 9 JAN 90 (NORD) -- HE SAID SO.")
    later = datetime(2022, 3, 2, 20, tzinfo=UTC)
    (item,) = next(iter(open_wire([path], issued=later))).items
    assert isinstance(item, Dispatch)
    assert item.issued == datetime(1990, 1, 9, tzinfo=UTC)
    same_day = datetime(1990, 1, 9, 17, tzinfo=UTC)
    (item,) = next(iter(open_wire([path], issued=same_day))).items
    assert isinstance(item, Dispatch)
    assert item.issued == same_day


def test_the_same_input_twice_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"ALTHEIM, 9 JAN 90 (NORD) -- HE SAID SO.")
    assert list(open_wire([tmp_path])) == list(open_wire([tmp_path]))


@pytest.mark.parametrize("given", ["", "ftp://nordlys.example/a.txt", "file:///etc/hosts"])
def test_what_is_no_path_and_no_address_that_we_fetch(given: str) -> None:
    (intake,) = open_wire([given])
    (lost,) = intake.items
    assert isinstance(lost, Failure)
    assert lost.path == given
    assert lost.remedy.startswith("Give ")


def test_a_folder_of_odd_names_links_and_pipes(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("not for the wire")
    folder = tmp_path / "wire"
    folder.mkdir()
    (folder / "a.txt").write_text("The bridge fell.")
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("The bridge stands.")
    (folder / "alias.txt").symlink_to("a.txt")
    (folder / "out.txt").symlink_to("../secret.txt")
    (folder / "nothing.txt").symlink_to("gone.txt")
    os.mkfifo(folder / "pipe")
    found = {one.path: one.items[0] for one in open_wire([str(folder)])}
    taken = {path for path, item in found.items() if isinstance(item, Dispatch)}
    assert taken == {"a.txt", "alias.txt", "caf\\xe9.txt"}
    assert set(found) - taken == {"out.txt", "nothing.txt", "pipe"}
    assert not any(b"not for the wire" in one.data for one in open_wire([str(folder)]))
