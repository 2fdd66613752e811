"""What is worked out from a dispatch before the ledger is asked anything. Pure."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.ledger import codec, copies, orders
from dateline.ledger.asserting import assertions
from dateline.records import Assertion, Dispatch, Reading

_WATCHED = frozenset({"kill", "hold", "release", "correction"})


@dataclass(frozen=True, slots=True)
class Incoming:
    """A dispatch and its reading, as the ledger takes them in."""

    dispatch: Dispatch
    reading: Reading
    declared: int
    learnt: int
    content: str
    signature: bytes
    assertions: tuple[Assertion, ...]

    @property
    def day(self) -> int:
        """The day that it is filed under: when issued, else when learnt."""
        issued = self.dispatch.issued
        return codec.day(codec.stamp(issued) if issued else self.learnt)

    @property
    def tells(self) -> bool:
        """True if it carries copy of its own, not only an order."""
        return orders.tells(self.dispatch)

    @property
    def watched(self) -> bool:
        """True if it may have to keep something from the public."""
        d = self.dispatch
        return d.status != "usable" or d.embargo_until is not None or d.signal in _WATCHED


def content(dispatch: Dispatch) -> str:
    """A hash of what a transmission says and asks for, leaving out how it reached us."""
    same = replace(dispatch, path="", sha256="", runs=(), masks=(), received=None, version=0)
    return hashlib.sha256(codec.pack(same)).hexdigest()


def incoming(dispatch: Dispatch, reading: Reading, learnt: datetime, version: int) -> Incoming:
    """Everything derived from one transmission, filed under ``version``."""
    filed = replace(dispatch, version=version)
    read = replace(reading, guid=filed.guid, version=version)
    found = assertions(filed, read)
    return Incoming(
        dispatch=filed,
        reading=read,
        declared=dispatch.version,
        learnt=codec.stamp(learnt),
        content=content(dispatch),
        signature=copies.signature(filed.text) if orders.tells(filed) else b"",
        assertions=tuple(replace(a, learnt=learnt) for a in found),
    )


def rows(new: Incoming) -> dict[str, object]:
    """The dispatch row."""
    d = new.dispatch
    return {
        "guid": d.guid,
        "version": d.version,
        "declared": new.declared,
        "sha256": d.sha256,
        "content": new.content,
        "agency": d.agency,
        "signal": d.signal,
        "status": d.status,
        "issued": codec.stamp(d.issued) if d.issued else None,
        "learnt": new.learnt,
        "embargo": codec.stamp(d.embargo_until) if d.embargo_until else None,
        "expires": codec.stamp(d.expires) if d.expires else None,
        "tells": new.tells,
        "watched": new.watched,
        "day": new.day,
        "signature": new.signature,
        "body": codec.pack(d),
    }


def handles(new: Incoming) -> tuple[str, ...]:
    """The keys that an order may find it by."""
    return orders.handles(new.dispatch)
