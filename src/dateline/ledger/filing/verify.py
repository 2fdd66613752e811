"""Checking the ledger against the bytes that it keeps: every hash, every offset, every row.

Everything is worked out anew from the raw bytes and the dispatches' texts, so a row that was
changed behind the ledger's back is found, unless all that hangs on it was changed with it.
"""

import hashlib
from collections.abc import Iterator
from textwrap import shorten
from typing import Any

import msgspec
from sqlalchemy import Connection, LargeBinary, Row, Select, cast, select

from dateline.ledger.filing import intake, offsets
from dateline.ledger.storage import codec
from dateline.ledger.storage.schema import (
    assertion,
    dispatch,
    edition,
    failure,
    loose,
    raw,
    reading,
)
from dateline.records import Assertion, Citation, Dispatch, Edition, Failure, Judgement, Reading

_D = dispatch.c
_BODY = cast(_D.body, LargeBinary).label("body")
_CASES = (
    select(
        _D.seq, _D.guid, _D.version, _D.declared, _D.sha256, _D.content, _D.agency, _D.signal,
        _D.status, _D.issued, _D.embargo, _D.expires, _D.tells, _D.watched, _D.numbered, _BODY,
        cast(reading.c.body, LargeBinary).label("read"), reading.c.reader, reading.c.model,
        cast(raw.c.data, LargeBinary).label("data"),
    )
    .outerjoin(reading, reading.c.seq == _D.seq)
    .outerjoin(raw, raw.c.sha256 == _D.sha256)
    .order_by(_D.seq)
)  # fmt: skip
_ASSERTIONS = select(
    assertion.c.id, assertion.c.seq, cast(assertion.c.body, LargeBinary).label("body")
).order_by(assertion.c.seq, assertion.c.id)
_EDITIONS = select(
    edition.c.story, edition.c.number, cast(edition.c.body, LargeBinary).label("body")
).order_by(edition.c.story, edition.c.number)
_FAILURES = select(failure.c.id, failure.c.sha256, cast(failure.c.body, LargeBinary).label("body"))
_SHOWN = 80  # characters of a quotation
_LOOSE = select(loose.c.id, cast(loose.c.body, LargeBinary).label("body"),
                cast(loose.c.lost, LargeBinary).label("lost")).order_by(loose.c.id)  # fmt: skip
_RAW = select(raw.c.sha256, cast(raw.c.data, LargeBinary).label("data")).order_by(raw.c.sha256)


def faults(connection: Connection) -> Iterator[str]:
    """What is wrong, in words; nothing if the ledger is sound."""
    yield from _hashes(connection)
    texts: dict[tuple[str, int], tuple[int, str]] = {}
    for row in _rows(connection, _CASES):
        yield from _case(row, texts)
    named = {seq: (guid, version, text) for (guid, version), (seq, text) in texts.items()}
    for row in _rows(connection, _ASSERTIONS):
        yield from _assertion(row, named)
    for row in _rows(connection, _EDITIONS):
        yield from _edition(row, texts)
    yield from _failures(connection)
    for row in _rows(connection, _LOOSE):
        yield from _decoded(Judgement, row.body, f"Judgement {row.id}, laid aside,")[1]
        yield from _decoded(Assertion, row.lost, f"What judgement {row.id} has lost")[1]


def _rows(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    """Rows as they come: bodies, unlike texts, would not all fit into memory."""
    yield from connection.execution_options(yield_per=200).execute(query)


def _hashes(connection: Connection) -> Iterator[str]:
    for row in _rows(connection, _RAW):
        if hashlib.sha256(row.data).hexdigest() != row.sha256:
            yield f"The raw bytes kept as {row.sha256} have another hash."


def _decoded[T](record: type[T], body: bytes, name: str) -> tuple[T | None, list[str]]:
    """A record, or what is wrong with it."""
    try:
        return codec.unpack(record, body), []
    except (msgspec.MsgspecError, UnicodeError) as error:
        return None, [f"{name} cannot be decoded: {error}."]


def _case(row: Row[Any], texts: dict[tuple[str, int], tuple[int, str]]) -> Iterator[str]:
    """One dispatch with its reading, against its columns and its bytes."""
    name = f"Dispatch {row.guid} version {row.version}"
    one, broken = _decoded(Dispatch, row.body, name)
    yield from broken
    if one is None:
        return
    texts[row.guid, row.version] = (row.seq, one.text)
    yield from (f"{name}: {what}." for what in _columns(row, one))
    if row.sha256 and row.data is None:
        yield f"The raw bytes of dispatch {row.guid} version {row.version} are missing."
    elif row.sha256:
        yield from (f"{name}: {what}." for what in offsets.of_bytes(one, row.data))
    yield from _reading(row, one, name)


def _columns(row: Row[Any], one: Dispatch) -> Iterator[str]:
    """Columns that say something else than the dispatch itself."""
    for column, value in intake.columns(one).items():
        if getattr(row, column) != value:
            yield f"its row says {getattr(row, column)!r} for {column}, the dispatch {value!r}"
    if row.content != intake.content(one):
        yield "what it says has another hash than when it was taken in"


def _reading(row: Row[Any], one: Dispatch, name: str) -> Iterator[str]:
    if row.read is None:
        yield f"{name} has no reading."
        return
    read, broken = _decoded(Reading, row.read, f"The reading of {name}")
    yield from broken
    if read is None:
        return
    if (read.guid, read.version) != (row.guid, row.version):
        yield f"{name}: its reading is of {read.guid} version {read.version}."
    if (read.reader, read.model) != (row.reader, row.model):
        yield f"{name}: its row says that {row.reader} with {row.model} read it, its reading " \
              f"{read.reader} with {read.model}."  # fmt: skip
    yield from dict.fromkeys(f"{name}: {what}." for what in offsets.of_reading(one, read))


def _assertion(row: Row[Any], named: dict[int, tuple[str, int, str]]) -> Iterator[str]:
    a, broken = _decoded(Assertion, row.body, f"Assertion {row.id}")
    yield from broken
    if a is None:
        return
    guid, version, text = named.get(row.seq, ("", 0, ""))
    if (a.id, a.guid, a.version) != (row.id, guid, version):
        yield f"Assertion {row.id} says that it is {a.id} of {a.guid} version {a.version}."
    base = codec.digest(a.guid, a.version, a.kind, a.span.start, a.span.end)
    if row.id.partition(".")[0] != base:
        yield f"Assertion {row.id} is not where its name says."
    if text[a.span.start : a.span.end] != a.text or not a.sentence.contains(a.span):
        yield f"Dispatch {guid} version {version}: assertion at {a.span.start} does not read " \
              f"{a.text!r}."  # fmt: skip


def _edition(row: Row[Any], texts: dict[tuple[str, int], tuple[int, str]]) -> Iterator[str]:
    name = f"Edition {row.number} of {row.story}"
    made, broken = _decoded(Edition, row.body, name)
    yield from broken
    if made is None:
        return
    if (made.story, made.number) != (row.story, row.number):
        yield f"{name} says that it is number {made.number} of {made.story}."
    for (guid, version), some in _misquoted(made, texts).items():
        first, *more = some
        also = f", nor another {len(more):,} of its citations" if more else ""
        yield f"{name}: {guid} version {version} does not read {_cut(first.text)!r} at " \
              f"{first.span.start}{also}."  # fmt: skip


def _misquoted(
    made: Edition, texts: dict[tuple[str, int], tuple[int, str]]
) -> dict[tuple[str, int], list[Citation]]:
    """Citations whose words are not where they should be, each once, by the version cited."""
    found: dict[tuple[str, int], list[Citation]] = {}
    for cited in dict.fromkeys(offsets.citations(made)):
        _, text = texts.get((cited.guid, cited.version), (0, ""))
        if text[cited.span.start : cited.span.end] != cited.text:
            found.setdefault((cited.guid, cited.version), []).append(cited)
    return found


def _cut(words: str) -> str:
    """The beginning of a quotation, on one line."""
    return shorten(words, _SHOWN, placeholder=" ...")


def _failures(connection: Connection) -> Iterator[str]:
    for row in _rows(connection, _FAILURES):
        kept, broken = _decoded(Failure, row.body, f"Failure {row.id}")
        yield from broken
        if kept is None:
            continue
        name = codec.digest(kept.path, kept.stage, kept.guid, kept.sha256, kept.reason)
        if name != row.id or (row.sha256 or "") != kept.sha256:
            yield f"Failure {row.id} says something else than when it was kept."
