"""What a story is called in a list: the headline of its first dispatch that the public may see."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dateline.errors import LedgerError
from dateline.ledger.answers.archive import Times, filed, folder, members
from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import assertion, member
from dateline.ledger.stories.homes import LAST, home
from dateline.records import Filed

_LONGEST = 90  # characters of a title made of a sentence


def titles(connection: Connection, stories: Iterable[str], times: Times) -> dict[str, str]:
    """The title of each story of which anything is public."""
    found = {}
    for story in stories:
        public = sorted(folder(connection, story, times).current())[:1]
        for one in filed(connection, public):
            found[story] = _title(one)
    return found


def _title(one: Filed) -> str:
    if one.dispatch.headline:
        return " ".join(one.dispatch.headline.split())
    text = one.reading.cased or one.dispatch.text
    span = next((s.span for s in one.reading.sentences if s.prose), None)
    words = " ".join(text[span.start : span.end].split()) if span else ""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " ..."


def check_pair(connection: Connection, a: str, b: str) -> None:
    """See that two assertions can be judged: both are known, and of one story.

    Raises:
        LedgerError: they cannot.

    """
    rows = among(connection, select(assertion.c.id, assertion.c.seq), assertion.c.id, {a, b})
    seqs = {row.id: row.seq for row in rows}
    for name in (a, b):
        if name not in seqs:
            raise LedgerError(
                f"There is no assertion {name}.", "Ids are in dateline claims --json."
            )
    if a == b:
        raise LedgerError("The two are one assertion.", "Give two.")
    query = select(member.c.story).where(member.c.seq == seqs[a]).order_by(member.c.row.desc())
    filed_in = connection.execute(query.limit(1)).scalar()
    if filed_in is None or seqs[b] not in members(connection, home(connection, filed_in), LAST):
        raise LedgerError("They are of two stories, where no verdict shows.",
                          "Merge the stories first: dateline stories merge.")  # fmt: skip
