"""Threads printed as sections: a heading, and lines that the gate accepts. Lines of a report for
which there is no true heading stand without one.
"""

from collections.abc import Iterator

from dateline.records import Dispute, Line, Refusal, Section
from dateline.report import countries
from dateline.report.choosing.introduced import gives, introduced
from dateline.report.choosing.introduced import told as introductions
from dateline.report.figures import disputes
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.headlines import prevailing
from dateline.report.headlines.borne import Heading, leads
from dateline.report.headlines.headings import heading
from dateline.report.headlines.house import MORE, REST, house
from dateline.report.headlines.rivals import numbers
from dateline.report.lines.drafts import Draft, line_of, main_language, support
from dateline.report.lines.spelling import Said
from dateline.report.sections import beats
from dateline.report.sections.homes import Part, homed
from dateline.report.sections.leads import AGENCYS, lead, stale
from dateline.report.sections.nearness import commonplace, towns
from dateline.report.sections.order import ordered, rank
from dateline.report.sections.threads import LONGEST, STRONG, threads

MANY = 8  # lines
NEAR = 3  # sentences of a dispatch between lines that follow each other
SHARED = 2  # stems that make two lines of one matter
RUN = 4  # lines of one dispatch that follow each other under one heading
SHORT = 9  # lines that read on without headings
TELLING = 2  # sections with a heading of their own that make headings worth while
FEW = 3  # lines that one of them can head


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
    drafts: tuple[Draft, ...],
    ground: Ground,
    headline: str,
    top: tuple[Draft, ...],
    rivals: tuple[Dispute, ...] = (),
) -> tuple[tuple[Section, ...], list[Refusal]]:
    """The sections in the order of their threads, each under a heading of its own; what no heading
    fits stands by beat, and what is left last. No heading repeats the ``headline``. ``top``: the
    lines of the standfirst, which introduce what others take as told.
    """
    told = introductions(top)
    language = main_language(ground)
    titles = (house(REST, language), house(MORE, language))
    used = {*(title.casefold() for title in titles), countries.opened(headline)[1].casefold()}
    sided = _sides(drafts, rivals, ground)
    every = drafts
    drafts = tuple(d for d in drafts if all(d not in group for _, group in sided))
    whole, rest = _headed(drafts, ground, used, top)
    whole = sorted((*whole, *sided), key=lambda part: rank(part[1], ground, headline))
    rest = introduced(rest, told)
    whole, rest = _voiced(whole, rest)
    loose = _loose(rest, tuple(group for _, group in whole), ground, titles, used)
    made: list[Section] = []
    refused: list[Refusal] = []
    parts = _worth_heading((*whole, *loose), titles, bool(sided))
    for found, group in homed(parts, every, told):
        lines, kept_out = printed(group, ground)
        refused += kept_out
        if lines:
            made.append(Section(found.text, lines, found.citations))
    return tuple(made), refused


def _worth_heading(
    parts: tuple[Part, ...], titles: tuple[str, ...], sided: bool
) -> tuple[Part, ...]:
    """The parts of a report or, where hardly any has a heading that tells more than its lines, all
    of its lines without one.
    """
    lines = sum(len(group) for _, group in parts)
    telling = [g for found, g in parts if found.text and found.text not in titles and len(g) > 1]
    if sided or lines > SHORT or len(telling) >= TELLING:
        return parts
    every = tuple(d for _, group in parts for d in group)
    return ((Heading("", ()), every),) if every else ()


def _headed(
    drafts: tuple[Draft, ...], ground: Ground, used: set[str], top: tuple[Draft, ...]
) -> tuple[list[Part], tuple[Draft, ...]]:
    """Threads with their headings, in order of print, and the lines that have none."""
    language = main_language(ground)
    dull = commonplace((*drafts, *top)) | stale(drafts)
    gathered, single = threads(drafts, ground, top)
    groups = [introduced(_less(group, top), introductions(top)) for group in gathered]
    whole: list[Part] = []
    loose: list[tuple[Draft, ...]] = []
    apart: list[Draft] = []
    for i, group in enumerate(groups):
        if not group:
            continue
        others = (*(g for g in (*groups[:i], *groups[i + 1 :]) if g), single)
        above = tuple(d for d in gathered[i] if d in top)
        found = _found(group, others, above, ground, frozenset(used) | dull)
        if found is None:
            loose.append(group)
        else:
            used.add(found.text.casefold())
            kept, odd = _fitting(group, found)
            whole.append((found, led(kept, found.about)))
            apart += odd
    alone = [] if len(drafts) <= LONGEST else list(_alone(single, ground, used | dull))
    whole += alone
    single = tuple(d for d in single if all(d not in group for _, group in alone))
    by_beat, rest = beats.parted((*single, *apart), tuple(loose))
    for name, alike in by_beat:
        group = ordered(alike)
        citations = tuple(c for d in group for c in support(d))
        likely = (d for d in group if leads(group, d) and beats.beat(d, 1) == name)
        first = next((d for d in likely if not d.leans), None)
        if first is None:
            rest = ordered((*rest, *group))
            continue
        title = Heading(beats.title(name, language, group), citations)
        whole.append((title, led(group, first)))
    return whole, rest


def _sides(drafts: tuple[Draft, ...], rivals: tuple[Dispute, ...], ground: Ground) -> list[Part]:
    """Lines of a report that give one side of a disputed toll of no town, such as the losses of an
    army: under the rival numbers, apart from what happened on the ground.
    """
    made: list[Part] = []
    for dispute in rivals if len(drafts) > LONGEST else ():
        text = numbers(dispute.rivals, ground)
        found = [d for d in drafts if disputes.of(d.sheet, d.span, (dispute,), ground)]
        taken = {d.place for _, group in made for d in group}
        free = (d for d in found if d.place not in taken)
        apart = [d for d in free if not (d.leans or d.needs or towns(d))]
        if text and apart and not _leant_on(apart, drafts):
            made.append((Heading(text, dispute.line.citations), ordered(apart)))
    return made


def _leant_on(some: list[Draft], drafts: tuple[Draft, ...]) -> bool:
    after = {(d.sheet.order, d.index + 1) for d in some}
    return any(d.leans and d.place in after for d in drafts)


def _alone(single: tuple[Draft, ...], ground: Ground, used: set[str]) -> Iterator[Part]:
    """Strong lines that an agency's own words head, each as a section."""
    for draft in single:
        leaning = any(d.leans and d.place == (draft.place[0], draft.place[1] + 1) for d in single)
        if draft.score >= STRONG and not leaning and not draft.needs:
            found = lead((draft,), ground, frozenset(used), AGENCYS)
            if found:
                used.add(found.text.casefold())
                yield found, (draft,)


def _less(group: tuple[Draft, ...], top: tuple[Draft, ...]) -> tuple[Draft, ...]:
    return tuple(d for d in group if d not in top)


def _found(
    group: tuple[Draft, ...],
    others: tuple[tuple[Draft, ...], ...],
    above: tuple[Draft, ...],
    ground: Ground,
    used: frozenset[str],
) -> Heading | None:
    """The heading of a thread: of most of its lines, of one of them or, failing that, of the line
    of the standfirst (``above``) that the others go on from.
    """
    found = heading(group, others, ground, used, voiced=beats.leading(group) is None)
    if found or len(group) + sum(map(len, others)) <= LONGEST:
        return found
    found = lead(group, ground, used)
    settled = found or not above or beats.leading(group)
    return found if settled else lead(above, ground, used)


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
    """The lines of a section, that which its heading is about first, with what goes on from it."""
    if first is None or first not in group:
        return group
    at = group.index(first)
    while at > 0 and group[at].leans:
        at -= 1
    end = at + 1
    while end < len(group) and (group[end].leans or _takes(group[end], group[at:end])):
        end += 1
    return (*group[at:end], *group[:at], *group[end:])


def _takes(draft: Draft, lines: tuple[Draft, ...]) -> bool:
    """True for a line that takes as told what some lines tell."""
    return gives(lines, draft)


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
    made: list[Part] = []
    for run in (run for whole in _runs(rest) for run in _tails(whole)):
        if any(d in run for _, held in made for d in held):
            continue
        found = heading(run, (*others, rest), ground, frozenset(used)) if len(run) > 1 else None
        kept = akin(led(run, found.about)) if found else ()
        if found and len(kept) > 1:
            used.add(found.text.casefold())
            made.append((found, kept))
    headed = {d.place for _, run in made for d in run}
    rest = tuple(d for d in rest if d.place not in headed)
    if rest and not others and not made:
        return [(Heading("", ()), rest)]
    parts = zip(titles, _halves(rest) if rest else (), strict=False)
    return [*made, *((Heading(title, ()), part) for title, part in parts)]


def _tails(run: tuple[Draft, ...]) -> Iterator[tuple[Draft, ...]]:
    """A run, and what is left of it without its first lines, for want of a heading."""
    yield from (run[k:] for k in range(len(run) - 1) if k == 0 or not run[k].leans)


def _voiced(whole: list[Part], rest: tuple[Draft, ...]) -> tuple[list[Part], tuple[Draft, ...]]:
    """The sections of what somebody said with all else that they said, and what is left."""
    home: dict[tuple[int, int], str] = {}
    for draft in sorted(rest, key=lambda d: d.place):
        order, index = draft.place
        named = prevailing.speakers_of(draft)
        voices = [p[0].voice for p in whole if p[0].voice in named]
        before = home.get((order, index - 1)) if draft.leans else None
        if before or (voices and not draft.leans):
            home[draft.place] = before or voices[0] or ""
    made = [
        (found, (*group, *(d for d in rest if found.voice and home.get(d.place) == found.voice)))
        for found, group in whole
    ]
    return made, tuple(d for d in rest if d.place not in home)


def akin(group: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The first of some lines with those of its matter: of its paragraph, of a place or two words
    that it names too, or leaning on such a line.
    """
    first = group[0]
    kept = [first]
    for draft in group[1:]:
        near = draft.sheet is first.sheet and draft.sentence.paragraph == first.sentence.paragraph
        places = {p.geonameid for p in draft.spots} & {p.geonameid for p in first.spots}
        order, index = draft.place
        leaning = draft.leans and kept[-1].place == (order, index - 1)
        if leaning or (not draft.leans and (near or places or _shares(draft, first))):
            kept.append(draft)
    return tuple(kept)


def _shares(a: Draft, b: Draft) -> bool:
    return len(a.gist & b.gist) >= SHARED


def _runs(rest: tuple[Draft, ...]) -> Iterator[tuple[Draft, ...]]:
    """Lines of one dispatch that follow each other, few at a time; what leans stays with its
    support.
    """
    run: list[Draft] = []
    for k, draft in enumerate(rest):
        apart = run and (draft.sheet is not run[-1].sheet or draft.index - run[-1].index > NEAR)
        full = len(run) >= RUN and not draft.leans and len(rest) - k > 1
        if run and (apart or full):
            yield tuple(run)
            run = []
        run.append(draft)
    yield tuple(run)


def _halves(single: tuple[Draft, ...]) -> tuple[tuple[Draft, ...], ...]:
    """Lone lines in one part or, where they are many, two; what leans stays with its support."""
    if len(single) <= MANY:
        return (single,)
    starts = [i for i in range(len(single) // 2, len(single)) if not single[i].leans]
    at = starts[0] if starts else len(single)
    return single[:at], single[at:]
