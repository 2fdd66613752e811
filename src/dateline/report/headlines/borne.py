"""A heading, and whether what it rests on bears it out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.records import Citation
from dateline.report.citing import line
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft, support
from dateline.report.words import keys

PLAIN = re.compile(r"[\w\s'’“”\".,&-]+")
LIMIT = 62  # characters


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with what supports it, the line that it is ``about`` (the first of its section),
    and the lines that it does not fit; ``voice``: whose words all of them are.
    """

    text: str
    citations: tuple[Citation, ...]
    about: Draft | None = None
    unfit: tuple[Draft, ...] = ()
    voice: str | None = None


def passing(text: str, drafts: Iterable[Draft], ground: Ground) -> Iterator[Heading]:
    """The heading, if it is short and the gate finds it borne out by the drafts; it is about the
    first of them.
    """
    among = tuple(drafts)
    citations = tuple(c for d in among for c in support(d))
    if (
        keys(text)
        and len(text) <= LIMIT
        and PLAIN.fullmatch(text)
        and judge(line(ground, text, citations), ground) is None
    ):
        yield Heading(text, citations, among[0])


def leads(group: tuple[Draft, ...], draft: Draft) -> bool:
    """True if a line can stand first in a section: the first, or one that leans on no other, takes
    nothing as told, and does not go on from the line before it.
    """
    at = group.index(draft)
    before = group[at - 1].place if at else None
    goes_on = before == (draft.place[0], draft.place[1] - 1)
    return at == 0 or not (draft.leans or draft.needs or goes_on)
