"""Embargo, expiry and status in a feed's extension fields, which no standard settles: by name.

PRISM, Dublin Core terms, Media RSS, the Atom publishing protocol, and what sites make up.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from dateline.records.vocabulary import PubStatus
from dateline.wire import signals, times

EMBARGO = re.compile(r"(?i)embargo(?:e?d)?(?:[_-]?(?:date|time|until))?$")
AVAILABLE = re.compile(r"(?i)(?:^|_)(?:available|validity_start)$")
EXPIRY = re.compile(r"(?i)(?:^|_)(?:expire[sd]|expir(?:y|ation)(?:_?date)?|kill_?date)$")
STATUS = re.compile(r"(?i)(?:^|_)(?:pub_?)?(?:status|state)$")
DRAFT = re.compile(r"(?i)(?:^|_)draft$")
NO = frozenset(("", "no", "false", "none", "null", "0"))


def _fields(entry: Mapping[str, Any], depth: int = 3) -> Iterator[tuple[str, str]]:
    """Names and values, those of extension objects within too."""
    for name, value in entry.items():
        if isinstance(value, Mapping) and depth:
            yield from _fields({f"{name}_{k}": v for k, v in value.items()}, depth - 1)
        elif isinstance(value, str | bool | int):
            yield str(name), str(value).strip()


def embargo_of(entry: Mapping[str, Any]) -> datetime | None:
    """The latest embargo that an entry states; for ever if one cannot be read."""
    found: list[datetime] = []
    for name, value in _fields(entry):
        if EMBARGO.search(name) and value.casefold() not in NO:
            found.append(times.iso(value) or times.NEVER)
        elif AVAILABLE.search(name) and (told := times.iso(value)):
            found.append(told)
    return max(found, default=None)


def expiry_of(entry: Mapping[str, Any]) -> datetime | None:
    """The first time from which an entry says that it is not to be shown."""
    stated = (times.iso(value) for name, value in _fields(entry) if EXPIRY.search(name))
    return min((at for at in stated if at), default=None)


def status_of(entry: Mapping[str, Any]) -> PubStatus | None:
    """The publishing status that an entry states; a draft is withheld."""
    for name, value in _fields(entry):
        if DRAFT.search(name) and value.casefold() not in NO:
            return "withheld"
        found = signals.status_of(value) if STATUS.search(name) else None
        if found and found != "usable":
            return found
    return None
