"""One input's bytes to dispatches or failures. Pure, and it never raises."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from dateline.errors import TooLarge, Unreadable, WireError
from dateline.records import Dispatch, Failure
from dateline.wire import feed, jsonfeed, jsonlines, mail, newsml, ninjs, nitf, plain, webpage
from dateline.wire.decode import Decoded, decode
from dateline.wire.detect import kind_of
from dateline.wire.item import Arrival

LIMIT = 32 * 1024 * 1024
"""Bytes: the largest single input; a JSON Lines file may be longer, each of its lines may not."""

Items = tuple[Dispatch | Failure, ...]


def parse(
    data: bytes, path: str, *, issued: datetime | None = None, language: str | None = None
) -> Items:
    """The dispatches in an input, or one failure that says why there are none.

    Args:
        data: the raw bytes, of any format that we read.
        path: where they came from; the guid of a plain file without a document id line.
        issued: aware time for dispatches that state none of their own.
        language: language code for dispatches that state none.

    """
    arrival = Arrival(path, hashlib.sha256(data).hexdigest(), issued, language)
    try:
        if len(data) > LIMIT:
            raise TooLarge(f"The input is over the limit of {LIMIT:,} bytes.", "Split it.")
        return _read(decode(data), arrival)
    except WireError as error:
        return (failure(error, arrival),)
    except Exception as error:  # a format's own reader broke on hostile input: kept, shown
        return (
            Failure(
                path=path,
                reason=f"The reader of this format stopped: {type(error).__name__}: {error}",
                remedy="The raw file is kept; report it as a bug.",
                sha256=arrival.sha256,
            ),
        )


def failure(error: WireError, arrival: Arrival) -> Failure:
    """A kept failure from an error."""
    return Failure(path=arrival.path, reason=error.what, remedy=error.remedy, sha256=arrival.sha256)


def _read(source: Decoded, arrival: Arrival) -> Items:
    kind, value = kind_of(source.text)
    if kind in ("ninjs", "jsonfeed", "newsml-g2", "nitf"):
        return PARSED[kind](value, arrival)
    if kind in TEXTS:
        return TEXTS[kind](source.text, arrival)
    return _lines(source, arrival) if kind == "jsonl" else plain.read(source, arrival)


def _many_ninjs(value: object, arrival: Arrival) -> Items:
    found: list[Dispatch | Failure] = []
    for entry in value if isinstance(value, list) else [value]:
        try:
            found += _one_ninjs(entry, arrival)
        except WireError as error:
            found.append(failure(error, arrival))
    return tuple(found)


def _one_ninjs(entry: object, arrival: Arrival) -> Items:
    if not isinstance(entry, dict) or not ninjs.is_ninjs(entry):
        raise Unreadable("An entry of the list is no ninjs item.", "Send ninjs items only.")
    return ninjs.read(entry, arrival)


def _lines(source: Decoded, arrival: Arrival) -> Items:
    """Each line on its own: a broken one costs no other."""
    found: list[Dispatch | Failure] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        if line.strip():
            found += parse_line(
                line.encode(source.codec), f"{arrival.path}:{number}", arrival, source.codec
            )
    return tuple(found)


def parse_line(data: bytes, path: str, arrival: Arrival, codec: str = "utf-8") -> Items:
    """The dispatch of one line of JSON Lines, or a failure; ``path`` names file and line."""
    one = Arrival(path, hashlib.sha256(data).hexdigest(), arrival.issued, arrival.language)
    try:
        return jsonlines.read(Decoded(data.decode(codec), codec), one)
    except UnicodeDecodeError as error:
        return (
            Failure(
                path=path,
                reason=f"The line is not valid {codec.upper()}: {error.reason}.",
                remedy="Save the file as UTF-8 and send it again.",
                sha256=one.sha256,
            ),
        )
    except WireError as error:
        return (failure(error, one),)


# adapters by what they take: a value that telling the format has parsed already, or the text
PARSED: dict[str, Callable[[Any, Arrival], Items]] = {
    "ninjs": _many_ninjs,
    "jsonfeed": jsonfeed.read,
    "newsml-g2": newsml.read,
    "nitf": nitf.read,
}
TEXTS: dict[str, Callable[[str, Arrival], Items]] = {
    "feed": feed.read,
    "html": webpage.read,
    "mail": mail.read,
}
