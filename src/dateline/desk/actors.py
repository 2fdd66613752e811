"""Who speaks in a story, and an editor's word that two names are one: for people and as JSON."""

from datetime import datetime

from dateline.desk import present
from dateline.errors import ConfigError
from dateline.ledger import Ledger
from dateline.records import Actor


def found(ledger: Ledger, story: str, as_of: datetime | None) -> tuple[Actor, ...]:
    """The actors of a story, by name.

    Raises:
        ConfigError: there is no such story.

    """
    check(ledger, story, as_of)
    return ledger.actors(story, as_of)


def check(ledger: Ledger, story: str, as_of: datetime | None) -> None:
    """Refuse a story that there is not; one that was merged away leads to another.

    Raises:
        ConfigError: there is no such story.

    """
    known = {one.id for one in ledger.stories(as_of)} | ledger.moved(as_of).keys()
    if story not in known:
        raise ConfigError(f"There is no story {story}.", "dateline stories lists them.")


def json(one: Actor) -> present.Json:
    """One line of ``dateline actors --json``."""
    return {
        "actor": one.id,
        "name": one.name,
        "names": list(one.names),
        "kind": one.kind,
        "side": one.side,
    }


def line(one: Actor) -> str:
    """An actor for people: the fullest name, what it is, and the other names met."""
    what = ", ".join(part for part in (one.kind, one.side) if part)
    also = "; also ".join(one.names[1:])
    return one.name + (f" ({what})" if what else "") + (f"; also {also}" if also else "")
