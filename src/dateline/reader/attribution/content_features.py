"""What tells the true content of a cue among the candidates."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from dateline.reader.attribution.content_pool import Candidate, Cue
from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.heads import inverted
from dateline.reader.attribution.model import Bunch, Features, named

SIZES = (2, 4, 8, 16, 40)  # bounds of the length classes, in tokens
PEEK = 60  # tokens in which a comma inside a candidate is looked for


@dataclass(frozen=True, slots=True)
class Setting:
    """What all candidates of one cue share. ``most``: the furthest end of any candidate; ``begin``
    and ``end``: the first and the last token of the cue's sentence.
    """

    cue: Cue
    form: str
    turned: str
    most: int
    begin: int
    end: int


def setting(grid: Grid, cue: Cue, some: list[Candidate]) -> Setting:
    """The shared part of the features of a cue's candidates."""
    head = cue.head
    most = max((one.ranges[-1][1] for one in some), default=0)
    turned = "turned" if inverted(grid, head) else ""
    form, sentence = f"{grid.pos[head]},{grid.dep[head]}", grid.sents[grid.sent[head]]
    return Setting(cue, form, turned, most, *sentence)


def _of_kind(kind: str, turned: str, form: str) -> Features:
    crossed = [f"k={kind}", f"k={kind},{turned}"]
    return Features([*crossed, f"k={kind},{form}"], crossed[:1], crossed)


def _of_size(size: int, kind: str) -> Features:
    found = [f"size={size}"]
    return Features([*found, f"size={size},k={kind}"], found)


def _of_sign(sign: str, kind: str) -> Features:
    return Features([sign, f"k={kind},{sign}"], [sign])


def _of_gap(gap: int, after: bool) -> Features:
    found = [f"gap={gap},{after}"]
    return Features(found, found)


def _of_quotes(opens: bool, closes: bool, same: bool, ranges: int, kind: str) -> Features:
    quotes = f"quotes={opens},{closes},{same}"
    found = [f"{quotes},n={ranges}"]
    return Features([*found, f"{quotes},{kind}"], found)


def _of_place(place: str, ranges: int, kind: str, most: bool, covers: bool) -> Features:
    found = [f"{place},n={ranges}", f"{place},k={kind}", f"most={most}"]
    return Features([*found, "covers source"] if covers else found)


def _of_begin(word: str, pos: str, kind: str) -> Features:
    return Features([f"begin={word},k={kind}", f"begin={pos},k={kind}"])


def _of_before(word: str) -> Features:
    return Features([f"before={word}"])


def _of_finish(pos: str, comma: bool) -> Features:
    return Features([f"finish={pos}", f"comma within={comma}"])


def _of_after(word: str, kind: str) -> Features:
    return Features([f"after={word}", f"after={word},k={kind}"])


def _place(shared: Setting, one: Candidate, first: int, last: int) -> Bunch:
    """Where a candidate lies in the sentence and against the other candidates."""
    place = "start" if first <= shared.begin else "mid"
    place += ",far" if last < shared.end - 1 else ",end"
    source, ranges = shared.cue.source, one.ranges
    covers = source is not None and first <= source[1] and source[0] <= last
    if covers and source and len(ranges) > 1:
        covers = any(a <= source[1] and source[0] <= b for a, b in ranges)
    return _of_place, place, len(ranges), one.kind[:8], last >= shared.most, covers


def _gap(cue: Cue, first: int, last: int) -> Bunch:
    """How far a candidate lies from the cue, and on which side."""
    after = first > cue.head
    gap = first - cue.last if after else cue.first - last
    return _of_gap, -1 if gap < -1 else min(gap, 6), after


def _quotes(grid: Grid, cue: Cue, one: Candidate, first: int, last: int) -> Bunch:
    """Whether quotations begin and end with a candidate, and whether it is a single one."""
    opening, closing, own = grid.quote[first], grid.quote[last], grid.quote[cue.head]
    opens, closes = opening >= 0 and opening != own, closing >= 0 and closing != own
    return _of_quotes, opens, closes, opens and opening == closing, len(one.ranges), one.kind[:9]


def _edges(grid: Grid, kind: str, first: int, last: int) -> tuple[Bunch, ...]:
    """The words at a candidate's ends, and whether it has a comma inside."""
    word, pos, commas = grid.word, grid.pos, grid.commas
    after = word[last + 1] if last + 1 < len(word) else ""
    at = bisect_left(commas, first)
    comma = at < len(commas) and commas[at] < min(last, first + PEEK)
    return (
        (_of_begin, word[first], pos[first], kind),
        (_of_before, word[first - 1] if first else ""),
        (_of_finish, pos[last], comma),
        (_of_after, after, kind),
    )


def bunches(grid: Grid, shared: Setting, one: Candidate) -> list[Bunch]:
    """What the content model sees of a candidate."""
    kind, ranges, cue = one.kind, one.ranges, shared.cue
    first, last = ranges[0][0], ranges[-1][1]
    tokens = last - first + 1
    for (_, before), (after, _) in pairwise(ranges):
        tokens -= after - before - 1
    return [
        (_of_kind, kind, shared.turned, shared.form),
        (_of_size, bisect_right(SIZES, tokens), kind[:8]),
        _gap(cue, first, last),
        _quotes(grid, cue, one, first, last),
        _place(shared, one, first, last),
        *_edges(grid, kind[:8], first, last),
        *[(_of_sign, sign, kind[:5]) for sign in one.signs],
    ]


def features(grid: Grid, shared: Setting, one: Candidate) -> Features:
    """The same by the features' names."""
    return named(bunches(grid, shared, one))
