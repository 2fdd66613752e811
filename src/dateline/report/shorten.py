"""A sentence brought to headline length by leaving out whole clauses, dates and brackets."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from dateline.records import Line, Span
from dateline.report import clauses, openers, pronouns
from dateline.report.citing import cite, line
from dateline.report.drafts import Draft
from dateline.report.edits import Edit, apply
from dateline.report.gate import judge
from dateline.report.ground import Ground, Sheet
from dateline.report.words import count, is_function, tokens

MOST_SEGMENTS = 9
MOST_TRIED = 24
FEWEST = 4  # words
BRACKET = re.compile(r"\s*\([^()]{1,60}\)")
TAIL = re.compile(
    r"\s+(?:during|after|before|while|when|where|because|as|near|in|at|on|amid|despite|following"
    r"|and|to|by|with|from)\s+(?=[^,;“”\"]*$)"
)
"""Where the last phrase of a sentence may start; nothing after it is set off or quoted."""

HELD = re.compile(
    r"(?:\b(?:between|both|from|not|no|if)\b[^,]*|(?:ing|en|ly|ow|id)"
    r"|(?:particip|result|succe|engag|involv|believ|bas|insist|focus|depend|call|agre|decid)\w*)$",
    re.IGNORECASE,
)
"""Before a last phrase: words that can't lose it."""


def shortened(draft: Draft, ground: Ground, limit: int) -> Line | None:
    """The longest version of at most ``limit`` characters that the gate accepts, or null."""
    if draft.carries or draft.leans or draft.sheet.reading.language != "en":
        return None
    for texts in (list(_versions(draft)), list(_clipped(draft, limit))):
        fitting = dict.fromkeys(t for t in texts if count(t) >= FEWEST and len(t) <= limit)
        for text in sorted(fitting, key=len, reverse=True)[:MOST_TRIED]:
            made = line(ground, text, (cite(draft.sheet, draft.span), *draft.also))
            if judge(made, ground) is None:
                return made
    return None


def _versions(draft: Draft) -> Iterator[str]:
    """The sentence without some of its clauses."""
    sheet = draft.sheet
    edits = openers.edits(sheet, draft.span) + pronouns.edits(sheet, draft.span)
    edits += _without_dates(sheet, draft.span)
    for cuts in _cuts(sheet, draft.span):
        text = apply(sheet.shown, draft.span, (*cuts, *edits)).rstrip(" .,;")
        yield BRACKET.sub("", text)


def _clipped(draft: Draft, limit: int) -> Iterator[str]:
    """The versions that are too long without their last phrases."""
    for text in _versions(draft):
        clipped = text
        for _ in range(4):
            tails = list(TAIL.finditer(clipped))
            if not tails or len(clipped) <= limit:
                break
            clipped = clipped[: tails[-1].start()].rstrip(" ,;")
            last = tokens(clipped)[-1:]
            if last and not is_function(last[0]) and not HELD.search(clipped):
                yield clipped


def _without_dates(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """Edits that take out adverbial days: "on Wednesday", "today"."""
    made = []
    for when in sheet.reading.dates:
        if not span.contains(when.span) or when.precision not in ("day", "part-of-day", "hour"):
            continue
        before = sheet.shown[span.start : when.span.start]
        after = sheet.shown[when.span.end : when.span.end + 2]
        lead = re.search(r"\b(?:on|at)\s+$", before, re.IGNORECASE)
        bare = re.search(
            r"\b(?:from|to|until|since|before|after|by|of|for|between|the|and|in)\s+$", before
        )
        if not bare and after[:1] not in "'’-":
            start = when.span.start - (len(lead[0]) if lead else 0)
            made.append(Edit(Span(start, when.span.end), ""))
    return tuple(made)


def _cuts(sheet: Sheet, span: Span) -> Iterator[tuple[Edit, ...]]:
    """Every way of leaving out severable clauses, the mildest first."""
    pieces = clauses.units(sheet, span)
    if len(pieces) > MOST_SEGMENTS:
        return
    loose = [i for i in range(len(pieces)) if clauses.loose(sheet, pieces, i)]
    for size in range(len(loose) + 1):
        for gone in combinations(loose, size):
            if _whole(sheet, pieces, frozenset(loose), frozenset(gone)):
                yield tuple(_edits(sheet, span, pieces, frozenset(gone)))


def _whole(
    sheet: Sheet, pieces: tuple[Span, ...], loose: frozenset[int], gone: frozenset[int]
) -> bool:
    """True if a main clause stays, and no clause that may hang on one that went."""
    kept = [i for i in range(len(pieces)) if i not in gone]
    if not any(i not in loose and clauses.has_verb(sheet, pieces[i]) for i in kept):
        return False
    last_gone = max((i for i in gone if not clauses.is_aside(sheet, pieces[i])), default=-1)
    loose = frozenset(i for i in loose if clauses.first_word(sheet, pieces[i]) != "according")
    opening = gone and min(gone) == 0 and last_gone == 0
    return bool(opening) or not any(i in loose for i in kept if 0 <= last_gone < i)


def _edits(
    sheet: Sheet, span: Span, pieces: tuple[Span, ...], gone: frozenset[int]
) -> Iterator[Edit]:
    kept = [i for i in range(len(pieces)) if i not in gone]
    if kept[0] > 0:
        yield Edit(Span(span.start, pieces[kept[0]].start), "")
    for a, b in pairwise(kept):
        if b > a + 1:
            joint = ", " if _is_attribution(sheet, pieces[b]) else " "
            yield Edit(Span(pieces[a].end, pieces[b].start), joint)
    if kept[-1] < len(pieces) - 1:
        yield Edit(Span(pieces[kept[-1]].end, span.end), "")


def _is_attribution(sheet: Sheet, piece: Span) -> bool:
    """True for a closing "the army said": source and cue, and little else."""
    for said in sheet.reading.statements:
        held = (said.cue, said.source)
        if all(words and piece.contains(words.span) for words in held):
            return not any(piece.contains(c.span) for c in said.content)
    return False
