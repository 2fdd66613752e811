"""Threads printed as sections: a heading, and lines that the gate accepts."""

from dateline.records import Line, Refusal, Section
from dateline.report.choosing.introduced import introduced
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.headlines.borne import Heading, leads
from dateline.report.headlines.headings import heading
from dateline.report.headlines.house import MORE, REST, house
from dateline.report.lines.drafts import Draft, line_of, main_language, support
from dateline.report.lines.spelling import Said
from dateline.report.sections import beats
from dateline.report.sections.threads import ordered, rank, threads

MANY = 8  # lines
FEW = 3  # lines that one of them can head

Part = tuple[Heading, tuple[Draft, ...]]


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
    drafts: tuple[Draft, ...], ground: Ground, headline: str, told: frozenset[str]
) -> tuple[tuple[Section, ...], list[Refusal]]:
    """The sections in the order of their threads, each under a heading of its own; what no heading
    fits stands by beat, and what is left last. No heading repeats the ``headline``. ``told``: what
    the standfirst has introduced.
    """
    language = main_language(ground)
    titles = (house(REST, language), house(MORE, language))
    used = {*(title.casefold() for title in titles), headline.casefold()}
    whole, rest = _headed(drafts, ground, language, used, told)
    rest = introduced(rest, told)
    loose = _loose(rest, tuple(group for _, group in whole), ground, titles, used)
    made: list[Section] = []
    refused: list[Refusal] = []
    for found, group in (*whole, *loose):
        lines, kept_out = printed(introduced(group, told), ground)
        refused += kept_out
        if lines:
            made.append(Section(found.text, lines, found.citations))
    return tuple(made), refused


def _headed(
    drafts: tuple[Draft, ...], ground: Ground, language: str, used: set[str], told: frozenset[str]
) -> tuple[list[Part], tuple[Draft, ...]]:
    """Threads with their headings, in order of print, and the lines that have none."""
    groups, single = threads(drafts, ground)
    groups = tuple(kept for group in groups if (kept := introduced(group, told)))
    whole: list[Part] = []
    loose: list[tuple[Draft, ...]] = []
    apart: list[Draft] = []
    for i, group in enumerate(groups):
        others = (*groups[:i], *groups[i + 1 :], single)
        found = heading(group, others, ground, frozenset(used))
        if found is None:
            loose.append(group)
        else:
            used.add(found.text.casefold())
            kept, odd = _fitting(group, found)
            whole.append((found, led(kept, found.about)))
            apart += odd
    by_beat, rest = beats.parted((*single, *apart), tuple(loose))
    for name, group in by_beat:
        citations = tuple(c for d in group for c in support(d))
        likely = (d for d in group if leads(group, d) and beats.beat(d) == name)
        first = next((d for d in likely if not d.leans), None)
        if first is None:
            rest = ordered((*rest, *group))
            continue
        whole.append((Heading(beats.title(name, language), citations), led(group, first)))
    return sorted(whole, key=lambda part: rank(part[1], ground)), rest


def _fitting(
    group: tuple[Draft, ...], found: Heading
) -> tuple[tuple[Draft, ...], tuple[Draft, ...]]:
    """The lines that a heading fits, and those that it does not with what leans on them."""
    odd: list[Draft] = []
    for draft in group:
        if draft in found.unfit or (
            draft.leans and odd and odd[-1] is group[group.index(draft) - 1]
        ):
            odd.append(draft)
    return tuple(d for d in group if d not in odd), tuple(odd)


def led(group: tuple[Draft, ...], first: Draft | None) -> tuple[Draft, ...]:
    """The lines of a section, that which its heading is about first, with what leans on it."""
    if first is None or first not in group:
        return group
    at = group.index(first)
    while at > 0 and group[at].leans:
        at -= 1
    end = at + 1
    while end < len(group) and group[end].leans:
        end += 1
    return (*group[at:end], *group[:at], *group[end:])


def _loose(
    rest: tuple[Draft, ...],
    others: tuple[tuple[Draft, ...], ...],
    ground: Ground,
    titles: tuple[str, ...],
    used: set[str],
) -> list[Part]:
    """What is left: under a heading of its own if it is little, or all that there is."""
    if rest and (not others or len(rest) <= FEW):
        found = heading(rest, others, ground, frozenset(used))
        if found:
            return [(found, led(rest, found.about))]
    return [(Heading(t, ()), part) for t, part in zip(titles, _halves(rest), strict=False)]


def _halves(single: tuple[Draft, ...]) -> tuple[tuple[Draft, ...], ...]:
    """Lone lines in one part or, where they are many, two; what leans stays with its support."""
    if len(single) <= MANY:
        return (single,)
    starts = [i for i in range(len(single) // 2, len(single)) if not single[i].leans]
    at = starts[0] if starts else len(single)
    return single[:at], single[at:]
