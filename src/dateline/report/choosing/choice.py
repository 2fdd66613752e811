"""The choosing of lines so far, and how lines that tell the same are joined in it."""

from dataclasses import dataclass, field, replace

from dateline.records import Refusal
from dateline.report import citing
from dateline.report.choosing import readiness, twice
from dateline.report.choosing.again import tells_the_same
from dateline.report.choosing.facts import covering
from dateline.report.choosing.introduced import unmet
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft, line_of, support
from dateline.report.lines.likeness import same_numbers
from dateline.report.lines.spelling import Said
from dateline.report.words import count

MAX_ALSO = 3  # further citations of one line


@dataclass(slots=True)
class Choice:
    """The choosing so far: drafts by place, their words, refusals, words taken per dispatch.

    ``sparse``: there is so little of it that it goes on where its lines lead;
    ``most`` is the number of lines that there is room for, ``strict`` if only what a reader can
    place and trace has any; ``tried``: what has been considered;
    ``weighed``: the models are asked, too; ``risk``: how likely a reader may stumble over a line;
    ``floor``: the least news value of one;
    ``echoes``: by place, the dispatches that say the same.
    """

    ground: Ground
    budget: int
    most: int
    strict: bool = True
    kept: dict[tuple[int, int], Draft] = field(default_factory=dict)
    words: int = 0
    refused: list[Refusal] = field(default_factory=list)
    taken: dict[str, int] = field(default_factory=dict)
    echoes: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    tried: set[tuple[int, int]] = field(default_factory=set)
    sparse: bool = False
    weighed: bool = True
    risk: float = readiness.RISK
    floor: float = readiness.FLOOR


def refine(choice: Choice) -> None:
    """Leave out what no line introduces, and what others tell in other words, with all that leans
    on it. Nothing weaker takes the room: a shorter report is the better one.
    """
    while gone := [*unmet(choice.kept.values()), *_told_twice(choice)]:
        for draft in gone:
            order, index = draft.place
            while (order, index) in choice.kept:
                drop(choice.kept[order, index], choice)
                index += 1
                if (order, index) in choice.kept and not choice.kept[order, index].leans:
                    break


def _told_twice(choice: Choice) -> list[Draft]:
    """The weakest line that others cover, if there is one; it becomes a citation of theirs."""
    for draft in sorted(choice.kept.values(), key=lambda d: (d.score, d.place)):
        order, index = draft.place
        after = choice.kept.get((order, index + 1))
        twin = covering(draft, choice.kept.values()) or _told_before(draft, choice)
        if twin is not None and not (after and after.leans):
            join(twin, draft, choice)
            stands = choice.kept[twin.place]
            choice.kept[twin.place] = replace(stands, score=max(stands.score, draft.score))
            choice.echoes.setdefault(twin.place, set()).update(choice.echoes.get(draft.place, ()))
            return [draft]
    return []


def _told_before(draft: Draft, choice: Choice) -> Draft | None:
    """The line that a further one only tells again, though that was chosen first and unless others
    rest on it.
    """
    others = [d for d in choice.kept.values() if d.place != draft.place]
    twin = next((d for d in others if twice.tells(d, draft)), None)
    return None if twin is None or unmet(others) else twin


def drop(draft: Draft, choice: Choice) -> None:
    """Take a line out of the report."""
    del choice.kept[draft.place]
    size = count(draft.sheet.shown[draft.span.start : draft.span.end])
    choice.words -= size
    choice.taken[draft.sheet.dispatch.guid] -= size


def _bears_out(draft: Draft, twin: Draft, ground: Ground) -> bool:
    """True if the line of one draft could rest on the words of another alone."""
    told = line_of(twin, ground, Said())
    alone = told and citing.line(ground, told.text, support(draft))
    return alone is not None and judge(alone, ground, tolerant=True) is None


def echo(heard: Draft, draft: Draft, choice: Choice) -> None:
    """Note that another dispatch tells of the matter of a line."""
    own = heard.sheet.dispatch.guid
    choice.echoes.setdefault(heard.place, set()).update({draft.sheet.dispatch.guid} - {own})


def join(twin: Draft, draft: Draft, choice: Choice) -> None:
    """What another dispatch says becomes a further citation of the line, if it tells the same or
    the gate finds that its words alone bear the line out: what a report need not say again can
    still be another thing, about the same people.
    """
    one = twin.sheet.shown[twin.span.start : twin.span.end]
    other = draft.sheet.shown[draft.span.start : draft.span.end]
    guids = {twin.sheet.dispatch.guid, *(c.guid for c in twin.also)}
    echo(twin, draft, choice)
    if draft.sheet.dispatch.guid in guids or len(twin.also) >= MAX_ALSO:
        return
    if draft.leans or not same_numbers(one, other):
        return
    if not (tells_the_same(twin, draft) or _bears_out(draft, twin, choice.ground)):
        return
    joined = replace(twin, also=(*twin.also, *support(draft)))
    line = line_of(joined, choice.ground, Said())
    if line is not None and judge(line, choice.ground) is None:
        choice.kept[twin.place] = joined
