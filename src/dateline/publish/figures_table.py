"""``figures.csv`` and ``figures.parquet``: every speaker's figures, one a row. Pure."""

import pyarrow as pa

from dateline.publish.tables import Row, as_csv, as_parquet
from dateline.publish.wording import finite, iso
from dateline.records import Edition, Toll

SCHEMA = pa.schema(
    [
        ("story", pa.string()),
        ("edition", pa.int64()),
        ("claim", pa.string()),
        ("measure", pa.string()),
        ("population", pa.string()),
        ("victims", pa.string()),
        ("scope", pa.string()),
        ("unit", pa.string()),
        ("place", pa.string()),
        ("geonameid", pa.int64()),
        ("when", pa.string()),
        ("by", pa.string()),
        ("via", pa.string()),
        ("words", pa.string()),
        ("value", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("hedge", pa.string()),
        ("status", pa.string()),
        ("verification", pa.string()),
        ("said_at", pa.string()),
        ("dispatch", pa.string()),
        ("version", pa.int64()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("quote", pa.string()),
    ]
)
"""``via`` is the chain of sources joined by " > ". Offsets are code points; times RFC 3339."""


def row(edition: Edition, toll: Toll) -> Row:
    """One figure, in the order of the schema."""
    about, cited = toll.about, toll.citation
    return {
        "story": edition.story,
        "edition": edition.number,
        "claim": toll.claim,
        "measure": about.measure,
        "population": about.population,
        "victims": about.victims,
        "scope": about.scope,
        "unit": about.unit,
        "place": about.place,
        "geonameid": about.geonameid,
        "when": about.when,
        "by": toll.by,
        "via": " > ".join(toll.via),
        "words": toll.words,
        "value": finite(toll.value),
        "low": finite(toll.low),
        "high": finite(toll.high),
        "hedge": toll.hedge,
        "status": toll.status,
        "verification": toll.verification,
        "said_at": iso(toll.at) if toll.at else None,
        "dispatch": cited.guid,
        "version": cited.version,
        "start": cited.span.start,
        "end": cited.span.end,
        "quote": cited.text,
    }


def figures_csv(edition: Edition) -> bytes:
    """The table for spreadsheets."""
    return as_csv(SCHEMA, (row(edition, toll) for toll in edition.figures))


def figures_parquet(edition: Edition) -> bytes:
    """The table for programs."""
    return as_parquet(SCHEMA, (row(edition, toll) for toll in edition.figures))
