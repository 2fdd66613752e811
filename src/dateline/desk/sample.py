"""The built-in sample wire: where it lies, and when it runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path

BEGUN = datetime(2022, 2, 28, 12, tzinfo=UTC)
ENDED = datetime(2022, 3, 3, 12, tzinfo=UTC)


@contextmanager
def folder() -> Iterator[Path]:
    """The folder of sample dispatches, as a real folder even if the package is zipped."""
    with as_file(files("dateline") / "sample" / "wire") as path:
        yield path
