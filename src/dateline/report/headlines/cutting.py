"""What can be left out of a sentence for a headline: clauses that it sets off, days, brackets."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.headlines import clipping, outlines
from dateline.report.headlines.trimming import trimmed
from dateline.report.lines import clauses, openers, pronouns
from dateline.report.lines.drafts import Draft
from dateline.report.lines.edits import Edit, apply
from dateline.report.words import count, is_function, opened, tokens

MOST_SEGMENTS = 9
ITEM = 5  # words of one thing in a list
BRACKET = re.compile(r"\s*\([^()]{1,60}\)")
INITIALS = re.compile(
    r"(?<!-)(?:\b[A-Z][\w'’-]+ (?:(?:of|and|for|de|the|del|la) )*){2,}\(([A-Z][A-Z-]{1,7})\)"
)
"""A body's full name with its initials, which can stand for it."""

SAID_AT = re.compile(
    r"(, [^,“”\"]{3,50} (?:said|reported|announced)) (?:on|in|at|after|during|from)\b[^,“”\"]*$"
)
"""A closing attribution that says when or where as well: ", the mayor said after talks in Kelm"."""

AFTER_THAT = re.compile(r"\bthat, (?!\w+, )(?=[^,]*$)")
"""A comma left over from a phrase that stood after a "that"."""

KNOWN = re.compile(
    r"^It (?:has been|was|is) (?:officially |also )?(?:confirmed|learned|reported|announced|known)"
    r" (?:here )?that\s+"
    r"|^We (?:have |can )?(?:just |now |also )?(?:confirm(?:ed)?|learned|report(?:ed)?|been told"
    r"|been informed) (?:here )?that\s+"
)
"""Opening words that name nobody: "It was learned that"."""

ALSO = re.compile(r"\balso (?=\w)|,? in turn,?(?= )")
CLOCK = re.compile(
    r"\s+at (?:approximately |about |around )?\d{3,4}(?: hours| local(?: time)?| GMT)+\b"
    r"|(?<=\d) local(?: time)?\b|[\s,]+$"
)
"""An hour, and what is left of one."""

WHERE = re.compile(r", (?=(?:in|near|at|on|outside) [^,]+$)")
"""A comma before a last place."""

THERE = re.compile(r"(?<=[a-z]) there$")
"""A last word that only points at a place named before."""

LATELY = re.compile(
    r"^(?:(?:during|in|over|for|within) the (?:past|last) (?:\w+ )?(?:hours|days|weeks|months)"
    r"|(?:this|last|next) (?:week|month|year)),?\s+(?!that\b|which\b)"
    r"|^(?:at (?:approximately |about |around |precisely )?\d{3,4}(?: hours)?(?: local time)?"
    r"|local time|recently|curiously"
    r"|meanwhile|elsewhere|furthermore|moreover|also),?\s+",
    re.IGNORECASE,
)
"""Opening words that are soon out of date."""

PERIOD = re.compile(
    r"\s*(?:during|in|over|for|within|since|as of|between|from)\b[^,]*(?:\d|\b(?:last|past)\b)",
    re.IGNORECASE,
)
"""The start of a sentence that says of what time its figures are."""

FIRST = re.compile(r"\s*for the first time (?:in|since|during) ", re.IGNORECASE)
"""The start of a sentence that says how long something has not happened."""

PASSIVE = re.compile(r"\w+ed (?:by|in|at|on|near|from)\b", re.IGNORECASE)
"""The start of a participle clause that is set off: ", kidnapped in Kelm,"."""

SECOND = re.compile(r"\W*(?:and|or) (?!(?:at|in|on|by|of|to|for|from|with)\b)")
"""The start of the second of two things."""

PHRASE = re.compile(r",\s+(?:by|in|at|on|from|to|for|with|near|of)\b")
"""A comma after which the words before it go on."""

AMOUNTING = re.compile(r"(?:,([\"”])?|([\"”]),) (?:thus |thereby )\w+ing\b[^\"“”]*$")
"""A closing participle clause that says what the sentence amounts to, after a quotation or not."""

HANGING = (
    "who", "which", "whose", "whom", "where", "apparently", "allegedly", "presumably", "reportedly",
)  # fmt: skip
"""The first word of what can't lose the words before it."""

LISTED = re.compile(r",\s+(?:and|or)\b")

DATED = re.compile(
    r"\b(?:issued|launched|signed|perpetrated|held|scheduled|published|beginning|began"
    r"|begun|started|ended|opened|dated)"
    r"\s+$"
)
"""Before a date: participles that say nothing without it."""


def texts(draft: Draft) -> Iterator[str]:
    """The sentence without some of its clauses, the least left out first."""
    sheet = draft.sheet
    edits = openers.edits(sheet, draft.span) + pronouns.edits(sheet, draft.span)
    edits += _without_dates(sheet, draft.span)
    edits += (draft.anchor.edit,) if draft.anchor else ()
    edits += (Edit(draft.hole, ""),) if draft.hole else ()
    figures = _counts(sheet, (draft.span,))
    for cuts in (*_cuts(sheet, draft.span), *outlines.cuts(sheet, draft.span)):
        text = apply(sheet.shown, draft.span, (*cuts, *edits)).rstrip(" .,;")
        text = trimmed(_joined(CLOCK.sub("", THERE.sub("", text))))
        text = KNOWN.sub("", SAID_AT.sub(r"\1", AFTER_THAT.sub("that ", text)))
        for short in dict.fromkeys(
            (BRACKET.sub("", text), BRACKET.sub("", INITIALS.sub(r"\1", text)))
        ):
            made = ALSO.sub("", short)
            made = opened(made if PERIOD.match(made) and figures else LATELY.sub("", made))
            if made:
                yield made
            if AMOUNTING.search(made):
                yield AMOUNTING.sub(lambda found: found[1] or found[2] or "", made)


def _joined(text: str) -> str:
    """Give "Two killed in Kelm" for "Two killed, in Kelm", without what a lost phrase has left."""
    found = WHERE.search(text)
    bare = found is not None and clipping.PAST.search(text[: found.start()])
    return WHERE.sub(" ", text) if bare else text


def _without_dates(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """Edits that take out adverbial days: "on Wednesday", "today"."""
    made = []
    for when in sheet.reading.dates:
        if not span.contains(when.span) or when.precision not in ("day", "part-of-day", "hour"):
            continue
        before = sheet.shown[span.start : when.span.start]
        lead = re.search(r"\b(?:on|at)\s+$", before, re.IGNORECASE)
        bare = re.search(
            r"(?:\b(?:from|to|until|since|before|after|by|of|for|between|the|and|in)\s+|[-–])$",
            before,
            re.IGNORECASE,
        )
        joined = re.match(
            r"['’-]|\s+(?:and|to|or)\s+\d", sheet.shown[when.span.end : when.span.end + 8]
        )
        held = DATED.search(before[: -len(lead[0])] if lead else before)
        named = re.match(r"(?:the|an?)\s", when.text, re.IGNORECASE)  # "the 19 April movement"
        if not (bare or joined or held or named):
            start = when.span.start - (len(lead[0]) if lead else 0)
            made.append(Edit(_apposed(sheet, Span(start, when.span.end)), ""))
    return tuple(made)


def _apposed(sheet: Sheet, when: Span) -> Span:
    """A day with both commas if it explains another day: "yesterday, 21 January, by the mayor"."""
    ends = {d.span.end for d in sheet.reading.dates}
    before = sheet.shown[max(0, when.start - 3) : when.start]
    comma = when.start - len(before) + len(before.rstrip()) - 1
    leads = PHRASE.match(sheet.shown, when.end)
    if leads and sheet.shown[comma : comma + 1] == "," and comma in ends:
        return Span(comma, when.end + 1)
    return when


def _cuts(sheet: Sheet, span: Span) -> Iterator[tuple[Edit, ...]]:
    """Every way of leaving out severable clauses, the mildest first."""
    pieces = clauses.units(sheet, span)
    if len(pieces) > MOST_SEGMENTS:
        return
    if any(_is_stray(sheet, piece) for piece in pieces):
        yield ()
        return
    loose = [i for i in range(len(pieces)) if _is_loose(sheet, pieces, i)]
    for size in range(len(loose) + 1):
        for gone in combinations(loose, size):
            if _whole(sheet, pieces, frozenset(loose), frozenset(gone)):
                yield tuple(_edits(sheet, span, pieces, frozenset(gone)))


def _is_stray(sheet: Sheet, piece: Span) -> bool:
    """True for a lone "in": the sentence has been cut inside a word ("brother - in - law")."""
    found = tokens(sheet.shown[piece.start : piece.end])
    return len(found) == 1 and is_function(found[0])


def _is_loose(sheet: Sheet, pieces: tuple[Span, ...], i: int) -> bool:
    """True if a clause can be left out: no thing of a list that a later "and" closes."""
    if i == 0 and clauses.first_word(sheet, pieces[0]) == "according":
        return False
    first = FIRST.match(sheet.shown, pieces[0].start)
    if first and (i == 0 or (i == 1 and clauses.first_word(sheet, pieces[1]) == "which")):
        return True
    if i == 0 and PERIOD.match(sheet.shown, pieces[0].start) and _counts(sheet, pieces[1:]):
        return False
    if 0 < i < len(pieces) - 1 and PASSIVE.match(sheet.shown, pieces[i].start, pieces[i].end):
        return True
    if 0 < i < len(pieces) - 1 and _is_described(sheet, pieces, i):
        return True
    return clauses.loose(sheet, pieces, i) and not _in_list(sheet, pieces, i)


def _is_described(sheet: Sheet, pieces: tuple[Span, ...], i: int) -> bool:
    """True for ", the leader of the party who has come home," before the verb of the sentence."""
    described = clauses.first_word(sheet, pieces[i]) in ("the", "a", "an", "one")
    return described and clauses.first_word(sheet, pieces[i + 1]) in lexicons.words("finite")


def _counts(sheet: Sheet, pieces: tuple[Span, ...]) -> bool:
    """True if the figures of a sentence stand in some of its clauses."""
    return any(piece.contains(f.span) for piece in pieces for f in sheet.reading.figures)


def _in_list(sheet: Sheet, pieces: tuple[Span, ...], i: int) -> bool:
    """True for the second of "a Spaniard, a Frenchman, and an Italian"."""
    for piece in pieces[i:]:
        words = count(sheet.shown[piece.start : piece.end])
        if words > ITEM or clauses.has_verb(sheet, piece):
            return False
        listed = LISTED.search(sheet.shown, piece.start, piece.end)
        if listed or clauses.first_word(sheet, piece) in ("and", "or"):
            return True
    return False


def _whole(
    sheet: Sheet, pieces: tuple[Span, ...], loose: frozenset[int], gone: frozenset[int]
) -> bool:
    """True if a main clause stays, and no clause that may hang on one that went."""
    kept = [i for i in range(len(pieces)) if i not in gone]
    if not kept or clauses.first_word(sheet, pieces[kept[0]]) in lexicons.words("finite"):
        return False
    if not any(i not in loose and _verbal(sheet, pieces[i]) for i in kept):
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


def _verbal(sheet: Sheet, piece: Span) -> bool:
    return clipping.has_verb(sheet.shown[piece.start : piece.end])


def _hangs(sheet: Sheet, piece: Span) -> bool:
    """True for a relative clause, which belongs to the words before it, and for an "apparently by
    them" that goes on with one.
    """
    return clauses.first_word(sheet, piece) in HANGING


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
            told = told or _is_set_off(sheet, pieces, a, kept)
            told = told and not _is_second(sheet, pieces[b])
            joint = ", " if told or _is_attribution(sheet, pieces[b]) else " "
            yield Edit(Span(pieces[a].end, pieces[b].start), joint)
    if kept[-1] < len(pieces) - 1:
        yield Edit(Span(pieces[kept[-1]].end, span.end), "")


def _is_set_off(sheet: Sheet, pieces: tuple[Span, ...], a: int, kept: list[int]) -> bool:
    """True for an age or an apposition that a comma leads in, and another must close."""
    inside = clauses.joints(sheet, pieces[a])
    led_in = a - 1 in kept or (inside and not _is_opener(sheet, pieces[a].start, inside[0].start))
    listed = LISTED.search(sheet.shown, pieces[a].start, pieces[a].end)
    return bool(led_in) and listed is None and clauses.is_aside(sheet, pieces[a])


def _is_opener(sheet: Sheet, start: int, end: int) -> bool:
    """True for a lone "Yesterday" or "Recently" before a comma, which closes nothing."""
    when = any(d.span.start <= start + 3 and end <= d.span.end for d in sheet.reading.dates)
    words = sheet.shown[start:end]
    return when or (count(words) == 1 and words.endswith("ly"))


def _is_second(sheet: Sheet, piece: Span) -> bool:
    """True for "and large amounts of cash": the second of two things, which no comma parts from the
    first once what stood between them has gone.
    """
    second = SECOND.match(sheet.shown, piece.start, piece.end)
    return bool(second) and not clauses.has_verb(sheet, piece)


def _is_attribution(sheet: Sheet, piece: Span) -> bool:
    """True for a closing "the army said": source and cue, and little else."""
    for said in sheet.reading.statements:
        held = (said.cue, said.source)
        if all(words and piece.contains(words.span) for words in held):
            return not any(piece.contains(c.span) for c in said.content)
    return False
