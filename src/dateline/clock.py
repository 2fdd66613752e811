"""The only code that knows what time it is.

Rooms take times as arguments; the desk asks a Clock. Tests pass a frozen one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _system_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """A source of the present moment, always aware and in UTC."""

    now: Callable[[], datetime] = _system_now

    @classmethod
    def frozen(cls, at: datetime) -> "Clock":
        """A clock that always says ``at`` (aware)."""
        return cls(now=lambda: at)
