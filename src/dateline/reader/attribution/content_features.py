"""What tells the true content of a cue among the candidates."""

from bisect import bisect_right
from dataclasses import dataclass

from dateline.reader.attribution.content_pool import Candidate, Cue
from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.heads import inverted
from dateline.reader.attribution.model import Bunch, Features, named

SIZES = (2, 4, 8, 16, 40)  # bounds of the length classes, in tokens
PEEK = 60  # tokens in which a comma inside a candidate is looked for


@dataclass(frozen=True, slots=True)
class Setting:
    """What all candidates of one cue share. ``most``: the furthest end of any candidate."""

    cue: Cue
    form: str
    turned: str
    most: int


def setting(grid: Grid, cue: Cue, some: list[Candidate]) -> Setting:
    """The shared part of the features of a cue's candidates."""
    head = cue.head
    most = max((one.ranges[-1][1] for one in some), default=0)
    turned = "turned" if inverted(grid, head) else ""
    return Setting(cue, f"{grid.pos[head]},{grid.dep[head]}", turned, most)


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


def _place(grid: Grid, shared: Setting, one: Candidate) -> Bunch:
    """Where a candidate lies in the sentence and against the other candidates."""
    first, last = one.ranges[0][0], one.ranges[-1][1]
    sent_first, sent_last = grid.sents[grid.sent[shared.cue.head]]
    place = "start" if first <= sent_first else "mid"
    place += ",far" if last < sent_last - 1 else ",end"
    source = shared.cue.source
    covers = source is not None and any(a <= source[1] and source[0] <= b for a, b in one.ranges)
    return _of_place, place, len(one.ranges), one.kind[:8], last >= shared.most, covers


def _gap(cue: Cue, one: Candidate) -> Bunch:
    """How far a candidate lies from the cue, and on which side."""
    first, last = one.ranges[0][0], one.ranges[-1][1]
    after = first > cue.head
    gap = min(max((first - cue.last if after else cue.first - last), -1), 6)
    return _of_gap, gap, after


def _quotes(grid: Grid, shared: Setting, one: Candidate) -> Bunch:
    """Whether quotations begin and end with a candidate, and whether it is a single one."""
    opening, closing = grid.quote[one.ranges[0][0]], grid.quote[one.ranges[-1][1]]
    own = grid.quote[shared.cue.head]
    opens, closes = opening >= 0 and opening != own, closing >= 0 and closing != own
    return _of_quotes, opens, closes, opens and opening == closing, len(one.ranges), one.kind[:9]


def _edges(grid: Grid, one: Candidate) -> list[Bunch]:
    """The words at a candidate's ends, and whether it has a comma inside."""
    first, last = one.ranges[0][0], one.ranges[-1][1]
    kind, word = one.kind[:8], grid.word
    after = word[last + 1] if last + 1 < len(word) else ""
    inside = word[first : min(last, first + PEEK)]
    comma = "," in inside and any(
        w == "," and number < 0 for w, number in zip(inside, grid.quote[first:last], strict=False)
    )
    return [
        (_of_begin, word[first], grid.pos[first], kind),
        (_of_before, word[first - 1] if first else ""),
        (_of_finish, grid.pos[last], comma),
        (_of_after, after, kind),
    ]


def bunches(grid: Grid, shared: Setting, one: Candidate) -> list[Bunch]:
    """What the content model sees of a candidate."""
    kind = one.kind
    tokens = 0
    for first, last in one.ranges:
        tokens += last - first + 1
    return [
        (_of_kind, kind, shared.turned, shared.form),
        (_of_size, bisect_right(SIZES, tokens), kind[:8]),
        _gap(shared.cue, one),
        _quotes(grid, shared, one),
        _place(grid, shared, one),
        *_edges(grid, one),
        *[(_of_sign, sign, kind[:5]) for sign in one.signs],
    ]


def features(grid: Grid, shared: Setting, one: Candidate) -> Features:
    """The same by the features' names."""
    return named(bunches(grid, shared, one))
