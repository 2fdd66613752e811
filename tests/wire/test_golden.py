"""One golden pair per format: an input and what it is read as, field by field.

``DATELINE_ACCEPT=1 pytest tests/wire/test_golden.py`` writes the expected files anew.
"""

import json
import os
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.records import Dispatch
from dateline.wire import parse

FOLDER = Path(__file__).parent.parent / "data" / "wire"
INPUTS = sorted(p for p in FOLDER.iterdir() if not p.name.endswith(".expected.json"))
DROPPED = ("sha256", "path")


def shown(path: Path) -> list[dict[str, object]]:
    """What an input is read as, less what is empty."""
    data = path.read_bytes()
    items = parse(data, path.name, issued=datetime(2022, 3, 2, 20, tzinfo=UTC))
    rows = []
    for item in items:
        row = {k: v for k, v in asdict(item).items() if v and k not in DROPPED}
        if isinstance(item, Dispatch):
            row["masks"] = [[m.kind, item.text[m.span.start : m.span.end]] for m in item.masks]
            row.pop("runs", None)
        rows.append(row)
    return json.loads(json.dumps(rows, default=str, ensure_ascii=False))


@pytest.mark.parametrize("path", INPUTS, ids=lambda p: p.name)
def test_golden(path: Path) -> None:
    expected = path.with_name(path.name + ".expected.json")
    rows = shown(path)
    if os.environ.get("DATELINE_ACCEPT"):
        expected.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert rows == json.loads(expected.read_text("utf-8"))
