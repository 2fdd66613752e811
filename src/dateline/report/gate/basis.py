"""What a line rests on, laid out for the rules: its words beside the words that it cites."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.records import Citation, Line, Span, Statement
from dateline.report.ground import Ground, Sheet
from dateline.report.words import QUOTE_MARKS, Token, tokens

HOUSE = re.compile(
    r"\s*\b(?:Neither|None of the|This|The|No|Neither of the)\s+(?:two\s+)?(?:figures?|accounts?)"
    r"\s+(?:has|have)\s+(?:not\s+)?been\s+(?:independently\s+)?verified\."
)
"""Our own note on rival figures. It has a rule of its own (``house``) and is left out elsewhere."""


@dataclass(frozen=True, slots=True)
class Hold:
    """One citation with its surroundings. ``wide`` is the span widened to whole sentences.

    ``words`` are the tokens of ``wide`` with offsets in the dispatch's text; ``pairs`` matches
    positions in the line's words with positions in ``words``, in order.
    """

    citation: Citation
    sheet: Sheet
    wide: Span
    words: tuple[Token, ...]
    pairs: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The cited words as they may be shown."""
        return self.sheet.shown[self.citation.span.start : self.citation.span.end]

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
    """A line and its holds. ``text`` is the line without our own verification note."""

    line: Line
    text: str
    words: tuple[Token, ...]
    holds: tuple[Hold, ...]
    ground: Ground

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


def quotations(text: str) -> tuple[Span, ...]:
    """The insides of quotation marks, in order; an unclosed one runs to the end."""
    spans: list[Span] = []
    start: int | None = None
    for i, c in enumerate(text):
        if c not in QUOTE_MARKS:
            continue
        if start is None:
            start = i + 1
        elif c not in "“«„":
            spans.append(Span(start, i))
            start = None
    if start is not None:
        spans.append(Span(start, len(text)))
    return tuple(spans)


def _pairs(line: tuple[Token, ...], cited: tuple[Token, ...]) -> tuple[tuple[int, int], ...]:
    matcher = SequenceMatcher(None, [t.key for t in line], [t.key for t in cited], autojunk=False)
    blocks = matcher.get_matching_blocks()
    return tuple((b.a + i, b.b + i) for b in blocks for i in range(b.size))


def _hold(line: tuple[Token, ...], citation: Citation, sheet: Sheet) -> Hold:
    wide = sheet.around(citation.span)
    cited = tuple(
        Token(t.start + wide.start, t.end + wide.start, t.text, t.fold, t.key)
        for t in tokens(sheet.shown[wide.start : wide.end])
    )
    return Hold(citation, sheet, wide, cited, _pairs(line, cited))


def basis(line: Line, ground: Ground) -> Basis:
    """Lay out a line whose citations are known to stand (rules of ``standing`` passed)."""
    text = HOUSE.sub("", line.text)
    found = tokens(text)
    holds = tuple(_hold(found, c, ground.sheets[c.guid]) for c in line.citations)
    return Basis(line, text, found, holds, ground)
