"""What somebody says, told first: "Three killed in Kelm, the mayor says"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.records import Statement
from dateline.report.headlines import clipping, cutting
from dateline.report.lines import speakers
from dateline.report.lines.drafts import Draft
from dateline.report.lines.pronouns import PRONOUNS, printed
from dateline.report.words import fold, tidy

LONGEST = 40  # characters of a speaker
PLAIN = re.compile(
    r"\b(?:according to|said|says|say|reported|reports|stated|announced|disclosed|revealed|told"
    r"|added|noted|confirmed|declared|indicated|explained|learned|pointed out|made it clear)\b",
    re.IGNORECASE,
)
"""Cues for which "says" can stand: no denial, no claim, no guess."""

LINK = re.compile(r"[\s,]*(?:[\w.' -]{0,40}?\bthat\b)?\s*", re.IGNORECASE)
"""Between cue and content: "that", and whom it was told."""

BRACKET = re.compile(r"\s*\([^()]*\)")
ENDED = re.compile(r"[\s.\"”»]*")


def told_first(draft: Draft) -> Iterator[str]:
    """The content of a draft that is all one statement, cut short, and then its speaker."""
    said = next(filter(None, (_framed(draft, s) for s in draft.sheet.reading.statements)), None)
    if said is None:
        return
    inner = replace(draft, span=said.content[0].span)
    for by in _speakers(draft, said):
        for text in cutting.texts(inner):
            whole = f"{text}, {by}"
            yield whole
            yield from clipping.clipped(whole)


def _framed(draft: Draft, said: Statement) -> Statement | None:
    """The statement, if a draft is speaker, cue and one content, in this order and no more."""
    if said.source is None or said.cue is None or len(said.content) != 1:
        return None
    source, cue, content = said.source.span, said.cue.span, said.content[0].span
    first = min(source.start, cue.start)
    inside = draft.span.start <= first < content.start < draft.span.end
    inside = inside and max(source.end, cue.end) <= content.start
    if not inside or said.mode == "direct" or said.polarity != "asserts":
        return None
    shown = draft.sheet.shown
    opens = not shown[draft.span.start : first].strip()
    linked = LINK.fullmatch(shown, max(source.end, cue.end), content.start)
    ends = ENDED.fullmatch(shown, min(content.end, draft.span.end), draft.span.end)
    return said if opens and linked and ends and PLAIN.search(said.cue.text) else None


def _speakers(draft: Draft, said: Statement) -> Iterator[str]:
    """Speaker and verb, as the sentence names the speaker and in the fewest words that the
    dispatch has for the same person.
    """
    sheet, source = draft.sheet, said.source.span if said.source else said.span
    persons = {n.canonical for n in sheet.reading.names
               if n.kind == "person" and source.contains(n.span)}  # fmt: skip
    short = sorted((n.text for n in sheet.reading.names if n.canonical in persons), key=len)[:1]
    named = (said.source.text if said.source else "", said.source_name or "", *short)
    for words in dict.fromkeys(tidy(BRACKET.sub("", name)) for name in named):
        if words and len(words) <= LONGEST and "," not in words and fold(words) not in PRONOUNS:
            name = speakers.running(printed(sheet, words), sheet)
            yield f"{name} {speakers.verb(name)}"
