"""Golden pairs: sentences that a dispatch bears out, and such as it does not, by kind of error."""

import tomllib
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

from dateline.ledger import open_ledger
from dateline.reader.pipeline import read
from dateline.records import Dispatch, Dossier, Reading
from dateline.report.gate import checker
from dateline.wire import datelines, parse

FOLDER = Path(__file__).parent.parent / "data" / "report"


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and whether the dispatch of that name bears it out. ``kind``: of error."""

    doc: str
    text: str
    good: bool
    kind: str
    sample: bool


def _tables(name):
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["dispatch"]


def pairs(name):
    """Every pair of a file, in order."""
    found = []
    for table in _tables(name):
        sample = table.get("sample", False)
        found += [Pair(table["doc"], text, True, "good", sample) for text in table["good"]]
        for kind, texts in table["bad"].items():
            found += [Pair(table["doc"], text, False, kind, sample) for text in texts]
    return found


def own_dispatches(name):
    """The dispatches that a file of pairs holds itself."""
    for table in _tables(name):
        if "text" in table:
            at = datetime.fromisoformat(table["issued"]).astimezone(UTC)
            text, language = table["text"].strip() + "\n", table.get("language", "en")
            data = text.encode()
            yield Dispatch(
                guid=table["doc"], text=text, agency=table["agency"], issued=at, received=at,
                language=language, dateline=datelines.find(text, 0, at),
            ), data  # fmt: skip


def sample_dispatches():
    """The built-in sample wire."""
    with as_file(files("dateline") / "sample" / "wire") as folder:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            data = path.read_bytes()
            for one in parse(data, str(path.relative_to(folder))):
                if isinstance(one, Dispatch):
                    yield one, data


def dossiers(taken, url):
    """The dossiers of all stories that some dispatches make in a new ledger."""
    taken = sorted(taken, key=lambda t: t[0].received or t[0].issued)
    with closing(open_ledger(url)) as ledger:
        for (one, data), reading in zip(taken, read(d for d, _ in taken), strict=True):
            if isinstance(reading, Reading):
                ledger.ingest(one, reading, data, learnt=one.received or one.issued)
        last = ledger.latest()
        found = [ledger.dossier(s.id, as_of=last, now=last) for s in ledger.stories(last)]
    return [d for d in found if d.filed]


def merged(every):
    """All dispatches in one dossier, as ``dateline check`` has them."""
    return Dossier(
        every[0].story,
        max(d.as_of for d in every),
        tuple(f for d in every for f in d.filed),
        tuple(c for d in every for c in d.claims),
    )


def wrong(of, on):
    """The pairs whose verdict is not what it should be."""
    check = checker(on)
    return [p for p in of if all(v.refusal is None for v in check(p.text)) != p.good]
