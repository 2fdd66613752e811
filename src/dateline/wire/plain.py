"""Plain text with an agency's header and dateline: modern wire, mail, telex capitals."""

from dateline.errors import Incomplete
from dateline.records import Dispatch
from dateline.wire.clean import clean
from dateline.wire.decode import Decoded
from dateline.wire.item import Arrival, Item, dispatch_of
from dateline.wire.split import transmissions

FORMAT = "plain"


def read(source: Decoded, arrival: Arrival) -> tuple[Dispatch, ...]:
    """The dispatch, or dispatches, of a file.

    The guid is the document id line; without one, the path (and ``#2`` and so on from the second).

    Raises:
        Incomplete: there is nothing but space in it.

    """
    if not source.text.strip():
        raise Incomplete("The file is empty.", "Send the dispatch again.")
    found = []
    for number, part in enumerate(transmissions(source), 1):
        text, runs = clean(part)
        guid = arrival.path if number == 1 else f"{arrival.path}#{number}"
        item = Item(guid=guid, body=text, format=FORMAT, runs=runs, titled=True)
        found.append(dispatch_of(item, arrival))
    return tuple(found)
