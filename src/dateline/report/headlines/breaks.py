"""What a cut has broken: a headline that stops before what decides its sense, or that names
somebody without saying who that is though its dispatch does. Pure.
"""

import re
from collections.abc import Iterator

from dateline.records.reading import Verb
from dateline.report import lexicons
from dateline.report.headlines import calling, clipping, outlines, stops, worth
from dateline.report.headlines.lost import runs
from dateline.report.lines.drafts import Draft
from dateline.report.words import Token, fold, is_function, tidy, tokens

BROKEN = 4.0  # lost by what breaks off before its object, or turns killers into the dead
TORN = 2.0  # lost by what asks of what, in what or where
UNTOLD = 1.2  # lost by a name with which a headline starts, of which only the dispatch says whose

RESPONSIBLE = re.compile(
    r"\b(?:claim\w*|tak\w+|took|accept\w*|den\w+) (?:the )?responsibility(?! for\b)"
)
"""Responsibility, and not for what."""

STANDING = re.compile(
    r"\b(?:is|are|was|were) (?:not |no |an? |the |one |any )?(?!\w+ed$)[a-z][\w-]+$"
)
"""A close that only says that something is so, of which its sentence goes on to say how."""

NEGATED = re.compile(r"\b(?:no|not|never|cannot)\b|n['’]t\b")
OWN_REASON = ("because", "when", "where", "despite", "although", "since", "as", "if", "due")
"""What may follow a denial and be lost: why, or when."""

PLACING = re.compile(r"\b(?:puts?|placed|places|keeps?|kept|sets?)\b[^,;]*$")
"""A verb that asks where or in what state."""

WHERE = ("in", "on", "at", "into", "under")
GENERAL = re.compile(
    r"\s*(?:in|of|throughout|within|for|on|at)?\s*(?:the )?(?:last|past|next|entire|same|country"
    r"|nation|region|area|capital|city)\b"
)
"""What a headline never needs: of late, in the country."""

LISTED = re.compile(r",.*\band\b")
SUFFERED = re.compile(
    r"\b(?:was|were|been|be|being|is|are)\b|\b(?:people|persons|others|\d+|and \w+)\s*$"
)
"""Before a verb of harm: it is done to those before it."""

HARMED = re.compile(
    r"(?:(?:have|has|had) )?(?:killed|wounded|injured|murdered|assassinated|kidnapped|arrested"
    r"|captured|attacked|ambushed)"
)
"""Verbs of harm, done by their subject."""

DONE = re.compile(
    r"\b(?:killed|murdered|assassinated|slain|wounded|injured|arrested|captured|detained|released"
    r"|freed|rescued|kidnapped|abducted|extradited|sentenced|dismissed|appointed|elected|destroyed"
    r"|damaged|attacked|occupied|rejected|approved|postponed|evacuated|expelled|deported)$"
)
"""What can be done and end a headline."""

GOING_ON = re.compile(r"\b(?:is|are|was|were) (?:\w+ )?\w+ing$")
FURTHER = re.compile(
    r"\s*(?:of|that|to|for|against|on|in|at|with|between|over|among|within|killed|due|\w+ed)\b"
)
CLAUSE = re.compile(r"[,;:]|\bthat\b")
LEAD = 24  # characters between what is lost and the time that it tells
BEFORE = 60  # characters before a name in which an office stands

CLOSED = re.compile(r"\s*(?:[.!?;:]|$)")
ADJOINED = re.compile(r"\s*[,\"”)]|\s*(?:and|but|or|while|when|after|before|because)\b")


def broken(draft: Draft, text: str) -> float:
    """What is lost by what a cut has broken in some words of a draft."""
    body = clipping.parted(text)[0]
    lost = BROKEN * bool(RESPONSIBLE.search(body) or _lost_object(draft, body))
    lost += BROKEN * (_ends_in_verb(draft, body) or _lost_others(draft, body))
    lost += TORN * (_is_torn(draft, body) or _is_narrowed(draft, body))
    return lost + UNTOLD * _is_unnamed(draft, body)


def _after(draft: Draft, body: str) -> str:
    """What a sentence goes on with behind the last word of a headline, unless that is a time or
    where everything is.
    """
    last = tokens(body)[-1:]
    shown, span = draft.sheet.shown, draft.span
    word = last[0].text if last else ""
    found = [f.end() for f in re.finditer(rf"\b{re.escape(word)}\b", shown[span.start : span.end])]
    if not word or not found:
        return ""
    at = span.start + found[-1]
    timed = any(at <= d.span.start <= at + LEAD for d in draft.sheet.reading.dates)
    after = tidy(shown[at : span.end])
    return "" if timed or GENERAL.match(after) else after


def _ends_in_verb(draft: Draft, body: str) -> bool:
    """True for "the damage is estimated", of which the sentence goes on to say at what."""
    last = tokens(body)[-1:]
    after = _after(draft, body)
    if not last or not last[0].text.islower() or CLOSED.match(after):
        return False
    word = last[0].fold
    verb = word.endswith(("ed", "ing")) or word in _presents(draft)
    held = word in lexicons.words("closing") or clipping.PAST.search(body) or DONE.search(body)
    return (verb and not held and not ADJOINED.match(after)) or _announces(body, after)


def _presents(draft: Draft) -> set[str]:
    """The main verbs of a sentence as headlines have them."""
    outline = outlines.outline_of(draft.sheet, draft.span)
    return {v.now for v in outline.verbs} if outline else set()


def _announces(body: str, after: str) -> bool:
    """True for "the party is already announcing" before a comma that its object follows."""
    return bool(GOING_ON.search(body) and re.match(r"\s*,", after))


def _is_torn(draft: Draft, body: str) -> bool:
    """True for "are factors", "admits the possibility": the sentence says of what."""
    if not FURTHER.match(_after(draft, body)) or clipping.PAST.search(body):
        return False
    return bool(worth.HOLLOW.search(body) or STANDING.search(body))


def _gaps(draft: Draft, body: str) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """What is lost of a sentence, each with the words kept before it."""
    shown = draft.sheet.shown[draft.span.start : draft.span.end]
    words, kept = tokens(shown), tokens(body)
    blocks = runs(words, kept)
    for at, block in enumerate(blocks):
        end = block.a + block.size
        until = blocks[at + 1].a if at + 1 < len(blocks) else len(words)
        if end < until:
            yield body[: kept[block.b + block.size - 1].end], words[end:until]


def _is_narrowed(draft: Draft, body: str) -> bool:
    """True if what is denied, or where something is put, is lost: "there will be no intervention |
    at the university", "put its troops | on alert".
    """
    for before, lost in _gaps(draft, body):
        first = lost[0]
        if _is_set_off(draft, lost):
            continue
        clause = CLAUSE.split(before)[-1]
        opener = first.fold in stops.OPENERS.split("|") or first.fold in ("that", "to", "of")
        denied = NEGATED.search(clause) and opener and first.fold not in OWN_REASON
        if denied or (PLACING.search(clause) and first.fold in WHERE):
            return True
    return False


def _is_set_off(draft: Draft, lost: tuple[Token, ...]) -> bool:
    """True for a loss that a mark sets off, that is a time, or that has no word with a meaning."""
    start, shown = draft.span.start, draft.sheet.shown
    at = start + lost[0].start
    timed = any(at <= d.span.start <= at + LEAD for d in draft.sheet.reading.dates)
    timed = timed or bool(GENERAL.match(shown[at : draft.span.end]))
    return timed or shown[:at].rstrip()[-1:] in ',;)"”' or all(map(is_function, lost))


def _lost_object(draft: Draft, body: str) -> bool:
    """True if those who killed read as the dead: "members of the patrol killed, with clubs"."""
    outline = outlines.outline_of(draft.sheet, draft.span)
    shown = draft.sheet.shown
    for verb in outline.verbs if outline else ():
        words = tidy(shown[verb.span.start : verb.span.end])
        before = CLAUSE.split(shown[draft.span.start : verb.span.start])[-1]
        done = HARMED.fullmatch(words) and before.strip() and not SUFFERED.search(before)
        if done and _is_bare(body, words, verb):
            return True
    return False


def _is_bare(body: str, words: str, verb: Verb) -> bool:
    """True for a verb of harm in some words with nobody to whom it is done."""
    form = rf"\b(?:{re.escape(words)}|{re.escape(verb.now)})"
    found = re.search(rf"{form}(?:,|$| (?:in|near|by|with)\b)", body)
    return bool(found) and not clipping.COUNTED_FIRST.match(body)


def _lost_others(draft: Draft, body: str) -> bool:
    """True if a plural verb has lost the others of its list: "the director are implicated"."""
    outline = outlines.outline_of(draft.sheet, draft.span)
    shown = draft.sheet.shown
    plural = re.search(r"\b(?:are|were|have)\b", body)
    if plural is None or " and " in body[: plural.start()]:
        return False
    for aside in outline.asides if outline else ():
        words = tidy(shown[aside.span.start : aside.span.end])
        verb = re.match(r"\W*(?:are|were|have)\b", shown[aside.span.end : draft.span.end])
        listed = LISTED.search(words) and not words.startswith(("including", "who", "which"))
        if aside.kind == "apposition" and listed and verb and words.split()[0] not in body.split():
            return True
    return False


def _is_unnamed(draft: Draft, body: str) -> bool:
    """True for somebody's name at the start of a headline which does not say who that is, though
    an office or an apposition beside it somewhere in the dispatch does; presidents are known.
    """
    sheet = draft.sheet
    for name in sheet.reading.names:
        full = tidy(sheet.shown[name.span.start : name.span.end]) if name.kind == "person" else ""
        if not full or not body.startswith(full) or body[len(full) :].startswith(","):
            continue
        same = [n for n in sheet.reading.names if n.canonical == name.canonical]
        told = [_office(draft, n.span.start, n.span.end) for n in same]
        return any(told) and not any("president" in office.casefold() for office in told)
    return False


def _office(draft: Draft, start: int, end: int) -> str:
    """The office before a name, or what says behind it who that is; nothing if neither does."""
    shown = draft.sheet.shown
    led = calling.RANKED.search(tidy(shown[max(0, start - BEFORE) : start]) + " ")
    office = led and any(fold(word) in lexicons.words("offices") for word in led[0].split())
    if led and office:
        return led[0]
    apposed = calling.APART.match(shown, end)
    told = apposed and calling.TELLING.match(shown, apposed.end())
    return told[0] if told else ""
