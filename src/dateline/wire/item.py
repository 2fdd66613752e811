"""From what a format says of one transmission, and its text, to a Dispatch.

What the format states outranks what its text's own header lines say.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from typing import Any

from dateline.records import DatelineHead, Dispatch, Mask, Reference, Span, TextRun
from dateline.records.vocabulary import PubStatus, Signal
from dateline.wire import (
    embargoes,
    emendations,
    footnotes,
    furniture,
    headers,
    notes,
    notices,
    objects,
    references,
    signals,
    titles,
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
    footed, corrects = footnotes.find(text)
    front = _footnoted(front, corrects)
    title = titles.untitled(item.headline, near=issued)
    moved = _moved(item, front, issued)
    signal = moved[0] if moved else _asked(item, front, item.signal or front.signal or title.signal)
    status = item.status or front.status or "usable"
    if status == "canceled" and signal not in ("correction", "hold"):
        signal = "kill"
    guid = (front.guid if item.titled else None) or " ".join(item.guid.split()) or arrival.path
    headline = title.headline or (front.headline if item.titled else None)
    about = _objects(item, front, signal, guid, headline)
    copy = objects.is_copy(item.body, dated=front.dateline is not None)
    if signal == "correction" and not copy:
        footed = (*footed, *emendations.masks(text))
    stated: dict[str, Any] = {
        name: getattr(item, name) or getattr(front, name) or getattr(title, name) for name in STATED
    }
    stated["agency"] = stated["agency"] or _agency(text, front)
    version = item.version or front.version or title.version
    return Dispatch(
        guid=guid,
        text=text,
        version=version or _again(signal, about, guid),
        numbered=version is not None,
        status=status,
        signal=signal or "lead",
        issued=issued,
        received=issued,
        embargo_until=moved[1] if moved else _embargo(item, front, title, issued),
        language=item.language or front.language or arrival.language,
        headline=headline,
        dateline=front.dateline or _stated_place(item),
        link=item.link,
        objects=about,
        sha256=arrival.sha256,
        masks=masks_of(text, front, footed),
        runs=item.runs,
        format=item.format,
        path=arrival.path,
        **stated,
    )


def _objects(item: Item, front: Front, signal: Signal | None, guid: str,
             headline: str | None) -> tuple[Reference, ...]:  # fmt: skip
    loose = item.version is None and item.status != "canceled"
    own = Reference(guid=guid, headline=headline if loose else None)
    copy = objects.is_copy(item.body, dated=front.dateline is not None)
    linked = bool(item.objects) and item.version is None  # a tombstone, for one
    said = objects.Said(item.note or "", item.body, copy, by_guid=not (item.titled or linked))
    return objects.named(signal, item.objects + front.objects, own, said)


def _asked(item: Item, front: Front, signal: Signal | None) -> Signal | None:
    """The signal, or what an advisory or a bare note to editors asks about other copy, or what a
    note or the text itself asks about its own.
    """
    if signal not in signals.GRAVE and (beside := notices.asked_beside(item.note or "")):
        return beside
    if signal not in (None, "advisory"):
        return signal
    if not front.dateline and notices.withdraws_itself(item.body):
        return "kill"
    if not front.dateline and emendations.alone(item.body, front.spans):
        return "correction"
    notice = item.body
    if signal is None and (said := _to_editors(item.body, front)):
        notice = said
    elif signal is None:
        blank = front.headline or ""
        for span in front.spans:
            blank += notice[span.start : span.end]
        if not front.note or len("".join(notice.split())) > len("".join(blank.split())):
            return None
    asked = notices.asked(notice)
    return asked if asked and references.find(notice, own=item.guid) else signal


def _to_editors(body: str, front: Front) -> str | None:
    """A whole text that is addressed to editors, behind a dateline or none, or asks them for
    something.
    """
    told = body[_body_start(front) :].strip(" -–—:\n")
    asks = front.dateline is None and signals.ASKING.match(told)
    return told if asks or signals.ADDRESSED.match(told) else None


def _moved(item: Item, front: Front, issued: datetime | None) -> embargoes.Moved | None:
    """What a notice that names other copy says of that copy's embargo."""
    if objects.is_copy(item.body, dated=front.dateline is not None) or front.signal == "kill":
        return None
    told = embargoes.moved(item.body, issued)
    return told if told and references.find(item.body, own=front.guid or item.guid) else None


def _embargo(item: Item, front: Front, title: Front, issued: datetime | None) -> datetime | None:
    """As the format states it, else as header or headline do, else as a note or the terms do."""
    stated = item.embargo_until or front.embargo_until or title.embargo_until
    words = "\n".join(filter(None, (item.note or front.note, item.usage_terms, item.rights)))
    return stated or embargoes.embargo_in(words, issued)


def _again(signal: Signal | None, about: tuple[Reference, ...], guid: str) -> int:
    """2 for an unnumbered transmission that revises its own item, else 1."""
    own = not about or any(one.guid == guid for one in about)
    return 2 if signal in REVISING and own else 1


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


def is_wrapped(text: str) -> bool:
    """True if most longer lines stop in mid-sentence: line feeds are mere line ends (telex)."""
    long = [line for line in text.split("\n")[:200] if len(line.strip()) > WRAPPED_LINE]
    open_ended = [line for line in long if line.rstrip()[-1] not in ".!?:;\"”»')]"]
    return len(long) > 1 and len(open_ended) >= len(long) * 0.4


def _footnoted(front: Front, corrects: str | None) -> Front:
    """The front with what a note of correction at the text's end says, which is as good as one
    above it.
    """
    if corrects is None:
        return front
    return replace(front, note=front.note or corrects, signal=front.signal or "correction")


def _body_start(front: Front) -> int:
    """Where what stands above the body ends."""
    spans = [*front.spans, *((front.dateline.span,) if front.dateline else ())]
    return max((span.end for span in spans), default=0)


def masks_of(text: str, front: Front, found: tuple[Mask, ...] = ()) -> tuple[Mask, ...]:
    """Header lines, dateline, service notes and furniture, in order, without overlaps.

    ``found``: others that are known already.
    """
    spans = list(front.spans)
    dateline = front.dateline.span if front.dateline else None
    if dateline:
        spans.append(dateline)
    masks = [*found, *(Mask(s, "header", "agency header") for s in spans)]
    masks += notes.find(text, dateline.end if dateline else None)
    masks += furniture.find(text, _body_start(front), wrapped=is_wrapped(text))
    kept: list[Mask] = []
    for mask in sorted(masks, key=lambda m: m.span):
        if not kept or mask.span.start >= kept[-1].span.end:
            kept.append(mask)
    return tuple(kept)
