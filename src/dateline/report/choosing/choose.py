"""Which drafts make the report: the strongest first, no repetition, within a budget of words."""

import re
from dataclasses import dataclass, field, replace

from dateline.records import Place, Refusal
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report.choosing.facts import covering, quoted
from dateline.report.choosing.introduced import unmet
from dateline.report.gate import judge
from dateline.report.gate.standing import word_limit
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft, line_of, support
from dateline.report.lines.likeness import (
    contained,
    elsewhere,
    repeats,
    retells,
    same_numbers,
)
from dateline.report.lines.spelling import Said
from dateline.report.words import count

FULL = 1100  # words of a full report, headline apart
BRIEF = 150
SHARE = 0.85  # of what could be printed, on top of a brief, for stories of few dispatches
MAX_ALSO = 3  # further citations of one line
ECHO, MOST_ECHOES = 0.12, 4  # gained by a line for each other dispatch that tells it, up to four
WEAKEST = 0.15
LOST = -1.0  # score of a line that the story has left behind, whatever it leans on
SAME_TOLL = 0.35  # of the smaller sentence's words, beside the same tolls, make a repetition
QUOTED = 0.3  # ... beside the same quotation
NEW = 4  # stems that a sentence which leans on another must add to it
EMPTY = re.compile(
    r"\W*(?:this|that|these|those|such) (?:is|was|are|were|has|have|had|will|would|could|can|shows"
    r"|proves|means)\b",
    re.IGNORECASE,
)
"""The start of a remark on what was said before."""

STALE = 0.85
SETTLED = 12  # lines from which a new one must bring something new
FIRST = 0.85  # of the budget, for lines that stand alone; the rest for those that follow them


@dataclass(slots=True)
class Choice:
    """The choosing so far: drafts by place, their words, refusals, words taken per dispatch;
    ``echoes``: by place, the dispatches that say the same.
    """

    ground: Ground
    budget: int
    kept: dict[tuple[int, int], Draft] = field(default_factory=dict)
    words: int = 0
    refused: list[Refusal] = field(default_factory=list)
    taken: dict[str, int] = field(default_factory=dict)
    echoes: dict[tuple[int, int], set[str]] = field(default_factory=dict)


def choose(drafts: tuple[Draft, ...], ground: Ground) -> tuple[tuple[Draft, ...], list[Refusal]]:
    """The chosen drafts, strongest first, and what the gate refused on the way."""
    ranked = sorted(drafts, key=lambda d: (-d.score, -d.sheet.order, d.index))
    choice = Choice(ground, budget(drafts))
    alone = [d for d in ranked if not d.leans and d.score > WEAKEST]
    for draft in alone:
        if choice.words < FIRST * choice.budget:
            _consider(draft, choice)
    for draft in sorted(ranked, key=lambda d: d.place):
        before = choice.kept.get((draft.sheet.order, draft.index - 1))
        if draft.leans and draft.score > LOST and before and _goes_further(draft, before):
            _consider(draft, choice)
    for draft in alone:
        if draft.place not in choice.kept:
            _consider(draft, choice)
    _refine(choice)
    kept = [_told_by_many(d, choice) for d in choice.kept.values()]
    chosen = sorted(kept, key=lambda d: (-d.score, -d.sheet.order, d.index))
    return tuple(chosen), choice.refused


def _told_by_many(draft: Draft, choice: Choice) -> Draft:
    """A line that other dispatches tell, too, is worth more: so their reporters saw it."""
    others = len(choice.echoes.get(draft.place, ()))
    return replace(draft, score=draft.score + ECHO * min(others, MOST_ECHOES))


def _refine(choice: Choice) -> None:
    """Leave out what no line introduces, and what others tell in other words, with all that leans
    on it. Nothing weaker takes the room: a shorter report is the better one.
    """
    while gone := [*unmet(choice.kept.values()), *_told_twice(choice)]:
        for draft in gone:
            order, index = draft.place
            while (order, index) in choice.kept:
                _drop(choice.kept.pop((order, index)), choice)
                index += 1
                if (order, index) in choice.kept and not choice.kept[order, index].leans:
                    break


def _told_twice(choice: Choice) -> list[Draft]:
    """The weakest line that others cover, if there is one; it becomes a citation of theirs."""
    for draft in sorted(choice.kept.values(), key=lambda d: (d.score, d.place)):
        order, index = draft.place
        after = choice.kept.get((order, index + 1))
        twin = covering(draft, choice.kept.values())
        if twin is not None and not (after and after.leans):
            _join(twin, draft, choice)
            stands = choice.kept[twin.place]
            choice.kept[twin.place] = replace(stands, score=max(stands.score, draft.score))
            choice.echoes.setdefault(twin.place, set()).update(choice.echoes.get(draft.place, ()))
            return [draft]
    return []


def _drop(draft: Draft, choice: Choice) -> None:
    size = count(draft.sheet.shown[draft.span.start : draft.span.end])
    choice.words -= size
    choice.taken[draft.sheet.dispatch.guid] -= size


def _goes_further(draft: Draft, before: Draft) -> bool:
    """True if a sentence that leans on another brings a name, an event or a figure of its own:
    "This was proved by what followed" does not.
    """
    reading = draft.sheet.reading
    spans = [n.span for n in reading.names] + [p.span for p in reading.places]
    spans += [e.span for e in reading.events] + [f.span for f in reading.figures]
    solid = any(draft.span.contains(s) for s in spans)
    return (
        solid
        and len(draft.gist - before.gist) >= NEW
        and not EMPTY.match(draft.sheet.shown, draft.span.start, draft.span.end)
    )


def budget(drafts: tuple[Draft, ...]) -> int:
    """Words to print: most of a short story, at most a full report."""
    printable = sum(count(d.sheet.shown[d.span.start : d.span.end]) for d in drafts)
    return min(FULL, max(BRIEF, int(printable * SHARE) + BRIEF))


def _consider(draft: Draft, choice: Choice) -> None:
    size = count(draft.sheet.shown[draft.span.start : draft.span.end])
    twin = next((d for d in choice.kept.values() if says_again(d, draft)), None)
    if twin:
        _join(twin, draft, choice)
        return
    if choice.words + size > choice.budget and choice.kept:
        return
    if _is_stale(draft, choice):
        return
    line = line_of(draft, choice.ground, Said())
    if line is None or not _within_terms(draft, size, choice):
        return
    refusal = judge(line, choice.ground)
    if refusal:
        choice.refused.append(refusal)
        return
    choice.kept[draft.place] = draft
    choice.words += size
    guid = draft.sheet.dispatch.guid
    choice.taken[guid] = choice.taken.get(guid, 0) + size


def says_again(kept: Draft, draft: Draft) -> bool:
    """True if a draft repeats a kept one: in its words, or with the same tolls of the same."""
    here, there = _set_in(kept, draft), _set_in(draft, kept)
    vague = _are_countries(here) != _are_countries(there)  # "in New York", "against Ukraine"
    tolls = core_tolls(draft)
    if elsewhere(here, there) and (tolls or core_tolls(kept) or not vague):
        return False
    if repeats(kept.gist, draft.gist) or quotes_again(kept, draft):
        return True
    if not tolls and not core_tolls(kept) and retells(kept.gist, draft.gist, _spots(kept, draft)):
        return True
    return (
        bool(tolls) and tolls <= core_tolls(kept) and contained(kept.gist, draft.gist) >= SAME_TOLL
    )


def quotes_again(kept: Draft, draft: Draft) -> bool:
    """True if a draft brings no more than a quotation, or part of one, that a kept line has."""
    own, told = quoted(draft), quoted(kept)
    fresh = core_tolls(draft) - core_tolls(kept)
    alike = contained(kept.gist, draft.gist) >= QUOTED
    return bool(own) and own <= told and alike and not fresh


def _spots(a: Draft, b: Draft) -> frozenset[str]:
    """The places that two lines can be of, as gist keys: countries only if neither is narrower."""
    towns = [p for p in (*a.spots, *b.spots) if not _are_countries((p,))]
    if towns:
        return frozenset(f"#{p.geonameid}" for p in towns)
    return frozenset(key for key in a.gist & b.gist if key.startswith("#"))


def _set_in(draft: Draft, other: Draft) -> tuple[Place, ...]:
    """Where a line is set: its places, but for countries that the other line speaks of as well, in
    whatever role.
    """
    return tuple(
        p for p in draft.spots if not _are_countries((p,)) or f"#{p.geonameid}" not in other.gist
    )


def _are_countries(spots: tuple[Place, ...]) -> bool:
    return all((p.feature or "").startswith("PCL") for p in spots)


def core_tolls(draft: Draft) -> frozenset[tuple[str, float | None]]:
    """The core figures of a draft, by measure and number."""
    found = (f for f in draft.sheet.reading.figures if draft.span.contains(f.span))
    return frozenset((f.measure, f.value or f.low) for f in found if f.measure in CORE_MEASURES)


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


def _join(twin: Draft, draft: Draft, choice: Choice) -> None:
    """The same fact from another dispatch becomes a further citation, if its numbers agree."""
    one = twin.sheet.shown[twin.span.start : twin.span.end]
    other = draft.sheet.shown[draft.span.start : draft.span.end]
    guids = {twin.sheet.dispatch.guid, *(c.guid for c in twin.also)}
    own = twin.sheet.dispatch.guid
    choice.echoes.setdefault(twin.place, set()).update({draft.sheet.dispatch.guid} - {own})
    if draft.sheet.dispatch.guid in guids or len(twin.also) >= MAX_ALSO:
        return
    if draft.leans or not same_numbers(one, other):
        return
    joined = replace(twin, also=(*twin.also, *support(draft)))
    line = line_of(joined, choice.ground, Said())
    if line is not None and judge(line, choice.ground) is None:
        choice.kept[twin.place] = joined
