"""What a note of correction does to the dispatch that it corrects. Pure.

The note gives a number for another, seldom whose it is or of what: it is taken to be said by whom
the dispatch cites for the wrong one, of the same matter.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from dateline.ledger.asserted import wording
from dateline.ledger.asserted.bounds import in_words
from dateline.ledger.asserted.emendations import Emendation, emendations, number
from dateline.ledger.storage.codec import digest
from dateline.ledger.verdicts.revision import Revised
from dateline.ledger.verdicts.voices import begin, who
from dateline.records import Assertion, Dispatch
from dateline.records.vocabulary import CORE_MEASURES

_STEM = 4
_DATED = re.compile(
    r"\b(?:jan|f[eé]v|feb|mar(?:ch|s)\b|a[pv]r|may\b|mai\b|jui[nl]|jun|jul|ao[uû]|aug|sep|o[ck]t"
    r"|nov|d[eé]c|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di"
    r"|dimanche|gmt|\d[ap]m\b|\d+h\d*\b)",
    re.IGNORECASE,
)
"""Days and hours: their numbers count nothing."""


def emend(note: Dispatch, learnt: datetime, olds: Sequence[Assertion]) -> tuple[Revised, ...]:
    """The figures that a note withdraws, each with the one that it puts in their place."""
    links: list[Revised] = []
    for one in emendations(note):
        wrong = _wrong(one, [o for o in olds if o.kind == "figure"])
        right = number(one.words)
        if wrong and right is not None:
            new = _right(one, right, note, learnt, max(wrong, key=_weight))
            links += [Revised(new, old, "withdraws", _reason(new, old)) for old in wrong]
    return tuple(links)


def _wrong(one: Emendation, olds: Sequence[Assertion]) -> list[Assertion]:
    """The figures that are corrected: of the wrong number, if one is given, and of what the note
    counts, if it says that.
    """
    if one.wrong is None:
        mine = _told(one, olds)
        return mine if len({_number(o) for o in mine}) == 1 else []
    value = number(one.wrong)
    if value is None or _DATED.search(f"{one.words} {one.wrong}"):
        return []
    mine = [o for o in olds if value in (o.value, o.low, o.high)]
    return _told(one, mine) or [o for o in mine if o.about.measure in CORE_MEASURES]


def _told(one: Emendation, olds: Iterable[Assertion]) -> list[Assertion]:
    """Figures of what a note names beside its number: people, killed, morts."""
    named = _stems(f"{one.words} {one.wrong or ''}")
    return [
        o for o in olds if named & _stems(f"{o.text} {o.about.measure} {o.about.population or ''}")
    ]


def _stems(words: str) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in wording.content_words(words) if not w.isdigit())


def _number(a: Assertion) -> float | None:
    return next((n for n in (a.value, a.low, a.high) if n is not None), None)


def _weight(a: Assertion) -> tuple[bool, bool, bool, int]:
    """What tells most of a figure: whose it is, where, when, and in how many words."""
    about = a.about
    return a.by is not None, about.geonameid is not None, about.when is not None, len(a.text)


def _right(
    one: Emendation, right: float, note: Dispatch, learnt: datetime, old: Assertion
) -> Assertion:
    """The figure as the note puts it, with the bounds that the wrong one had."""
    wrong = number(one.wrong) if one.wrong else _number(old)
    value, low, high = (right if n == wrong else n for n in (old.value, old.low, old.high))
    name = digest(note.guid, note.version, "figure", one.right.start, one.right.end)
    return replace(
        old, id=name, claim=name, guid=note.guid, version=note.version, span=one.right,
        sentence=one.note, text=one.words, agency=note.agency or old.agency, learnt=learnt,
        issued=note.issued, value=value, low=low, high=high, withdrawn=None, reason=None,
    )  # fmt: skip


def _reason(new: Assertion, old: Assertion) -> str:
    return f"{begin(who(new))}: {in_words(new)}, corrected from {in_words(old)}."
