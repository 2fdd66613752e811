"""Counts that a dispatch tells as revised: "2,317 were killed, up from 1,177". Pure."""

import re

from dateline.records import Span

_FROM = re.compile(
    r"\b(?:up|down|increased?|raised?|revised|lowered|corrected|compared|contre|au lieu)"
    r"[^.;]{0,25}? (?:from|with|de)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?:had|has|have) (?:first|initially|earlier|previously|originally)"
    r"|(?:first|initially|earlier|previously|originally) (?:had |has |have )?"
    r"(?:said|spoke|spoken|reported|put|given|gave|counted|announced|estimated)"
    r"|(?:earlier|previous|first|initial|last) (?:official )?"
    r"(?:tolls?|counts?|updates?|reports?|statements?|figures?|estimates?|bilan)"
    r"|un (?:précédent|premier) bilan)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_LAST_COUNT = re.compile(
    r"\b(?:earlier|previous|first|initial) (?:\w+ )?(?:toll|count|estimate|report)\b", re.IGNORECASE
)
_OVER = 25
"""Characters after a figure in which "in an earlier toll" may stand."""


def told_as_former(text: str, sentence: Span, span: Span) -> bool:
    """True if the words around a figure say that it has been revised since."""
    before, after = text[sentence.start : span.start], text[span.end : span.end + _OVER]
    if _FROM.search(before) or _BEFORE.search(before):
        return True
    found = _LAST_COUNT.search(after.partition(".")[0])
    return found is not None and after[: found.start()].strip().casefold() in ("in an", "in its")
