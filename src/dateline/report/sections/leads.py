"""A heading for lines that stand together though no fact heads most of them: the dispatch's own
crosshead over them, the agency's headline, or what the first of them tells.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from dateline.report.citing import cite, line
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.headlines import worth
from dateline.report.headlines.borne import LIMIT, PLAIN, Heading, leads
from dateline.report.headlines.facts import FACTS
from dateline.report.headlines.headings import retold
from dateline.report.headlines.shorten import versions
from dateline.report.headlines.whole import OPENING
from dateline.report.lines.drafts import Draft, support
from dateline.report.lines.likeness import numbers
from dateline.report.lines.titles import headed
from dateline.report.words import count, keys, tidy

SAME = 0.8  # of a line's words
NEWS = 3  # first sentences of a dispatch, which its headline sums up
BORNE = 0.5  # of a crosshead's words that the line below it has
LONGEST = 7  # words of a crosshead
HEADLINE = 78  # characters, as in an agency's headline
REPEATED = 0.9  # of a line: a heading that long says it twice
MANY = 3  # lines of which most come from one dispatch that its first line can head

Group = tuple[Draft, ...]
Kind = Callable[[Draft, Group, Ground], Iterator[Heading]]


def lead(
    group: Group, ground: Ground, used: frozenset[str], kinds: tuple[Kind, ...] = ()
) -> Heading | None:
    """A heading that is about one line which can stand first (``used``: those taken, in lower
    case), of one of some ``kinds`` if given; null if there is none.
    """
    leading = [d for d in group if leads(group, d) and not d.leans]
    for kind in kinds or EVERY:
        for draft in leading:
            for found in kind(draft, group, ground):
                known = found.text.casefold() in used or retold(found.text, used)
                known = known or worth.is_earlier(found.text)
                if not (known or (kind is _told and _is_all_of(found.text, draft))):
                    return replace(found, about=draft)
    return None


def _is_all_of(text: str, draft: Draft) -> bool:
    """True for most of what its line says, which would stand there twice."""
    return len(keys(text) & draft.keys) > SAME * len(draft.keys)


def _crosshead(draft: Draft, group: Group, ground: Ground) -> Iterator[Heading]:
    """The crosshead above a line that has half of its words: the agency's own for that matter."""
    del group, ground
    above = headed(draft)
    if above is None:
        return
    text = tidy(draft.sheet.shown[above.span.start : above.span.end])
    words = keys(text)
    whole = 2 <= count(text) <= LONGEST and len(text) <= LIMIT and not text.isupper()
    sound = text[-1:].isalnum() and PLAIN.fullmatch(text) and not OPENING.match(text)
    if whole and sound and len(words & draft.keys) >= BORNE * len(words):
        yield Heading(text, (cite(draft.sheet, above.span),), draft)


def stale(drafts: Group) -> frozenset[str]:
    """The agencies' headlines, in lower case, with a count that a later one has overtaken."""
    gone = frozenset().union(*(d.gone for d in drafts))
    found = []
    for sheet in {d.sheet.order: d.sheet for d in drafts}.values():
        text = tidy(sheet.dispatch.headline or "").rstrip(".")
        given = {value for value, _ in numbers(text)}
        if any(a.id in gone and a.value in given for a in sheet.assertions):
            found.append(text.casefold())
    return frozenset(found)


def _prevails(draft: Draft, group: Group) -> bool:
    """True for a line from whose dispatch most of the lines are."""
    mine = sum(d.sheet is draft.sheet for d in group)
    return 2 * mine > len(group) and (mine == len(group) or len(group) <= MANY)


def _news(draft: Draft, group: Group, ground: Ground) -> Iterator[Heading]:
    """The headline of an agency whose news the line is, be it as a further source of it."""
    if not _prevails(draft, group):
        return
    spans = [(draft.sheet, draft.span)]
    spans += [(ground.of(c), c.span) for c in draft.also]
    mine = [d for d in group if d.sheet is draft.sheet and d is not draft]
    for sheet, span in spans:
        text = tidy(sheet.dispatch.headline or "").rstrip(".")
        told = sum(s.prose and s.span.end <= span.start for s in sheet.reading.sentences)
        if count(text) < 2 or text.isupper() or told >= NEWS or len(text) > HEADLINE:
            continue
        cited = (*support(draft), *draft.also, *(c for d in mine for c in support(d)))
        if PLAIN.fullmatch(text) and judge(line(ground, text, cited), ground) is None:
            yield Heading(text, cited, draft)


def _told(draft: Draft, group: Group, ground: Ground) -> Iterator[Heading]:
    """What the line tells, if need be as long as an agency's headline."""
    if not _prevails(draft, group):
        return
    for kind in FACTS:
        yield from kind(draft, ground)
    longest = min(HEADLINE, int(REPEATED * (draft.span.end - draft.span.start)))
    for text in versions(draft, longest):
        if (
            worth.is_sound(draft, text)
            and judge(line(ground, text, support(draft)), ground) is None
        ):
            yield Heading(text, support(draft), draft)


AGENCYS: tuple[Kind, ...] = (_crosshead, _news)
EVERY: tuple[Kind, ...] = (*AGENCYS, _told)
