"""Which of a newer reading's assertions is the one that an older reading found. Pure."""

from collections.abc import Mapping, Sequence

from dateline.ledger.storage import codec
from dateline.ledger.verdicts.revision import carried
from dateline.records import Assertion, Span


def follow(olds: Sequence[Assertion], news: Sequence[Assertion]) -> dict[str, str | None]:
    """For each old assertion's id that of the new one of the same dispatch version; null if none.

    An id tells kind and words, so the same id is the same assertion, whatever else was made of it.
    Where the words begin or end elsewhere, it is what says the same in overlapping words, else the
    only one in its sentence that does.
    """
    return {old.id: _followed(old, news) for old in olds}


def _followed(old: Assertion, news: Sequence[Assertion]) -> str | None:
    ranked = [(_rank(old, n), n.id) for n in news if n.kind == old.kind]
    (says, known, shared), name = max(ranked, default=((False, False, 0), ""))
    if known or (says and shared):
        return name
    there = {n.id for n in news if n.sentence.overlaps(old.sentence) and carried(old, n)}
    return there.pop() if len(there) == 1 else None


def _rank(old: Assertion, new: Assertion) -> tuple[bool, bool, int]:
    """What says the same in some of the same words, then what has the same id."""
    shared = _shared(old.span, new.span)
    return shared > 0 and carried(old, new), new.id == old.id, shared


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def rule_id(a: str, b: str, verdict: str, by: str) -> str:
    """The id that a rule's judgement on two assertions has."""
    return codec.digest(a, b, verdict, by)


def led(name: str, paths: Mapping[str, str | None]) -> str | None:
    """Where an assertion's id leads after a new reading; itself if that was of another dispatch."""
    return paths.get(name, name)
