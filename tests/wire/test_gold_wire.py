"""Real wire: 1,300 dispatches of 1988-90, the specimen, and the standards' own examples."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from dateline.records import Dispatch, Failure
from dateline.wire import open_wire

pytestmark = pytest.mark.data


def dispatches(path: Path) -> list[Dispatch]:
    found = [d for i in open_wire([path]) for d in i.items]
    assert not [d for d in found if isinstance(d, Failure)]
    return [d for d in found if isinstance(d, Dispatch)]


def test_every_dispatch_of_the_muc_wire(gold: Path) -> None:
    found = dispatches(gold / "muc" / "wire")
    assert len(found) == 1300
    assert len({d.guid for d in found}) == 1300
    assert all(d.guid == Path(d.path).stem for d in found)
    heads = [d.dateline for d in found if d.dateline]
    assert len(heads) == 1300
    assert sum(h.date is not None for h in heads) >= 1230  # the others have no date, or no year
    assert sum(h.agency is not None for h in heads) >= 1205
    assert sum(h.place is not None for h in heads) >= 1150  # the others are "CLANDESTINE"
    assert {d.signal for d in found} == {"lead"}
    assert not any(d.headline or d.embargo_until for d in found)
    kinds = Counter(m.kind for d in found for m in d.masks)
    assert kinds["note"] > 3000
    assert kinds["boilerplate"] + kinds["signature"] == 0


def test_the_specimen(specimen: Path) -> None:
    issued = datetime.fromisoformat("2022-03-02T23:30+01:00")
    (intake,) = open_wire([specimen], issued=issued)
    (item,) = intake.items
    assert isinstance(item, Dispatch)
    assert (item.guid, item.headline) == ("report.txt", item.text.split("\n")[0])
    assert item.agency == "ats / afp"
    assert item.received == issued
    masked = [item.text[m.span.start : m.span.end] for m in item.masks]
    assert len(masked) == 2
    assert all(m in item.text.strip().split("\n")[-3:] for m in masked)


@pytest.mark.parametrize("kind", ["ninjs", "newsml"])
def test_the_examples_of_the_standards(gold: Path, kind: str) -> None:
    folder = gold.parent / "standards" / "examples"
    for path in sorted(folder.glob(f"{kind}-*")):
        (intake,) = open_wire([path])
        for item in intake.items:
            if isinstance(item, Failure):  # a listing that shows a fragment, or items left empty
                assert "root <contentMeta>" in item.reason or "neither text nor" in item.reason
            else:
                assert item.text
                assert item.issued is not None
                assert item.format == ("ninjs" if kind == "ninjs" else "newsml-g2")
