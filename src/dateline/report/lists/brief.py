"""The report in 150 words, for those who read no more."""

from dateline.records import Dispute, Line
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft, line_of
from dateline.report.lines.spelling import Said
from dateline.report.words import count

WORDS = 150


def brief(
    chosen: tuple[Draft, ...], top: tuple[Draft, ...], disputes: tuple[Dispute, ...], ground: Ground
) -> tuple[Line, ...]:
    """The standfirst (``top``), the first dispute, and the strongest other lines that stand alone
    and for which there is room.
    """
    kept: list[Line] = []
    room, said = WORDS, Said()
    rest = [d for d in chosen if d not in top and not d.leans]
    worded: tuple[Draft | Line, ...] = (*top, *(d.line for d in disputes[:1]), *rest)
    for one in worded:
        line = line_of(one, ground, said) if isinstance(one, Draft) else one
        if line is None or judge(line, ground):
            continue
        size = count(line.text)
        if size <= room:
            kept.append(line)
            room -= size
    return tuple(kept)
