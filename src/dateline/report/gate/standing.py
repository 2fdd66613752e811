"""May a citation be used at all? Withdrawn, embargoed, expired, damaged and masked text may not."""

import re

from dateline.records import Assertion, Citation, Line, Span
from dateline.report.emended import has
from dateline.report.ground import Ground, Sheet
from dateline.report.words import count

BARRED = re.compile(
    r"\b(?:not\s+for\s+(?:publication|broadcast|distribution|redistribution|public\s+use)"
    r"|internal\s+use\s+only|no\s+(?:publication|redistribution|quotation))\b",
    re.IGNORECASE,
)
LIMIT = re.compile(
    r"\b(?:no\s+more\s+than|not\s+more\s+than|at\s+most|max(?:imum)?(?:\s+of)?|up\s+to"
    r"|limited\s+to|limit(?:\s+of)?)[:\s]{1,3}(\d{1,5})\s+words\b",
    re.IGNORECASE,
)
MOST_WORDS = 200
OFF_AIR = ("kill", "hold")
"""Signals whose own text is an instruction to editors, never copy."""


def sized(line: Line, ground: Ground) -> str | None:
    """A line is a sentence or two: what is longer can't be held against its citations."""
    words = count(line.text)
    return f"The line has {words} words; {MOST_WORDS} are the most." if words > MOST_WORDS else None


def cited(line: Line, ground: Ground) -> str | None:
    """A line needs at least one citation."""
    return None if line.citations else "The line cites nothing."


def present(line: Line, ground: Ground) -> str | None:
    """A cited dispatch must be in the dossier, in the same version."""
    for citation in line.citations:
        if citation.item in ground.sheets:
            continue
        others = (s.dispatch.version for s in ground if s.dispatch.guid == citation.guid)
        other = next(others, None)
        if other is None:
            return f"Dispatch {citation.guid} is not, or no longer, available for publication."
        return (
            f"Version {citation.version} of dispatch {citation.guid} has been replaced by "
            f"version {other}."
        )
    return None


def usable(line: Line, ground: Ground) -> str | None:
    """A cited dispatch must be usable, free of embargo, unexpired and no service message."""
    for citation in line.citations:
        reason = _unusable(ground.of(citation), ground)
        if reason:
            return f"Dispatch {citation.guid} {reason}."
    return None


def _unusable(sheet: Sheet, ground: Ground) -> str | None:
    dispatch = sheet.dispatch
    if dispatch.status != "usable":
        return f"is {dispatch.status}"
    if dispatch.signal in OFF_AIR:
        return f"is a {dispatch.signal} notice"
    if dispatch.embargo_until and dispatch.embargo_until > ground.as_of:
        return f"is embargoed until {dispatch.embargo_until.isoformat()}"
    if dispatch.expires and dispatch.expires <= ground.as_of:
        return f"expired at {dispatch.expires.isoformat()}"
    return None


def exact(line: Line, ground: Ground) -> str | None:
    """The quoted words must be the dispatch's words at that place."""
    for citation in line.citations:
        text, span = ground.of(citation).dispatch.text, citation.span
        if not 0 <= span.start < span.end <= len(text):
            return f"The citation of {citation.guid} points outside its text."
        if text[span.start : span.end] != citation.text:
            return f"The cited words are not those of dispatch {citation.guid}."
    return None


def withdrawn(line: Line, ground: Ground) -> str | None:
    """What has been withdrawn or corrected away can't be cited."""
    for citation in line.citations:
        for said in ground.gone.get(citation.guid, ()):
            gone = said.withdrawn is not None and said.withdrawn <= ground.as_of
            if _emended(line, said, ground):
                continue
            if gone and _holds(citation, said.guid, said.version, said.span):
                return f"“{said.text}” was withdrawn: {said.reason or 'no reason given'}."
        for notice in ground.dossier.notices:
            for wrong in notice.wrong if notice.guid == citation.guid else ():
                if re.search(rf"(?i)(?<!\w){re.escape(wrong)}(?!\w)", citation.text):
                    return f"“{wrong}” was corrected: {notice.text}"
    return None


def _emended(line: Line, said: Assertion, ground: Ground) -> bool:
    """True if a line gives the number that a note put in the place of a withdrawn one, cites the
    note, and has the wrong number no more.
    """
    for one in ground.emended.get(said.item, ()):
        if one.old == said.id and one.note in line.citations:
            return not has(line.text, one.wrong)
    return False


def _holds(citation: Citation, guid: str, version: int, span: Span) -> bool:
    return (citation.guid, citation.version) == (guid, version) and citation.span.overlaps(span)


def whole(line: Line, ground: Ground) -> str | None:
    """A line can't rest on mangled text or page furniture."""
    for citation in line.citations:
        for damage in ground.of(citation).reading.damage:
            if damage.span.overlaps(citation.span):
                return f"The cited words are damaged ({damage.kind}): “{damage.text[:60]}”."
    return None


def unmasked(line: Line, ground: Ground) -> str | None:
    """A line can't rest on masked text: a citation may contain a service note, not be one."""
    notes = {one.note for some in ground.emended.values() for one in some}
    for citation in line.citations:
        sheet, span = ground.of(citation), citation.span
        if citation in notes:
            continue  # the words of a note of correction that put a figure right
        for mask in sheet.dispatch.masks:
            if mask.kind != "note" and mask.span.overlaps(span):
                return f"The cited words are {mask.kind}: {mask.reason}."
        if not sheet.shown[span.start : span.end].strip():
            return "The cited words are a service note."
    return None


def licensed(line: Line, ground: Ground) -> str | None:
    """The source's terms must allow publication, and a quotation of this length."""
    for citation in line.citations:
        limit = word_limit(ground.of(citation))
        if limit is not None and count(citation.text) > limit:
            if limit == 0:
                return f"The terms of dispatch {citation.guid} bar publication."
            return f"The terms of dispatch {citation.guid} allow at most {limit} words."
    return None


def word_limit(sheet: Sheet) -> int | None:
    """How many words of a dispatch its terms allow; 0 if none, null if they set no limit."""
    terms = " ".join(t for t in (sheet.dispatch.rights, sheet.dispatch.usage_terms) if t)
    if BARRED.search(terms):
        return 0
    found = LIMIT.search(terms)
    return int(found[1]) if found else None
