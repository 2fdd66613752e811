"""Corrections, kills, holds and releases in words that may be published. Pure.

A kill's notice names the agency and the time, nothing of what was killed.
"""

import re
from collections.abc import Sequence

from dateline.ledger.asserted.bounds import in_words
from dateline.ledger.storage import codec
from dateline.records import Assertion, Dispatch, Judgement, Notice
from dateline.records.vocabulary import NoticeKind

_WORDS: dict[NoticeKind, str] = {
    "kill": "{by} withdrew a dispatch. Nothing here rests on it any more.",
    "hold": "{by} asked for a dispatch to be held. It is not used until it is released.",
    "release": "{by} released a dispatch that had been held.",
    "correction": "{by} corrected a dispatch.",
}
_EMBARGO: dict[NoticeKind, str] = {
    "hold": "{by} moved the embargo of a dispatch. It is not used before then.",
    "release": "{by} lifted the embargo of a dispatch.",
}
_CORRECTS = re.compile(r"(?i)correct(?:s|ing)\b|bien lire\b")
_LONGEST_NOTE = 200  # characters
_FOR_EDITORS = re.compile(
    r"(?i)[,;]?\s*\b(?:in\s+)?(?:(?:the\s+)?(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|last)"
    r"\s+(?:para|graf|paragraph|sentence)|para(?:graph)?s?\s*\d|(?-i:[A-Z][A-Z0-9]+[-_][\w-]*\d))"
)
_WAITING: dict[NoticeKind, str] = {
    "kill": "{by} killed a dispatch{number} that has not come in.",
    "hold": "{by} asked to hold a dispatch{number} that has not come in.",
    "release": "{by} released a dispatch{number} that has not come in.",
    "correction": "{by} corrected a dispatch{number} that has not come in.",
}


def notice(kind: NoticeKind, order: Dispatch, guid: str, at: int,
           changed: Sequence[tuple[Assertion, Assertion]] = ()) -> Notice:  # fmt: skip
    """What an order did. ``changed``: (new, old) pairs of a correction that may be shown."""
    by = order.agency or "The agency"
    text = (_EMBARGO if order.embargo_until else _WORDS).get(kind, _WORDS[kind]).format(by=by)
    if kind == "correction" and not changed and (noted := _noted(order.note)):
        return Notice(kind, by, codec.moment(at), guid, f"{by} corrected a dispatch: “{noted}”.")
    if kind != "correction" or not changed:
        return Notice(kind, by, codec.moment(at), guid, text)
    new, old = changed[0]
    said = "; ".join(f"{_figure(n)}, not {in_words(o)}" for n, o in changed)
    return Notice(kind, by, codec.moment(at), guid, f"{by} corrected a dispatch: {said}.",
                  old=old.text, new=new.text)  # fmt: skip


def _noted(note: str | None) -> str | None:
    """What an agency's note says that it corrects, less what only its editors can use."""
    if not note or not _CORRECTS.match(note) or len(note) > _LONGEST_NOTE:
        return None
    return _FOR_EDITORS.split(note)[0].rstrip(" .,;")


def _figure(a: Assertion) -> str:
    who = f" {a.about.population}" if a.about.population else ""
    return f"{in_words(a)}{who} {a.about.measure}"


def waiting(kind: NoticeKind, order: Dispatch, number: str | None, at: int) -> Notice:
    """An order that has found no object. The agency's own number is all that is told of it."""
    by = order.agency or "The agency"
    cited = f" (number {number})" if number else ""
    return Notice(kind, by, codec.moment(at), None, _WAITING[kind].format(by=by, number=cited))


def corrected(
    judgements: Sequence[Judgement], by_id: dict[str, Assertion], order: Dispatch, guid: str
) -> tuple[tuple[Assertion, Assertion], ...]:
    """The (new, old) pairs by which an order corrected an item, each figure once."""
    pairs = [
        (by_id[j.a], by_id[j.b])
        for j in judgements
        if j.verdict == "withdraws" and j.a in by_id and j.b in by_id
    ]
    return tuple(
        (new, old)
        for new, old in pairs
        if (new.guid, new.version) == (order.guid, order.version) and old.guid == guid
    )
