"""Records to bytes and back, times to whole microseconds and back: the same bytes every time."""

import hashlib
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from dateline.records import Failure

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_encoder = msgspec.json.Encoder()


def stamp(at: datetime) -> int:
    """Microseconds since 1970-01-01 UTC of an aware time."""
    return (at - _EPOCH) // timedelta(microseconds=1)


def moment(at: int) -> datetime:
    """The aware time, in UTC, of ``stamp``."""
    return _EPOCH + timedelta(microseconds=at)


def day(at: int) -> int:
    """Days since 1970-01-01 (UTC) of a stamp."""
    return at // 86_400_000_000


def plain(record: object) -> bytes:
    """A record as JSON bytes, always the same for the same record: what is hashed."""
    return _encoder.encode(record)


_LEVEL = 3
_USUAL = (
    b'","precision_km":"value":,"high":null,"hedge":null,"verification":null,"context":[],"victims"'
    b':"unknown","scope":"incident","unit":null,"place":null,"geonameid":null,"within":[],"when":nu'
    b'll,"precision":null},"polarity":"asserts","learnt":"2022-03-02T12:00:00Z","issued":"2022-03-02'
    b'T12:00:00Z","value":null,"low":null,"high":null,"hedge":null,"verification":null,"origin":"wit'
    b'hdrawn":null,"reason":null,"context":[]}{"id":"","claim":"","kind":"figure","guid":"","version'
    b'":1,"span":{"start":,"end":},"sentence":{"start":,"end":},"text":"","agency":"","by":null,"via'
    b'":[""],"about":{"measure":"statement","population":null,"population_key":null,'
)
"""What most records hold, so that short ones too become shorter. Never change it: what was packed
with it can't be read with another.
"""


def pack(record: object) -> bytes:
    """A record as it is stored: its JSON, deflated."""
    press = zlib.compressobj(_LEVEL, zdict=_USUAL)
    return press.compress(plain(record)) + press.flush()


_decoders: dict[type[Any], msgspec.json.Decoder[Any]] = {}


def unpack[T](kind: type[T], body: bytes) -> T:
    """The record that ``pack`` made bytes of.

    Raises:
        msgspec.ValidationError: the bytes are not such a record.

    """
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    record: T = decoder.decode(opened(body))
    return record


def opened(body: bytes) -> bytes:
    """The JSON of a stored record; the first schema's records were stored as plain JSON.

    Raises:
        msgspec.DecodeError: the bytes are neither.

    """
    if body[:1] in (b"{", b"["):
        return body
    try:
        press = zlib.decompressobj(zdict=_USUAL)
        return press.decompress(body) + press.flush()
    except zlib.error as error:
        raise msgspec.DecodeError(str(error)) from error


def mended(failed: Failure) -> Failure:
    """A failure in characters that any database takes, others replaced by a question mark."""
    words = {
        name: value.encode("utf-8", "replace").decode().replace("\x00", "?")
        for name in ("path", "reason", "guid")
        if isinstance(value := getattr(failed, name), str)
    }
    return replace(failed, **words)


def digest(*parts: object, length: int = 16) -> str:
    """A hex name of ``length`` characters for some values, the same on every machine."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:length]
