"""Threads printed as sections: a heading, and lines that the gate accepts."""

from dateline.records import Line, Refusal, Section
from dateline.report.absolute import Said
from dateline.report.drafts import Draft, line_of
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.headings import heading
from dateline.report.threads import threads

REST = "In other developments"
"""Over lines that belong to no thread: the one heading that says nothing of its own."""


def printed(drafts: tuple[Draft, ...], ground: Ground) -> tuple[tuple[Line, ...], list[Refusal]]:
    """Drafts as lines that run on: a date given in full once is a weekday after that."""
    lines: list[Line] = []
    refused: list[Refusal] = []
    said = Said()
    for draft in drafts:
        made = line_of(draft, ground, said)
        refusal = judge(made, ground) if made else None
        if made and refusal is None:
            lines.append(made)
        elif refusal:
            refused.append(refusal)
    return tuple(lines), refused


def sections(
    drafts: tuple[Draft, ...], ground: Ground
) -> tuple[tuple[Section, ...], list[Refusal]]:
    """The sections in the order of their threads, each under a heading of its own."""
    groups, single = threads(drafts, ground)
    made: list[Section] = []
    refused: list[Refusal] = []
    used: set[str] = set()
    for i, group in enumerate(groups):
        lines, kept_out = printed(group, ground)
        refused += kept_out
        if lines:
            others = (*groups[:i], *groups[i + 1 :], single)
            title = heading(group, others, ground, frozenset(used))
            used.add(title.text.casefold())
            made.append(Section(title.text, lines, title.citations))
    rest, kept_out = printed(single, ground)
    if rest:
        made.append(Section(REST, rest))
    return tuple(made), [*refused, *kept_out]
