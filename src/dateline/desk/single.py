"""Reading one text in memory, for programs."""

from datetime import datetime
from hashlib import sha256

import msgspec

from dateline import wire
from dateline.errors import ReadingError
from dateline.reader import pipeline
from dateline.records import Failure, Reading


def read(text: str, *, issued: datetime | None, language: str | None = None) -> Reading:
    """Read one text. Offsets of the findings refer to ``text`` exactly as given.

    Args:
        text: a dispatch, with or without its dateline.
        issued: when it was sent (aware); null leaves relative times to its dateline's date.
        language: ``en`` or ``fr``; detected if not given.

    Raises:
        ReadingError: the text could not be read.

    """
    guid = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    row = {"guid": guid, "text": text, "issued": issued, "language": language}
    given = {key: value for key, value in row.items() if value is not None}
    (dispatch,) = wire.parse(msgspec.json.encode(given), "text")
    if isinstance(dispatch, Failure):
        raise ReadingError(dispatch.reason, dispatch.remedy)
    (found,) = pipeline.read([dispatch])
    if isinstance(found, Failure):
        raise ReadingError(found.reason, found.remedy)
    return found
