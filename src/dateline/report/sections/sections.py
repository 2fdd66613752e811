"""Threads printed as sections: a heading, and lines that the gate accepts."""

from dateline.records import Line, Refusal, Section
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.headlines.headings import heading
from dateline.report.headlines.house import MORE, REST, house
from dateline.report.lines.absolute import Said
from dateline.report.lines.drafts import Draft, line_of, main_language
from dateline.report.sections.threads import threads

MANY = 8  # lines


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
    drafts: tuple[Draft, ...], ground: Ground, headline: str
) -> tuple[tuple[Section, ...], list[Refusal]]:
    """The sections in the order of their threads, each under a heading of its own; a thread that
    no heading fits goes with the lone lines. No heading repeats the ``headline``.
    """
    groups, single = threads(drafts, ground)
    made: list[Section] = []
    refused: list[Refusal] = []
    loose: list[Draft] = []
    language = main_language(ground)
    titles = (house(REST, language), house(MORE, language))
    used = {*(title.casefold() for title in titles), headline.casefold()}
    for i, group in enumerate(groups):
        others = (*groups[:i], *groups[i + 1 :], single)
        found = heading(group, others, ground, frozenset(used))
        if found is None:
            loose += group
            continue
        lines, kept_out = printed(group, ground)
        refused += kept_out
        if lines:
            used.add(found.text.casefold())
            made.append(Section(found.text, lines, found.citations))
    for title, part in zip(titles, _halves((*loose, *single)), strict=False):
        rest, kept_out = printed(part, ground)
        refused += kept_out
        if rest:
            made.append(Section(title, rest))
    return tuple(made), refused


def _halves(single: tuple[Draft, ...]) -> tuple[tuple[Draft, ...], ...]:
    """Lone lines in one part or, where they are many, two; what leans stays with its support."""
    if len(single) <= MANY:
        return (single,)
    starts = [i for i in range(len(single) // 2, len(single)) if not single[i].leans]
    at = starts[0] if starts else len(single)
    return single[:at], single[at:]
