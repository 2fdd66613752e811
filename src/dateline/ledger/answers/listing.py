"""What a story is called in a list: the headline of its first dispatch that the public may see."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dateline.errors import LedgerError
from dateline.ledger.answers.archive import Times, filed, folder
from dateline.ledger.storage import codec
from dateline.ledger.storage.database import among
from dateline.ledger.storage.schema import assertion, member
from dateline.ledger.stories.homes import home
from dateline.ledger.stories.parts import parts, placed
from dateline.records import Assertion, Filed

_LONGEST = 90  # characters of a title made of a sentence


def titles(connection: Connection, stories: Iterable[str], times: Times) -> dict[str, str]:
    """The title of each story of which anything is public."""
    found = {}
    for story in stories:
        held = folder(connection, story, times)
        public = sorted(held.current(), key=lambda seq: (bool(held.parts[seq].inside), seq))[:1]
        for one in filed(connection, held, public):
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
    query = select(assertion.c.seq, assertion.c.body)
    rows = among(connection, query, assertion.c.id, {a, b})
    found = {(one := codec.unpack(Assertion, row.body)).id: (row.seq, one.span) for row in rows}
    for name in (a, b):
        if name not in found:
            raise LedgerError(
                f"There is no assertion {name}.", "Ids are in dateline claims --json."
            )
    if a == b:
        raise LedgerError("The two are one assertion.", "Give two.")
    (seq, span), (other, there) = found[a], found[b]
    filed = select(member.c.story).where(member.c.seq == seq).order_by(member.c.row.desc())
    of = next((p.story for p in placed(connection, [seq]) if p.span.contains(span)),
              connection.execute(filed.limit(1)).scalar())  # fmt: skip
    inside = parts(connection, home(connection, of)) if of else {}
    if other not in inside or not inside[other].has(there):
        raise LedgerError("They are of two stories, where no verdict shows.",
                          "Merge the stories first: dateline stories merge.")  # fmt: skip
