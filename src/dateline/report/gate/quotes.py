"""Quotations must be verbatim, from one place, and quoted there too."""

from dateline.report.gate import own_words
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.voices import quotations
from dateline.report.words import QUOTE_MARKS, tidy

OPENING = "“«„"
TRAILING = " ,.;:!?…"
BACK = 4000  # characters before a passage in which its opening mark is looked for


def balanced(basis: Basis) -> str | None:
    """Quotation marks must open and close."""
    marks = sum(c in QUOTE_MARKS for c in basis.text)
    return "A quotation mark does not close." if marks % 2 else None


def verbatim(basis: Basis) -> str | None:
    """Each quotation stands word for word, unbroken, in one cited passage, and is quoted there, or
    is from a text that is all its speaker's.
    """
    for span in quotations(basis.text):
        inner = _plain(basis.text[span.start : span.end]).strip(TRAILING)
        if not inner:
            return "A quotation is empty."
        found = [h for h in basis.holds if _contains(h, inner)]
        if not found:
            return f"“{inner}” is not in the cited words as one piece."
        if not any(_is_quoted(h, inner) or own_words.are_quoted(basis, h, inner) for h in found):
            return f"“{inner}” is not a quotation in the source."
    return None


def _plain(text: str) -> str:
    return tidy(text).replace("’", "'").replace("‘", "'")


def _fold(text: str, hold: Hold) -> str:
    """Case counts, but for texts that came in capitals and for a first letter."""
    if hold.sheet.reading.cased is not None:
        return text.casefold()
    return text


def _contains(hold: Hold, inner: str) -> bool:
    text = _fold(_plain(hold.text), hold)
    return any(form in text for form in _forms(inner, hold))


def _forms(inner: str, hold: Hold) -> tuple[str, str]:
    """A quotation, and the same with its first letter in the other case."""
    inner = _fold(inner, hold)
    return inner, inner[:1].swapcase() + inner[1:]


def _is_quoted(hold: Hold, inner: str) -> bool:
    span = hold.citation.span
    for statement in hold.statements():
        for content in statement.content:
            direct = statement.mode == "direct" and content.span.overlaps(span)
            text = _fold(_plain(content.text), hold) if direct else ""
            if any(form in text for form in _forms(inner, hold)):
                return True
    starts = {hold.wide.start, _paragraph(hold)}
    texts = [_fold(_plain(hold.sheet.shown[start : span.end]), hold) for start in sorted(starts)]
    return any(_quoted_at(text, form) for text in texts for form in _forms(inner, hold))


def _paragraph(hold: Hold) -> int:
    """Where the paragraph of the cited words starts, but not too far back."""
    touched = hold.sheet.sentences_in(hold.citation.span)
    number = touched[0].paragraph if touched else None
    same = [s.span.start for s in hold.sheet.reading.sentences if s.paragraph == number]
    return max(min(same, default=hold.wide.start), hold.wide.start - BACK)


def _quoted_at(text: str, inner: str) -> bool:
    at = text.find(inner)
    while at >= 0:
        if _inside(text[:at]):
            return True
        at = text.find(inner, at + 1)
    return False


def _inside(before: str) -> bool:
    """True if the last quotation mark before a place is an opening one."""
    marks = [c for c in before if c in QUOTE_MARKS]
    if not marks:
        return False
    last = marks[-1]
    return last in OPENING or (last == '"' and marks.count('"') % 2 == 1)
