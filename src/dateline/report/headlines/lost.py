"""Whether a headline leaves out only what the parse of its sentence lets it lose: a cut that goes
through a phrase ("labels the aid", "of troops concentrated") breaks it.
"""

import re
from collections.abc import Iterator
from difflib import Match, SequenceMatcher

from dateline.records import Outline, Span
from dateline.report.ground import Sheet
from dateline.report.headlines import calling, outlines
from dateline.report.headlines.trimming import AGE
from dateline.report.lines import clauses, openers
from dateline.report.lines.drafts import Draft
from dateline.report.words import Token, is_function, tokens

RELATIVE = re.compile(r"\s*(?:who|which|that)\b")
NOUN = 60  # characters before a clause in which what it defines stands
SINGLED = re.compile(
    r"\b(?:one of|only|first|last|most|those|ones?|someone|anyone|all|every|each|no|any|same|way"
    r"|fact|thing|things|people|persons?|men|groups?|factors?|reasons?|measures?|issues?|attacks?)\b"
    r"[^,;]*$"
)
"""What is singled out by the clause that follows, or says nothing without it."""

TRAILING = frozenset(["by", "with", "during", "after", "following", "amid", "despite"])
"""Words that lead in such a phrase."""

ENDING = re.compile(
    r",\s+(?:which|who|whose|where|after|when|while|because|although|despite)\s"
    r"|,?\s+(?:in|during|at|for|to|from|of|on) (?:which|whom)\s"
    r"|,?\s+(?:as (?:a )?(?:result|consequence) of|because of|due to|in (?:view|light|spite) of"
    r"|in connection with|in (?:an effort|order|an attempt) to|in (?:response|reply|reaction) to"
    r"|in (?:retaliation|reprisal|exchange) for|thanks to|within the framework of)\s"
    r"|,?\s+and\s+(?:has|have|had|was|were|is|are|will)\s"
)
"""The start of such a clause at the end of a sentence, or of a second thing told, or of why."""

AND = re.compile(r",?\s+and\s")

BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
LED = re.compile(r"\b(?:on|at|in|since|until|by|early|late|approximately|about|around)\s+$")
TITLE = re.compile(r"(?P<office>\b[A-Z]\w+)\s+(?:[A-Z]\w+\.?\s+)?$")
"""The last word of an office before a name, and a rank between them."""

INITIALS = re.compile(
    r"(?:\b[A-Z][\w'’-]+,? (?:(?:of|and|for|de|the|del|la) )*){2,}(?=\([A-Z-]+\)|[A-Z]{3,7},)"
)
"""A full name before its initials, which can stand for it."""


def is_whole(draft: Draft, text: str, *, defined: bool = True, related: bool = True) -> bool:
    """True if each word that a text has lost of its sentence belongs to something that the parse
    lets go as a whole, or stands in the text in another form; true where nothing is known of it.
    ``defined``: it has to tell which one is meant, as its sentence does; ``related``: it has to
    do so where the sentence has a relative clause for it ("civilians who were kidnapped").
    """
    sheet, span = draft.sheet, draft.span
    outline = outlines.outline_of(sheet, span)
    if outline is None or sheet.reading.language != "en":
        return True
    words = tokens(sheet.shown[span.start : span.end])
    kept = _kept(words, tokens(text))
    gone = [t for i, t in enumerate(words) if i not in kept and not is_function(t)]
    left = [_at(t, span) for t in gone]
    still = [_at(t, span) for i, t in enumerate(words) if i in kept and not is_function(t)]
    loose = (
        a
        for a in outline.asides
        if not (defined and a.kind == outlines.DEFINING)
        or (not related and _is_relative(sheet, a.span))
    )
    asides = (outlines.closed(sheet, a).span for a in loose)
    free = [a for a in asides if not any(a.contains(word) for word in still)]
    free += [v.span for v in outline.verbs]
    free += _free(sheet, span)
    free += _shortened(sheet, span, still)
    free += _described(draft, still)
    ends = [*_tail(words, kept, span), *_ending(draft)]
    said = [one for one in _sayers(sheet) if span.contains(one)]
    told = [word for word in still if not any(one.contains(word) for one in said)]
    ends = [end for end in ends if not any(end.contains(word) for word in told)]
    free += [end for end in ends if _is_beside(end, outline, sheet)]
    return all(any(one.contains(word) for one in free) for word in left)


def _is_relative(sheet: Sheet, span: Span) -> bool:
    """True for a clause with "who", "which" or "that" whose noun says something without it."""
    clause = RELATIVE.match(sheet.shown, span.start)
    before = sheet.shown[max(0, span.start - NOUN) : span.start]
    return clause is not None and not SINGLED.search(before)


def _at(token: Token, span: Span) -> Span:
    return Span(span.start + token.start, span.start + token.end)


def _kept(words: tuple[Token, ...], text: tuple[Token, ...]) -> set[int]:
    """Which words of a sentence stand in a text, in order; those of who says so wherever."""
    return {block.a + k for block in runs(words, text) for k in range(block.size)}


def runs(words: tuple[Token, ...], text: tuple[Token, ...]) -> list[Match]:
    """The runs of words that a sentence (``a``) and a text (``b``) have in common, in order."""
    matcher = SequenceMatcher(None, [t.key for t in words], [t.key for t in text], autojunk=False)
    return [block for block in matcher.get_matching_blocks() if block.size]


def _free(sheet: Sheet, span: Span) -> Iterator[Span]:
    """What a headline may lose or say otherwise: days, brackets, links, who says so."""
    yield from (e.span for e in openers.edits(sheet, span))
    for when in sheet.reading.dates:
        if span.contains(when.span):
            led = LED.search(sheet.shown, span.start, when.span.start)
            yield Span(led.start() if led else when.span.start, when.span.end)
    yield from (Span(*f.span()) for f in AGE.finditer(sheet.shown, span.start, span.end))
    yield from (Span(*f.span()) for f in BRACKET.finditer(sheet.shown, span.start, span.end))
    yield from _sayers(sheet)


def _sayers(sheet: Sheet) -> Iterator[Span]:
    """The words for those who speak, and that they do."""
    for said in sheet.reading.statements:
        yield from (words.span for words in (said.source, said.cue) if words)


def _is_beside(end: Span, outline: Outline, sheet: Sheet) -> bool:
    """True for the end of a sentence without the main verb: one that it has, an "and" leads in."""
    second = AND.match(sheet.shown, end.start, end.end) is not None
    return second or not any(end.contains(verb.span) for verb in outline.verbs)


def _ending(draft: Draft) -> Iterator[Span]:
    """A closing clause that a comma sets off (", who ..."), or a second predicate with an auxiliary
    ("and has ..."), to the end of a sentence.
    """
    shown, (start, end) = draft.sheet.shown, (draft.span.start, draft.span.end)
    for found in ENDING.finditer(shown, start, end):
        if not clauses.enclosed(shown[start : found.start()]):
            yield Span(found.start(), end)


def _tail(words: tuple[Token, ...], kept: set[int], span: Span) -> Iterator[Span]:
    """The last phrase of a sentence, if it only says with what, when or amid what."""
    last = max(kept, default=-1)
    first = words[last + 1 : last + 2]
    if first and first[0].fold in TRAILING:
        yield Span(span.start + first[0].start, span.end)


def _described(draft: Draft, still: list[Span]) -> Iterator[Span]:
    """The name of a person, with what leads it, for whom an apposition stands."""
    for aside in calling.appositions(draft):
        name = calling.named_before(draft, aside)
        if name and any(aside.contains(word) for word in still):
            start = draft.span.start
            led = calling.RANKED.search(draft.sheet.shown[start : name.start])
            yield Span(start + led.start() if led else name.start, name.end)


def _shortened(sheet: Sheet, span: Span, still: list[Span]) -> Iterator[Span]:
    """The persons of whose name some word stands, or the office before it; and a body's name where
    its initials do.
    """
    names = (n.span for n in sheet.reading.names if n.kind == "person" and span.contains(n.span))
    for name in names:
        ends = {word.end for word in still}
        titled = TITLE.search(sheet.shown, span.start, name.start)
        if any(name.contains(word) for word in still):
            yield name
        elif titled and titled.end("office") in ends:
            yield Span(titled.end("office"), name.end)
    for found in INITIALS.finditer(sheet.shown, span.start, span.end):
        if any(word.start - found.end() in (0, 1) for word in still):
            yield Span(*found.span())
