"""From what a format says of one transmission, and its text, to a Dispatch.

What the format states outranks what its text's own header lines say.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from dateline.records import DatelineHead, Dispatch, Mask, Reference, Span, TextRun
from dateline.records.vocabulary import PubStatus, Signal
from dateline.wire import (
    embargoes,
    furniture,
    headers,
    notes,
    notices,
    references,
    signal_lines,
)
from dateline.wire.front import Front

REVISING = ("writethru", "update", "correction", "refile", "kill", "hold", "release")
STATED = (
    "agency", "expires", "slug", "number", "urgency", "byline", "subjects", "note", "rights",
    "usage_terms",
)  # fmt: skip
"""Fields that a format, a header line or a headline's prefix may state, in this order of rank."""
WRAPPED_LINE = 40  # characters: telex and mail lines are longer, and end in mid-sentence


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is known of an input from outside it. ``issued`` and ``language`` are fallbacks."""

    path: str
    sha256: str
    issued: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One transmission as its format states it. ``body`` is normalised text.

    ``place`` is where it is from, if the format has a field for that. ``titled``: the body may
    begin with a headline of its own. ``furnished``: the body may have page furniture around it.
    """

    guid: str
    body: str
    format: str
    version: int | None = None
    agency: str | None = None
    status: PubStatus | None = None
    signal: Signal | None = None
    issued: datetime | None = None
    embargo_until: datetime | None = None
    expires: datetime | None = None
    language: str | None = None
    headline: str | None = None
    slug: str | None = None
    number: str | None = None
    urgency: int | None = None
    byline: str | None = None
    subjects: tuple[str, ...] = ()
    link: str | None = None
    note: str | None = None
    objects: tuple[Reference, ...] = ()
    rights: str | None = None
    usage_terms: str | None = None
    place: str | None = None
    runs: tuple[TextRun, ...] = ()
    titled: bool = False


def dispatch_of(item: Item, arrival: Arrival) -> Dispatch:
    """The dispatch: header lines read, masks laid over what is not the report."""
    text = item.body or item.headline or ""
    front = headers.read(text, item.issued or arrival.issued)
    issued = item.issued or _issued(front, arrival.issued)
    title = signal_lines.untitled(item.headline)
    signal = _asked(item, front, item.signal or front.signal or title.signal)
    status = item.status or front.status or "usable"
    if status == "canceled" and signal not in ("correction", "hold"):
        signal = "kill"
    guid = (front.guid if item.titled else None) or " ".join(item.guid.split()) or arrival.path
    headline = title.headline or (front.headline if item.titled else None)
    objects = _objects(item, front, signal, guid, headline)
    stated: dict[str, Any] = {
        name: getattr(item, name) or getattr(front, name) or getattr(title, name) for name in STATED
    }
    stated["agency"] = stated["agency"] or _agency(text, front)
    return Dispatch(
        guid=guid,
        text=text,
        version=item.version or front.version or title.version or _again(signal, objects, guid),
        status=status,
        signal=signal or "lead",
        issued=issued,
        received=issued,
        embargo_until=_embargo(item, front, issued),
        language=item.language or front.language or arrival.language,
        headline=headline,
        dateline=front.dateline or _stated_place(item),
        link=item.link,
        objects=objects,
        sha256=arrival.sha256,
        masks=masks_of(text, front),
        runs=item.runs,
        format=item.format,
        path=arrival.path,
        **stated,
    )


def _asked(item: Item, front: Front, signal: Signal | None) -> Signal | None:
    """The signal, or what an advisory or a bare note to editors asks about other copy."""
    if signal not in (None, "advisory"):
        return signal
    notice = item.body
    if signal is None:
        blank = front.headline or ""
        for span in front.spans:
            blank += notice[span.start : span.end]
        if not front.note or len("".join(notice.split())) > len("".join(blank.split())):
            return None
    asked = notices.asked(notice)
    return asked if asked and references.find(notice, own=item.guid) else signal


def _embargo(item: Item, front: Front, issued: datetime | None) -> datetime | None:
    """As the format states it, else as the text's header does, else as the editor's note does."""
    stated = item.embargo_until or front.embargo_until
    return stated or embargoes.embargo_in(item.note or front.note, issued)


def _again(signal: Signal | None, objects: tuple[Reference, ...], guid: str) -> int:
    """2 for an unnumbered transmission that revises its own item and no other, else 1."""
    return 2 if signal in REVISING and all(o.guid == guid for o in objects) else 1


def _issued(front: Front, fallback: datetime | None) -> datetime | None:
    """The header's time; else the dateline's day; else the fallback.

    A dateline has no time of day: midnight UTC stands for it, unless the fallback is on that day.
    """
    if front.issued:
        return front.issued
    day = front.dateline.date if front.dateline else None
    if day and (fallback is None or fallback.date() != day):
        return datetime.combine(day, time(), tzinfo=UTC)
    return fallback


def _agency(text: str, front: Front) -> str | None:
    named = front.dateline.agency if front.dateline else None
    return named or furniture.sources_line(text)


def _stated_place(item: Item) -> DatelineHead | None:
    return DatelineHead(Span(0, 0), item.place, None, None) if item.place else None


def _objects(item: Item, front: Front, signal: Signal | None, guid: str,
             headline: str | None) -> tuple[Reference, ...]:  # fmt: skip
    """What a notice names: stated links first, then its header, then (if none) note and text.

    A kill, hold or release that names nothing is about the earlier versions of its own item; a
    correction, about those or what was sent under the same headline.
    """
    found = item.objects + front.objects
    if signal not in ("kill", "correction", "hold", "release"):
        return found
    if not found:
        words = f"{item.note or ''}\n{item.body}" if signal != "correction" else item.note or ""
        found = references.find(words, own=guid)
    if not found and signal != "correction":
        found = (Reference(guid=guid),)
    if not found and headline and item.version is None:
        found = (Reference(guid=guid, headline=headline),)
    return found


def is_wrapped(text: str) -> bool:
    """True if most longer lines stop in mid-sentence: line feeds are mere line ends (telex)."""
    long = [line for line in text.split("\n")[:200] if len(line.strip()) > WRAPPED_LINE]
    open_ended = [line for line in long if line.rstrip()[-1] not in ".!?:;\"”»')]"]
    return len(long) > 1 and len(open_ended) >= len(long) * 0.4


def masks_of(text: str, front: Front) -> tuple[Mask, ...]:
    """Header lines, dateline, service notes and furniture, in order, without overlaps."""
    spans = list(front.spans)
    dateline = front.dateline.span if front.dateline else None
    if dateline:
        spans.append(dateline)
    start = max((s.end for s in spans), default=0)
    found = [Mask(s, "header", "agency header") for s in spans]
    found += notes.find(text, dateline.end if dateline else None)
    found += furniture.find(text, start, wrapped=is_wrapped(text))
    kept: list[Mask] = []
    for mask in sorted(found, key=lambda m: m.span):
        if not kept or mask.span.start >= kept[-1].span.end:
            kept.append(mask)
    return tuple(kept)
