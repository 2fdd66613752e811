"""The ledger room: claims that agree, contradict, supersede, and are withdrawn."""

from dateline.ledger.asserting import assertions
from dateline.ledger.control import controls
from dateline.ledger.periods import on_days
from dateline.ledger.rulings import Ruling, consider, judge
from dateline.ledger.silence import silences
from dateline.ledger.store import Ledger, open_ledger

__all__ = [
    "Ledger", "Ruling", "assertions", "consider", "controls", "judge", "on_days", "open_ledger",
    "silences",
]  # fmt: skip
