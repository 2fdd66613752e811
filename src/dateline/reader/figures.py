"""To be written."""

from typing import Any

from dateline.reader.page import Found, Page


def find(page: Page, found: Found) -> tuple[Any, ...]:
    """Nothing yet."""
    return ()
