"""The gate on text from anywhere: each sentence with its verdict and the nearest cited words."""

import re
from dataclasses import dataclass
from itertools import product
from math import log

from dateline.records import Citation, Line, Refusal, Span
from dateline.report import lexicons
from dateline.report.citing import cite
from dateline.report.gate.basis import is_french, parts
from dateline.report.gate.capitals import seats
from dateline.report.gate.french import with_english
from dateline.report.gate.ideas import ideas
from dateline.report.gate.kinds import may_stand_for
from dateline.report.gate.senses import senses
from dateline.report.gate.voices import is_cue
from dateline.report.ground import Ground, Sheet
from dateline.report.quantities import find
from dateline.report.words import QUOTE_MARKS, is_function, tokens

END = re.compile(r"(?<![.!?])[.!?]++[\"”»’']*+(?=\s|$)|\n[ \t]*\n|$")
ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|St|No|[A-Z])\.$")
LONGEST = 2000  # characters: an unclosed quotation mark joins no more than this
PRONOUNS = frozenset(
    ("he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "there", "both",
     "this", "il", "elle", "lui", "ils", "elles")
)  # fmt: skip
NEAREST = 8  # passages tried for one sentence
CHOICES = 3  # passages tried for one clause of a sentence that rests on several
MOST_CLAUSES = 3  # clauses of a sentence that may rest on a passage each
AKIN = 0.6  # what a word that stands for another in some sense counts, against the word itself
ANSWER = 12  # words of a sentence that only denies or answers the one before
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


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence of a dispatch."""

    sheet: Sheet
    span: Span

    @property
    def words(self) -> str:
        """Its words as they may be shown."""
        return self.sheet.shown[self.span.start : self.span.end]

    @property
    def place(self) -> tuple[int, Span]:
        """Which dispatch, and where in it."""
        return self.sheet.order, self.span


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
        within = match.end() < len(text)
        if within and ABBREVIATION.search(text[max(0, match.start() - 6) : match.start() + 1]):
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
        meant = _meant(passage.words)
        meant = with_english(meant) if is_french(passage.sheet) else meant
        for one in meant | {_sense(s) for s in senses(*meant)}:
            holding.setdefault(one, []).append(n)
    return Shelf(found, {one: tuple(at) for one, at in holding.items()})


def _meant(text: str) -> frozenset[str]:
    """What the words of a text mean, small words and verbs of speech left out."""
    pairs = zip(tokens(text), ideas(text), strict=True)
    return frozenset(one for t, one in pairs if one and not is_function(t) and not is_cue(t))


def _sense(number: int) -> str:
    return f"~{number}"


def nearest(text: str, among: Shelf) -> tuple[Passage, ...]:
    """The passages that share most with a sentence, rare words counting most; the nearest first,
    and of those with the same words the newest only.
    """
    wanted = sorted(_meant(text))
    total = sum(map(among.weight, wanted))
    shared: dict[int, float] = {}
    for one in wanted:
        same = among.holding.get(one, ())
        like = (*map(_sense, sorted(senses(one))), *sorted(may_stand_for(one) | seats(one)))
        akin = {n for other in like for n in among.holding.get(other, ())}.difference(same)
        for n in same:
            shared[n] = shared.get(n, 0.0) + among.weight(one)
        for n in akin:
            shared[n] = shared.get(n, 0.0) + AKIN * among.weight(one)
    ranked = [(share, n) for n, share in shared.items() if share >= ENOUGH * total]
    found = among.passages
    ranked.sort(key=lambda r: (-r[0], -found[r[1]].sheet.order, found[r[1]].span))
    distinct = {found[n].words: found[n] for _, n in reversed(ranked[: 2 * NEAREST])}
    return tuple(reversed(distinct.values()))[:NEAREST]


def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a sentence that may have a speaker or a source of their own."""
    words, numbers = tokens(text), parts(text)
    found = []
    for number in sorted(set(numbers)):
        inside = [t for t, n in zip(words, numbers, strict=True) if n == number]
        found.append(text[inside[0].start : inside[-1].end])
    return tuple(found)


def by_clause(text: str, among: Shelf) -> tuple[tuple[Passage, ...], ...]:
    """Sets of passages of which each is among the nearest to a clause of its own."""
    told = [c for c in clauses(text) if _meant(c)]
    if not 1 < len(told) <= MOST_CLAUSES:
        return ()
    near = [nearest(clause, among)[:CHOICES] for clause in told]
    sets = (_distinct(chosen) for chosen in product(*near))
    return tuple(s for s in sets if len(s) > 1)


def _distinct(held: tuple[Passage, ...]) -> tuple[Passage, ...]:
    return tuple({p.place: p for p in held}.values())


def trials(near: tuple[Passage, ...], text: str, among: Shelf) -> tuple[tuple[Passage, ...], ...]:
    """What to hold a sentence against: each passage, each with the one before it in its dispatch,
    for a sentence with several figures or quotations the two nearest together, and for one of
    several clauses the nearest to each.
    """
    tried = [(p,) for p in near]
    pairs = [(a, b) for a in near for b in near if _follows(b, a)]
    held = {p.place for p in near}
    pairs += [(a, p) for p in near for a in before(p) if a.place not in held]
    pairs += [(p, a) for p in near for a in after(p) if a.place not in held]
    several = len(find(text)) > 1 or sum(c in QUOTE_MARKS for c in text) > 2
    if several and len(near) > 1:
        pairs += [(near[0], other) for other in near[1:] if other.sheet is not near[0].sheet]
    every = (*tried, *pairs, *by_clause(text, among))
    return tuple({tuple(p.place for p in held): held for held in every}.values())


def before(passage: Passage) -> tuple[Passage, ...]:
    """The sentence before a passage, if it may tell whom a pronoun of the passage means."""
    if not any(t.fold in PRONOUNS for t in tokens(passage.words)):
        return ()
    earlier, _ = passage.sheet.neighbours(passage.span)
    if earlier is None:
        return ()
    return (Passage(passage.sheet, earlier.span),)


def after(passage: Passage) -> tuple[Passage, ...]:
    """The sentence after a passage, if it does nothing but deny or answer it: "He denied this."."""
    _, later = passage.sheet.neighbours(passage.span)
    if later is None:
        return ()
    found = Passage(passage.sheet, later.span)
    words = tokens(found.words)
    answers = any(t.fold in lexicons.words("denials") for t in words)
    leans = any(t.fold in PRONOUNS for t in words)
    return (found,) if answers and leans and len(words) <= ANSWER else ()


def _follows(later: Passage, earlier: Passage) -> bool:
    gap = later.span.start - earlier.span.end
    return later.sheet is earlier.sheet and 0 <= gap <= 4


def joined(held: tuple[Passage, ...]) -> bool:
    """True for sentences of different dispatches, or not next to each other."""
    return len(held) > 2 or (len(held) > 1 and not _follows(held[1], held[0]))


def line_on(text: str, held: tuple[Passage, ...]) -> Line:
    """A sentence as a line that rests on some passages."""
    return Line(text, tuple(cite(p.sheet, p.span) for p in held))
