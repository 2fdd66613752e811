"""What happened where, as a short phrase: "Bombing in Kelm"."""

import re
from collections.abc import Iterator

from dateline.records import Place, Span
from dateline.report import lexicons
from dateline.report.headlines import spots
from dateline.report.lines.drafts import Draft
from dateline.report.lines.pronouns import cased
from dateline.report.words import Token, tokens

REACH = 80  # characters between the word for what happened and the place
LED = re.compile(r"\b(in|at|near|outside)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)
BREAK = re.compile(r"[;:()\"“”]|\s--|\b(?:said|says|that|which|who|where|but)\b")
UNREAL = ("planned", "demanded", "denied")
COUNTRY = "PCL"


def scenes(draft: Draft) -> Iterator[tuple[str, Place]]:
    """Phrases for the events of a draft, each with its place, in order."""
    sheet, names = draft.sheet, lexicons.bases("scenes")
    for event in sheet.reading.events:
        if event.status in UNREAL or not draft.span.overlaps(event.span):
            continue
        words = sheet.shown[event.span.start : event.span.end]
        for token in tokens(words):
            if token.fold not in names:
                continue
            at = _at(token, event.span)
            place = _place(draft, at) or _town(draft, event.place)
            if place:
                spot = cased(sheet, place.text)
                yield f"{names[token.fold].replace('_', ' ')} in {spot}", place


def _town(draft: Draft, place: Place | None) -> Place | None:
    """The one place of the sentence, where the reader sets the event there or nowhere."""
    spotted = [p for p in draft.spots if not (p.feature or "").startswith(COUNTRY)]
    ids = {p.geonameid for p in spotted}
    if len(ids) != 1 or (place and place.geonameid not in ids):
        return None
    return next((p for p in spotted if spots.is_fit(draft.sheet, p)), None)


def _at(token: Token, span: Span) -> Span:
    return Span(span.start + token.start, span.start + token.end)


def _place(draft: Draft, at: Span) -> Place | None:
    """The nearest place after a word, in its own clause and led in by a preposition."""
    shown = draft.sheet.shown
    for place in draft.sheet.reading.places:
        far = not at.end <= place.span.start <= at.end + REACH
        if far or place.role != "location" or not draft.span.contains(place.span):
            continue
        if not spots.is_fit(draft.sheet, place):
            continue
        between = shown[at.end : place.span.start]
        if LED.search(between) and not BREAK.search(between):
            return place
    return None
