"""The ledger room: claims that agree, contradict, supersede, and are withdrawn."""

from dateline.ledger.asserting import assertions
from dateline.ledger.rulings import Ruling, consider, judge
from dateline.ledger.store import Ledger, open_ledger

__all__ = ["Ledger", "Ruling", "assertions", "consider", "judge", "open_ledger"]
