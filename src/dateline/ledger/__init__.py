"""The ledger room: claims that agree, contradict, supersede, and are withdrawn."""

from dateline.ledger.answers.control import controls
from dateline.ledger.answers.cutting import mended
from dateline.ledger.answers.silence import silences
from dateline.ledger.asserted.asserting import assertions
from dateline.ledger.asserted.periods import on_days
from dateline.ledger.store import Ledger, open_ledger
from dateline.ledger.verdicts.considering import consider
from dateline.ledger.verdicts.rulings import Ruling, judge

__all__ = [
    "Ledger", "Ruling", "assertions", "consider", "controls", "judge", "mended", "on_days",
    "open_ledger", "silences",
]  # fmt: skip
