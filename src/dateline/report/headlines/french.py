"""French sentences at headline length: without what they set off, and without days."""

import re
from collections.abc import Iterator

from dateline.records import Span
from dateline.report.headlines import outlines
from dateline.report.lines import clauses
from dateline.report.lines.drafts import Draft
from dateline.report.lines.edits import Edit, apply
from dateline.report.words import count, is_function, opened, tokens

FEWEST = 5  # words
BRACKET = re.compile(r"\s*\([^()]{1,60}\)")
LOOSE = re.compile(r", (?=(?:dans|en|à|au|aux|lors|par|près|sur|contre)\b)")
"""A comma left over from what stood before it."""

DASH = re.compile(r"^[\s–—-]+")
POINTING = re.compile(
    r"^\W*(?:ils?|elles?|ce|cet|cette|ces|cela|son|sa|ses|leurs?|mais|et|or|donc|ainsi|y|qui|que|dont"
    r"|on|nous|je|selon|parmi)\b|\b(?:hier|aujourd['’]hui|demain|ci-dessus|ce dernier"
    r"|ces derniers|cette dernière)\b",
    re.IGNORECASE,
)
"""What a reader of headlines can't make out."""

FINITE = re.compile(
    r"\b(?:a|ont|est|sont|était|étaient|avait|avaient|sera|seront|fait|font|va|vont|doit|doivent"
    r"|peut|peuvent|reste|restent|\w{3,}(?:ait|aient|era|eront))\b"
)
"""Forms that tell a clause, where the parse has found no main verb."""

TOLD = re.compile(
    r"\s*selon\b|\s*a-t-(?:on|il|elle)\b|\s*(?:a|ont) (?:\w+ )?"
    r"(?:annoncé|indiqué|déclaré|affirmé|précisé|dit)\b",
    re.IGNORECASE,
)
"""Who says so, in a clause that follows."""


STOP = re.compile(
    r" (?:et (?=\d)|après |alors que |tandis que |pour (?!la première)|depuis |qui |où |dont )"
)
"""Where a clause can stop."""

LEAST = 40  # characters of a clause that stops early


def versions(draft: Draft) -> Iterator[str]:
    """Shorter versions of a sentence that can stand alone, in no order."""
    if draft.carries or draft.leans:
        return
    for text in dict.fromkeys((*_outlined(draft), *_stopped(draft))):
        short = opened(DASH.sub("", BRACKET.sub("", text)).rstrip(" .,;:"))
        last = tokens(short)[-1:]
        whole = count(short) >= FEWEST and last and not is_function(last[0])
        if whole and not POINTING.search(short) and not clauses.enclosed(short):
            yield short


def _outlined(draft: Draft) -> Iterator[str]:
    if outlines.outline_of(draft.sheet, draft.span):
        for edits in outlines.cuts(draft.sheet, draft.span):
            text = apply(draft.sheet.shown, draft.span, edits)
            yield LOOSE.sub(" ", text) if edits else text


def _stopped(draft: Draft) -> Iterator[str]:
    """The first clause of a sentence or what stands before its "and", with who says so or not."""
    sheet, span = draft.sheet, draft.span
    pieces = clauses.segments(sheet, span)
    if len(pieces) < 2 or not _is_told(draft, pieces[0]):
        return
    first, *others = (apply(sheet.shown, piece, _small(draft, piece)) for piece in pieces)
    told = [f", {text[0].lower()}{text[1:].rstrip(' .')}" for text in others if TOLD.match(text)]
    ends = [found.start() for found in STOP.finditer(first) if found.start() >= LEAST]
    for text in (first, *(first[:end] for end in ends)):
        yield from (f"{text}{by}" for by in ("", *told))


def _is_told(draft: Draft, piece: Span) -> bool:
    """True for a clause with a finite verb."""
    outline = outlines.outline_of(draft.sheet, draft.span)
    verbs = outline.verbs if outline else ()
    found = FINITE.search(draft.sheet.shown, piece.start, piece.end)
    return bool(found) or any(piece.contains(verb.span) for verb in verbs)


def _small(draft: Draft, piece: Span) -> tuple[Edit, ...]:
    """Days, and what describes a noun after the first clause, taken out."""
    sheet = draft.sheet
    spans = [d.span for d in sheet.reading.dates if d.precision in ("day", "part-of-day")]
    outline = outlines.outline_of(sheet, draft.span)
    if outline and piece.start > draft.span.start:
        spans += [a.span for a in outline.asides if a.kind in ("participle", "relative")]
    return tuple(Edit(one, "") for one in spans if piece.contains(one))
