"""A sentence brought to headline length by leaving out whole clauses, dates and brackets."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from dateline.records import Line, Span
from dateline.report import lexicons
from dateline.report.citing import line
from dateline.report.gate import judge
from dateline.report.ground import Ground, Sheet
from dateline.report.headlines import whole
from dateline.report.lines import clauses, openers, outlets, pronouns
from dateline.report.lines.drafts import Draft, support
from dateline.report.lines.edits import Edit, apply
from dateline.report.words import QUOTE_MARKS, count, is_function, opened, tokens

MOST_SEGMENTS = 9
MOST_TRIED = 24
FEWEST = 4  # words
EASY = 80  # characters: what is that short is not clipped
CLOSING = 60  # characters of a closing attribution
BRACKET = re.compile(r"\s*\([^()]{1,60}\)")
ALSO = re.compile(r"\balso (?=\w)")
LATELY = re.compile(
    r"^(?:(?:during|in|over|for|within) the (?:past|last) (?:\w+ )?(?:hours|days|weeks|months)"
    r"|(?:this|last|next) (?:week|month|year)),?\s+(?!that\b|which\b)",
    re.IGNORECASE,
)
"""Opening words that are soon out of date."""

TAIL = re.compile(
    r"\s+(?P<opener>that(?= (?:was|were|is|are|had|has|have|will|would)\b)|who|during|after"
    r"|before|while|when|where|because|near|in|at|on|amid|despite"
    r"|following)\s+(?=[^,;“”\"]*$)"
)
"""Where the last phrase of a sentence may start; nothing after it is set off or quoted."""

CLAUSAL = ("that", "who", "after", "before", "while", "when", "where", "because")
"""Openers of a last phrase that may have a verb of its own."""

HELD = re.compile(
    r"(?:\bto \w+|['’]s \w+|\b(?:days?|hours?|weeks?|months?|years?|minutes?)"
    r"|\b(?:between|both|from|not|no|if)\b[^,]*"
    r"|(?:ing|en|ly|ow|id|out|up|off|down)|\b(?:able|unable|ready|due|set|likely|expected|forced"
    r"|allowed|going|found|began|caused|known))$",
    re.IGNORECASE,
)
"""Before a last phrase: words that can't lose it."""

SCOPED = re.compile(
    r"\b(?:all|every|no|none|only|entire|whole|any)\b|\binflict\w*\b[^,]*$", re.IGNORECASE
)
"""Words that hold only within what a last phrase says: "all its programmes in Tarvia"."""

PAST = re.compile(
    r"\b(?:was|were|been|is|are)\s+(?:\w+\s+)?(?:killed|injured|wounded|arrested|kidnapped|abducted"
    r"|murdered|assassinated|freed|released|destroyed|damaged|captured|detained|bombed|evacuated"
    r"|closed|suspended|postponed|canceled|cancelled)$"
    r"|\b(?:\d+|\w+) (?:wounded|injured|captured)$"
    r"|\b(?:died|exploded|resigned|escaped|surrendered|collapsed|crashed)$"
)
"""Forms in -ed that can end a sentence."""

DATED = re.compile(
    r"\b(?:issued|launched|signed|perpetrated|held|scheduled|published|beginning|began"
    r"|begun|started|ended|opened|dated)"
    r"\s+$"
)
"""Before a date: participles that say nothing without it."""

RELATIVE = re.compile(
    r"\bfurther (?:north|south|east|west)\b"
    r"|\b(?:today|yesterday|tomorrow|tonight|this morning|ago|just|currently|now|here)\b",
    re.IGNORECASE,
)


def shortened(draft: Draft, ground: Ground, limit: int) -> Line | None:
    """The longest version of at most ``limit`` characters that the gate accepts, or null."""
    for text in versions(draft, limit):
        made = line(ground, text, support(draft))
        if judge(made, ground) is None:
            return made
    return None


def versions(draft: Draft, limit: int) -> Iterator[str]:
    """Shorter versions of a sentence that can stand alone, of at most ``limit`` characters: those
    without clauses that it sets off, then those without its last phrases, the longest first.
    """
    if draft.carries or draft.leans or draft.sheet.reading.language != "en":
        return
    for texts in (_versions(draft), _clipped(draft)):
        fitting = dict.fromkeys(t for t in texts if len(t) <= limit and _stands(t))
        yield from sorted(fitting, key=len, reverse=True)[:MOST_TRIED]


def _stands(text: str) -> bool:
    """True if a version says something by itself, for longer than a day."""
    lasting = count(text) >= FEWEST and not RELATIVE.search(text)
    return lasting and clauses.says_something(text) and whole.stands(text)


def _versions(draft: Draft) -> Iterator[str]:
    """The sentence without some of its clauses."""
    sheet = draft.sheet
    edits = openers.edits(sheet, draft.span) + pronouns.edits(sheet, draft.span)
    edits += _without_dates(sheet, draft.span)
    edits += (draft.anchor.edit,) if draft.anchor else ()
    edits += (Edit(draft.hole, ""),) if draft.hole else ()
    for cuts in _cuts(sheet, draft.span):
        text = apply(sheet.shown, draft.span, (*cuts, *edits)).rstrip(" .,;")
        text = opened(LATELY.sub("", ALSO.sub("", BRACKET.sub("", text))))
        told = any(t.fold in lexicons.words("speech") for t in tokens(text))
        bare = (told or _eventful(draft)) and not outlets.is_party(sheet)
        yield text if bare else outlets.voiced(sheet, f"{text}.").rstrip(".")


def _eventful(draft: Draft) -> bool:
    """True if a sentence tells of an event: no broadcaster's opinion."""
    return any(draft.span.overlaps(e.span) for e in draft.sheet.reading.events)


def _clipped(draft: Draft) -> Iterator[str]:
    """The versions that are long without their last phrases, one after the other."""
    for text in _versions(draft):
        clipped, closing = _parted(text)
        whole = True
        for _ in range(4):
            tail = _last_phrase(clipped)
            if tail is None or (whole and len(clipped + closing) <= EASY):
                break
            clipped = clipped[:tail].rstrip(" ,;")
            whole = _complete(clipped)
            if whole:
                yield clipped + closing


def _last_phrase(text: str) -> int | None:
    """Where the last phrase of a sentence starts that can go: one without a verb, or a clause."""
    for tail in reversed(list(TAIL.finditer(text))):
        after = text[tail.end() :]
        if SCOPED.search(text[: tail.start()]):
            return None
        if tail["opener"] == "that" and _told(text[: tail.start()]):
            return None
        clausal = tail["opener"] in CLAUSAL or after.startswith("which ")
        if clausal or not clauses.verbal(after):
            return tail.start()
    return None


def _told(text: str) -> bool:
    """True for words that end in a verb of speech, whose content a "that" leads in."""
    last = tokens(text)[-1:]
    return bool(last) and last[0].fold in lexicons.words("speech")


def _complete(text: str) -> bool:
    """True if a clipped sentence still has its verb, and does not break off before an object."""
    last = tokens(text)[-1:]
    if not last or is_function(last[0]) or HELD.search(text):
        return False
    if last[0].fold.endswith("ed") and not PAST.search(text):
        return False
    said = re.split(r"\b(?:that|said|says)\b", text)
    return clauses.verbal(said[0] + (" said" if len(said) > 1 else "")) and (
        len(said) == 1 or clauses.verbal(said[-1])
    )


def _parted(text: str) -> tuple[str, str]:
    """A sentence and its closing attribution (", the army said"), which clipping leaves alone."""
    head, comma, tail = text.rpartition(", ")
    said = any(t.fold in lexicons.words("speech") for t in tokens(tail))
    short = head and len(tail) <= CLOSING and not any(c in QUOTE_MARKS for c in tail)
    return (head, comma + tail) if said and short else (text, "")


def _without_dates(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """Edits that take out adverbial days: "on Wednesday", "today"."""
    made = []
    for when in sheet.reading.dates:
        if not span.contains(when.span) or when.precision not in ("day", "part-of-day", "hour"):
            continue
        before = sheet.shown[span.start : when.span.start]
        lead = re.search(r"\b(?:on|at)\s+$", before, re.IGNORECASE)
        bare = re.search(
            r"\b(?:from|to|until|since|before|after|by|of|for|between|the|and|in)\s+$",
            before,
            re.IGNORECASE,
        )
        joined = re.match(
            r"['’-]|\s+(?:and|to|or)\s+\d", sheet.shown[when.span.end : when.span.end + 8]
        )
        held = DATED.search(before[: -len(lead[0])] if lead else before)
        if not (bare or joined or held):
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
    if not kept or clauses.first_word(sheet, pieces[kept[0]]) in lexicons.words("finite"):
        return False
    if not any(i not in loose and clauses.has_verb(sheet, pieces[i]) for i in kept):
        return False
    if any(i - 1 in gone and _hangs(sheet, pieces[i]) for i in kept):
        return False
    asides = [clauses.is_aside(sheet, p) and i in loose for i, p in enumerate(pieces)]
    split = ((i in gone) != (i + 1 in gone) for i, pair in enumerate(pairwise(asides)) if all(pair))
    if any(split):
        return False
    last_gone = max((i for i in gone if not clauses.is_aside(sheet, pieces[i])), default=-1)
    loose = frozenset(i for i in loose if clauses.first_word(sheet, pieces[i]) != "according")
    opening = gone and min(gone) == 0 and last_gone == 0
    return bool(opening) or not any(i in loose for i in kept if 0 <= last_gone < i)


def _hangs(sheet: Sheet, piece: Span) -> bool:
    """True for a relative clause, which belongs to the words before it."""
    return clauses.first_word(sheet, piece) in ("who", "which", "whose", "whom", "where")


def _edits(
    sheet: Sheet, span: Span, pieces: tuple[Span, ...], gone: frozenset[int]
) -> Iterator[Edit]:
    kept = [i for i in range(len(pieces)) if i not in gone]
    if kept[0] > 0:
        yield Edit(Span(span.start, pieces[kept[0]].start), "")
    for a, b in pairwise(kept):
        if b > a + 1:
            told = any(clauses.has_verb(sheet, pieces[k]) for k in kept if k <= a)
            told = told and clauses.first_word(sheet, pieces[b]) not in lexicons.words("finite")
            joint = ", " if told or _is_attribution(sheet, pieces[b]) else " "
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
