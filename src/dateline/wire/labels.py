"""Header lines with a label: ``Slug: ...``, ``Urgency: 2``, ``Sent: ...``."""

import re
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from dateline.wire import embargoes, signals, times
from dateline.wire.front import Front
from dateline.wire.lexicons import table
from dateline.wire.titles import untitled

LABEL = re.compile(r"([A-Za-z][A-Za-z' ’]{1,28}?)\s*:\s*(.*)")


@cache
def _labels() -> dict[str, str]:
    return {name: key for key, names in table("header_labels").items() for name in names}


def labelled(line: str, front: Front, near: datetime | None) -> Front | None:
    """The front with what a labelled line says; null if it is none that we know."""
    match = LABEL.fullmatch(line)
    key = _labels().get(match[1].casefold().replace("’", "'")) if match else None
    if match is None or key is None:
        return None
    value = match[2].strip()
    if key == "note":
        return replace(front, note=value or None, signal=front.signal or signals.from_note(value))
    if key == "headline":
        return untitled(value or front.headline, front)
    changes: dict[str, Any] = {key: _value(key, value, front.issued or near)}
    return replace(front, **changes) if changes[key] is not None else front


def _value(key: str, value: str, near: datetime | None) -> object:
    """A labelled line's value in the type of its field; null if it says nothing."""
    if key in ("issued", "expires"):
        return times.moment(value, near)
    if key == "embargo_until":
        return embargoes.until(value, near)
    if key in ("urgency", "version"):
        return signals.urgencies().get(value.casefold()) or _number(value)
    if key == "subjects":
        return tuple(s.strip() for s in value.split(",") if s.strip())
    return signals.status_of(value) if key == "status" else value or None


def _number(value: str) -> int | None:
    digits = re.search(r"\d{1,6}", value)
    return int(digits[0]) if digits else None
