"""What a line rests on, laid out for the rules: its words beside the words that it cites."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from dateline.records import Citation, Line, Span, Statement
from dateline.report.gate import known_as
from dateline.report.gate.cue_forms import PRONOUNS
from dateline.report.gate.french import english
from dateline.report.gate.ideas import ideas, kin
from dateline.report.gate.kinds import may_stand_for
from dateline.report.gate.senses import senses
from dateline.report.gate.short_forms import initialled
from dateline.report.gate.voices import quotations
from dateline.report.ground import Ground, Sheet
from dateline.report.words import Token, is_function, tokens

HOUSE = re.compile(
    r"\s*\b(?:Neither|None of the|This|The|No|Neither of the)\s+(?:two\s+)?(?:figures?|accounts?)"
    r"\s+(?:has|have)\s+(?:not\s+)?been\s+(?:independently\s+)?verified\."
    r"|\s*\bAucun (?:des deux|de ces) chiffres n['’]a été vérifié\."
    r"|(?P<one>, a figure that has not been verified|, un chiffre qui n['’]a pas été vérifié)\b"
)
"""Our own note on rival figures, or on one of them. It has a rule of its own (``house``) and is
left out elsewhere.
"""

SPLIT = re.compile(
    r";\s|:\s(?![\"“«])|[—–]|(?<=[a-z)\"”»][.!?])\s+(?=[A-Z\"“«])"
    r"|,\s+(?:while|whereas|but|and|although|though|mais|et|tandis)\b"
    r"|\s(?:while|whereas|but|mais|tandis)\s"
)
"""Where one clause with a speaker or subject of its own may give way to the next."""


SAYING = re.compile(r"(?<![,;:])\s(?=and\s(?:said|says|added|told|warned|called|denied)\s)")
"""Where somebody goes on to say another thing: "denied this and said that"."""


CONTRAST = re.compile(
    r"(?:While|Whereas|Although|Though|Tandis que|Alors que)\b[^,;:.]{1,200},(?=\s)"
)
"""A clause in front that is set against the next."""


HEAVY = 4
"""A number tells the passage that a clause comes from better than another word does."""


@dataclass(frozen=True, slots=True)
class Hold:
    """One citation with its surroundings. ``wide`` is the span widened to whole sentences.

    ``words`` are the tokens of ``wide`` with offsets in the dispatch's text, ``ideas`` what they
    mean and ``parts`` the clause of each; ``pairs`` matches positions in the line's words with
    positions in ``words``, in order; ``links`` gives for each position in the line every position
    in ``words`` that means the same.
    """

    citation: Citation
    sheet: Sheet
    wide: Span
    words: tuple[Token, ...]
    ideas: tuple[str, ...]
    parts: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, ...], ...]

    @property
    def text(self) -> str:
        """The cited words as they may be shown."""
        return self.sheet.shown[self.citation.span.start : self.citation.span.end]

    @property
    def prose(self) -> str:
        """The cited sentences whole, as they may be shown; damaged words bear out nothing."""
        return _legible(self.sheet, self.wide)

    @property
    def foreign(self) -> bool:
        """True if the dispatch is in French, so that its words may be translated."""
        return is_french(self.sheet)

    @property
    def keys(self) -> frozenset[str]:
        """Stems of the cited words alone."""
        return frozenset(t.key for t in self.words if self.cites(t))

    def cites(self, token: Token) -> bool:
        """True if a token of ``words`` lies in the cited span itself."""
        span = self.citation.span
        return span.start <= token.start and token.end <= span.end

    def statements(self) -> tuple[Statement, ...]:
        """The statements that the cited sentences belong to."""
        found = self.sheet.reading.statements
        return tuple(
            s
            for s in found
            if s.span.overlaps(self.wide) or any(c.span.overlaps(self.wide) for c in s.content)
        )


@dataclass(frozen=True, slots=True)
class Basis:
    """A line and its holds. ``text`` is the line without our own verification note.

    ``introduced``: positions of words that only name whom a passage introduces for a pronoun of the
    next one. ``tolerant``: for a sentence that somebody else wrote, which may have a few ordinary
    words of its own.
    """

    line: Line
    text: str
    words: tuple[Token, ...]
    ideas: tuple[str, ...]
    parts: tuple[int, ...]
    holds: tuple[Hold, ...]
    ground: Ground
    introduced: frozenset[int] = frozenset()
    tolerant: bool = False

    @property
    def best(self) -> Hold:
        """The hold that shares most words with the line, in order."""
        return max(self.holds, key=lambda h: len(h.pairs))

    @property
    def close(self) -> bool:
        """True if the line is one cited passage lightly edited, not a new sentence."""
        return len(self.best.pairs) >= 0.6 * max(1, len(self.words))

    def quoted(self, token: Token) -> bool:
        """True if a token of the line stands inside quotation marks."""
        return any(s.start <= token.start < s.end for s in quotations(self.text))

    def home(self, part: int, but: tuple[int, ...] = ()) -> Hold:
        """The hold that bears out most of a clause of the line, some positions left out."""
        if len(self.holds) == 1:
            return self.holds[0]
        inside = [i for i, p in enumerate(self.parts) if p == part and i not in but]
        inside = [i for i in inside if i not in self.introduced] or inside
        heavy = HEAVY if len({h.citation.item for h in self.holds}) > 1 else 1
        weights = {i: heavy if self.ideas[i].startswith("#") else 1 for i in inside}
        return max(self.holds, key=lambda h: sum(weights[i] for i in inside if h.links[i]))


@lru_cache(maxsize=4096)
def parts(text: str) -> tuple[int, ...]:
    """The number of the clause in which each token of a text stands."""
    breaks = [m.start() + 1 for m in (*SPLIT.finditer(text), *SAYING.finditer(text))]
    contrast = CONTRAST.match(text)
    breaks = sorted([*breaks, contrast.end()]) if contrast else breaks
    inside = quotations(text)
    breaks = [b for b in breaks if not any(q.start < b < q.end for q in inside)]
    return tuple(bisect_right(breaks, t.start) for t in tokens(text))


def _pairs(line: tuple[str, ...], cited: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    own = [idea or f"line {i}" for i, idea in enumerate(line)]
    there = [idea or f"cited {i}" for i, idea in enumerate(cited)]
    blocks = SequenceMatcher(None, own, there, autojunk=False).get_matching_blocks()
    return tuple((b.a + i, b.b + i) for b in blocks for i in range(b.size))


def _links(
    line: tuple[Token, ...],
    own: tuple[str, ...],
    cited: tuple[Token, ...],
    there: tuple[str, ...],
    *,
    french: bool,
) -> tuple[tuple[int, ...], ...]:
    places: dict[str, list[int]] = {}
    meant: dict[int, set[int]] = {}
    stems: dict[str, list[int]] = {}
    for j, idea in enumerate(there):
        if not idea:
            continue
        translated = english(cited[j].key) if french else frozenset()
        for one in {idea, *translated}:
            places.setdefault(one, []).append(j)
        for sense in senses(cited[j].key, idea, *translated):
            meant.setdefault(sense, set()).add(j)
        for one in {cited[j].key, idea, *translated}:
            stems.setdefault(one, []).append(j)
    found = []
    for token, idea in zip(line, own, strict=True):
        same = places.get(idea, []) if idea else []
        if not same and idea and not is_function(token):
            akin = {j for j, t in enumerate(cited) if kin(token.key, t.key)}
            akin.update(*(meant.get(sense, set()) for sense in senses(token.key, idea)))
            akin.update(*(stems.get(one, ()) for one in may_stand_for(token.key, idea)))
            same = sorted(akin)
        found.append(tuple(same))
    return _compounds(line, cited, initialled(line, cited, found))


def _compounds(
    line: tuple[Token, ...], cited: tuple[Token, ...], links: list[tuple[int, ...]]
) -> tuple[tuple[int, ...], ...]:
    """The links, with those of two words that the other text has as one: "machine guns"."""
    for i, (first, second) in enumerate(pairwise(line)):
        if not links[i] and not links[i + 1]:
            whole = first.fold + second.key
            places = tuple(j for j, t in enumerate(cited) if t.key == whole)
            links[i], links[i + 1] = places, places
    for j, (first, second) in enumerate(pairwise(cited)):
        whole = first.fold + second.key
        for i, token in enumerate(line):
            if token.key == whole and not links[i]:
                links[i] = (j, j + 1)
    return tuple(links)


def _legible(sheet: Sheet, span: Span) -> str:
    """The words of a span, damaged ones blanked."""
    text = sheet.shown[span.start : span.end]
    for damage in sheet.reading.damage:
        if damage.span.overlaps(span):
            start = max(damage.span.start, span.start) - span.start
            end = min(damage.span.end, span.end) - span.start
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def is_french(sheet: Sheet) -> bool:
    """True for a dispatch in French."""
    return (sheet.dispatch.language or "").startswith("fr")


def _hold(text: str, citation: Citation, sheet: Sheet) -> Hold:
    wide = sheet.around(citation.span)
    prose = _legible(sheet, wide)
    cited = tuple(
        Token(t.start + wide.start, t.end + wide.start, t.text, t.fold, t.key)
        for t in tokens(prose)
    )
    own, there, words = ideas(text), ideas(prose), tokens(text)
    return Hold(
        citation,
        sheet,
        wide,
        cited,
        there,
        parts(prose),
        _pairs(own, there),
        _links(words, own, cited, there, french=is_french(sheet)),
    )


def _together(citations: tuple[Citation, ...], ground: Ground) -> tuple[Citation, ...]:
    """The citations, with those of one sentence (that has damage in its middle) as one."""
    found: dict[tuple[str, int, Span], Citation] = {}
    for one in citations:
        sheet = ground.of(one)
        place = *one.item, sheet.around(one.span)
        first = found.get(place, one)
        start, end = min(first.span.start, one.span.start), max(first.span.end, one.span.end)
        text = sheet.dispatch.text[start:end]
        found[place] = replace(first, span=Span(start, end), text=text)
    return tuple(found.values())


def basis(line: Line, ground: Ground, *, tolerant: bool = False) -> Basis:
    """Lay out a line whose citations are known to stand (rules of ``standing`` passed)."""
    text = HOUSE.sub("", line.text)
    holds = tuple(_hold(text, c, ground.of(c)) for c in _together(line.citations, ground))
    words = tokens(text)
    return Basis(
        line, text, words, ideas(text), parts(text), holds, ground, _introduced(words, holds),
        tolerant,
    )  # fmt: skip


def _introduced(words: tuple[Token, ...], holds: tuple[Hold, ...]) -> frozenset[int]:
    named: set[str] = set()
    for earlier, later in pairwise(holds):
        follows = earlier.sheet is later.sheet and earlier.wide.end <= later.wide.start
        if follows and later.words and later.words[0].fold in PRONOUNS:
            bearers = {n.canonical for n in earlier.sheet.reading.names
                       if n.span.overlaps(earlier.wide)}  # fmt: skip
            named = named.union(*(known_as.forms(earlier.sheet, b) for b in sorted(bearers)))
    return frozenset(i for i, t in enumerate(words) if t.key in named)
