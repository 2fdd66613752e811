"""The town that a headline lost with the end of its sentence: "Two guards were killed in Kelm"."""

import re
from collections.abc import Iterator

from dateline.report.headlines import clipping, spots
from dateline.report.lines.drafts import Draft
from dateline.report.lines.pronouns import cased

LED = re.compile(r"\b(in|near|outside)\s+(?:(?:the )?\w+ (?:city|town|village) of |downtown )?$")
TAIL = 12  # characters by which the end of a headline is found in its sentence
REACH = 40  # characters before a town


def settled(draft: Draft, text: str) -> Iterator[str]:
    """Some words of a draft with the one town that it is set in, before a closing attribution; if
    they name no place of it.
    """
    sheet = draft.sheet
    inside = [p for p in sheet.reading.places if draft.span.contains(p.span)]
    if any(cased(sheet, p.text) in text for p in inside):
        return
    towns = [p for p in draft.spots if (p.feature or "").startswith("PPL")]
    if len({p.geonameid for p in towns}) != 1 or not spots.is_fit(sheet, towns[0]):
        return
    start = max(draft.span.start, towns[0].span.start - REACH)
    led = LED.search(sheet.shown, start, towns[0].span.start)
    body, closing = clipping.parted(text)
    if led and _follows(draft, body, led.start()):
        yield f"{body} {led[1]} {cased(sheet, towns[0].text)}{closing}"


def _follows(draft: Draft, body: str, at: int) -> bool:
    """True if nothing but a phrase parts the end of some words from what comes ``at`` an offset."""
    shown = draft.sheet.shown
    end = shown.rfind(body[-TAIL:], draft.span.start, at)
    between = shown[end + len(body[-TAIL:]) : at] if end >= 0 else ","
    apart = re.search(r"[,;:]|\b(?:not|nor|or|but|except|without)\b", between)
    return not (apart or clipping.has_verb(between))
