"""JSON Lines: one dispatch a line, its text taken verbatim.

``{"doc" | "guid", "text", "issued"?, "language"?, "agency"?}``; any other field is ignored. A line
may be a ninjs item as well.
"""

import json
import re
from typing import Any

from dateline.errors import Incomplete, Unreadable
from dateline.records import Dispatch, TextRun
from dateline.wire import ninjs, times
from dateline.wire.clean import storable
from dateline.wire.decode import Decoded
from dateline.wire.item import Arrival, Item, dispatch_of

FORMAT = "jsonl"
PIECE = re.compile(r"[^\\]+|\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u.{4}|.)")
SPACE = re.compile(r"[ \t\n\r]*")
DECODER = json.JSONDecoder()


def is_line(value: object) -> bool:
    """True if a JSON value has the shape of our line."""
    return isinstance(value, dict) and isinstance(value.get("text"), str)


def load(text: str) -> object:
    """Any JSON value.

    Raises:
        Unreadable: it is not JSON, or nested too deep, or holds a number of absurd length.

    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
        raise Unreadable(
            f"This is not valid JSON: {reason}.", "Correct it and send it again."
        ) from None


def read(source: Decoded, arrival: Arrival) -> tuple[Dispatch, ...]:
    """The dispatch of one line.

    Raises:
        Unreadable: the line is not JSON.
        Incomplete: it has no ``text``, or it is empty.

    """
    value = load(source.text)
    if isinstance(value, dict) and ninjs.is_ninjs(value):
        return ninjs.read(value, arrival)
    if not isinstance(value, dict) or not is_line(value):
        raise Incomplete('The line has no "text".', 'Give "doc", "text" and perhaps "issued".')
    if not value["text"].strip():
        raise Incomplete('The "text" of the line is empty.', "Send the dispatch again.")
    return (dispatch_of(_item(value, source, arrival), arrival),)


def _item(value: dict[str, Any], source: Decoded, arrival: Arrival) -> Item:
    guid = value.get("doc") or value.get("guid") or arrival.path
    return Item(
        guid=storable(str(guid)),
        body=storable(value["text"]),
        format=FORMAT,
        agency=_string(value.get("agency")),
        issued=times.iso(value.get("issued")),
        language=_string(value.get("language")),
        runs=_runs(source, value["text"]),
    )


def _string(value: object) -> str | None:
    return storable(value) if isinstance(value, str) and value else None


def _runs(source: Decoded, text: str) -> tuple[TextRun, ...]:
    """Stretches of the text between escapes, in the bytes of the line."""
    span = _literal(source.text)
    if span is None:
        return ()
    at, raw = 0, source.skip + len(source.text[: span[0]].encode(source.codec))
    found: list[TextRun] = []
    for piece in PIECE.finditer(source.text, *span):
        escaped = piece[0][0] == "\\"
        length, width = 1 if escaped else len(piece[0]), len(piece[0].encode(source.codec))
        if not escaped:
            found.append(TextRun(at, length, raw, raw + width))
        at, raw = at + length, raw + width
    return tuple(found) if at == len(text) else ()


def _literal(line: str) -> tuple[int, int] | None:
    """Where the string of the (last) top-level ``text`` begins and ends, without its quotes."""
    found = None
    at = line.index("{") + 1
    while True:
        at = _after_space(line, at)
        if line[at] == "}":
            return found
        key, at = DECODER.raw_decode(line, at)
        start = _after_space(line, _after_space(line, at) + 1)
        _, at = DECODER.raw_decode(line, start)
        if key == "text":
            found = (start + 1, at - 1)
        at = _after_space(line, at)
        if line[at] == ",":
            at += 1


def _after_space(line: str, at: int) -> int:
    match = SPACE.match(line, at)
    return match.end() if match else at
