"""``statements.csv`` and ``statements.parquet``: who says what, one statement a row. Pure."""

import pyarrow as pa

from dateline.publish.tables import Row, as_csv, as_parquet
from dateline.publish.wording import iso
from dateline.records import Edition, Spoken

SCHEMA = pa.schema(
    [
        ("story", pa.string()),
        ("edition", pa.int64()),
        ("by", pa.string()),
        ("via", pa.string()),
        ("cue", pa.string()),
        ("content", pa.string()),
        ("mode", pa.string()),
        ("polarity", pa.string()),
        ("hedges", pa.string()),
        ("status", pa.string()),
        ("origins", pa.int64()),
        ("said_at", pa.string()),
        ("agency", pa.string()),
        ("dispatch", pa.string()),
        ("version", pa.int64()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("quote", pa.string()),
    ]
)
"""``by`` is empty where nobody is named. ``via`` is the chain of sources joined by " > "; stretches
of ``content`` are joined by " … ", hedges by "; ". Offsets are code points; times RFC 3339.
"""


def row(edition: Edition, said: Spoken) -> Row:
    """One statement, in the order of the schema."""
    cited = said.citation
    return {
        "story": edition.story,
        "edition": edition.number,
        "by": said.by,
        "via": " > ".join(said.via),
        "cue": said.cue,
        "content": " … ".join(said.content),
        "mode": said.mode,
        "polarity": said.polarity,
        "hedges": "; ".join(said.hedges),
        "status": said.status,
        "origins": said.origins,
        "said_at": iso(said.at) if said.at else None,
        "agency": cited.agency,
        "dispatch": cited.guid,
        "version": cited.version,
        "start": cited.span.start,
        "end": cited.span.end,
        "quote": cited.text,
    }


def statements_csv(edition: Edition) -> bytes:
    """The table for spreadsheets."""
    return as_csv(SCHEMA, (row(edition, said) for said in edition.statements))


def statements_parquet(edition: Edition) -> bytes:
    """The table for programs."""
    return as_parquet(SCHEMA, (row(edition, said) for said in edition.statements))
