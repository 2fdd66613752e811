"""What is worked out from a dispatch before the ledger is asked anything. Pure."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from dateline.ledger.asserted import emendations
from dateline.ledger.asserted.asserting import assertions
from dateline.ledger.filing import copies
from dateline.ledger.orders import targets
from dateline.ledger.storage import codec
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
        return targets.tells(self.dispatch)


def watched(d: Dispatch) -> bool:
    """True if it may have to keep something from the public."""
    return d.status != "usable" or d.embargo_until is not None or d.signal in _WATCHED


def content(dispatch: Dispatch) -> str:
    """A hash of what a transmission says and asks for, leaving out how it reached us."""
    same = replace(dispatch, path="", sha256="", runs=(), masks=(), received=None, version=0)
    told = msgspec.to_builtins(same)
    del told["numbered"]  # older ledgers don't know of it
    return hashlib.sha256(codec.plain(told)).hexdigest()


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
        signature=copies.signature(filed.text) if targets.tells(filed) else b"",
        assertions=tuple(replace(a, learnt=learnt) for a in found),
    )


def columns(filed: Dispatch) -> dict[str, object]:
    """The columns of the dispatch row that its record tells."""
    return {
        "guid": filed.guid,
        "version": filed.version,
        "sha256": filed.sha256,
        "agency": filed.agency,
        "signal": filed.signal,
        "status": filed.status,
        "issued": codec.stamp(filed.issued) if filed.issued else None,
        "embargo": codec.stamp(filed.embargo_until) if filed.embargo_until else None,
        "expires": codec.stamp(filed.expires) if filed.expires else None,
        "tells": targets.tells(filed),
        "watched": watched(filed),
        "numbered": filed.numbered,
    }


def beside(filed: Dispatch) -> bool:
    """True for what stands beside the text before it: an addition, or a note of correction."""
    return filed.signal in ("add", "insert") or emendations.is_note(filed)


def rows(new: Incoming) -> dict[str, object]:
    """The dispatch row."""
    return {
        **columns(new.dispatch),
        "declared": new.declared,
        "beside": beside(new.dispatch),
        "content": new.content,
        "learnt": new.learnt,
        "day": new.day,
        "signature": new.signature,
        "body": codec.pack(new.dispatch),
    }


def handles(new: Incoming) -> list[dict[str, object]]:
    """The keys that an order may find it by, with the day of each."""
    one = new.dispatch
    return [{"key": k, "day": targets.filed_under(one, k)} for k in targets.handles(one)]
