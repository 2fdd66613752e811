"""Tables as files: CSV for spreadsheets, Parquet for programs. Pure."""

import csv
import io
from collections.abc import Iterable, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.publish.wording import clean

Cell = str | float | int | None
Row = Mapping[str, Cell]
"""A row in the order of its table's schema."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection)."""


def as_csv(schema: pa.Schema, rows: Iterable[Row]) -> bytes:
    """RFC 4180, UTF-8 with a header row; cells that look like formulas begin with an apostrophe."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(schema.names)
    for row in rows:
        writer.writerow([_guarded(cell) for cell in row.values()])
    return sheet.getvalue().encode("utf-8", "replace")


def _guarded(cell: Cell) -> Cell:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str):
        cell = clean(cell)
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return cell


def as_parquet(schema: pa.Schema, rows: Iterable[Row]) -> bytes:
    """The same rows, with types."""
    cleaned = [
        {name: clean(cell) if isinstance(cell, str) else cell for name, cell in each.items()}
        for each in rows
    ]
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(cleaned, schema=schema), sink)
    return sink.getvalue()
