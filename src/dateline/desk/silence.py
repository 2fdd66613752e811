"""What has gone quiet, as a note for the editor and as JSON."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from dateline.desk import present
from dateline.ledger import Ledger, silences
from dateline.records import Silence

_HEADS = {
    "one origin": "Rests on one origin",
    "not renewed": "Not renewed",
    "quiet party": "Quoted before, quiet now",
    "plan past": "Time past, no word",
}

_MOST = 12
"""Lines of one kind in the note of a story; the JSON has them all."""


def found(
    ledger: Ledger, story: str | None, as_of: datetime | None, now: datetime
) -> Iterator[Silence]:
    """Every silence of the ledger's stories, or of one, as known at a time (by default: the last
    time that the ledger learnt of anything).
    """
    moment = as_of or ledger.latest()
    if moment is None:
        return
    stories = [story] if story else [s.id for s in ledger.stories(moment)]
    for name in stories:
        yield from silences(ledger.dossier(name, as_of=moment, now=now))


def json(one: Silence) -> present.Json:
    """One line of ``dateline silence --json``."""
    return {
        "kind": one.kind,
        "story": one.story,
        "text": one.text,
        "by": one.by,
        "since": present.time(one.since),
        "dispatches": list(one.guids),
    }


def note(some: Iterable[Silence]) -> str:
    """The note: a story, under it what has gone quiet, kind by kind."""
    rows: list[str] = []
    for story, mine in groupby(some, key=lambda one: one.story):
        rows.append(f"{story}")
        for kind, same in groupby(mine, key=lambda one: one.kind):
            rows.append(f"  {_HEADS[kind]}")
            told = [f"    {one.text} ({one.guids[-1]})" for one in same]
            rows += told[:_MOST]
            rows += [f"    and {len(told) - _MOST} more"] if len(told) > _MOST else []
        rows.append("")
    return "\n".join(rows) or "Nothing has gone quiet.\n"
