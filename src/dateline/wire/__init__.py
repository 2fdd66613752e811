"""The wire room: bytes of any agency format to dispatches, broken input to kept failures."""

from dateline.wire.intake import open_wire
from dateline.wire.parse import LIMIT, parse

__all__ = ["LIMIT", "open_wire", "parse"]
