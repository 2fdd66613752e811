"""Sentences cut at their commas, for headlines and for keeping clear of damaged words."""

import re
from functools import lru_cache

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.words import count, tokens

UNFINISHED = re.compile(r"\b(?:is|are|was|were|be|been|has|have|had|will|may)\s*(?:,|$)|\bthat\s*$")
"""An auxiliary whose verb has gone."""

ADJECTIVAL = frozenset({"the", "a", "an", "of", "by", "with", "for", "alleged", "so"})
NO_VERB = frozenset(
    ["armed", "unarmed", "united", "unidentified", "hundred", "hooded", "masked", "red", "alleged"]
)
"""Words in -ed that stand before a noun."""

BARE = frozenset(
    ["said", "says", "say", "told", "tells", "added", "adds", "stated", "states", "declared",
     "noted", "notes", "replied", "responded", "explained", "explains", "reported", "reports"]
)  # fmt: skip
"""Verbs of speech that say nothing without a clause; "condemned the attack" says enough."""

EXPLAINED = re.compile(r"\s*(?:the|a|an) (?:[\w-]+ ){1,4}(?:that|which|who|whose)\b", re.I)
"""An apposition with a relative clause: ", a plan that could be linked to ..."."""

JOINT = re.compile(r"\s*(?:,|;|\s[–—]|\s--?)\s+")


def joints(sheet: Sheet, span: Span) -> tuple[Span, ...]:
    """The commas, semicolons and dashes between clauses, outside quotations and brackets."""
    text = sheet.shown[span.start : span.end]
    found = []
    for match in JOINT.finditer(text):
        if not enclosed(text[: match.start()]):
            found.append(Span(span.start + match.start(), span.start + match.end()))
    return tuple(found)


def enclosed(before: str) -> bool:
    """True if what follows some words stands in a quotation or in brackets that they open."""
    curly = sum(before.count(c) for c in "“«") > sum(before.count(c) for c in "”»")
    return curly or before.count('"') % 2 == 1 or before.count("(") > before.count(")")


def segments(sheet: Sheet, span: Span) -> tuple[Span, ...]:
    """The clauses of a span, without the joints between them."""
    starts = [span.start, *(j.end for j in joints(sheet, span))]
    ends = [*(j.start for j in joints(sheet, span)), span.end]
    return tuple(Span(a, b) for a, b in zip(starts, ends, strict=True) if a < b)


def units(sheet: Sheet, span: Span) -> tuple[Span, ...]:
    """Clauses, with what belongs together kept together: lists, and a speaker with the cue."""
    ties = []
    for said in sheet.reading.statements:
        if said.cue and said.source:
            first, last = sorted((said.cue.span, said.source.span))
            ties.append(Span(first.start, last.end))
    joined: list[Span] = []
    last = span
    for piece in segments(sheet, span):
        tied = joined and any(t.start < joined[-1].end and piece.start < t.end for t in ties)
        if joined and (tied or _goes_on(sheet, last, piece)):
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
        last = piece
    return tuple(joined)


def _goes_on(sheet: Sheet, last: Span, piece: Span) -> bool:
    """True for a further member of a list: short, or led in by and/or after something short."""
    text = sheet.shown[piece.start : piece.end].strip()
    word = first_word(sheet, piece)
    if word in ("and", "or"):
        return count(text) <= 5 or count(sheet.shown[last.start : last.end]) <= 5
    if has_verb(sheet, piece):
        return False
    return count(text) <= 3 and not text.isdigit() and word not in lexicons.words("severable")


def has_verb(sheet: Sheet, piece: Span) -> bool:
    """True if a clause has a finite verb, as far as its words show."""
    return verbal(sheet.shown[piece.start : piece.end])


@lru_cache(maxsize=16_384)
def verbal(text: str) -> bool:
    """True if some words have a finite verb: an auxiliary, a verb of speech, or a form in -ed that
    no article or preposition makes an adjective.
    """
    finite, speech = lexicons.words("finite"), lexicons.words("speech")
    before = ""
    for token in tokens(text):
        past = token.fold.endswith("ed") and token.text[0].islower() and token.fold not in NO_VERB
        past = past and text[max(0, token.start - 1) : token.start] != "-"
        told = token.fold in speech and token.fold != "according"
        if token.fold in finite or told or (past and before not in ADJECTIVAL):
            return True
        before = token.fold
    return False


def is_aside(sheet: Sheet, piece: Span) -> bool:
    """True for an age or an apposition: "45", "leader of the party"."""
    return not has_verb(sheet, piece)


def first_word(sheet: Sheet, span: Span) -> str:
    """The first word of a clause, in lower case."""
    match = re.match(r"\W*(\w+)", sheet.shown[span.start : span.end])
    return match[1].casefold() if match else ""


def loose(sheet: Sheet, pieces: tuple[Span, ...], i: int) -> bool:
    """True if a clause can be left out, as far as its first word and its place tell."""
    piece = pieces[i]
    word = first_word(sheet, piece)
    if i == 0:
        return word in lexicons.words("severable_first") and not _is_hedge(sheet, piece)
    inner = i < len(pieces) - 1
    first = lexicons.words("severable_first")
    if i == 1 and first_word(sheet, pieces[0]) in first:
        return word in ("who", "which", "whose") or (word in first and is_aside(sheet, piece))
    if inner and is_aside(sheet, piece) and word not in ("and", "or", "but", "not"):
        text = sheet.shown[piece.start : piece.end].strip()
        return count(text) > 1 or text.isdigit()
    if word in ("the", "a", "an"):
        return is_aside(sheet, piece) or bool(EXPLAINED.match(sheet.shown, piece.start, piece.end))
    if word in ("and", "or"):
        return not inner and has_verb(sheet, piece)
    return word in lexicons.words("severable") or word.endswith("ing")


def _is_hedge(sheet: Sheet, piece: Span) -> bool:
    """Tell "At least three people ..." (a number) from an adverbial."""
    text = sheet.shown[piece.start : piece.end].lstrip()
    return bool(re.match(r"(?:at least|at most|as many as|in all)\b", text, re.IGNORECASE))


def severable(sheet: Sheet, span: Span) -> bool:
    """True if a clause that ends a sentence starts as one that can be left off."""
    word = first_word(sheet, span)
    return word in lexicons.words("severable") or word.endswith("ing")


def says_something(text: str) -> bool:
    """False for a cue whose content has gone ("The attorney told Reuter")."""
    if UNFINISHED.search(text):
        return False
    found = tokens(text)
    verbs = [i for i, t in enumerate(found) if verbal(t.text)]
    if not verbs or found[verbs[0]].fold not in lexicons.words("speech"):
        return True
    least = 4 if found[verbs[0]].fold in BARE else 1
    return len(found) - verbs[0] > least or len(verbs) > 1
