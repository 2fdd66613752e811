"""Which drafts make the report: the strongest first, no repetition, within a budget of words."""

import re
from dataclasses import replace

from dateline.records import Refusal
from dateline.report.choosing import completing, readiness
from dateline.report.choosing.again import (
    core_tolls,
    echoes,
    goes_further,
    says_again,
)
from dateline.report.choosing.choice import Choice, drop, echo, join, refine
from dateline.report.choosing.introduced import eased, met, spelt, told, unhung
from dateline.report.choosing.limits import budget, enough, room
from dateline.report.choosing.missing import missing, support
from dateline.report.choosing.quoting import can_head, is_aside, is_heard, is_worth
from dateline.report.choosing.strict import is_plain, names_something, obscure, unvouched
from dateline.report.gate import judge
from dateline.report.gate.standing import word_limit
from dateline.report.ground import Ground
from dateline.report.lines import openers, pointing, pronouns, slips
from dateline.report.lines.drafts import Draft, line_of
from dateline.report.lines.reliance import Token
from dateline.report.lines.spelling import Said
from dateline.report.lines.titles import is_wrapup
from dateline.report.words import count

ECHO, MOST_ECHOES = 0.12, 4  # gained by a line for each other dispatch that tells it, up to four
WEAKEST = 0.15
FAINT = -0.3  # score under which a line is past, though it was news
LOST = -1.0  # score of a line that the story has left behind, whatever it leans on
NEW = 4  # stems that a sentence which leans on another must add to it
EMPTY = re.compile(
    r"\W*(?:this|that|these|those|such) (?:is|was|are|were|has|have|had|will|would|could|can|shows"
    r"|proves|means)\b",
    re.IGNORECASE,
)
"""The start of a remark on what was said before."""

STALE = 0.85
SETTLED = 12  # lines from which a new one must bring something new
NEAR = 3  # sentences before one in which it may have its matter
LEDE = 1.0  # of strength, for the sentence that opens a dispatch: it stands on its own
TOLD_ON = 5  # sentences of a dispatch in which a report of few lines goes on
SPARSE = 3  # lines below which a report takes what its dispatches introduce nowhere
LAST = 2  # lines of a report of which nothing stands as firmly as it should
NOTHING: frozenset[frozenset[Token]] = frozenset()


def choose(drafts: tuple[Draft, ...], ground: Ground) -> tuple[tuple[Draft, ...], list[Refusal]]:
    """The chosen drafts, strongest first, and what the gate refused on the way."""
    drafts = tuple(d for d in drafts if is_worth(d))
    drafts = tuple(replace(d, needs=NOTHING) if is_wrapup(d.sheet) else d for d in drafts)
    size, most = budget(drafts), room(drafts)
    choice = _chosen(drafts, Choice(ground, size, most))
    if all(d.spoken for d in choice.kept.values()):
        told = _at_last(tuple(d for d in drafts if not d.spoken), ground, size, most)
        quoted = choice if choice.kept else _quoted(drafts, ground, size, most)
        headed = any(can_head(d, ground) for d in quoted.kept.values())
        choice = quoted if headed and not told.kept else told
    kept = [_told_by_many(d, choice) for d in choice.kept.values()]
    chosen = sorted(kept, key=lambda d: (-d.score, -d.sheet.order, d.index))
    return tuple(chosen), choice.refused


def _at_last(drafts: tuple[Draft, ...], ground: Ground, size: int, most: int) -> Choice:
    """The choice of a report that has no line as firm as it should be, by the rules alone."""
    news = tuple(d for d in drafts if d.worth >= readiness.LEAST)
    choice = _chosen(news, Choice(ground, size, most, weighed=False))
    if choice.kept:
        return choice
    choice = _chosen(
        tuple(unhung(d) for d in drafts if names_something(d)),
        Choice(ground, size, most, weighed=False),
    )
    if not choice.kept:
        opening = tuple(d for d in drafts if d.opens and not unvouched(d))
        loose = Choice(ground, size, most, strict=False, weighed=False)
        choice = _chosen(opening, loose)
    if not choice.kept:
        early = (d for d in drafts if d.index <= NEAR and is_plain(d))
        news = tuple(replace(d, needs=NOTHING) for d in early)
        loose = Choice(ground, size, LAST, strict=False, weighed=False)
        choice = _chosen(news, loose)
    return choice


def _quoted(drafts: tuple[Draft, ...], ground: Ground, size: int, most: int) -> Choice:
    """The choice of a report of nothing but quotations, though they speak of what was not told."""
    spoken = tuple(unhung(d) for d in drafts if d.spoken and names_something(d))
    return _chosen(spoken, Choice(ground, size, most, weighed=False))


def _chosen(drafts: tuple[Draft, ...], choice: Choice) -> Choice:
    """The choice with all the drafts that it has room for: at each turn the strongest of those
    that the lines chosen so far make clear.
    """
    ranked = _ranked(drafts)
    while _take_next(ranked, choice):
        pass
    if choice.weighed:
        _take_main(ranked, choice)
        _fill_up(ranked, choice, enough(drafts))
    if 0 < len(choice.kept) < SPARSE:
        _fill(ranked, choice)
    if choice.weighed:
        _complete(ranked, choice)
    refine(choice)
    return choice


def _take_main(ranked: list[Draft], choice: Choice) -> None:
    """Take the main news that the report misses, though its day is vague; if its words broke, only
    of a dispatch of which nothing is printed.
    """
    told = {d.sheet.order for d in choice.kept.values()}
    for draft in missing(ranked, choice.kept.values(), choice.ground):
        if draft.sheet.order in told and slips.slip(openers.without(draft.sheet, draft.span)):
            continue
        before = support(draft, ranked)
        for one in (before, draft) if before and not _is_clear(draft, choice) else (draft,):
            if one.score > FAINT and _is_clear(one, choice):
                _consider(one, choice, strict=False)


def _is_clear(draft: Draft, choice: Choice) -> bool:
    return readiness.is_clear(draft, choice.kept, readiness.LOOSE)


def _complete(ranked: list[Draft], choice: Choice) -> None:
    """Take what turns against a line, to stand below it; a line that is misleading without goes."""
    at = {d.place: d for d in ranked}
    for draft in sorted(choice.kept.values(), key=lambda d: d.place):
        if not (readiness.is_judged(draft) and completing.turned(draft)):
            continue
        after = at.get((draft.sheet.order, draft.index + 1))
        if after and after.place in choice.kept:
            continue
        if after and completing.belongs(draft, after):
            choice.most += 1
            _consider(after, choice, strict=False)
        told = after is not None and any(says_again(d, after) for d in choice.kept.values())
        if after and after.place in choice.kept:
            choice.kept[after.place] = completing.tied(choice.kept[after.place])
        elif not told and completing.misleads(draft, after):
            drop(draft, choice)


def _fill_up(ranked: list[Draft], choice: Choice, words: int) -> None:
    """Take plainer lines as long as a report has fewer words than it should."""
    choice.floor = readiness.PLAIN
    choice.tried = set(choice.kept)
    while choice.words < words and _take_next(ranked, choice):
        pass


def _fill(ranked: list[Draft], choice: Choice) -> None:
    """Take more lines for a report of few: plainer ones, and such as say less of who is meant."""
    choice.risk, choice.floor = readiness.LOOSE, readiness.LEAST
    choice.tried = set(choice.kept)
    near = [eased(d) for d in ranked if d.index <= NEAR and is_plain(d)]
    for some in (ranked if choice.weighed else [], near):
        while len(choice.kept) < SPARSE and _take_next(some, choice):
            pass
    _go_on(ranked, choice)


def _go_on(ranked: list[Draft], choice: Choice) -> None:
    """Tell on, in the words of a dispatch, what a report of few lines has only begun to tell: what
    leans on one of its lines stands below that, as it did in the dispatch.
    """
    choice.sparse = True
    choice.tried = set(choice.kept)
    after = [d for d in ranked if d.index <= TOLD_ON and is_plain(d)]
    after = [replace(d, leans=False) if d.definite else d for d in after]
    after.sort(key=lambda d: (-d.sheet.order, d.index))
    while len(choice.kept) < SPARSE and _take_next(after, choice):
        pass


def _ranked(drafts: tuple[Draft, ...]) -> list[Draft]:
    """The strongest first; who introduces somebody is as strong as the lines that need it."""
    strength = {d.place: d.score + LEDE * d.opens for d in drafts}
    wanted: dict[Token, float] = {}
    for draft in drafts:
        for token in (t for need in draft.needs for t in need if t[0] == "name"):
            wanted[token] = max(wanted.get(token, WEAKEST), draft.score)
    for draft in (d for d in drafts if not d.needs and not d.leans):
        most = max((wanted.get(token, WEAKEST) for token in draft.tells), default=WEAKEST)
        strength[draft.place] = max(strength[draft.place], most if draft.score > 0 else 0.0)
    return sorted(drafts, key=lambda d: (is_aside(d), -strength[d.place], -d.sheet.order, d.index))


def _take_next(ranked: list[Draft], choice: Choice) -> bool:
    """Take the first draft that can be taken; false if there is none."""
    known = told(choice.kept.values())
    for draft in ranked:
        if draft.place not in choice.tried and _is_ready(draft, choice, known):
            choice.tried.add(draft.place)
            _consider(draft, choice)
            if draft.place in choice.kept:
                return True
    return False


def _is_ready(draft: Draft, choice: Choice, known: frozenset[Token]) -> bool:
    """True if the lines chosen so far make a draft clear, and it is worth a line, by the rules and
    by the models; of a draft of which the models are sure the rules are not asked.
    """
    if not (choice.weighed and readiness.is_judged(draft)):
        return _is_met(draft, choice, known)
    risk = max(choice.risk, readiness.LOOSE) if draft.opens else choice.risk
    if draft.score <= FAINT or draft.worth < choice.floor or _is_vain(draft, choice):
        return False
    if not readiness.is_clear(draft, choice.kept, risk):
        return False
    sure = readiness.is_clear(draft, choice.kept, readiness.SURE) and spelt(draft, known)
    return sure or _is_met(draft, choice, known)


def _is_vain(draft: Draft, choice: Choice) -> bool:
    """True for a remark that brings nothing of its own to the sentence before it, for what nothing
    in its dispatch makes clear, and for what a "he" says whom nobody names.
    """
    order, index = draft.place
    named = tuple(e.span for e in pronouns.edits(draft.sheet, draft.span))
    unsaid = pointing.said_by_nobody(draft.sheet, draft.span, named)
    before = choice.kept.get((order, index - 1))
    remark = before is not None and draft.leans and not _goes_further(draft, before)
    remark = remark and (draft.worth < readiness.STRONG or _is_empty(draft))
    return remark or unsaid or any(not need for need in draft.needs)


def _is_met(draft: Draft, choice: Choice, known: frozenset[Token]) -> bool:
    """True if the lines chosen so far make a draft clear, and it is worth a line. What was told of
    by anything but the opening of its dispatch or the sentence before it may have changed since.
    """
    order, index = draft.place
    before = choice.kept.get((order, index - 1))
    near = {(order, index - back) for back in range(1, NEAR + 1)}
    near |= {d.place for d in choice.kept.values() if d.opens}
    if not met(draft, frozenset(t for t in known if t[0] != "line" or t[1] in near)):
        return False
    if draft.leans:
        return (
            draft.score > LOST
            and before is not None
            and (before.opens or is_wrapup(draft.sheet) or choice.sparse)
            and _goes_further(draft, before)
        )
    return draft.score > WEAKEST


def _told_by_many(draft: Draft, choice: Choice) -> Draft:
    """A line that other dispatches tell, too, is worth more: so their reporters saw it."""
    others = len(choice.echoes.get(draft.place, ()))
    return replace(draft, score=draft.score + ECHO * min(others, MOST_ECHOES))


def _goes_further(draft: Draft, before: Draft) -> bool:
    """True if a sentence that leans on another brings a name, an event or a figure of its own:
    "This was proved by what followed" does not. A toll is enough: "One of his guards was killed".
    """
    reading = draft.sheet.reading
    spans = [n.span for n in reading.names] + [p.span for p in reading.places]
    spans += [e.span for e in reading.events] + [f.span for f in reading.figures]
    solid = any(draft.span.contains(s) for s in spans)
    return (
        solid
        and (len(draft.gist - before.gist) >= NEW or bool(core_tolls(draft) - core_tolls(before)))
        and not _is_empty(draft)
    )


def _is_empty(draft: Draft) -> bool:
    return EMPTY.match(draft.sheet.shown, draft.span.start, draft.span.end) is not None


def _consider(draft: Draft, choice: Choice, *, strict: bool = True) -> None:
    size = count(draft.sheet.shown[draft.span.start : draft.span.end])
    near = [d for d in choice.kept.values() if echoes(d, draft)]
    for heard in near[:1]:
        echo(heard, draft, choice)
    known = [d for d in near if says_again(d, draft)]
    further = choice.sparse or (choice.weighed and draft.worth >= readiness.STRONG)
    twin = next((d for d in known if not (further and goes_further(d, draft))), None)
    if twin:
        join(twin, draft, choice)
        return
    if choice.words + size > choice.budget and choice.kept:
        return
    if (
        len(choice.kept) >= choice.most
        or _is_stale(draft, choice)
        or is_heard(draft, choice.kept.values())
    ):
        return
    line = line_of(draft, choice.ground, Said())
    if line is None or not _within_terms(draft, size, choice):
        return
    strict = strict and choice.strict and not is_wrapup(draft.sheet)
    if strict and obscure(draft, line.text, choice.ground.as_of):
        return
    refusal = judge(line, choice.ground)
    if refusal:
        choice.refused.append(refusal)
        return
    choice.kept[draft.place] = readiness.settled(draft, choice.kept) if choice.weighed else draft
    choice.words += size
    guid = draft.sheet.dispatch.guid
    choice.taken[guid] = choice.taken.get(guid, 0) + size


def _is_stale(draft: Draft, choice: Choice) -> bool:
    """True if nearly all that a draft speaks of has been spoken of, and it has no new figure."""
    if len(choice.kept) < SETTLED:
        return False
    known = frozenset().union(*(d.gist for d in choice.kept.values()))
    tolls = frozenset().union(*(core_tolls(d) for d in choice.kept.values()))
    old = len(draft.gist & known) >= STALE * len(draft.gist)
    return old and core_tolls(draft) <= tolls


def _within_terms(draft: Draft, size: int, choice: Choice) -> bool:
    """A source's limit holds for all that the report takes from a dispatch together."""
    limit = word_limit(draft.sheet)
    taken = choice.taken.get(draft.sheet.dispatch.guid, 0)
    return limit is None or taken + size <= limit
