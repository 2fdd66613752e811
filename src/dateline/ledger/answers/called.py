"""Verdicts as they are where an editor has said that two names are one speaker's. Pure.

What rules found when the dispatches came stays in its rows; what follows from the editor's word is
worked out when it is asked for, so that taking the word back takes this back too.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.ledger.speakers.roster import meant
from dateline.ledger.verdicts import rulings
from dateline.ledger.verdicts.following import rule_id
from dateline.records import Assertion, Judgement


def judged_again(
    verdicts: Iterable[Judgement], assertions: Iterable[Assertion], aliases: Mapping[str, str]
) -> list[Judgement]:
    """Verdicts on pairs of some assertions, those of rules as they judge under the names that an
    editor gave; a pair that has become incomparable has none. ``aliases``: name key to actor.
    """
    known = {a.id: a for a in assertions}
    pairs = ((j, known[j.a], known[j.b]) for j in verdicts if j.a in known and j.b in known)
    made = (_again(j, _as(a, aliases), _as(b, aliases), moved=_is_renamed((a, b), aliases))
            for j, a, b in pairs)  # fmt: skip
    return [j for j in made if j is not None]


def _is_renamed(pair: Iterable[Assertion], aliases: Mapping[str, str]) -> bool:
    return any(_as(a, aliases) is not a for a in pair)


def _as(a: Assertion, aliases: Mapping[str, str]) -> Assertion:
    """An assertion said by the actor for whom its speaker's name stands."""
    name = meant(a.by, aliases) if a.by else a.by
    return a if name == a.by else replace(a, by=name)


def _again(j: Judgement, a: Assertion, b: Assertion, *, moved: bool) -> Judgement | None:
    if not moved or not j.by.startswith("rule:") or j.verdict == "withdraws":
        return j
    found = rulings.judge(a, b)
    if found.verdict == "not comparable":
        return None
    by = f"rule:{found.rule}"
    name = rule_id(found.a.id, found.b.id, found.verdict, by)
    return Judgement(
        name, found.a.id, found.b.id, found.verdict, found.reason, by, j.at, found.origin
    )
