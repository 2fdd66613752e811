"""``dateline bench reading``: how right the reader is, set by set, against the floors in git."""

import tempfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

from dateline.config import data_dir
from dateline.desk import Desk, present, printing
from dateline.desk.bench import scorers
from dateline.errors import ConfigError
from dateline.records import Failure

Scorer = Callable[[Path, Path], dict[str, float]]

SETS: dict[str, tuple[tuple[str, ...], Scorer]] = {
    "polnear/dev": (("polnear/dev.jsonl",), scorers.attribution),
    "wikiwars": (("time/wikiwars.jsonl",), partial(scorers.prf, "timex.py")),
    "lgl": (("toponyms/lgl.jsonl",), partial(scorers.prf, "toponyms.py")),
    "tr-news": (("toponyms/tr-news.jsonl",), partial(scorers.prf, "toponyms.py")),
    "muc tst1+tst2": (("muc/tst1.jsonl", "muc/tst2.jsonl"), partial(scorers.prf, "muc.py")),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of one set. ``ok`` is false under the floor."""

    set: str
    figure: str
    value: float
    floor: float
    peer: float | None
    peer_name: str | None

    @property
    def ok(self) -> bool:
        """True at or above the floor, as far as three decimals tell."""
        return round(self.value, 3) >= self.floor


def floors() -> list[dict[str, str | float]]:
    """The rows of ``floors.toml``."""
    text = (files(__package__) / "floors.toml").read_text(encoding="utf-8")
    rows: list[dict[str, str | float]] = tomllib.loads(text)["floor"]
    return rows


def _joined(names: tuple[str, ...], folder: Path) -> Path:
    """The gold files of a set as one file."""
    paths = [data_dir() / name for name in names]
    for path in paths:
        if not path.exists():
            raise ConfigError(f"No gold at {path}.", "Set DATELINE_DATA to the folder of the gold.")
    joined = folder / "gold.jsonl"
    joined.write_text("".join(p.read_text(encoding="utf-8") for p in paths), encoding="utf-8")
    return joined


def score(name: str) -> dict[str, float]:
    """All figures of one set, read afresh."""
    sources, scorer = SETS[name]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        gold, readings = _joined(sources, folder), folder / "readings.jsonl"
        with readings.open("w", encoding="utf-8") as out:
            for result in Desk.read([str(gold)]):
                if isinstance(result, Failure) or isinstance(result[1], Failure):
                    continue  # a document without a reading scores as empty
                out.write(printing.json_line(present.reading(result[0], result[1])) + "\n")
        return scorer(gold, readings)


def measure(only: tuple[str, ...] = ()) -> Iterator[Row]:
    """The figures that have a floor, set by set; ``only`` limits the sets.

    Raises:
        ConfigError: there is no such set.

    """
    unknown = sorted(set(only) - set(SETS))
    if unknown:
        raise ConfigError(f"There is no set {unknown[0]}.", f"Give one of {', '.join(SETS)}.")
    known = floors()
    for name in SETS:
        wanted = [f for f in known if f["set"] == name]
        if not wanted or (only and name not in only):
            continue
        values = score(name)
        for f in wanted:
            peer = float(f["peer"]) if "peer" in f else None
            figure, owner = str(f["figure"]), str(f.get("peer_name", "")) or None
            yield Row(name, figure, values.get(figure, 0.0), float(f["floor"]), peer, owner)


def line(row: Row) -> str:
    """A row of the table for people."""
    peer = f"{row.peer:.3f} {row.peer_name}" if row.peer is not None else ""
    mark = "" if row.ok else "  UNDER THE FLOOR"
    return f"{row.set:16}{row.figure:26}{row.value:7.3f}{row.floor:8.3f}   {peer}{mark}"
