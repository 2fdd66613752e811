"""A dispatch read as far as its page, for tests of single kinds of findings."""

from datetime import datetime

from dateline.reader.pipeline import read
from dateline.records import Dispatch, Mask, Reading

ISSUED = "2022-03-02T23:30+01:00"


def dispatch(
    text: str,
    issued: str | None = ISSUED,
    language: str = "en",
    masks: tuple[Mask, ...] = (),
) -> Dispatch:
    """A dispatch with little but its text."""
    at = datetime.fromisoformat(issued) if issued else None
    return Dispatch(guid="test", text=text, issued=at, language=language, masks=masks)


def reading(text: str, issued: str | None = ISSUED, language: str = "en") -> Reading:
    """A full reading; fails the test if the reader failed."""
    (result,) = read([dispatch(text, issued, language)])
    assert isinstance(result, Reading), result
    return result
