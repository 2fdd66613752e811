"""The text as the language model sees it: same length as the dispatch's, so offsets are the same.

Masked stretches and endless rows of marks become spaces. So do line breaks inside a paragraph; a
paragraph break keeps one line feed, and text in capitals gets its case back.
"""

import re
from dataclasses import dataclass

from dateline.reader.case import is_capitals, restore
from dateline.records import Dispatch

BLANK = re.compile(r"\n[ \t]*(?=\n)")
LISTED = re.compile(r"\n(?=[ \t]*[-–—•*·][ \t]+\S)")
BLANK_OR_LISTED = re.compile(f"{BLANK.pattern}|{LISTED.pattern}")
LINE = re.compile(r"[^\n]+")
MARKS = re.compile(r"(?<!\W)\W{200,}")  # says nothing, and the model takes its time for each mark
VISIBLE = re.compile(r"[^\n]")
ENDS = re.compile(r"[.!?:;\"”»')\]]\s*$")


@dataclass(frozen=True, slots=True)
class View:
    """``text`` is what the model reads; ``cased`` is null for a text in mixed case."""

    text: str
    cased: str | None


def is_wrapped(text: str) -> bool:
    """True if single line feeds are mere line ends (telex, e-mail): many lines of about one width
    that stop in mid-sentence.
    """
    lines = [line for line in LINE.findall(text) if len(line) > 25]
    open_ended = [line for line in lines if len(line) <= 100 and not ENDS.search(line)]
    return len(lines) > 1 and len(open_ended) >= len(lines) * 0.4


def _blank_masks(dispatch: Dispatch) -> str:
    parts, at = [], 0
    for mask in sorted(dispatch.masks, key=lambda m: m.span):
        start, end = max(mask.span.start, at), max(mask.span.end, at)
        parts += [dispatch.text[at:start], VISIBLE.sub(" ", dispatch.text[start:end])]
        at = end
    return "".join([*parts, dispatch.text[at:]])


def _join_lines(text: str) -> str:
    """Line feeds within a paragraph as spaces, those between paragraphs and list items kept."""
    if not is_wrapped(text):
        return text
    parts, at = [], 0
    ends = BLANK_OR_LISTED if len(LISTED.findall(text)) > 1 else BLANK
    for blank in ends.finditer(text):
        parts.append(text[at : blank.start()].replace("\n", " "))
        at = blank.start() + 1
    return "\n".join([*parts, text[at:].replace("\n", " ")])


def view(dispatch: Dispatch, language: str | None = None) -> View:
    """The model's view of a dispatch; ``len(view.text) == len(dispatch.text)``.

    ``language`` is ``en`` or ``fr``, detected if not given.
    """
    text = MARKS.sub(lambda row: VISIBLE.sub(" ", row[0]), _blank_masks(dispatch))
    text = _join_lines(text).replace("\t", " ").replace("\r", " ")
    if is_capitals(text):
        text = restore(text, language)
        return View(text, text)
    return View(text, None)
