"""Normalising, and nothing else: mojibake undone, NFC, line ends, control characters.

Furniture and damage stay in the text (as masks, and as the reader's findings), so that every offset
refers to one text for ever.
"""

import re
import unicodedata
from dataclasses import dataclass, field

import ftfy
from ftfy.badness import is_bad

from dateline.records import TextRun
from dateline.wire.decode import Decoded

LINE = re.compile(r"([^\r\n\x85\u2028\u2029]*)(\r\n|[\r\n\x85\u2028\u2029]|\Z)")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
UNCLEAN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")
SPACES = re.compile(r"(\s+)")


@dataclass(slots=True)
class _Runs:
    """Stretches that are the same in text and raw file, grown from left to right."""

    codec: str
    raw: int
    at: int = 0
    runs: list[TextRun] = field(default_factory=list)

    def same(self, piece: str) -> None:
        width = len(piece.encode(self.codec))
        last = self.runs[-1] if self.runs else None
        end = last.text_start + last.length if last else -1
        if last and end == self.at and last.raw_end == self.raw:
            self.runs[-1] = TextRun(
                last.text_start, last.length + len(piece), last.raw_start, self.raw + width
            )
        elif piece:
            self.runs.append(TextRun(self.at, len(piece), self.raw, self.raw + width))
        self.at += len(piece)
        self.raw += width

    def changed(self, old: str, new: str) -> None:
        self.raw += len(old.encode(self.codec))
        self.at += len(new)


def normal(line: str, *, mojibake: bool) -> str:
    """One line (or a text of one kind of line end) normalised."""
    if line.isascii() and line.isprintable():
        return line
    fixed = ftfy.fix_encoding(line) if mojibake else line
    return CONTROL.sub(" ", unicodedata.normalize("NFC", fixed))


def clean(source: Decoded) -> tuple[str, tuple[TextRun, ...]]:
    """The normalised text, with runs back to the raw bytes.

    What normalising changed lies in the gaps between the runs: a gap in the text stands for the
    gap in the bytes beside it.
    """
    mojibake = is_bad(source.text)
    runs, parts = _Runs(source.codec, source.skip), []
    if not mojibake and _is_clean(source.text):
        runs.same(source.text)
        return source.text, tuple(runs.runs)
    for match in LINE.finditer(source.text):
        line, end = match.groups()
        fixed = normal(line, mojibake=mojibake)
        _align(runs, line, fixed)
        _end_line(runs, end)
        parts.append(fixed + ("\n" if end else ""))
    return "".join(parts), tuple(runs.runs)


def _is_clean(text: str) -> bool:
    """True if normalising would change nothing, as with nearly every dispatch."""
    return not UNCLEAN.search(text) and unicodedata.is_normalized("NFC", text)


def _align(runs: _Runs, old: str, new: str) -> None:
    """Word by word where both have as many words, else as one changed stretch."""
    if old == new:
        runs.same(old)
        return
    olds, news = SPACES.split(old), SPACES.split(new)
    if len(olds) != len(news):
        runs.changed(old, new)
        return
    for before, after in zip(olds, news, strict=True):
        if before == after:
            runs.same(before)
        else:
            runs.changed(before, after)


def _end_line(runs: _Runs, end: str) -> None:
    if end == "\r\n":
        runs.changed("\r", "")
        runs.same("\n")
    elif end == "\n":
        runs.same("\n")
    elif end:
        runs.changed(end, "\n")


def clean_text(text: str) -> str:
    """Text out of a structured format, normalised. Lone surrogates become U+FFFD."""
    mojibake = is_bad(text)
    lines = (normal(m[1], mojibake=mojibake) + ("\n" if m[2] else "") for m in LINE.finditer(text))
    return storable("".join(lines))


def storable(text: str) -> str:
    """NULs and lone surrogates, which no file or database can hold, as U+FFFD: same length."""
    return UNSTORABLE.sub("\ufffd", text)
