"""A text that an agency only carries is its author's words throughout, and an answer theirs whom
its label names: they may be quoted though no marks stand around them, by nobody else.
"""

from dateline.report import spoken
from dateline.report.gate import known_as
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.voices import is_telling, voices
from dateline.report.words import keys


def speaker(hold: Hold) -> frozenset[str]:
    """Stems of all that a dispatch calls the one whose own words the cited ones are; empty if they
    are nobody's.
    """
    sheet, span = hold.sheet, hold.citation.span
    return sheet.remember("own words", span, lambda: _speaker(hold))


def _speaker(hold: Hold) -> frozenset[str]:
    name = spoken.speaker(hold.sheet, hold.citation.span)
    if name is None:
        return frozenset()
    return keys(name) | known_as.forms(hold.sheet, name)


def are_quoted(basis: Basis, hold: Hold, inner: str) -> bool:
    """True for a quotation from one sentence of such a text, if it is given to its speaker: all
    who speak in the line are called by that name, with nothing in it that is another's.
    """
    own = speaker(hold)
    told = [
        [basis.words[i] for i in voice.positions if is_telling(basis.words[i])]
        for voice in voices(basis.text)
    ]
    mine = bool(told) and all(t.key in own for named in told for t in named)
    return bool(own) and mine and _in_one_sentence(hold, inner)


def _in_one_sentence(hold: Hold, inner: str) -> bool:
    """True if no sentence of the cited words ends within a quotation."""
    wanted = _letters(inner)
    sheet = hold.sheet
    return any(
        wanted in _letters(sheet.shown[s.span.start : s.span.end])
        for s in sheet.sentences_in(hold.citation.span)
    )


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
