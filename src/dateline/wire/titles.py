"""Headlines with more in them than a headline: ``CORRECTED-``, ``[RETRACTED]``, an embargo."""

import re
from dataclasses import replace
from datetime import datetime

from dateline.wire import embargoes, signals
from dateline.wire.front import Front
from dateline.wire.signal_lines import PREFIX_END, with_signal

BARE = Front()
LEADING = re.compile(r"[\[(]([^\[\]()]{3,60})[\])]\s*(?:[:–—-]\s*)?(?=\S)")
TRAILING = re.compile(r"\s*(?:[\[(]([^\[\]()]{3,40})[\])]|\s[-–—|]\s*([A-ZÉÈ][A-ZÉÈ ]+))\s*$")
EMBARGO_END = re.compile(r"\s*(?::\s+|\s[-–—]\s+|[\])])\s*(?=\S)")
LOUD = frozenset((
    "release", "released", "hold", "kill", "kills", "cancel", "canceled", "cancelled", "add",
    "insert", "sub", "subs", "lead", "annulé", "annule", "annulée", "annulee", "annuler",
    "budget", "diary", "suspension", "suspendu", "suspendue", "clarification",
))  # fmt: skip
"""Words that also begin headlines ("Released: hostages cross"): signals in capitals only."""


def untitled(headline: str | None, front: Front = BARE, near: datetime | None = None) -> Front:
    """The front with a headline, and with what stands before or behind the headline proper.

    ``near`` gives an embargo without a year its year.
    """
    if headline is None:
        return replace(front, headline=None)
    called = signals.ATTENTION.sub("", headline)
    if signals.pattern().match(called):
        headline = called
    if (whole := _signal(headline)) and signals.signal_of(whole["phrase"]) in signals.GRAVE:
        return replace(with_signal(front, whole), headline=None)
    front, rest = _embargoed(headline, front, front.issued or near)
    while (told := _before(rest, front)) is not None:
        front, rest = told
    front, rest = _behind(rest, front)
    return replace(front, headline=rest)


def _before(headline: str, front: Front) -> tuple[Front, str] | None:
    """The headline less a signal in front of it: ``UPDATE 2-``, ``[CORRECTED]``, ``KILL:``."""
    bracket = LEADING.match(headline)
    if bracket and (match := _signal(bracket[1])):
        return with_signal(front, match), headline[bracket.end() :]
    match = signals.pattern().match(headline)
    end = PREFIX_END.match(headline, match.end()) if match else None
    if match is None or end is None or _is_quiet(match["phrase"]):
        return None
    return with_signal(front, match), headline[end.end() :]


def _behind(headline: str, front: Front) -> tuple[Front, str]:
    """``Bridge falls (corrected)``, ``Bridge falls - CORRECTED``."""
    tail = TRAILING.search(headline)
    match = _signal(tail[1] or tail[2]) if tail else None
    if tail is None or match is None or not headline[: tail.start()].strip():
        return front, headline
    return with_signal(front, match), headline[: tail.start()]


def _signal(words: str) -> re.Match[str] | None:
    """The signal that words in brackets are, all of them."""
    match = signals.pattern().match(words.strip())
    if match is None or words.strip()[match.end() :].strip(" .:!"):
        return None
    return None if _is_quiet(match["phrase"]) else match


def _is_quiet(phrase: str) -> bool:
    return phrase.casefold() in LOUD and not phrase.isupper()


def _embargoed(headline: str, front: Front, near: datetime | None) -> tuple[Front, str]:
    """``EMBARGOED until 0600 GMT 3 March: Bridge falls``; in small letters only with a time."""
    bare = headline.lstrip("[(* ")
    end = EMBARGO_END.search(bare)
    words = bare[: end.start()] if end else bare
    if not embargoes.begins_with_embargo(words):
        return front, headline
    until = embargoes.embargo_in(words, near)
    loud = words.split()[0].isupper() or "embargoed" in words.casefold()
    if until is None or not (loud or any(c.isdigit() for c in words)):
        return front, headline
    return replace(front, embargo_until=until), bare[end.end() :] if end else bare
