"""Records to bytes and back, times to whole microseconds and back: the same bytes every time."""

import hashlib
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


def pack(record: object) -> bytes:
    """A record as JSON bytes."""
    return _encoder.encode(record)


_decoders: dict[type[Any], msgspec.json.Decoder[Any]] = {}


def unpack[T](kind: type[T], body: bytes) -> T:
    """The record that ``pack`` made bytes of.

    Raises:
        msgspec.ValidationError: the bytes are not such a record.

    """
    decoder = _decoders.get(kind)
    if decoder is None:
        decoder = _decoders[kind] = msgspec.json.Decoder(kind)
    record: T = decoder.decode(body)
    return record


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
