"""What an editor decides: the verbs' work and what they print."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import get_args

from dateline.desk import present, printing
from dateline.errors import ConfigError
from dateline.ledger import Ledger
from dateline.records import Judgement, Regrouping, Signed, Story
from dateline.records.vocabulary import Verdict


@dataclass(frozen=True, slots=True)
class Listed:
    """A story with what it is called, and the addresses that lead to it."""

    story: Story
    title: str | None
    merged: tuple[str, ...]


def listed(ledger: Ledger, as_of: datetime | None, now: datetime) -> tuple[Listed, ...]:
    """Every story, oldest first."""
    stories = ledger.stories(as_of)
    moment = as_of or ledger.latest() or now
    titles = ledger.titles([s.id for s in stories], as_of=moment, now=now)
    merged: dict[str, list[str]] = {}
    for old, new in sorted(ledger.moved(as_of).items()):
        merged.setdefault(new, []).append(old)
    return tuple(Listed(s, titles.get(s.id), tuple(merged.get(s.id, ()))) for s in stories)


def story_json(one: Listed) -> present.Json:
    """One line of ``dateline stories --json``."""
    return {
        "story": one.story.id,
        "begun": present.time(one.story.begun),
        "last": present.time(one.story.last),
        "title": one.title,
        "dispatches": list(one.story.dispatches),
        "excerpts": [
            {"dispatch": e.guid, "version": e.version, "start": e.span.start, "end": e.span.end}
            for e in one.story.excerpts
        ],
        "merged": list(one.merged),
    }


def line(one: Listed) -> str:
    """A story for people."""
    count = len(one.story.dispatches)
    noun = "dispatch" if count == 1 else "dispatches"
    told = len({e.guid for e in one.story.excerpts})
    noun += f" and a passage of {told:,} more" if told else ""
    also = f" (also {', '.join(one.merged)})" if one.merged else ""
    head = f"  {one.title}" if one.title else ""
    return f"{one.story.id}  {count:,} {noun}, last {one.story.last:%Y-%m-%d %H:%M}{also}{head}"


def regrouping(made: Regrouping, as_json: bool) -> str:
    """A merge, a split or an undo, for people or as a line of JSON."""
    if as_json:
        return printing.json_line(regrouping_json(made))
    what = {
        "merge": f"{made.story} is part of {made.into}",
        "split": f"{', '.join(made.guids)} taken out of {made.story} into {made.into}",
        "undo": f"{made.undoes} taken back",
        "continue": f"{made.story} goes on in {made.into}",
    }[made.kind]
    who = made.by.removeprefix("editor:")
    return f"{made.id}  {what}: {who}, {made.at:%Y-%m-%d %H:%M}: {made.why}"


def regrouping_json(made: Regrouping) -> present.Json:
    """One line of ``dateline stories history --json``."""
    return {
        "id": made.id,
        "kind": made.kind,
        "story": made.story,
        "into": made.into,
        "dispatches": list(made.guids),
        "by": made.by,
        "why": made.why,
        "at": present.time(made.at),
        "undoes": made.undoes,
    }


def overrule(ledger: Ledger, pair: tuple[str, str], verdict: str, signed: Signed) -> Judgement:
    """Put an editor's verdict on two assertions beside the rules'; it outranks them.

    Raises:
        ConfigError: there is no such verdict.
        LedgerError: there is no such assertion.

    """
    known: tuple[Verdict, ...] = get_args(Verdict)
    chosen = next((v for v in known if v == verdict), None)
    if chosen is None:
        raise ConfigError(f"{verdict!r} is no verdict.", f"Give one of {', '.join(known)}.")
    parts = (*pair, verdict, signed.by, signed.at.isoformat())
    name = sha256("\x1f".join(parts).encode()).hexdigest()[:16]
    made = Judgement(name, *pair, chosen, signed.why, f"editor:{signed.by}", signed.at)
    ledger.overrule(made)
    return made


def revert(ledger: Ledger, name: str, signed: Signed) -> Judgement:
    """Take a judgement back; what it outranked holds again.

    Raises:
        LedgerError: there is no such judgement.

    """
    return ledger.undo(name, signed.why, by=signed.by, at=signed.at)


def judgement(made: Judgement, as_json: bool) -> str:
    """An editor's judgement, for people or as a line of JSON."""
    if as_json:
        return printing.json_line(present.judgement(made))
    who = made.by.removeprefix("editor:")
    return f"{made.id}  {made.a} {made.verdict} {made.b}: {who}: {made.reason}"
