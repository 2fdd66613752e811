"""Files with several dispatches one after the other, as wires and archives keep them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dateline.wire import datelines
from dateline.wire.decode import Decoded
from dateline.wire.headers import document_id

ID_LINE = re.compile(r"(?m)^[ \t]*([A-Z][\w-]{3,60}(?: \([A-Z]{2,8}\))?)[ \t]*\r?\n")
TELEX_START = re.compile(r"(?m)^ZCZC\b")


def transmissions(source: Decoded) -> Iterator[Decoded]:
    """Each dispatch of a file; the whole file if it holds but one.

    A dispatch begins at a document id line with a dateline under it, or at a telex start
    (``ZCZC``).
    """
    text = source.text
    starts = [m.start() for m in ID_LINE.finditer(text) if _opens(text, m)]
    if len(starts) < 2:
        starts = [m.start() for m in TELEX_START.finditer(text)]
    if len(starts) < 2 or text[: starts[0]].strip():
        yield source
        return
    at = source.skip
    for start, end in pairwise([0, *starts[1:], len(text)]):
        yield Decoded(text[start:end], source.codec, at)
        at += len(text[start:end].encode(source.codec))


def _opens(text: str, match: re.Match[str]) -> bool:
    if not document_id(match[1], first=False):
        return False
    return datelines.find(text, match.end(), None) is not None
