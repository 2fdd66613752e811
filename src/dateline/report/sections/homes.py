"""Lines that would stand in a section without what they rest on, set below that in another one."""

from collections.abc import Iterable

from dateline.report.choosing.introduced import introduced, met
from dateline.report.choosing.introduced import told as introductions
from dateline.report.headlines.borne import Heading
from dateline.report.lines.drafts import Draft
from dateline.report.lines.reliance import Token

Part = tuple[Heading, tuple[Draft, ...]]
"""A section: its heading, and its lines."""


def homed(
    parts: Iterable[Part], drafts: tuple[Draft, ...], told: frozenset[Token]
) -> tuple[Part, ...]:
    """The parts of a report with those of its ``drafts`` that none of them introduces, each below
    the line of its dispatch that it rests on. ``told``: what stands above all parts.
    """
    made = [(found, introduced(group, told)) for found, group in parts]
    printed = {d.place for _, group in made for d in group}
    for draft in sorted((d for d in drafts if d.place not in printed), key=lambda d: d.place):
        known = told
        for k, (found, group) in enumerate(made):
            at = _below(draft, group, known)
            if at is not None:
                made[k] = (found, (*group[:at], draft, *group[at:]))
                break
            known |= introductions(group)
    return tuple(made)


def _below(draft: Draft, group: tuple[Draft, ...], known: frozenset[Token]) -> int | None:
    """Where a line can stand in a section: after the last one that it rests on, and what leans on
    that; null if it rests on none, or takes more as told than it and what is ``known``.
    """
    order, index = draft.place
    held = [k for k, d in enumerate(group) if any(("line", d.place) in n for n in draft.needs)]
    if draft.leans:
        held = [k for k in held if group[k].place == (order, index - 1)]
    elif not held:
        held = [k for k, d in enumerate(group) if d.sheet is draft.sheet and d.index < index]
    if not held:
        return None
    at = held[-1] + 1
    while at < len(group) and group[at].leans and group[at].place < draft.place:
        at += 1
    return at if met(draft, known | introductions(group[:at])) else None
