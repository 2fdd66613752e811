"""Which transmission a kill, hold, release or correction is about, as far as it says."""

import re
from dataclasses import dataclass

from dateline.records import Reference
from dateline.records.vocabulary import Signal
from dateline.wire import emendations, notices, references, signals

OWN_NUMBER = re.compile(
    r"(?im)^[ \t]*(?:(?:story |item )?(?:number|no)|ref(?:erence)?|transref)\b\.?[ \t]*:[^\n]*$"
)
STORY = re.compile(r"(?:BC-)?([A-Z]\w*(?:-[A-Z]\w*)+) (?:story|stories|report)")
"""What heads a note on a story, by its slug: ``Altheim-Bridge story``."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a notice says beside its headers.

    ``copy``: the text is a report (it has a dateline, or is long), so that what it quotes or
    mentions is not the object. ``by_guid``: its format withdraws an item under that very guid.
    """

    note: str
    body: str
    copy: bool
    by_guid: bool


def named(
    signal: Signal | None, found: tuple[Reference, ...], own: Reference, said: Said
) -> tuple[Reference, ...]:
    """The objects of a notice.

    Stated links and header lines (``found``) come first, then what note and text name. One that
    names nothing is about the earlier versions of its own item (``own``), or, if that has a
    headline, about what was sent under it.
    """
    if signal not in signals.GRAVE:
        return found
    if not found:
        note_only = said.copy and signal == "correction"
        words = said.note if note_only else f"{said.note}\n{said.body}"
        if signal == "correction" and not said.copy and emendations.find(words):
            found = _emended(words, own)
        else:
            found = references.find(words, own=own.guid, explicit=said.copy)
    if not found and own.headline and (slug := STORY.fullmatch(own.headline)):
        found = (Reference(slug=slug[1]),)
    if signal == "correction":
        return found or ((own,) if own.headline else ())
    return (*found, own) if not found or said.copy or said.by_guid else found


def _emended(words: str, own: Reference) -> tuple[Reference, ...]:
    """What a note is about that says which words to read otherwise: no number that it bears itself,
    nor the words that it puts in quotation marks.
    """
    rest = OWN_NUMBER.sub("", words)
    return references.find(rest, own=own.guid, quoted=False)


def is_copy(body: str, *, dated: bool) -> bool:
    """True if a notice's text is the report itself, not words to editors about it."""
    return dated or len(body) > notices.LONGEST
