"""Section headings: short and concrete, in words taken from what was said."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.report.choosing import salience
from dateline.report.ground import Ground
from dateline.report.headlines import prevailing, rivals, worth
from dateline.report.headlines.borne import Heading, leads, passing
from dateline.report.headlines.facts import FACTS
from dateline.report.headlines.house import RIVALS, VOICE, house
from dateline.report.headlines.phrases import phrases
from dateline.report.headlines.whole import OPENING
from dateline.report.lines.drafts import Draft, support
from dateline.report.lines.titles import headed
from dateline.report.words import count, keys, tidy

LEADING = 3  # lines of a thread that may give it a heading
HEADLINE = 72  # characters of an agency's headline
LEDE = 3  # sentences under an agency's headline that it may be borne out by
AGAIN = 0.6  # of its only line, which a longer heading says again
SAME = 0.8  # of what its only line tells, days and small words apart
SAME = 0.6  # of a heading's words that another has too
CLOSE = 4  # lines that a fact of the first can head
NEAR = 3  # sentences of a dispatch for each such line
MANY = 12  # lines of a report in which the bare name of a town tells its reader where he is
SHARE = 0.5  # of a thread's lines that a dispatch's own heading must stand above

Group = tuple[Draft, ...]


def heading(
    group: Group, others: tuple[Group, ...], ground: Ground, used: frozenset[str],
    *, voiced: bool = True,
) -> Heading | None:  # fmt: skip
    """A heading for a thread that no other has (``used``: those taken, in lower case), or null if
    nothing short and concrete can be said of it. ``voiced``: it may be "What the mayor said", as
    nothing that says more is at hand.
    """
    for found in _candidates(group, others, ground, voiced=voiced):
        known = found.text.casefold() in used or retold(found.text, used)
        if not (known or worth.is_earlier(found.text)):
            return found
    return None


def retold(text: str, used: frozenset[str]) -> bool:
    """True if another heading, or the headline, says much the same."""
    voiced = _is_voiced(text)
    words = keys(text)
    used = frozenset(one for one in used if _is_voiced(one) or not voiced)
    return any(len(words & keys(one)) >= max(2, SAME * len(words)) for one in used)


def _is_voiced(text: str) -> bool:
    """True for "What the mayor said", which is no fact that a headline may have told."""
    return text.casefold().startswith(house(VOICE, "en").format("").split()[0].casefold())


def _candidates(
    group: Group, others: tuple[Group, ...], ground: Ground, *, voiced: bool
) -> Iterator[Heading]:
    yield from _written(group, ground)
    yield from _rivals(group, ground)
    if not any(others):
        return  # all that there is needs no heading
    yield from _agencys(group, ground)
    yield from _told(group, ground)
    yield from phrases(group, others)
    voiced = voiced and len(group) > 1
    if voiced:
        yield from prevailing.voices(group, ground, prevailing.ALL_BUT)
    yield from _first_told(group, ground)
    if len(group) + sum(map(len, others)) >= MANY:
        yield from prevailing.towns(group, ground)
    if voiced:
        yield from prevailing.voices(group, ground)
    if len(group) > 1:
        yield from prevailing.subjects(group, ground)


def _told(group: Group, ground: Ground) -> Iterator[Heading]:
    """What one of the leading lines tells, if it fits half of the lines: tolls first."""
    leading = [d for d in _leaders(group) if not d.leans and _is_news(d, ground)]
    for kind in FACTS:
        for draft in leading:
            for found in kind(draft, ground):
                if _fits(found.text, group) and not says_again(found, group):
                    yield from _placed(found, group)


def _is_news(draft: Draft, ground: Ground) -> bool:
    """True for a line that tells neither background nor what happened long before."""
    return not (salience.is_background(draft, ground) or worth.is_dated_back(draft))


def says_again(found: Heading, group: Group) -> bool:
    """True for most of the words of the only line."""
    if len(group) > 1:
        return False
    longest = AGAIN * (group[0].span.end - group[0].span.start)
    told = len(keys(found.text) & group[0].keys)
    return len(found.text) > longest or told > SAME * len(group[0].keys)


def _first_told(group: Group, ground: Ground) -> Iterator[Heading]:
    """What the first line tells that can stand first, over lines of one dispatch that follow each
    other.
    """
    if not _is_close(group):
        return
    for draft in (d for d in group if not d.leans and leads(group, d) and _is_news(d, ground)):
        for kind in FACTS:
            yield from (found for found in kind(draft, ground) if not says_again(found, group))


def _is_close(group: Group) -> bool:
    """True for few lines that a reporter wrote one after another."""
    indices = [d.index for d in group]
    near = max(indices) - min(indices) < NEAR * len(group)
    return len(group) <= CLOSE and len({d.sheet.order for d in group}) == 1 and near


def _fits(text: str, group: Group) -> bool:
    """True if half of the lines speak of something that a heading names."""
    words = keys(text)
    return 2 * sum(bool(words & d.keys) for d in group) >= len(group)


def _placed(found: Heading, group: Group) -> Iterator[Heading]:
    """A heading whose line can stand first."""
    if found.about is None or leads(group, found.about):
        yield replace(found, unfit=_elsewhere(found, group))


def _elsewhere(found: Heading, group: Group) -> Group:
    """The lines set in a town, and not in that of the heading's line, if the heading names it."""
    about = found.about
    mine = {p.geonameid for p in prevailing.settled(about) if p.text in found.text} if about else ()
    spotted = ((d, {p.geonameid for p in prevailing.settled(d)}) for d in group)
    return tuple(d for d, towns in spotted if mine and towns and not towns & set(mine))


def _leaders(group: Group) -> tuple[Draft, ...]:
    """The lines that stand first, and the strongest others."""
    rest = sorted(group[LEADING:], key=lambda d: -d.score)
    return (*group[:LEADING], *rest[: LEADING - 1])


def _agencys(group: Group, ground: Ground) -> Iterator[Heading]:
    """An agency's headline over a dispatch that the thread is mostly made of."""
    for draft in group[:2]:
        mine = [d for d in group if d.sheet is draft.sheet]
        text = tidy(draft.sheet.dispatch.headline or "").rstrip(".")
        short = count(text) >= 2 and len(text) <= HEADLINE and not text.isupper()
        if short and draft.index < LEDE and 2 * len(mine) >= len(group):
            yield from passing(text, [draft, *(d for d in mine if d is not draft)], ground)


def _rivals(group: Group, ground: Ground) -> Iterator[Heading]:
    """Over lines of which two give disputed tolls: the numbers or, where they take too many words,
    a heading of ours.
    """
    held = [d for d in group if any(rivals.is_rival(a, d, ground) for a in d.sheet.assertions)]
    if len(held) >= 2:
        language = held[0].sheet.reading.language
        text = rivals.of_lines(held, ground) if language == "en" else None
        citations = tuple(c for d in held for c in support(d))
        yield Heading(text or house(RIVALS, language), citations, held[0])


def _written(group: Group, ground: Ground) -> Iterator[Heading]:
    """A heading that a dispatch has above most of these sentences, if they bear it out."""
    for above in dict.fromkeys(headed(d) for d in group):
        bearing = [d for d in group if headed(d) == above]
        if above is None or len(bearing) < SHARE * len(group):
            continue
        sheet = bearing[0].sheet
        text = tidy(sheet.shown[above.span.start : above.span.end])
        sound = text[-1:].isalnum() and not OPENING.match(text)
        if 2 <= count(text) <= 7 and not text.isupper() and sound:
            yield from passing(text, bearing, ground)
