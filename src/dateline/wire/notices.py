"""What a notice to editors asks for in plain words: that copy be killed, held or used again.

``The story is withdrawn``, ``Please do not use ... pending clarification``, ``The hold is lifted``.
In doubt it asks for more rather than less: copy that an agency speaks of so is not to be shown.
"""

import re
from functools import cache

from dateline.records.vocabulary import Signal
from dateline.wire import references
from dateline.wire.lexicons import table

LONGEST = 1500  # characters: what goes on for longer is copy, not a notice
ORDER: tuple[Signal, ...] = ("release", "hold", "kill")
"""A hold that is lifted speaks of a hold; what is not to be used "for now" may come back."""


@cache
def _wording(signal: str) -> re.Pattern[str]:
    either = "|".join(table("notices")["asks"][signal])
    return re.compile(rf"(?i)(?<!\w)(?:{either})(?!\w)")


@cache
def _copy() -> re.Pattern[str]:
    either = "|".join(table("notices")["copy"]["words"])
    return re.compile(rf"(?i)(?<!\w)(?:{either})(?!\w)")


def asked(notice: str) -> Signal | None:
    """What a notice asks editors to do with copy sent before, null if nothing.

    ``notice`` is the whole text of an advisory, or a note to editors.
    """
    about_copy = _copy().search(notice) or references.DOCUMENT_ID.search(notice)
    if len(notice) > LONGEST or not about_copy:
        return None
    return next((signal for signal in ORDER if _wording(signal).search(notice)), None)
