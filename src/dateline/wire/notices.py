"""What a notice to editors asks for in plain words: that copy be killed, held or used again.

``The story is withdrawn``, ``Please do not use ... pending clarification``, ``The hold is lifted``.
In doubt it asks for more rather than less: copy that an agency speaks of so is not to be shown.
"""

import re
from functools import cache

from dateline.records.vocabulary import Signal
from dateline.wire import references, signals
from dateline.wire.lexicons import table

LONGEST = 1500  # characters: what goes on for longer is copy, not a notice
SENTENCE = re.compile(r"(?<=[.!?])\s+")
OPENING = 2  # sentences in which an item says that it is withdrawn
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


def asked_beside(note: str) -> Signal | None:
    """What a note to editors that comes with copy asks for that very copy.

    Of each note, a line, the first sentence counts: "Adds quotes. A story on what was withdrawn
    follows." is about other copy.
    """
    for line in note.split("\n"):
        first = SENTENCE.split(signals.ADDRESSED.sub("", line.strip()))[0]
        alone = signals.signal_of(first.strip(" .:!-()"))
        found = alone if alone in signals.GRAVE else asked(first)
        if found:
            return found
    return None


@cache
def _withdrawing() -> re.Pattern[str]:
    either = "|".join(f"(?:{one})" for one in table("notices")["itself"]["withdrawn"])
    return re.compile(rf"(?i){either}")


def withdraws_itself(body: str) -> bool:
    """True if an item says that it was withdrawn: "Nordlys has removed this story ..."."""
    opening = " ".join(SENTENCE.split(body[:LONGEST])[:OPENING])
    return len(body) <= LONGEST and bool(_withdrawing().search(opening))
