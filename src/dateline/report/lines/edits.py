"""A published line is the dispatch's words with a few edits, each at a known place."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records import Span
from dateline.report.words import opened, tidy


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in place of ``span`` (of the dispatch's text)."""

    span: Span
    text: str


def apply(shown: str, span: Span, edits: Iterable[Edit]) -> str:
    """The words of ``span`` with edits made; of two that overlap, the first in order wins."""
    parts, at = [], span.start
    for edit in sorted(edits, key=lambda e: e.span):
        if edit.span.start >= at and edit.span.end <= span.end:
            parts += [shown[at : edit.span.start], edit.text]
            at = edit.span.end
    parts.append(shown[at : span.end])
    return opened(tidy("".join(parts)))
