"""What became of a claim after a time: each change with its kind and the reason in words. Pure.

The claim as it is known now is set against what was known then, so that a verdict which an editor
has put aside since, or a dispatch that may be shown again, is told too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from dateline.ledger.verdicts.voices import begin, say, who
from dateline.records import Assertion, Claim, ClaimChange, Judgement
from dateline.records.vocabulary import ClaimChangeKind

_DISPUTED = ("disputed", "denied")
_HELD = "Held at the agency's request."


def changes(
    claim: Claim, before: Mapping[str, Claim], undone: Sequence[Judgement], since: datetime
) -> tuple[ClaimChange, ...]:
    """Everything about a claim that is newer than ``since``, oldest first.

    ``before``: the claims of its story as known then, by the ids of their assertions. ``undone``:
    verdicts taken back after ``since``, with who did so, when and why.
    """
    own = {a.id for a in claim.assertions}
    mine = [j for j in undone if j.a in own or j.b in own]
    found = [
        *_said(claim, since),
        *_withdrawn(claim, since),
        *_shown_again(claim, before, since),
        *_judged(claim, own, since),
        *_taken_back(mine),
        *_statuses(claim, since),
    ]
    found += _closed(claim, before, mine, found)
    first = min(a.learnt for a in claim.assertions)
    distinct = dict.fromkeys(found)
    return tuple(sorted(distinct, key=lambda c: (c.at or first, c.kind, c.why)))


def _said(claim: Claim, since: datetime) -> Iterator[ClaimChange]:
    first = min(claim.assertions, key=lambda a: (a.learnt, a.id))
    for a in claim.assertions:
        if a.learnt > since:
            new = first.learnt > since and a is first
            also = "so" if new else "so too"
            words = f"{begin(who(a))} {say(a)} {also}."
            yield ClaimChange(a.learnt, "new claim" if new else "said again", words)


def _withdrawn(claim: Claim, since: datetime) -> Iterator[ClaimChange]:
    corrected = {j.b for j in claim.judgements if j.verdict == "withdraws"}
    for a in claim.assertions:
        if a.withdrawn is not None and a.withdrawn > since:
            kind: ClaimChangeKind = "corrected" if a.id in corrected else "withdrawn"
            yield ClaimChange(a.withdrawn, kind, a.reason or "It was taken back.")


def _shown_again(
    claim: Claim, before: Mapping[str, Claim], since: datetime
) -> Iterator[ClaimChange]:
    """What stands now, though it did not then or was not to be seen. When, only the wire tells."""
    for a in claim.assertions:
        if a.withdrawn is not None or a.learnt > since:
            continue
        then = _one(before, a.id)
        if then is None:
            yield ClaimChange(None, "shown", "It could not be shown in this story before.")
        elif then.withdrawn is not None:
            held = then.reason == _HELD
            why = "The agency released it." if held else "What withdrew it no longer holds."
            yield ClaimChange(None, "stands again", why)


def _one(before: Mapping[str, Claim], name: str) -> Assertion | None:
    claim = before.get(name)
    return next((a for a in claim.assertions if a.id == name), None) if claim else None


def _judged(claim: Claim, own: set[str], since: datetime) -> Iterator[ClaimChange]:
    for j in claim.judgements:
        if j.at <= since:
            continue
        if j.by.startswith("editor:"):
            yield ClaimChange(j.at, "overruled", f"{_editor(j)} ({j.verdict}): {j.reason}")
        elif j.verdict == "contradicts":
            yield from _against(claim, own, j)
        elif j.verdict == "supersedes" and j.b in own:
            yield ClaimChange(j.at, "superseded", j.reason)
        elif j.verdict == "supports" and not own >= {j.a, j.b}:
            yield ClaimChange(j.at, "supported", j.reason)


def _against(claim: Claim, own: set[str], j: Judgement) -> Iterator[ClaimChange]:
    """A dispute, or only a toll that rose: then the older count is superseded."""
    then = [step for step in claim.history if step.at <= j.at]
    if not then or then[-1].status != "superseded":
        yield ClaimChange(j.at, "dispute opened", j.reason)
    elif j.b in own:
        yield ClaimChange(j.at, "superseded", then[-1].why)


def _editor(j: Judgement) -> str:
    return j.by.removeprefix("editor:")


def _taken_back(undone: Iterable[Judgement]) -> Iterator[ClaimChange]:
    for j in undone:
        yield ClaimChange(j.at, "ruling taken back", f"{_editor(j)} ({j.verdict}): {j.reason}")


def _statuses(claim: Claim, since: datetime) -> Iterator[ClaimChange]:
    """Disputes that ended by what the wire sent, and a second origin that came."""
    for old, new in zip(claim.history, claim.history[1:], strict=False):
        if new.at <= since:
            continue
        if old.status in _DISPUTED and new.status not in _DISPUTED:
            yield ClaimChange(new.at, "dispute closed", new.why)
        elif new.status == "corroborated":
            yield ClaimChange(new.at, "corroborated", new.why)


def _closed(
    claim: Claim, before: Mapping[str, Claim], undone: Sequence[Judgement],
    found: Sequence[ClaimChange],
) -> list[ClaimChange]:  # fmt: skip
    """A dispute that an editor ended: today's verdicts know nothing of it any more."""
    told = any(c.kind == "dispute closed" for c in found)
    was = any(before[a.id].status in _DISPUTED for a in claim.assertions if a.id in before) or any(
        j.verdict == "contradicts" for j in undone
    )
    if told or not was or claim.status in _DISPUTED:
        return []
    dated = [(c.at, c.why) for c in found if c.at]
    return [ClaimChange(at, "dispute closed", why) for at, why in sorted(dated)[-1:]]
