"""Checking the ledger against the bytes that it keeps."""

import hashlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, select

from dateline.ledger import codec
from dateline.ledger.schema import assertion, dispatch, raw, reading
from dateline.records import Assertion, Dispatch, Reading


def faults(connection: Connection) -> Iterator[str]:
    """What is wrong, in words: hashes of raw bytes, offsets of readings and assertions."""
    yield from _hashes(connection)
    query = (
        select(dispatch.c.seq, dispatch.c.body, reading.c.body.label("read"))
        .join(reading, reading.c.seq == dispatch.c.seq, isouter=True)
        .order_by(dispatch.c.seq)
    )
    for row in connection.execute(query):
        try:
            one = codec.unpack(Dispatch, row.body)
            read = codec.unpack(Reading, row.read) if row.read else None
        except msgspec.MsgspecError as error:
            yield f"Dispatch number {row.seq} cannot be decoded: {error}."
            continue
        if read is None:
            yield f"Dispatch {one.guid} version {one.version} has no reading."
        else:
            yield from _offsets(one, read)
        yield from _assertions(connection, row.seq, one)


def _hashes(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(raw).order_by(raw.c.sha256)):
        if hashlib.sha256(row.data).hexdigest() != row.sha256:
            yield f"The raw bytes kept as {row.sha256} have another hash."
    query = (
        select(dispatch.c.guid, dispatch.c.version)
        .outerjoin(raw, raw.c.sha256 == dispatch.c.sha256)
        .where(dispatch.c.sha256 != "", raw.c.sha256.is_(None))
    )
    for row in connection.execute(query):
        yield f"The raw bytes of dispatch {row.guid} version {row.version} are missing."


def _offsets(one: Dispatch, read: Reading) -> Iterator[str]:
    groups = (read.figures, read.statements, read.places, read.dates, read.events, read.plans,
              read.measures, read.names)  # fmt: skip
    for group in groups:
        for finding in group:
            if one.text[finding.span.start : finding.span.end] != finding.text:
                yield _misfit(one, "finding", finding.span.start, finding.text)


def _assertions(connection: Connection, seq: int, one: Dispatch) -> Iterator[str]:
    query = select(assertion.c.body).where(assertion.c.seq == seq).order_by(assertion.c.id)
    for body in connection.execute(query).scalars():
        a = codec.unpack(Assertion, body)
        if one.text[a.span.start : a.span.end] != a.text:
            yield _misfit(one, "assertion", a.span.start, a.text)


def _misfit(one: Dispatch, what: str, start: int, words: str) -> str:
    return f"Dispatch {one.guid} version {one.version}: {what} at {start} does not read {words!r}."
