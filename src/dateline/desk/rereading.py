"""Reading again, with the reader of today, what an older one has read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import batched

from dateline.config import worker_count
from dateline.desk import present
from dateline.desk.progress import bar
from dateline.ledger import Ledger
from dateline.reader import language, pipeline
from dateline.reader.pool import read_many
from dateline.records import Failure, Loose, Reading

_BATCH = 1024  # dispatches held at a time


@dataclass(slots=True)
class Again:
    """What reading again came to. ``followed``: editors' judgements that went over to other words
    of the same dispatch; ``loose``: all that have lost theirs, now or in an earlier run.
    """

    dispatches: int = 0
    followed: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    loose: tuple[Loose, ...] = ()


def read_again(ledger: Ledger, *, at: datetime) -> Again:
    """Read what an older reader or another language model has read. A dispatch that cannot be read
    keeps its old reading. A run that was cut off goes on where it stopped.
    """
    found = ledger.read_by({two for two in ledger.readers() if _is_old(*two)})
    made = Again()
    read = _readings(ledger, found)
    for reading in bar(read, "reading again", len(found)):
        if isinstance(reading, Failure):
            made.failures.append(reading)
            continue
        done = ledger.reread(reading, at=at)
        made.dispatches += 1
        made.followed += done.followed
    made.loose = ledger.loose()
    return made


def _is_old(reader: str, model: str) -> bool:
    """True for an older reader, or another model of a language that we read."""
    if reader != pipeline.READER:
        return not (reader.isdigit() and int(reader) > int(pipeline.READER))
    code = model.partition("_")[0]
    return code in language.MODELS and model != language.model_name(code)


def _readings(ledger: Ledger, found: tuple[int, ...]) -> Iterator[Reading | Failure]:
    for rows in batched(found, _BATCH):
        yield from read_many(ledger.kept(rows), worker_count())


def summary(made: Again) -> str:
    """The outcome for people. Words of dispatches are not told: they may have been killed."""
    noun = "dispatch" if made.dispatches == 1 else "dispatches"
    rows = [f"{made.dispatches:,} {noun} read again, {len(made.failures):,} could not be read"]
    rows += [f"{name} went over to other words of the same dispatch" for name in made.followed]
    if made.loose:
        rows.append("Judgements without a place, since nothing is found any more in those words:")
        rows += [_loose(one) for one in made.loose]
    return "\n".join(rows)


def _loose(one: Loose) -> str:
    j = one.judgement
    who = j.by.removeprefix("editor:")
    return (
        f"  {j.id}  {j.a} {j.verdict} {j.b}: {who}: {j.reason} ({one.guid} version {one.version})"
    )


def json(made: Again) -> present.Json:
    """The line of ``dateline ledger reread --json``."""
    return {
        "read": made.dispatches,
        "failed": [one.guid for one in made.failures],
        "followed": made.followed,
        "loose": [
            present.judgement(one.judgement)
            | {"lost": one.lost, "dispatch": one.guid, "version": one.version}
            for one in made.loose
        ],
    }
