"""Corrections, kills, holds and releases in words that may be published. Pure.

A kill's notice names the agency and the time, nothing of what was killed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.ledger.asserted.bounds import in_words
from dateline.ledger.asserted.emendations import Emendation, emendations
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


def notice(kind: NoticeKind, order: Dispatch, guid: str, at: int,  # noqa: PLR0913 (what it did)
           changed: Sequence[tuple[Assertion, Assertion]] = (), *,
           partly: bool = False) -> Notice:  # fmt: skip
    """What an order did. ``changed``: (new, old) pairs of a correction that may be shown; with
    ``partly``, nothing else of it may.
    """
    theirs = changed[0][1].agency if changed else None
    by = order.agency or theirs or "The agency"
    text = (_EMBARGO if order.embargo_until else _WORDS).get(kind, _WORDS[kind]).format(by=by)
    if kind == "correction" and not partly and (asked := emendations(order)):
        return _emended(Notice(kind, by, codec.moment(at), guid, ""), asked, changed)
    if kind == "correction" and not changed and (noted := _noted(order.note)):
        return Notice(kind, by, codec.moment(at), guid, f"{by} corrected a dispatch: “{noted}”.")
    if kind != "correction" or not changed:
        return Notice(kind, by, codec.moment(at), guid, text)
    new, old = changed[0]
    said = "; ".join(_instead(changed))
    return Notice(kind, by, codec.moment(at), guid, f"{by} corrected a dispatch: {said}.",
                  old=old.text, new=new.text)  # fmt: skip


def _instead(changed: Sequence[tuple[Assertion, Assertion]]) -> Iterable[str]:
    return dict.fromkeys(f"{_figure(n)}, not {in_words(o)}" for n, o in changed)


def _emended(
    told: Notice, asked: Sequence[Emendation], changed: Sequence[tuple[Assertion, Assertion]]
) -> Notice:
    """What a note asked to be read otherwise: figures as they are counted, else in its words."""
    by_span = {new.span: (new, old) for new, old in changed}
    plain = [one for one in asked if one.right not in by_span]
    said = [*_instead([by_span[one.right] for one in asked if one.right in by_span])]
    said += [f"“{e.words}”" + (f", not “{e.wrong}”" if e.wrong else "") for e in plain]
    first = asked[0]
    old = by_span[first.right][1].text if first.right in by_span else first.wrong
    return replace(
        told, text=f"{told.by} corrected a dispatch: {'; '.join(said)}.", old=old, new=first.words,
        wrong=tuple(one.wrong for one in plain if one.wrong),
    )  # fmt: skip


def _noted(note: str | None) -> str | None:
    """What an agency's note says that it corrects, less what only its editors can use."""
    if not note or not _CORRECTS.match(note) or len(note) > _LONGEST_NOTE:
        return None
    return _FOR_EDITORS.split(note)[0].rstrip(" .,;")


def _figure(a: Assertion) -> str:
    counted = dict.fromkeys(filter(None, (a.about.population, a.about.measure)))
    return " ".join((in_words(a), *counted))


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
