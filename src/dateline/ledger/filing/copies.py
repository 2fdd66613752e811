"""Near-identical texts: MinHash over three-word shingles, in bands that a database can index.

Broder, On the resemblance and containment of documents (1997). With 21 bands of 3 rows, texts that
share 60 % of their shingles meet in a band 99 times in 100, and those that share 20 % 15 times; the
stored signatures then tell the share itself.
"""

import hashlib
import re
from functools import cache
from typing import Any

from dateline.ledger.speakers.actors import plain

NEAR = 0.55
"""Share of common shingles from which one text is a copy of the other."""

_BANDS, _ROWS = 21, 3
_HASHES = _BANDS * _ROWS
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 4000
_FEWEST_WORDS = 20  # shorter texts are alike by chance


@cache
def _minhash() -> Any:  # noqa: ANN401 (the library is untyped)
    from datasketch import MinHash  # noqa: PLC0415 (takes a second, and only ingest needs it)

    return MinHash(num_perm=_HASHES, seed=1)


def shingles(text: str) -> set[bytes]:
    """Overlapping runs of three words, without case and accents."""
    words = _WORD.findall(plain(text))[:_MOST_WORDS]
    if len(words) < _FEWEST_WORDS:
        return set()
    return {" ".join(words[i : i + 3]).encode() for i in range(len(words) - 2)}


def signature(text: str) -> bytes:
    """The MinHash of a text, four bytes a hash; empty for a text that is too short."""
    found = shingles(text)
    if not found:
        return b""
    sketch = _minhash().copy()
    sketch.update_batch(sorted(found))
    values = (int(v) for v in sketch.hashvalues)
    return b"".join(v.to_bytes(4, "big") for v in values)


def bands(signed: bytes) -> tuple[int, ...]:
    """One index key for each band, fit for a signed 64-bit column."""
    size = 4 * _ROWS
    pieces = (signed[i : i + size] for i in range(0, len(signed), size))
    return tuple(
        int.from_bytes(_mixed(n, piece), "big", signed=True) for n, piece in enumerate(pieces)
    )


def _mixed(band: int, piece: bytes) -> bytes:
    return hashlib.blake2b(piece, digest_size=8, salt=band.to_bytes(8, "big")).digest()


def share(one: bytes, two: bytes) -> float:
    """Estimated share of common shingles (Jaccard), from two signatures."""
    if not one or len(one) != len(two):
        return 0.0
    equal = sum(one[i : i + 4] == two[i : i + 4] for i in range(0, len(one), 4))
    return equal / (len(one) // 4)


def holds(text: str, other: str) -> float:
    """Share of the other text's shingles that the first has too: 1.0 if it has them all."""
    mine, others = shingles(text), shingles(other)
    return len(mine & others) / len(others) if others else 0.0
