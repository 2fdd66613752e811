"""``figures.csv`` and ``figures.parquet``: every speaker's figures, one a row. Pure."""

import csv
import io

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.publish.wording import clean, finite, iso
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

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection)."""

Cell = str | float | int | None


def row(edition: Edition, toll: Toll) -> dict[str, Cell]:
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
    """RFC 4180, UTF-8 with a header row; cells that look like formulas begin with an apostrophe."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(SCHEMA.names)
    for toll in edition.figures:
        writer.writerow([_guarded(cell) for cell in row(edition, toll).values()])
    return sheet.getvalue().encode("utf-8", "replace")


def _guarded(cell: Cell) -> Cell:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str):
        cell = clean(cell)
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return cell


def figures_parquet(edition: Edition) -> bytes:
    """The same rows, with types."""
    rows = [
        {name: clean(cell) if isinstance(cell, str) else cell for name, cell in each.items()}
        for each in (row(edition, toll) for toll in edition.figures)
    ]
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=SCHEMA), sink)
    return sink.getvalue()
