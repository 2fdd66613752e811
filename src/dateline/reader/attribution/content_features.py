"""What tells the true content of a cue among the candidates."""

from dataclasses import dataclass

from dateline.reader.attribution.contents import Candidate, Cue
from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.heads import inverted
from dateline.reader.attribution.model import Features

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


def _place(grid: Grid, shared: Setting, one: Candidate) -> list[str]:
    """Where a candidate lies in the sentence and against the other candidates."""
    cue, n = shared.cue, len(one.ranges)
    first, last = one.ranges[0][0], one.ranges[-1][1]
    sent_first, sent_last = grid.sents[grid.sent[cue.head]]
    ends = "far" if last < sent_last - 1 else "end"
    starts = "start" if first <= sent_first else "mid"
    found = [f"{starts},{ends},n={n}", f"{starts},{ends},k={one.kind[:8]}"]
    found.append(f"most={last >= shared.most}")
    source = cue.source
    if source and any(a <= source[1] and source[0] <= b for a, b in one.ranges):
        found.append("covers source")
    return found


def _gap(cue: Cue, one: Candidate) -> str:
    """How far a candidate lies from the cue, and on which side."""
    first, last = one.ranges[0][0], one.ranges[-1][1]
    after = first > cue.head
    gap = min(max((first - cue.last if after else cue.first - last), -1), 6)
    return f"gap={gap},{after}"


def _quotes(grid: Grid, shared: Setting, one: Candidate) -> str:
    """Whether quotations begin and end with a candidate, and whether it is a single one."""
    opening, closing = grid.quote[one.ranges[0][0]], grid.quote[one.ranges[-1][1]]
    own = grid.quote[shared.cue.head]
    opens, closes = opening >= 0 and opening != own, closing >= 0 and closing != own
    return f"quotes={opens},{closes},{opens and opening == closing}"


def _edges(grid: Grid, one: Candidate) -> list[str]:
    """The words at a candidate's ends, and whether it has a comma inside."""
    first, last = one.ranges[0][0], one.ranges[-1][1]
    kind, word = one.kind[:8], grid.word
    after = word[last + 1] if last + 1 < len(word) else ""
    comma = any(word[k] == "," and grid.quote[k] < 0 for k in range(first, min(last, first + PEEK)))
    return [
        f"begin={word[first]},k={kind}",
        f"begin={grid.pos[first]},k={kind}",
        f"before={word[first - 1] if first else ''}",
        f"finish={grid.pos[last]}",
        f"after={after}",
        f"after={after},k={kind}",
        f"comma within={comma}",
    ]


def features(grid: Grid, shared: Setting, one: Candidate) -> Features:
    """What the content model sees of a candidate."""
    kind, quotes = f"k={one.kind}", _quotes(grid, shared, one)
    tokens = sum([b - a + 1 for a, b in one.ranges])
    size = f"size={sum([tokens >= bound for bound in SIZES])}"
    by_kind = [kind, f"{kind},{shared.turned}"]
    by_word = [kind, *one.signs, size, _gap(shared.cue, one), f"{quotes},n={len(one.ranges)}"]
    plain = [*by_word, f"{kind},{shared.turned}", f"{kind},{shared.form}", f"{size},{kind[:10]}"]
    plain += [f"{kind[:7]},{sign}" for sign in one.signs]
    plain += [f"{quotes},{one.kind[:9]}", *_place(grid, shared, one), *_edges(grid, one)]
    return Features(plain, by_word, by_kind)
