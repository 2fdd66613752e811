"""The lines above a dispatch: document id, slug, urgency, embargo, kill, "1st Lead", byline ..."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.records import DatelineHead, Span
from dateline.wire import (
    datelines,
    embargoes,
    furniture,
    references,
    signals,
    times,
)
from dateline.wire.front import Front
from dateline.wire.labels import labelled
from dateline.wire.signal_lines import signalled
from dateline.wire.titles import untitled

LINES = 24  # header lines read at most
LONGEST = 240  # characters: a longer line is prose
DOCUMENT_ID = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z][\w.:/@+-]{3,120}")
SEPARATED = re.compile(r"[-_:/.]")
STATION = re.compile(r"\s+\([A-Z]{2,8}\)$")
SLUG = re.compile(r"(?:[A-Z]\w*|bc)(?:[-/][A-Z0-9][\w.&']*)+(?:\s*\([^)]*\))?")
BYLINE = re.compile(
    r"(?:By|BY|Par|Von|Por)\s+"
    r"([A-Z][\w.'’-]+(?:\ (?:[A-Z][\w.'’-]*|and|et|und|y|de|van|von|der)){1,7})(?:,\ [\w ]{2,30})?"
)
NUMBERED = re.compile(r"[A-Z]{1,4}\d{3,5}")
TELEX = re.compile(r"(?i)ZCZC\b.*|NNNN|[a-z]\s+[a-z]\s+\S{3,9}|\^.*<|[=-]{3,}|.*\^")
BRACKETED = re.compile(r"\(([^()].*)\)")
WHEN_LINE = re.compile(r"(?i)[\d\s:.,/+TZ-]*(?:[a-z]{1,9}[\d\s:.,/+TZ-]*){0,5}")
ORNAMENT = "*!#=[]/ "
STANDFIRST = 6  # lines at most between a headline and its dateline
DESK_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    first: bool
    opens: bool  # a blank line, or nothing, stands before it
    alone: bool  # a blank line or the end follows

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))


def read(text: str, near: datetime | None) -> Front:
    """Header lines, then perhaps a headline, then perhaps a dateline.

    ``near`` is the time of the transmission if known from elsewhere: it gives a missing year.
    """
    lines, front = _lines(text), Front()
    for at, line in enumerate(lines):
        dateline = datelines.find(text, line.start, front.issued or near)
        if dateline and (dateline.date or dateline.agency):
            return _dated(front, dateline)
        if dateline and signals.signal_of(dateline.place or ""):
            dateline = None  # "RECTIFICATIF - Bien lire ..."
        told = _classify(line, front, near)
        if told is not None:
            front = replace(told, spans=(*told.spans, line.span))
        elif dateline:
            return _dated(front, dateline)
        elif _heads_order(lines[at : at + 2], front, near):
            front = replace(front, agency=line.text, spans=(*front.spans, line.span))
        elif front.headline is None and _may_be_headline(line):
            front = _headline(front, line)
        elif _is_desk_line(line, front):
            front = replace(front, spans=(*front.spans, line.span))
        elif not furniture.is_furniture(line.text):
            return _below(text, lines[at : at + 1 + STANDFIRST], front, near)
    return front


def _dated(front: Front, dateline: DatelineHead, below: _Line | None = None) -> Front:
    """The front with its dateline; a "headline" that is only the agency's name is none.

    The headline is then the line below it, if that may be one.
    """
    headline = front.headline or ""
    if dateline.agency and headline.casefold() == dateline.agency.casefold():
        front = replace(front, headline=None, agency=front.agency or headline)
        front = _headline(front, below) if below and _may_be_headline(below) else front
    return replace(front, dateline=dateline)


def _below(text: str, lines: list[_Line], front: Front, near: datetime | None) -> Front:
    """The front with a dateline that stands below a standfirst, which is copy like the rest."""
    for line in lines[1:]:
        dateline = datelines.find(text, line.start, front.issued or near) if line.opens else None
        if dateline and (dateline.date or dateline.agency):
            return _dated(front, dateline, lines[0])
    return front


def _is_desk_line(line: _Line, front: Front) -> bool:
    """A line within a block of header lines that we have no word for: ``World desk``."""
    words = line.text.split()
    short = len(words) <= DESK_WORDS and line.text[-1] not in ".,;:?!"
    return bool(front.spans) and short and not line.alone and not line.opens


def _heads_order(lines: list[_Line], front: Front, near: datetime | None) -> bool:
    """True for the agency's bare name above a line that kills, holds or corrects: ``ALBA``."""
    if len(lines) < 2 or not lines[0].first or lines[0].alone or front.agency:
        return False
    name = lines[0].text
    short = len(name.split()) <= DESK_WORDS and name[-1] not in ".,;:?!"
    told = signalled(lines[1].text.strip(ORNAMENT), Front(), near)
    return short and told is not None and told.signal in signals.GRAVE


def _lines(text: str) -> list[_Line]:
    """The first non-blank lines with their places."""
    found: list[_Line] = []
    at = 0
    head = text[: LINES * LONGEST].split("\n")
    for i, raw in enumerate(head):
        line = raw.strip()
        if line and len(found) < LINES:
            alone = i + 1 >= len(head) or not head[i + 1].strip()
            opens = i == 0 or not head[i - 1].strip()
            found.append(_Line(line, at + raw.index(line), not found, opens, alone))
        at += len(raw) + 1
    return found


def _classify(line: _Line, front: Front, near: datetime | None) -> Front | None:
    """The front with what a header line adds, or null if the line is no header line."""
    if len(line.text) > LONGEST:
        return None
    if front.guid is None and (told := document_id(line.text, first=line.first)):
        return replace(front, guid=told)
    plain = line.text.strip(ORNAMENT)
    for reader in (_embargo, labelled, signalled, _bracketed, _byline, _timed, _telex, _slug):
        found = reader(plain or line.text, front, near)
        if found is not None:
            return found
    return None


def document_id(line: str, *, first: bool) -> str | None:
    """The id that a line consists of: any on the first line, else one in an agency's usual shape.

    The station behind it (``DEV-0001 (NORD)``) is no part of it; an address is no id.
    """
    bare = STATION.sub("", line)
    if first and DOCUMENT_ID.fullmatch(bare) and SEPARATED.search(bare):
        return None if bare.startswith("http") else bare
    return bare if references.DOCUMENT_ID.fullmatch(bare) else None


def _embargo(line: str, front: Front, near: datetime | None) -> Front | None:
    line = line.strip("()")
    if not embargoes.begins_with_embargo(line):
        return None
    return replace(front, embargo_until=embargoes.embargo_in(line, front.issued or near))


def _bracketed(line: str, front: Front, near: datetime | None) -> Front | None:
    """A note in brackets of its own: ``(Adds quotes, background)``, ``(bien lire ...)``."""
    inside = BRACKETED.fullmatch(line)
    signal = signals.from_note(inside[1]) if inside else None
    if inside is None or signal is None:
        return None
    named = references.find(inside[1], own=front.guid) if signal in signals.GRAVE else ()
    return replace(
        front,
        note=front.note or inside[1],
        signal=front.signal or signal,
        objects=front.objects + tuple(o for o in named if o not in front.objects),
    )


def _byline(line: str, front: Front, near: datetime | None) -> Front | None:
    match = BYLINE.fullmatch(line)
    return replace(front, byline=match[1]) if match else None


def _timed(line: str, front: Front, near: datetime | None) -> Front | None:
    """A line that is nothing but a date and a time."""
    if len(line) > 48 or not any(c.isdigit() for c in line) or not WHEN_LINE.fullmatch(line):
        return None
    left = times.GROUP.sub(" ", line)
    left = times.CLOCK.sub(" ", times.DATE.sub(" ", left))
    when = times.iso(line) or (times.moment(line, near) if not left.strip(" ,.T-") else None)
    return replace(front, issued=front.issued or when) if when else None


def _telex(line: str, front: Front, near: datetime | None) -> Front | None:
    """Transmission codes: ``ZCZC NRL0412 4 I 0213``, rules of dashes."""
    if NUMBERED.fullmatch(line) and front.number in (None, line):
        return replace(front, number=line)
    if not TELEX.fullmatch(line):
        return None
    number = re.match(r"(?i)ZCZC\s+([A-Z]{1,4}\d{2,})", line)
    return replace(front, number=number[1]) if number else front


def _slug(line: str, front: Front, near: datetime | None) -> Front | None:
    """``UKRAINE-TALKS``; in mixed case only below another header line, since names have hyphens."""
    if not SLUG.fullmatch(line) or len(line) > 60 or not (front.spans or line.isupper()):
        return None
    return replace(front, slug=front.slug or line)


def _may_be_headline(line: _Line) -> bool:
    if not line.alone or len(line.text) > 200 or line.text[-1] in ".,;[":
        return False
    return not furniture.is_furniture(line.text)


def _headline(front: Front, line: _Line) -> Front:
    """The headline, less what stands around it (``UPDATE 2-Talks resume``), which is masked."""
    told = untitled(line.text, front)
    start = line.start + line.text.index(told.headline or "")
    end = start + len(told.headline or "")
    around = [Span(line.start, start), Span(end, line.span.end)]
    return replace(told, spans=(*told.spans, *(one for one in around if one.start < one.end)))
