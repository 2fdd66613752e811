"""Header lines that say what a transmission is: ``KILL``, ``2nd Lead`` ..."""

import re
from dataclasses import replace
from datetime import datetime

from dateline.records.vocabulary import Signal
from dateline.wire import emendations, references, signals
from dateline.wire.front import Front
from dateline.wire.lexicons import table

PREFIX_END = re.compile(r"(?:\s*\([^()]{2,30}\))?\s*(?::|--?|–|—|/)\s*(?=\S)")
BRACKETED = re.compile(r"\(([A-ZÉÈ][A-ZÉÈ ]+)\)")
TITLE = 3  # words: what a kill's line names in fewer is no headline
CORRECTED = frozenset(("corrected", "rectificatif", "correctif", "corrigé"))
"""Words of correcting that stand in front of the corrected headline, not of what was wrong."""
LEADING_SLUG = re.compile(r"([A-Za-z]\w*(?:-\w+)+)\s*(?:,|--?|:)\s*")
BETWEEN = " ,;:/-–—!*"
OF = re.compile(r"(?i)(?:de |du |des |d['’])(?:la |l['’])?(\w+)")
"""What French news is a cancelling of: ``ANNULATION de 300 vols``."""
OTHERWISE = frozenset(("budget", "diary"))
"""Words that head advisories in capitals, and news in small letters (``Budget: ...``)."""
DASHES = (":", "-", "–", "—")
NAMING = ("kill", "correction", "hold", "release", "advisory", "add", "insert")
"""Signals whose line goes on about another transmission, not with a headline of its own."""


def signalled(line: str, front: Front, near: datetime | None) -> Front | None:
    """``KILL``, ``1st Lead-Writethru``, ``CORRECTS toll``, ``UKRAINE-TALKS, 2nd Lead`` ..."""
    line = signals.ATTENTION.sub("", line)
    line = BRACKETED.sub(r"\1:", line, count=1) if line.startswith("(") else line
    slug = LEADING_SLUG.match(line)
    rest = line[slug.end() :] if slug else line
    match = signals.pattern().match(rest)
    if match is None or _names_news(match["phrase"]):
        return None
    last = match
    while match:
        front, last = with_signal(front, match), match
        rest = rest[match.end() :]
        match = signals.pattern().match(rest.lstrip(BETWEEN))
        rest = rest.lstrip(BETWEEN) if match else rest
    if not _ends_signal(last["phrase"], rest, front.signal) or _is_prefix(last, rest, front.signal):
        return None
    read = not emendations.find(line)  # else what it quotes is to be read, and no headline
    found = references.find(line, own=front.guid, slugs=True, quoted=read)
    named = found if rest.strip(" .:-") else ()
    title = rest.strip(BETWEEN) if front.signal in signals.GRAVE and not named else ""
    return replace(
        front,
        headline=front.headline or (title if len(title.split()) >= TITLE else None),
        slug=front.slug or (slug[1] if slug else None),
        objects=front.objects + named,
        note=front.note or (line if len(rest.split()) > 1 else None),
    )


def with_signal(front: Front, match: re.Match[str]) -> Front:
    """The front with what a signal phrase (``signals.pattern``) says."""
    phrase = match["phrase"]
    urgency = signals.urgencies().get(phrase.casefold())
    # "KILL ... STORY, 1st Lead": the first, graver one stands
    signal = (
        front.signal if front.signal in signals.GRAVE else signals.signal_of(phrase) or front.signal
    )
    number = signals.number_of(match["before"] or match["after"])
    version = front.version
    if signal in ("lead", "writethru", "update", "correction") and number and not version:
        version = 1 + number
    return replace(front, signal=signal, urgency=front.urgency or urgency, version=version)


def _names_news(phrase: str) -> bool:
    return phrase.casefold() in OTHERWISE and not phrase.isupper()


def _ends_signal(phrase: str, rest: str, signal: Signal | None) -> bool:
    """True if what follows a signal can follow one in a header line, so that it is no headline.

    That is: nothing, punctuation, words that refer to a transmission, or, after a signal in
    capitals, words that are not.
    """
    bare = rest.strip(" .,;:/-–—!*")
    if not bare or rest.lstrip()[:1] in (*DASHES, "/") or phrase.casefold() == "corrects":
        return True
    allowed = frozenset(table("signals")["reference"]["words"]) | signals.phrases().keys()
    of = OF.match(bare)
    if signal in NAMING and phrase.isupper() and not bare.isupper():
        return of is None or of[1].casefold() in allowed
    words = re.findall(r"[\w'-]+", re.split(r"[:\"“]", bare)[0].casefold())
    return all(w in allowed or any(c.isdigit() for c in w) or "-" in w for w in words)


def _is_prefix(last: re.Match[str], rest: str, signal: Signal | None) -> bool:
    """True if what follows is a headline (``UPDATE 2-Talks resume``), so that the line is one."""
    words = len(rest.split())
    if last["phrase"].casefold() in CORRECTED and PREFIX_END.match(rest):
        return words > 1
    if rest[:1] == "-" and rest[1:2].strip():
        return words > 1
    return rest.lstrip()[:1] in DASHES and words > 3 and signal not in NAMING
