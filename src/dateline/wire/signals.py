"""What a transmission is (kill, correction, writethru ...), by an agency's words or IPTC codes."""

import re
import unicodedata
from functools import cache
from typing import get_args

from dateline.records.vocabulary import PubStatus, Signal
from dateline.wire.lexicons import table

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
    "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
ORDINAL = rf"(?:\d+(?:st|nd|rd|th)?|{'|'.join(ORDINALS)})"
OBJECT_RELATION = re.compile(
    r"(?i)supersede|replace|correct|withdr|kill|cancel|retract|previousversion"
)
ASKING_RELATION = re.compile(r"(?i)(correct)|withdr|kill|cancel|retract")
POLITE = re.compile(r"(?i)^(?:please|pls|kindly)\s+")
ADDRESSED = re.compile(r"(?i)^(?:attention\s+)?(?:eds|editors?)(?:['’]s?)?(?:\s+note)?\s*[:,-]\s*")
ATTENTION = re.compile(
    r"(?i)^(?:attention|important)(?:\s+(?:aux\s+|à\s+la\s+)?(?:r[ée]dactions?|eds|editors?))?"
    r"\s*[-–—:!,]+\s*(?=\S)"
)
"""What calls editors to a notice, before it says what it is."""
ASKING = re.compile(
    r"(?i)^(?:(?:please|pls|kindly|veuillez|merci\s+de|prière\s+d(?:e\s|['’]))(?=\W*\w)"
    r"|\w[\w .-]{1,30}?\s(?:annule|retire|withdraws|kills|retracts)\s(?:sa|ses|son|its|the)\s"
    r"(?:dépêche|alerte|papier|story|stories|dispatch|alert|report)s?\b)"
)
"""How a request to editors begins that does not address them: ``Prière d'annuler ...``."""
REVISING = ("correction", "update", "writethru", "refile", "repeat")
GRAVE = ("kill", "correction", "hold", "release")
"""Signals that ask for something to be done about copy sent before."""
STATUSES: dict[str, PubStatus] = {
    "usable": "usable",
    "embargoed": "usable",
    "withheld": "withheld",
    "held": "withheld",
    "draft": "withheld",
    "blocked": "withheld",
    **dict.fromkeys(
        ("canceled", "cancelled", "withdrawn", "killed", "retracted", "deleted", "removed"),
        "canceled",
    ),
}
"""IPTC's three, and other words for them that agencies and sites use."""
SIGNALS: frozenset[str] = frozenset(get_args(Signal))


@cache
def phrases() -> dict[str, Signal]:
    """Every phrase of the lexicon with the signal that it means, without its accents too: capitals
    are often sent without (``ANNULE``).
    """
    found: dict[str, Signal] = {}
    for signal, names in table("signals")["signals"].items():
        if signal in SIGNALS:
            found |= dict.fromkeys((*map(_bare, names), *names), signal)
    return found


def _bare(phrase: str) -> str:
    parts = unicodedata.normalize("NFD", phrase)
    return "".join(c for c in parts if not unicodedata.combining(c))


@cache
def urgencies() -> dict[str, int]:
    """Words of priority with their IPTC urgency."""
    return dict(table("signals")["urgency"])


@cache
def pattern() -> re.Pattern[str]:
    """A signal phrase or word of priority, longest first, with a number before or after it."""
    names = sorted({*phrases(), *urgencies()}, key=len, reverse=True)
    either = "|".join(re.escape(n).replace(r"\ ", r"[\s-]+") for n in names)
    return re.compile(
        rf"(?i)(?:(?P<before>{ORDINAL})[\s-]+)?(?P<phrase>{either})\b(?:[\s-]*(?P<after>\d{{1,2}})\b)?"
    )


def signal_of(phrase: str) -> Signal | None:
    """The signal that a phrase means, if it is one."""
    return phrases().get(re.sub(r"[\s-]+", " ", phrase.casefold())) or phrases().get(
        phrase.casefold()
    )


def coded(code: str | None) -> Signal | None:
    """The signal of an IPTC or agency code such as ``sig:correction``."""
    if not code:
        return None
    return signal_of(re.split(r"[:/]", code)[-1])


def status_of(code: object) -> PubStatus | None:
    """The publishing status of ``canceled``, ``stat:withheld`` and the like."""
    name = re.split(r"[:/]", str(code or ""))[-1].strip().casefold()
    return STATUSES.get(name)


def number_of(written: str | None) -> int | None:
    """1 for ``1st`` or ``first``."""
    if not written:
        return None
    digits = re.match(r"\d+", written)
    return int(digits[0]) if digits else ORDINALS.get(written.casefold())


def from_note(note: str | None) -> Signal | None:
    """The signal that an editor's note opens with (``CORRECTS toll in first paragraph``).

    Of several notes, each on a line, the first grave one stands. In small letters only the verbs of
    revising count, and requests ("Please kill ..."): "Release expected at noon" is no release.
    """
    found = [s for line in (note or "").split("\n") if (s := _opening(line))]
    return next((s for s in found if s in GRAVE), found[0] if found else None)


def _opening(note: str) -> Signal | None:
    note = ADDRESSED.sub("", note.strip().strip("()*/ "))
    bare = POLITE.sub("", note)
    match = pattern().match(bare)
    signal = signal_of(match["phrase"]) if match else None
    if match is None or match["phrase"].isupper() or signal in REVISING or bare != note:
        return signal
    return signal if not bare[match.end() :].strip(" .:!-") else None


def names_object(relation: str) -> bool:
    """True if a link's relation says that its target is corrected, replaced or withdrawn."""
    return bool(OBJECT_RELATION.search(relation))


def of_relation(relation: str) -> Signal | None:
    """What an item asks for whose link of this relation leads to another: ``correctionTo``."""
    match = ASKING_RELATION.search(relation)
    return None if match is None else "correction" if match[1] else "kill"
