"""Whether offsets lead to the words they are said to lead to. Pure."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from dateline.records import Citation, Dispatch, Edition, Reading, Span

_CODECS = ("utf-8", "cp1252", "latin-1", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?([\w.:-]{2,40})""", re.I)


def of_bytes(one: Dispatch, data: bytes) -> Iterator[str]:
    """Stretches of text that are not what the raw bytes say there, in words."""
    declared = _DECLARED.search(data[:2048])
    names = (*_CODECS, *([declared[1].decode("ascii")] if declared else ()))
    for run in one.runs:
        words = one.text[run.text_start : run.text_start + run.length]
        piece = data[run.raw_start : run.raw_end]
        if len(words) != run.length or not any(_reads(piece, name, words) for name in names):
            yield f"the text at {run.text_start} is not that of the raw bytes at {run.raw_start}"
    for mask in one.masks:
        if not _inside(mask.span, one.text):
            yield f"a mask at {mask.span.start} lies outside the text"


def _reads(piece: bytes, name: str, words: str) -> bool:
    try:
        return piece.decode(name) == words
    except (UnicodeError, LookupError):
        return False


def _inside(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)


def of_reading(one: Dispatch, read: Reading) -> Iterator[str]:
    """Findings, and parts of findings, that do not read as they say, in words."""
    for field in fields(read):
        value = getattr(read, field.name)
        if isinstance(value, tuple):
            yield from _misfits(value, one.text)


def _misfits(value: object, text: str) -> Iterator[str]:
    """Looks into every record: what has a ``span`` and a ``text`` has to fit."""
    if isinstance(value, tuple):
        for inner in value:
            yield from _misfits(inner, text)
    elif isinstance(value, Span):
        if not _inside(value, text):
            yield f"a finding at {value.start} lies outside the text"
    elif is_dataclass(value):
        span, words = getattr(value, "span", None), getattr(value, "text", None)
        if span is not None and words is not None and text[span.start : span.end] != words:
            yield f"finding at {span.start} does not read {words!r}"
        for field in fields(value):
            yield from _misfits(getattr(value, field.name), text)


def citations(made: Edition) -> Iterator[Citation]:
    """Every citation of an edition, wherever it stands."""
    yield from _cited(made)


def _cited(value: object) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _cited(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _cited(getattr(value, field.name))
