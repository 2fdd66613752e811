"""A hash of what an edition says, to tell a new one from the same one made again."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

from dateline.records import Edition

NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def digest(edition: Edition) -> str:
    """SHA-256 of all but number, as-of time and changes, which only say how it came about."""
    bare = replace(edition, number=0, as_of=NEVER, changes=(), digest="")
    return hashlib.sha256(repr(bare).encode()).hexdigest()
