"""The gate on text from anywhere: each sentence with its verdict and the nearest cited words."""

import re
from dataclasses import dataclass
from math import log

from dateline.records import Citation, Line, Refusal, Span
from dateline.report.citing import cite
from dateline.report.gate.ideas import ideas
from dateline.report.gate.voices import is_cue
from dateline.report.ground import Ground, Sheet
from dateline.report.quantities import find
from dateline.report.words import QUOTE_MARKS, is_function, tokens

END = re.compile(r"(?<![.!?])[.!?]++[\"”»’']*+(?=\s|$)|\n[ \t]*\n|$")
ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|St|No|[A-Z])\.$")
LONGEST = 2000  # characters: an unclosed quotation mark joins no more than this
PRONOUNS = frozenset(
    ("he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "there", "both", "il",
     "elle", "lui", "ils", "elles")
)  # fmt: skip
NEAREST = 6  # passages tried for one sentence
ENOUGH = 0.2  # share of what a sentence says that a passage must have to be worth trying


@dataclass(frozen=True, slots=True)
class Verdict:
    """One sentence judged. ``refusal`` is null if it may go out.

    ``support`` are the passages that bear it out or, for a refusal, come nearest (none if no
    dispatch speaks of it).
    """

    span: Span
    text: str
    refusal: Refusal | None
    support: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a dispatch."""

    sheet: Sheet
    span: Span


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every sentence of a dossier. ``holding``: for each idea the passages that have it."""

    passages: tuple[Passage, ...]
    holding: dict[str, tuple[int, ...]]

    def weight(self, idea: str) -> float:
        """How much an idea tells: the more, the fewer passages have it."""
        return log(1 + len(self.passages) / (1 + len(self.holding.get(idea, ()))))


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, without surrounding space."""
    found, start = [], 0
    for match in END.finditer(text):
        if ABBREVIATION.search(text[max(0, match.start() - 6) : match.start() + 1]):
            continue
        inside = match.end() < len(text) and "\n" not in match[0]
        if inside and match.end() - start < LONGEST and _open_marks(text[start : match.end()]):
            continue
        words = text[start : match.end()]
        lead = len(words) - len(words.lstrip())
        if words.strip():
            found.append(Span(start + lead, start + lead + len(words.strip())))
        start = match.end()
    return tuple(found)


def _open_marks(text: str) -> int:
    curly = sum(text.count(c) for c in "“«") - sum(text.count(c) for c in "”»")
    return max(0, curly) + text.count('"') % 2


def shelf(ground: Ground) -> Shelf:
    """Every sentence of the dossier, as something that may bear out another."""
    found = tuple(Passage(sheet, s.span) for sheet in ground for s in sheet.reading.sentences)
    holding: dict[str, list[int]] = {}
    for n, passage in enumerate(found):
        for one in _meant(passage.sheet.shown[passage.span.start : passage.span.end]):
            holding.setdefault(one, []).append(n)
    return Shelf(found, {one: tuple(at) for one, at in holding.items()})


def _meant(text: str) -> frozenset[str]:
    """What the words of a text mean, small words and verbs of speech left out."""
    pairs = zip(tokens(text), ideas(text), strict=True)
    return frozenset(one for t, one in pairs if one and not is_function(t) and not is_cue(t))


def nearest(text: str, among: Shelf) -> tuple[Passage, ...]:
    """The passages that share most with a sentence, rare words counting most; the nearest first."""
    wanted = sorted(_meant(text))
    total = sum(map(among.weight, wanted))
    shared: dict[int, float] = {}
    for one in wanted:
        for n in among.holding.get(one, ()):
            shared[n] = shared.get(n, 0.0) + among.weight(one)
    ranked = [(share, n) for n, share in shared.items() if share >= ENOUGH * total]
    found = among.passages
    ranked.sort(key=lambda r: (-r[0], -found[r[1]].sheet.order, found[r[1]].span))
    return tuple(found[n] for _, n in ranked[:NEAREST])


def trials(near: tuple[Passage, ...], text: str) -> tuple[tuple[Passage, ...], ...]:
    """What to hold a sentence against: each passage, each with the one before it in its dispatch,
    and for a sentence with several figures or quotations the two nearest together.
    """
    tried = [(p,) for p in near]
    pairs = [(a, b) for a in near for b in near if _follows(b, a)]
    pairs += [(a, p) for p in near for a in before(p) if a not in near]
    several = len(find(text)) > 1 or sum(c in QUOTE_MARKS for c in text) > 2
    if several and len(near) > 1:
        pairs += [(near[0], other) for other in near[1:] if other.sheet is not near[0].sheet]
    return (*tried, *pairs)


def before(passage: Passage) -> tuple[Passage, ...]:
    """The sentence before a passage, if it may tell whom a pronoun of the passage means."""
    if not any(
        t.fold in PRONOUNS
        for t in tokens(passage.sheet.shown[passage.span.start : passage.span.end])
    ):
        return ()
    earlier, _ = passage.sheet.neighbours(passage.span)
    if earlier is None:
        return ()
    return (Passage(passage.sheet, earlier.span),)


def _follows(later: Passage, earlier: Passage) -> bool:
    gap = later.span.start - earlier.span.end
    return later.sheet is earlier.sheet and 0 <= gap <= 4


def joined(held: tuple[Passage, ...]) -> bool:
    """True for two sentences of different dispatches, or not next to each other."""
    return len(held) > 1 and not _follows(held[1], held[0])


def line_on(text: str, held: tuple[Passage, ...]) -> Line:
    """A sentence as a line that rests on some passages."""
    return Line(text, tuple(cite(p.sheet, p.span) for p in held))
